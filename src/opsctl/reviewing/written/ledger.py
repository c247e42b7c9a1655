"""The ledger of actions: what each was expected to change, what it changed, and how often that came true."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from opsctl.metrics import Metric, additive
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import reading
from opsctl.reviewing.written.effects import Effect, effect_in
from opsctl.reviewing.written.records import Taken, Written, taken_actions
from opsctl.workspace import Workspace

Outcome = Literal["met", "not_met", "worse", "not_done", "open"]
OUTCOMES: tuple[Outcome, ...] = ("met", "not_met", "worse", "not_done", "open")
# The units of metrics whose values a plain number may speak of.
_KINDS = {"money": "money", "percent": "rate"}
_SECONDS = ("秒", "s", "sec")


@dataclass(frozen=True, slots=True)
class Entry:
    """An action with what was expected of it, what people found, and what was measured in the two reviews' periods.

    `came_true` says whether what was expected happened, by measurement where the expectation is in the metric's own
    unit, else by the evidence; None where no numbers can be compared.
    """

    taken: Taken
    outcome: Outcome
    area: str | None
    metric: str | None
    expected: Effect | None = None
    found: Effect | None = None
    before: Fraction | None = None
    after: Fraction | None = None
    came_true: bool | None = None

    @property
    def address(self) -> str:
        """What a plan cites."""
        record = self.taken.review.record
        return f"{record.kind}:{record.id}#{self.taken.action.id}"

    @property
    def change(self) -> Fraction | None:
        """What was measured after, less what before."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Tally:
    """How the actions of one area, owner or scope came out; `hit_rate` is the share of those judged that were met."""

    key: str | None
    counts: tuple[tuple[Outcome, int], ...]
    came_true: int
    compared: int

    @property
    def total(self) -> int:
        """How many there were."""
        return sum(count for _, count in self.counts)

    @property
    def hit_rate(self) -> Fraction | None:
        """Met, of met, not met and worse; None where none is judged."""
        counts = dict(self.counts)
        judged = counts["met"] + counts["not_met"] + counts["worse"]
        return Fraction(counts["met"], judged) if judged else None


def ledger(workspace: Workspace, facts: Facts, year: int | None, scope: str | None = None) -> tuple[Entry, ...]:
    """Every action that reviews of the year took, in their order; of all years without one."""
    return tuple(
        _entry(workspace, facts, taken)
        for taken in taken_actions(workspace)
        if (year is None or taken.review.period.last.year == year)
        and (scope is None or taken.review.scope == scope)
        and taken.review.data.status not in ("draft", "superseded")
    )


def tallies(entries: Sequence[Entry], key: Callable[[Entry], str | None]) -> tuple[Tally, ...]:
    """The entries summed up by a key, the most frequent first."""
    groups: dict[str | None, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    found = (_tally(name, group) for name, group in groups.items())
    return tuple(sorted(found, key=lambda each: (-each.total, each.key or "")))


def _tally(key: str | None, entries: Sequence[Entry]) -> Tally:
    counts = tuple((outcome, sum(entry.outcome == outcome for entry in entries)) for outcome in OUTCOMES)
    compared = [entry.came_true for entry in entries if entry.came_true is not None]
    return Tally(key, counts, sum(compared), len(compared))


def _entry(workspace: Workspace, facts: Facts, taken: Taken) -> Entry:
    action = taken.action
    last = taken.verdicts[-1] if taken.verdicts else None
    metric = action.metric and workspace.metric_id(action.metric)
    expected = effect_in(action.expect)
    found = effect_in(last.verdict.evidence) if last is not None else None
    before = after = None
    if metric and last is not None and last.verdict.verdict != "not_done":
        before, after = _measured(workspace, facts, metric, taken.review, last.review)
    entry = workspace.metrics[metric] if metric else None
    true = _measured_true(expected, entry, before, after) if entry is not None else None
    if true is None:
        true = _found_true(expected, found)
    outcome: Outcome = last.verdict.verdict if last is not None else "open"
    return Entry(taken, outcome, action.area, metric, expected, found, before, after, true)


def _measured(
    workspace: Workspace, facts: Facts, metric: str, first: Written, last: Written
) -> tuple[Fraction | None, Fraction | None]:
    """The metric over the action's period and over the verdict's; amounts only where both have as many days."""
    if additive(workspace.metrics[metric]) and len(first.period.days) != len(last.period.days):
        return None, None
    readings = [reading(workspace, facts, first.scope, metric, each.period.days) for each in (first, last)]
    before, after = (each.value if each.complete else None for each in readings)
    return before, after


def _measured_true(
    expected: Effect | None, entry: Metric, before: Fraction | None, after: Fraction | None
) -> bool | None:
    if expected is None or after is None or not _speaks_of(expected, entry):
        return None
    if expected.how == "by":
        return _changed_enough(expected, entry, before, after)
    wanted = Fraction(expected.value)
    if expected.how == "to":
        return after <= wanted if entry.direction == "down" else after >= wanted
    return after <= wanted if expected.how == "at_most" else after >= wanted


def _speaks_of(expected: Effect, entry: Metric) -> bool:
    """Say whether the number is one of this metric; `0 days out of stock` is none of sales."""
    if expected.how == "by" and expected.kind == "rate" and not expected.points:
        return True
    if expected.kind != _KINDS.get(entry.unit, "count"):
        return False
    return not expected.of or (entry.unit.startswith("sec") and expected.of.startswith(_SECONDS))


def _changed_enough(expected: Effect, entry: Metric, before: Fraction | None, after: Fraction) -> bool | None:
    if before is None:
        return None
    change = after - before
    if expected.kind == "rate" and not expected.points and entry.unit != "percent":
        if before <= 0:
            return None
        change /= before
    wanted = Fraction(expected.value)
    return change >= wanted if wanted >= 0 else change <= wanted


def _found_true(expected: Effect | None, found: Effect | None) -> bool | None:
    """By the evidence alone: both numbers of one kind, judged by which way they were to go."""
    if expected is None or found is None or expected.kind != found.kind:
        return None
    if expected.of and found.of and expected.of != found.of:
        return None
    if expected.how == "by":
        return None if found.change is None else _beyond(found.change, expected.value, expected.value >= 0)
    if found.how == "by":
        return None
    if expected.how != "to":
        return _beyond(found.value, expected.value, expected.how == "at_least")
    start = found.before if found.before is not None else expected.before
    if start is None or start == expected.value:
        return found.value == expected.value
    return _beyond(found.value, expected.value, expected.value > start)


def _beyond(value: Decimal, wanted: Decimal, upwards: bool) -> bool:
    return value >= wanted if upwards else value <= wanted
