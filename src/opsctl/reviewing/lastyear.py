"""The numbers a split takes from last year: each child's share of a sum, or each child's own ratio."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from opsctl.diagnostics import Listed, Message, message
from opsctl.metrics import additive, is_ratio, needs
from opsctl.period import year as year_period
from opsctl.planning.dividing.allocate import apportion
from opsctl.planning.dividing.division import children_in
from opsctl.planning.goals import goals_by_id
from opsctl.quantity import rounded
from opsctl.records.target import Goal, Split
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import measured, reading
from opsctl.reviewing.view import Reading
from opsctl.workspace import Loaded, Workspace

_LAST_YEAR = "last-year"
_MANY = 100


@dataclass(frozen=True, slots=True)
class SplitFit:
    """What last year says of one goal's split: `weights` of a sum, `relative` numbers of a ratio, by child."""

    sheet: Loaded
    written: str
    metric: str
    part: str
    numbers: Mapping[str, str]
    sources: tuple[str, ...]
    notes: tuple[Message, ...] = ()


def splits_from_last_year(
    workspace: Workspace, year: int, scope: str, metrics: Sequence[str]
) -> Iterator[tuple[Loaded, str]]:
    """The goals whose numbers are asked for: those named, in the scope's sheet; else all at or below it that say so."""
    asked = [workspace.metric_id(metric) or metric for metric in metrics]
    for sheet in workspace.all("target").values():
        period, _, owner = sheet.id.partition("/")
        if period != str(year) or scope not in (owner, *workspace.above(owner)):
            continue
        for id_, (written, goal) in goals_by_id(workspace, sheet).items():
            says_so = goal.split is not None and goal.split.from_ == _LAST_YEAR
            if (id_ in asked and owner == scope) if asked else says_so:
                yield sheet, written


def split_stores(workspace: Workspace, sheet: Loaded, written: str) -> tuple[str, ...]:
    """The stores whose values a split adds up; none for a ratio, which is each child's own."""
    year, _, scope = sheet.id.partition("/")
    if not additive(workspace.metrics[workspace.metric_id(written) or written]):
        return ()
    children = children_in(workspace, scope, sheet.data.goals[written].split or Split(), int(year))
    return tuple(store.id for child in children for store in workspace.stores_under(child))


def split_fit(workspace: Workspace, facts: Facts, sheet: Loaded, written: str, past: int) -> SplitFit | Message:
    """Work out the numbers of one goal's split, or say what is missing for them."""
    year, _, scope = sheet.id.partition("/")
    goal: Goal = sheet.data.goals[written]
    metric = workspace.metric_id(written) or written
    entry = workspace.metrics[metric]
    children = children_in(workspace, scope, goal.split or Split(), int(year))
    days = year_period(past).days
    found = {child: reading(workspace, facts, child, metric, days) for child in children}
    known = {child for child in children if measured(workspace, facts, child, metric) and found[child].days}
    refused: Mapping[str, Reading] = {}
    if not known or not (additive(entry) or is_ratio(entry)):
        return message("weights.split_no_actuals", metric=written, scope=scope, year=past)
    if is_ratio(entry):
        # A ratio of the days on which both its parts are known says more than none.
        ratios = {child: _ratio(workspace, facts, child, metric, found[child]) for child in children if child in known}
        refused = {child: ratio for child, ratio in ratios.items() if _below_zero(ratio)}
        numbers = {child: _written(ratio.value, entry.unit) for child, ratio in ratios.items()
                   if ratio.value is not None and child not in refused}  # fmt: skip
        part, known = "relative", known & (numbers.keys() | refused.keys())
    else:
        values = {child: found[child].value or Fraction(0) for child in children}
        numbers = {child: f"{share:f}" for child, share in shares_of_hundred(values).items()}
        part = "weights"
    notes = [_part_below_zero(metric, past, child, ratio) for child, ratio in refused.items()]
    if not any(map(_more_than_nothing, numbers.values())):
        return notes[0] if notes else message("weights.split_nothing", metric=written, scope=scope, year=past)
    notes += _notes(workspace, metric, past, children, known, found)
    sources = _sources(facts, workspace, children, metric)
    return SplitFit(sheet, written, metric, part, numbers, sources, tuple(notes))


