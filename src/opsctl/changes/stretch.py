"""How the largest week to come compares with the best week so far: "needs 1.8 times the best week"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from opsctl.changes.view import Move, Stretch
from opsctl.metrics import additive
from opsctl.period import Period, week_of
from opsctl.period import year as year_period
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import day_values
from opsctl.reviewing.targets import comparable_targets
from opsctl.weeks import Weeks
from opsctl.workspace import Workspace

# Days over all stores are dear, and nobody reads on: those nearest to the top are looked at.
MOST = 60
_DAYS = 7
_WEEK = timedelta(days=_DAYS)


def with_stretches(workspace: Workspace, facts: Facts, moves: tuple[Move, ...], today: date) -> tuple[Move, ...]:
    """The moves, each with its stretch where actuals and weeks to come say one."""
    seen = 0
    told = []
    for move in moves:
        found = None
        if seen < MOST and move.tier is None and move.new is not None and additive(workspace.metrics[move.metric]):
            found = _stretch(workspace, facts, move, today)
            seen += 1
        told.append(replace(move, stretch=found))
    return tuple(told)


def _stretch(workspace: Workspace, facts: Facts, move: Move, today: date) -> Stretch | None:
    weeks = workspace.weeks
    best = _largest(_actual_weeks(workspace, facts, move, today), weeks)
    if best is None or best[1] <= 0:
        return None
    wanted = comparable_targets(workspace, facts, move.scope, move.metric, year_period(move.year))
    to_come = {first: total for first, total in _whole_weeks(wanted, weeks).items() if first + _WEEK > today}
    ahead = _largest(to_come, weeks)
    return None if ahead is None else Stretch(*ahead, *best)


def _actual_weeks(workspace: Workspace, facts: Facts, move: Move, today: date) -> Mapping[date, Fraction | Decimal]:
    owners = {move.scope, *(store.id for store in workspace.stores_under(move.scope))}
    days = sorted({day for (owner, _), series in facts.daily.items() if owner in owners for day in series})
    known = day_values(workspace, facts, move.scope, move.metric, [day for day in days if day < today])
    return _whole_weeks(known, workspace.weeks)


def _whole_weeks(days: Mapping[date, Fraction | Decimal], weeks: Weeks) -> Mapping[date, Fraction | Decimal]:
    """The sums of the weeks whose seven days are all there, by their first day."""
    found: dict[date, list[Fraction | Decimal]] = {}
    for day, amount in days.items():
        found.setdefault(week_of(day, weeks).start, []).append(amount)
    return {first: sum(amounts[1:], amounts[0]) for first, amounts in found.items() if len(amounts) == _DAYS}


def _largest(sums: Mapping[date, Fraction | Decimal], weeks: Weeks) -> tuple[Period, Fraction] | None:
    """The largest week; of two the earlier."""
    found = max(sorted(sums.items()), key=lambda entry: entry[1], default=None)
    return None if found is None else (week_of(found[0], weeks), Fraction(found[1]))
