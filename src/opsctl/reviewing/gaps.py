"""What is missing in a period and since when, store by store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from opsctl.metrics import additive
from opsctl.period import Period
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.view import MissingRun
from opsctl.workspace import Workspace

_DAY = timedelta(days=1)


def missing_runs(
    workspace: Workspace, facts: Facts, scopes: tuple[str, ...], metrics: tuple[str, ...], days: Sequence[date]
) -> tuple[MissingRun, ...]:
    """Runs of days without a value, of every scope and metric that some source feeds; equal runs are told together.

    What one store has and another never had is missing there, because the sum over both is not known.
    """
    grouped: dict[tuple[str, date, date, date | None], list[str]] = {}
    given = _given(facts, scopes)
    for scope in scopes:
        for metric in metrics:
            if metric not in given:
                continue
            series = facts.daily.get((scope, metric), {})
            missing = [day for day in days if day not in series and _is_open(workspace, scope, day)]
            for first, last in runs_of(missing):
                known = max((day for day in series if day < first), default=None)
                grouped.setdefault((scope, first, last, known), []).append(metric)
    return tuple(
        MissingRun(scope, tuple(names), first, last, known) for (scope, first, last, known), names in grouped.items()
    )


def never_given(
    workspace: Workspace, facts: Facts, scope: str, owners: tuple[str, ...], metrics: tuple[str, ...], period: Period
) -> tuple[MissingRun, ...]:
    """What adds up day by day and no source has ever given to any of the owners, told once for the scope above them."""
    given = _given(facts, owners)
    never = tuple(metric for metric in metrics if metric not in given and additive(workspace.metrics[metric]))
    return (MissingRun(scope, never, period.start, period.last, None),) if never else ()


def _given(facts: Facts, owners: tuple[str, ...]) -> frozenset[str]:
    return frozenset(metric for (owner, metric), days in facts.daily.items() if days and owner in owners)


def _is_open(workspace: Workspace, scope: str, day: date) -> bool:
    store = workspace.get("store", scope)
    return store is None or store.data.is_open(day, day)


def runs_of(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Days in order as runs without a hole, each by its first and last day."""
    first: date | None = None
    for day in days:
        if first is None:
            first = day
        if day + _DAY not in days:
            yield first, day
            first = None
