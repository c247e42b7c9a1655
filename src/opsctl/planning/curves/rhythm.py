"""Which curve a scope's goals lie on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from opsctl.planning.curves.curve import Curve, flat_curve, open_between, resolve_curve
from opsctl.planning.dividing.allocate import whole_weights
from opsctl.workspace import Workspace

_Lies: TypeAlias = tuple[str | None, str | None, date | None, date | None]
"""What a scope lies on: the name of a curve and its platform, where there is one, and the opening days."""


def curve_name(workspace: Workspace, scope: str, year: int) -> str | None:
    """The curve named by the scope's sheet, or by the nearest sheet above."""
    for owner in (scope, *workspace.above(scope)):
        sheet = workspace.sheet(owner, year)
        if sheet is not None and sheet.data.curve is not None:
            return str(sheet.data.curve)
    return None


# Scopes that lie alike share one curve; finding it by what they lie on saves hashing its fractions for every scope.
@lru_cache(maxsize=50_000)
def scope_curve(workspace: Workspace, scope: str, year: int) -> Curve:
    """The scope's curve for its platform and opening days; equal days where no known curve is named."""
    return _open_curve(workspace, year, _lies_on(workspace, scope, year))


@lru_cache(maxsize=50_000)
def month_weights(workspace: Workspace, scope: str, year: int) -> Sequence[int]:
    """The curve's month shares as whole numbers, which divide many times faster."""
    return _whole_shares(workspace, year, _lies_on(workspace, scope, year))


@lru_cache(maxsize=50_000)
def months_without_days(workspace: Workspace, scope: str, year: int) -> frozenset[int]:
    """The months, 1 to 12, in which no day weighs anything."""
    return _without_days(workspace, year, _lies_on(workspace, scope, year))


def emptied_by_calendar(workspace: Workspace, scope: str, year: int) -> frozenset[int]:
    """The months with a share whose days the calendar itself leaves without weight, however long the scope is open."""
    name, platform, _, _ = _lies_on(workspace, scope, year)
    lies = (name, platform, None, None)
    shares = _open_curve(workspace, year, lies).month_shares
    return frozenset(month for month in _without_days(workspace, year, lies) if shares[month - 1])


@lru_cache(maxsize=50_000)
def _lies_on(workspace: Workspace, scope: str, year: int) -> _Lies:
    store = workspace.get("store", scope)
    calendar = workspace.get("calendar", str(year))
    name = curve_name(workspace, scope, year)
    opened, closed = (None, None) if store is None else (store.data.opened, store.data.closed)
    if calendar is None or name is None or name not in calendar.data.curves:
        return None, None, opened, closed
    platform = None if store is None else store.data.platform
    # Platforms without a window of their own share one curve.
    own = any(platform in event.windows for event in calendar.data.events)
    return name, platform if own else None, opened, closed


@lru_cache(maxsize=1_000)
def _open_curve(workspace: Workspace, year: int, lies: _Lies) -> Curve:
    name, platform, opened, closed = lies
    base = _flat(year) if name is None else _curve(workspace, name, platform, year)
    return base if opened is None and closed is None else open_between(base, opened, closed)


@lru_cache(maxsize=1_000)
def _whole_shares(workspace: Workspace, year: int, lies: _Lies) -> Sequence[int]:
    return whole_weights(_open_curve(workspace, year, lies).month_shares)


@lru_cache(maxsize=1_000)
def _without_days(workspace: Workspace, year: int, lies: _Lies) -> frozenset[int]:
    weights = _open_curve(workspace, year, lies).day_weights
    return frozenset(month for month, days in enumerate(weights, 1) if not any(days))


@lru_cache(maxsize=1_000)
def _curve(workspace: Workspace, name: str, platform: str | None, year: int) -> Curve:
    calendar = workspace.all("calendar")[str(year)]
    return resolve_curve(calendar.data, name, platform, year)


_flat = lru_cache(maxsize=8)(flat_curve)