def shares_of_hundred(values: Mapping[str, Fraction]) -> Mapping[str, Decimal]:
    """What each child had of every hundred, to 0.01, and finer where there are many; together exactly 100.

    A child below zero has nothing; nobody has anything where all are at or below zero.
    """
    digits = 2 if len(values) <= _MANY else 4
    weights = [max(value, Fraction(0)) for value in values.values()]
    units = apportion(weights, 100 * 10**digits) if any(weights) else (0,) * len(weights)
    return {child: Decimal(part).scaleb(-digits) for child, part in zip(values, units, strict=True)}


def _ratio(workspace: Workspace, facts: Facts, child: str, metric: str, whole: Reading) -> Reading:
    if not whole.missing:
        return whole
    missing = frozenset(whole.missing)
    year = year_period(whole.missing[0].year)
    return reading(workspace, facts, child, metric, [day for day in year.days if day not in missing])


def _below_zero(ratio: Reading) -> bool:
    """Whether a part is below 0: two of them would pass for a ratio like any other."""
    return any(part is not None and part < 0 for part in (ratio.numerator, ratio.denominator))


def _part_below_zero(metric: str, past: int, child: str, ratio: Reading) -> Message:
    parts = {"numerator": ratio.numerator, "denominator": ratio.denominator}
    texts = {name: f"{rounded(part or Fraction(0), 2).normalize():f}" for name, part in parts.items()}
    return message("weights.part_below_zero", metric=metric, year=past, child=child, **texts)


def _written(value: Fraction, unit: str) -> str:
    """A ratio as a sheet holds it: a percentage to 0.01 %, anything else to 0.01."""
    return f"{rounded(value * 100, 2):f}%" if unit == "percent" else f"{rounded(value, 2):f}"


def _more_than_nothing(number: str) -> bool:
    return bool(number.strip("0.%"))


def _notes(
    workspace: Workspace,
    metric: str,
    past: int,
    children: Sequence[str],
    known: set[str],
    found: Mapping[str, Reading],
) -> Iterator[Message]:
    without = [child for child in children if child not in known]
    if without:
        yield message("weights.child_without_actuals", metric=metric, year=past, children=Listed(without))
    for child in sorted(known):
        if missing := found[child].missing:
            yield message("weights.days_missing_of", scope=child, metric=metric, year=past, count=len(missing),
                          first=missing[0].isoformat(), last=missing[-1].isoformat())  # fmt: skip


def _sources(facts: Facts, workspace: Workspace, children: Sequence[str], metric: str) -> tuple[str, ...]:
    stores = {store.id for child in children for store in workspace.stores_under(child)}
    counted = needs(metric, workspace.metrics) | {metric}
    found = [origin for (scope, id_), origin in facts.origin.items() if scope in stores and id_ in counted]
    return daily_sources(workspace, found)


def unlike_bases(workspace: Workspace, facts: Facts, stores: Iterable[str], metric: str) -> Message | None:
    """What to say where the stores count the metric's money on different bases, so that their sum means nothing."""
    within = list(stores)
    for counted in sorted((needs(metric, workspace.metrics) | {metric}) & facts.mixed):
        bases: dict[str, str] = {}
        for store in within:
            basis = facts.basis.get((store, counted))
            if basis is not None:
                bases.setdefault(basis, store)
        if len(bases) > 1:
            (one, first), (other, second) = list(bases.items())[:2]
            return message("weights.unlike_bases", metric=counted, first=first, one=one, second=second, other=other)
    return None


def daily_sources(workspace: Workspace, origins: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The sources that give days, by id; official values of periods have no part in sums of days."""
    ids = {id_ for origin in origins for id_ in origin}
    return tuple(sorted(id_ for id_ in ids if workspace.all("source")[id_].data.period is None))
