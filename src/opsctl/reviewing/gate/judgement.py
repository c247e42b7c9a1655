"""
The gate's judgement: what every check objects to, and which days of which metrics must not be judged.

What is held back is taken out of the facts before anything is computed from them. So it is missing like any other
missing day: sums say which days they lack, ratios stand as "—", and nothing is judged twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from opsctl.diagnostics import Severity
from opsctl.period import Period, parse_period
from opsctl.records.settings import Settings
from opsctl.reviewing.facts import Facts, Series
from opsctl.reviewing.gate import refunds, shares
from opsctl.reviewing.gate.check import Check
from opsctl.reviewing.gate.checks import CHECKS
from opsctl.reviewing.gate.doubt import Doubt, Objection
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.unasked import Unasked, unasked
from opsctl.workspace import Workspace

# Judged on a period as a whole, so what they say of a long one does not hold for a short one inside it.
_OF_THE_WHOLE = (refunds.NAME, shares.NAME)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is objected to for some scopes and a period, sorted; what is not objected to may be judged.

    `unasked` names what could not be looked at.
    """

    scope: str
    period: Period
    today: date
    objections: tuple[Objection, ...] = ()
    unasked: tuple[Unasked, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The severity of the worst objection; None where there is none."""
        return max((each.severity for each in self.objections), key=lambda each: each.rank, default=None)

    def count(self, severity: Severity) -> int:
        """How many objections are of that severity."""
        return sum(each.severity is severity for each in self.objections)

    def fails(self, level: Severity) -> bool:
        """Say whether anything is objected to at or above a severity."""
        return self.worst is not None and self.worst.rank >= level.rank


def judged(workspace: Workspace, facts: Facts, scope: str, period: Period, today: date) -> Judgement:
    """Ask every check about a scope and period; severities are those of the settings, of the data, or the check's."""
    scopes = tuple(store.id for store in workspace.stores_under(scope)) or (scope,)
    evidence = Evidence(workspace, facts, scopes, period, today)
    found = (each for check in CHECKS for each in _asked(check, evidence, workspace.settings))
    objections = tuple(sorted(found, key=lambda each: each.order))
    return Judgement(scope, period, today, objections, tuple(unasked(evidence)))


def without_doubtful(workspace: Workspace, facts: Facts, objections: Iterable[Objection]) -> Facts:
    """The facts without the values that an error is about, and without de-duplicated counts that hold such a day."""
    held: dict[tuple[str, str], set[date]] = {}
    for each in objections:
        if each.severity is Severity.ERROR:
            for metric in each.doubt.metrics:
                held.setdefault((each.doubt.scope, metric), set()).update(each.doubt.days)
    if not held:
        return facts
    daily = {series: _without(days, held[series]) if series in held else days for series, days in facts.daily.items()}
    return replace(facts, daily=daily, distinct=_counts(workspace, facts, held))


def _counts(
    workspace: Workspace, facts: Facts, held: Mapping[Series, set[date]]
) -> Mapping[tuple[str, str, str], Decimal]:
    """The de-duplicated counts of stores, and of teams above them, in whose period every day is believed."""
    above: dict[Series, set[date]] = {}
    for (scope, metric), days in held.items():
        for owner in (scope, *workspace.above(scope)):
            above.setdefault((owner, metric), set()).update(days)
    return {
        (owner, metric, label): value
        for (owner, metric, label), value in facts.distinct.items()
        if not _holds(workspace, label, above.get((owner, metric), set()))
    }


def _holds(workspace: Workspace, label: str, days: set[date]) -> bool:
    """Whether a period has any of the days in it."""
    period = parse_period(label, workspace.weeks) if days else None
    return period is not None and any(period.contains(day) for day in days)


def judged_for_review(
    workspace: Workspace, facts: Facts, scope: str, period: Period, earliest: date, today: date
) -> tuple[Judgement, Facts]:
    """The judgement of a period, and the facts without doubtful values back to the earliest day it is compared with."""
    own = judged(workspace, facts, scope, period, today)
    before = judged(workspace, facts, scope, Period(earliest, period.start, "span"), today)
    earlier = (each for each in before.objections if each.name not in _OF_THE_WHOLE)
    return own, without_doubtful(workspace, facts, (*own.objections, *earlier))


def _without(days: Mapping[date, Decimal], held: set[date]) -> Mapping[date, Decimal]:
    return {day: value for day, value in days.items() if day not in held}


def _asked(check: Check, evidence: Evidence, settings: Settings) -> Iterator[Objection]:
    chosen = settings.checks.severity.get(check.NAME) or settings.checks.severity.get(check.CODE)
    if chosen != "off":
        for doubt in check.check(evidence):
            yield Objection(check.CODE, check.NAME, _severity(check, doubt, chosen), doubt)


def _severity(check: Check, doubt: Doubt, chosen: str | None) -> Severity:
    return Severity(chosen) if chosen else doubt.severity or check.SEVERITY
