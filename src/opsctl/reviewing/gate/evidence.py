"""What the data gate looks at: the facts of a scope's stores over a run of days, and the day it is judged on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from opsctl.metrics.metric import Metric
from opsctl.period import Period
from opsctl.reviewing.facts import Facts, Trouble
from opsctl.workspace import Loaded, Workspace

# What a marked day is called on which a store is shut on purpose.
SHUT = "closed"

Days = Mapping[date, Decimal]


@dataclass(frozen=True, eq=False)
class Evidence:
    """The facts to judge: those of `scopes` (stores, by id) from the first to the last day of `period`.

    `today` is the day on which it is judged: what lies after it is in the future.
    """

    workspace: Workspace
    facts: Facts
    scopes: tuple[str, ...]
    period: Period
    today: date

    @property
    def counted_to(self) -> date:
        """The day that age is counted to: the last of the period, or today while that is not over."""
        return min(self.today, self.period.last)

    @property
    def metrics(self) -> Mapping[str, Metric]:
        """The KPI dictionary."""
        return self.workspace.metrics

    @cached_property
    def series(self) -> Mapping[str, Mapping[str, Days]]:
        """Daily values inside the period by scope and metric, in the order of days."""
        wanted = set(self.scopes)
        found: dict[str, dict[str, Days]] = {scope: {} for scope in self.scopes}
        for (scope, metric), days in self.facts.daily.items():
            if scope in wanted and metric in self.metrics:
                found[scope][metric] = {day: value for day, value in days.items() if self.period.contains(day)}
        return found

    def days_of(self, scope: str, metric: str) -> Days:
        """Daily values of one metric inside the period; empty where nothing is known."""
        return self.series.get(scope, {}).get(metric, {})

    def source_of(self, scope: str, metric: str) -> str:
        """The source that gives a metric's days; the first where several do."""
        ids = self.facts.origin.get((scope, metric), ())
        return next((id_ for id_ in ids if gives_days(self.workspace, id_)), "")

    def sources(self) -> Iterator[Loaded]:
        """The sources that feed any of the scopes, by id."""
        wanted = set(self.scopes)
        return (source for source in self.workspace.all("source").values() if wanted & set(source.data.store.scopes))

    def troubles(self) -> Iterator[Trouble]:
        """What reading found that concerns the scopes and, where it names days, the period."""
        concerned = {source.id for source in self.sources()}
        for trouble in self.facts.troubles:
            inside = not trouble.days or any(self.period.contains(day) for day in trouble.days)
            if inside and (trouble.source in concerned or not self.workspace.exists("source", trouble.source)):
                yield trouble

    def shut(self, scope: str, day: date) -> bool:
        """Say whether a store sells nothing that day on purpose: not open, marked `closed`, or lifted by zero."""
        store = self.workspace.get("store", scope)
        if store is not None and not store.data.is_open(day, day):
            return True
        return day in self._shut_days.get(scope, frozenset())

    @cached_property
    def _shut_days(self) -> Mapping[str, frozenset[date]]:
        """The days of the period that the calendar closes, by scope."""
        found: dict[str, set[date]] = {}
        for scope in self.scopes:
            store = self.workspace.get("store", scope)
            places = {None, scope, *self.workspace.above(scope)}
            for year in self.period.years:
                calendar = self.workspace.get("calendar", f"{year}")
                if calendar is None:
                    continue
                for mark in calendar.data.marked:
                    if mark.what == SHUT and mark.at in places:
                        found.setdefault(scope, set()).update(day for day in self.period.days if mark.covers(day))
                for event in calendar.data.events:
                    window = event.window_for(store.data.platform if store is not None else None)
                    if window is not None:
                        lifts = window.lifts(self.period.start, self.period.last)
                        found.setdefault(scope, set()).update(day for day, lift in lifts if lift == 0)
        return {scope: frozenset(days) for scope, days in found.items()}


def gives_days(workspace: Workspace, source: str) -> bool:
    """Whether a source's values belong to days, not to longer periods."""
    record = workspace.get("source", source)
    return record is None or record.data.day is not None
