"""
Why a metric is not what it was to be: its gap by driver, by store and by both, and by channel where they are counted.

Computed store by store over the days that are known on both sides, and only added up from there.
"""

from __future__ import annotations

from collections.abc import Sequence

from opsctl.metrics import additive
from opsctl.period import Period
from opsctl.quantity import from_units, places, round_units
from opsctl.reviewing.attribution.channels import channel_splits
from opsctl.reviewing.attribution.mix import Shift, Weighing, volume_and_mix
from opsctl.reviewing.attribution.roll_up import drivers_of, owners_of, totals_of
from opsctl.reviewing.attribution.rounded import in_units
from opsctl.reviewing.attribution.sides import Covered, Leaf, Sides, covered, sides_of, sums, whole
from opsctl.reviewing.attribution.split import Split, split_leaf
from opsctl.reviewing.attribution.view import Against, Attribution, Lacking, Method, Question
from opsctl.reviewing.facts import Facts
from opsctl.workspace import Workspace


def attribution(
    workspace: Workspace,
    facts: Facts,
    scope: str,
    metric: str,
    period: Period,
    against: Against = "target",
    method: Method = "shapley",
) -> Attribution | None:
    """Split the gap of one additive metric; None for a metric that does not add."""
    if metric not in workspace.metrics or not additive(workspace.metrics[metric]):
        return None
    sides = sides_of(workspace, facts, period, against)
    known = (sides.actual(Leaf(scope), metric), sides.baseline(Leaf(scope), metric))
    days = covered(whole(sides), *known)
    leaves, apart = _leaves(sides, scope, metric, days)
    splits = [split_leaf(sides, leaf, metric, days, method) for leaf in leaves] if days.actual else []
    return _rounded(sides, scope, metric, days, method, splits, apart)


def answer(
    workspace: Workspace, facts: Facts, scope: str, metric: str, period: Period, question: Question
) -> Attribution | None:
    """Split the gap that is asked for; where nothing is asked, that to the target, or None where there is no target."""
    found = attribution(workspace, facts, scope, metric, period, question.against or "target", question.method)
    return found if question.against or (found is not None and found.days) else None


def _rounded(
    sides: Sides,
    scope: str,
    metric: str,
    days: Covered,
    method: Method,
    splits: Sequence[Split],
    apart: tuple[Lacking, ...],
) -> Attribution:
    metrics, digits = sides.workspace.metrics, places(sides.workspace.metrics[metric].unit)
    effects = in_units(splits, _shifts(splits, method), digits)
    by_channel = channel_splits(sides, splits, metric, days, method)
    channels = in_units(by_channel, [None] * len(by_channel), digits)
    lacking = (*apart, *(each for split in splits for each in split.lacking))
    baseline, actual = sums((sides.actual(Leaf(scope), metric), sides.baseline(Leaf(scope), metric)), days)
    shifts = [shift for shift in effects.shifts if shift is not None]
    volume, mix, rate = (effects.amount(sum(each)) for each in zip(*shifts, strict=True)) if shifts else (None,) * 3
    alone = [split.leaf for split in splits] == [Leaf(scope)]
    return Attribution(
        metric=metric,
        against=sides.against,
        method=method,
        gap=from_units(round_units(actual - baseline, digits), digits),
        drivers=drivers_of(splits, effects, metrics),
        owners=() if alone else owners_of(splits, effects, metrics, "store"),
        missing=tuple(dict.fromkeys(id_ for each in lacking for id_ in each.metrics)),
        before=sides.before,
        baseline=baseline,
        actual=actual,
        days=len(days.actual),
        total_days=len(sides.period.days),
        channels=owners_of(by_channel, channels, metrics, "channel"),
        lacking=lacking,
        volume=volume,
        mix=mix,
        rate=rate,
        totals=totals_of(splits) if alone else (),
    )


def _leaves(sides: Sides, scope: str, metric: str, days: Covered) -> tuple[list[Leaf], tuple[Lacking, ...]]:
    """The stores that a scope's gap is the sum over; the scope itself where they do not add up to it.

    That is so where the scope has numbers of its own. Stores that lack theirs are named.
    """
    workspace = sides.workspace
    stores = [
        store.id
        for store in workspace.stores_under(scope)
        if any(store.data.is_open(each.start, each.last) for each in (sides.period, sides.before))
    ]
    if not stores or (scope, metric) in sides.facts.daily:
        return [Leaf(scope)], ()
    found = {id_: (sides.actual(Leaf(id_), metric), sides.baseline(Leaf(id_), metric)) for id_ in stores}
    before = sides.before.days
    lacking = tuple(
        Lacking(id_, (metric,), "baseline", missing)
        for id_, (_, baseline) in found.items()
        if (missing := tuple(before[day] for day in days.baseline if day not in baseline))
    )
    if lacking or any(day not in actual for actual, _ in found.values() for day in days.actual):
        return [Leaf(scope)], lacking
    own = sums((sides.actual(Leaf(scope), metric), sides.baseline(Leaf(scope), metric)), days)
    added = [sums(each, days) for each in found.values()]
    adds_up = own == (sum(each[0] for each in added), sum(each[1] for each in added))
    return ([Leaf(id_) for id_ in stores] if adds_up else [Leaf(scope)]), ()


def _shifts(splits: Sequence[Split], method: Method) -> list[Shift | None]:
    """Volume and mix among those whose sales begin with the same driver; None for one that is alone with its own."""
    found: list[Shift | None] = [None] * len(splits)
    groups: dict[str, list[int]] = {}
    for row, split in enumerate(splits):
        if split.chain is not None:
            groups.setdefault(split.chain.drivers[0], []).append(row)
    for rows in groups.values():
        if len(rows) > 1:
            base, now = ([splits[row].totals[side][0] for row in rows] for side in (0, 1))
            weighing: Weighing = "base" if method in ("chain", "pvm") else "mean"
            shifts = volume_and_mix(base, now, [splits[row].unit for row in rows], weighing)
            for row, shift in zip(rows, shifts, strict=True):
                found[row] = shift
    return found
