"""Which curve a scope's goals lie on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from opsctl.planning.allocate import whole_weights
from opsctl.planning.curve import Curve, flat_curve, open_between, resolve_curve
from opsctl.workspace import Workspace


def curve_name(workspace: Workspace, scope: str, year: int) -> str | None:
    """The curve named by the scope's sheet, or by the nearest sheet above."""
    for owner in (scope, *workspace.above(scope)):
        sheet = workspace.sheet(owner, year)
        if sheet is not None and sheet.data.curve is not None:
            return str(sheet.data.curve)
    return None


@lru_cache(maxsize=50_000)
def scope_curve(workspace: Workspace, scope: str, year: int) -> Curve:
    """The scope's curve for its platform and opening days; equal days where no known curve is named."""
    store = workspace.get("store", scope)
    calendar = workspace.get("calendar", str(year))
    name = curve_name(workspace, scope, year)
    if calendar is None or name is None or name not in calendar.data.curves:
        base = _flat(year)
    else:
        platform = None if store is None else store.data.platform
        # Platforms without a window of their own share one curve.
        own = any(platform in event.windows for event in calendar.data.events)
        base = _curve(workspace, name, platform if own else None, year)
    if store is None or (store.data.opened is None and store.data.closed is None):
        return base
    return _open(base, store.data.opened, store.data.closed)


@lru_cache(maxsize=50_000)
def month_weights(workspace: Workspace, scope: str, year: int) -> Sequence[int]:
    """The curve's month shares as whole numbers, which divide many times faster."""
    return _whole(scope_curve(workspace, scope, year).month_shares)


@lru_cache(maxsize=50_000)
def months_without_days(workspace: Workspace, scope: str, year: int) -> frozenset[int]:
    """The months, 1 to 12, in which no day weighs anything."""
    weights = scope_curve(workspace, scope, year).day_weights
    return frozenset(month for month, days in enumerate(weights, 1) if not any(days))


@lru_cache(maxsize=1_000)
def _curve(workspace: Workspace, name: str, platform: str | None, year: int) -> Curve:
    calendar = workspace.all("calendar")[str(year)]
    return resolve_curve(calendar.data, name, platform, year)


# Scopes on one curve share its months; finding them by scope first saves hashing twelve fractions for every cell.
_whole = lru_cache(maxsize=1_000)(whole_weights)
_flat = lru_cache(maxsize=8)(flat_curve)
_open = lru_cache(maxsize=1_000)(open_between)
