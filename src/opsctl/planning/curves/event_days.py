"""How much of a year's curve lies on days that a promotion lifts, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from opsctl.period import month as month_period
from opsctl.planning.curves.rhythm import scope_curve
from opsctl.workspace import Workspace


@lru_cache(maxsize=50_000)
def event_shares(workspace: Workspace, scope: str, year: int) -> Sequence[Fraction]:
    """The share of the scope's year that falls on lifted days, for each month; a dead week, which lowers, is none."""
    curve = scope_curve(workspace, scope, year)
    lifted = _lifted(workspace, _platform(workspace, scope), year)
    return tuple(
        share * Fraction(sum(weight for weight, is_one in zip(weights, days, strict=True) if is_one), sum(weights))
        if any(weights)
        else Fraction(0)
        for share, weights, days in zip(curve.month_shares, curve.day_weights, lifted, strict=True)
    )


def _platform(workspace: Workspace, scope: str) -> str | None:
    store = workspace.get("store", scope)
    return None if store is None else str(store.data.platform)


@lru_cache(maxsize=1_000)
def _lifted(workspace: Workspace, platform: str | None, year: int) -> tuple[tuple[bool, ...], ...]:
    """Whether a promotion of the platform lifts each day, by month."""
    calendar = workspace.get("calendar", str(year))
    events = calendar.data.events if calendar is not None else ()
    windows = [window for event in events if (window := event.window_for(platform)) is not None]
    return tuple(
        tuple(any((window.lift_on(day) or 0) > 1 for window in windows) for day in month_period(year, number).days)
        for number in range(1, 13)
    )
