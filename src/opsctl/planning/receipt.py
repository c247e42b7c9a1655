"""
The receipt of a cell: every step from it up to the goal somebody typed, each with all the numbers it needs.

A step holds its inputs whole, so whoever distrusts the tool can recompute it with a pocket calculator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from opsctl.diagnostics import Amount, Listed, Message, Phrase, message
from opsctl.metrics import Metric
from opsctl.period import Period
from opsctl.period import month as month_period
from opsctl.planning.cascade import Cascade, cascade
from opsctl.planning.curves.rhythm import curve_name, scope_curve
from opsctl.planning.dividing.division import Division, Limits
from opsctl.planning.dividing.policy import divided_through, divider
from opsctl.planning.drivers.driven import Driven
from opsctl.planning.drivers.driver_receipt import driven_steps, follow_step
from opsctl.planning.drivers.goal_receipt import goal_step
from opsctl.planning.drivers.trees import driver_graph
from opsctl.planning.figures import added, amount, limited
from opsctl.planning.goals import GoalUnits
from opsctl.planning.months import Cell
from opsctl.planning.periods import day_weights, month_days, units_by_day, units_by_part
from opsctl.planning.replans.behind_sums import behind_sum
from opsctl.planning.replans.replan_receipt import moved_step, replan_steps
from opsctl.planning.tables.fixed_receipt import table_step
from opsctl.quantity import plain, rounded
from opsctl.records.dividing import by_headcount, key_metric
from opsctl.workspace import Workspace

Data = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReceiptStep:
    """One step: how the number arose, in a sentence and as data that recomputes."""

    how: str
    said: Message
    data: Data


def receipt(workspace: Workspace, scope: str, metric: str, period: Period) -> tuple[ReceiptStep, ...]:
    """Explain the target of a period from itself up to the top goal; empty where there is no such target."""
    cascades = [cascade(workspace, year) for year in period.years]
    cells = [(made, made.cells[scope, metric]) for made in cascades if (scope, metric) in made.cells]
    steps = list(_sum_steps(workspace, cells[0][1], period)) if cells else []
    for made, cell in cells:
        steps.extend(_time_steps(workspace, made, cell, period))
        steps.extend(_scope_steps(workspace, made, cell))
    return tuple(steps)


def _sum_steps(workspace: Workspace, cell: Cell, period: Period) -> Iterator[ReceiptStep]:
    """The period as the sum of the months or days in it; a week may take its days from two years."""
    if period.kind in ("year", "half", "quarter"):
        months = {part.label: cell.months[part.start.month - 1] for part in period.parts("month")}
        yield _sum_step(cell, period.label, months, "plan.why_months")
    elif period.kind not in ("month", "day"):
        parts = units_by_part(workspace, cell.scope, cell.metric, period)
        yield _sum_step(cell, period.label, parts, "plan.why_days" if period.kind == "week" else "plan.why_fiscal")


def _time_steps(workspace: Workspace, made: Cascade, cell: Cell, period: Period) -> Iterator[ReceiptStep]:
    """From what lies in one year up to that year: over the children, or over the days and months of the curve."""
    versions = made.versions.get((cell.scope, cell.metric), ())
    if period.kind == "year":
        yield from (ReceiptStep(*step) for step in replan_steps(cell, versions))
        return
    days = [day for day in period.days if day.year == made.year]
    if cell.parts:
        found = {part: units_by_day(workspace, part, cell.metric, period) for part in cell.parts}
        parts = {part: sum(units[day] for day in days) for part, units in found.items()}
        split_year = period.start.year != period.last.year
        yield _children_step(cell, parts, f"{period.label} ({made.year})" if split_year else period.label)
        if (table := made.fixed.get((cell.scope, cell.metric))) is not None:
            yield _month_step(workspace, made.year, table.above, table.limits, [day.month for day in days], "fixed")
        return
    months = sorted({day.month for day in days})
    for month in months:
        if not period.holds(month_period(made.year, month)):
            yield _spread_step(workspace, made, cell, month, [day.day for day in days if day.month == month])
    yield from (ReceiptStep(*step) for step in replan_steps(cell, versions))
    at_first, address = _at_first(made, cell), (cell.scope, cell.metric)
    limits, table, follow = made.limits[address], made.fixed.get(address), made.follows.get(address)
    if table is not None:
        said, data = table_step(workspace, made.year, table, cell.scope, months, limited(cell, limits))
        yield ReceiptStep("table", said, data)
        yield _month_step(workspace, made.year, table.above, table.limits, months, "fixed")
    elif follow is not None:
        terms = {id_: _at_first(made, made.cells[cell.scope, id_]) for id_, _ in follow.terms}
        yield ReceiptStep(*follow_step(at_first, follow, terms, limits, months, made.year))
    else:
        yield _month_step(workspace, made.year, at_first, limits, months, "curve")


def _at_first(made: Cascade, cell: Cell) -> Cell:
    """The cell before anything was planned anew."""
    versions = made.versions.get((cell.scope, cell.metric), ())
    return replace(cell, months=versions[0].before) if versions else cell


def _sum_step(cell: Cell, label: str, parts: Mapping[str, int], sentence: str) -> ReceiptStep:
    total = sum(parts.values())
    said = message(
        sentence,
        period=label,
        total=amount(cell, total),
        count=len(parts),
        sum=added(cell, parts),
    )
    return ReceiptStep("sum", said, {"period": label, "units": total, "digits": cell.digits, "parts": dict(parts)})


def _children_step(cell: Cell, parts: Mapping[str, int], label: str | None = None) -> ReceiptStep:
    """The scope as the sum of its children, over its year or over a shorter period."""
    total, summed = sum(parts.values()), added(cell, parts)
    if label is None:
        said = message("plan.why_children", scope=cell.scope, total=amount(cell, total), sum=summed)
    else:
        said = message("plan.why_parts", scope=cell.scope, period=label, total=amount(cell, total), sum=summed)
    data = {"scope": cell.scope, "units": total, "digits": cell.digits, "parts": dict(parts)}
    return ReceiptStep("children", said, data if label is None else {**data, "period": label})


def _spread_step(workspace: Workspace, made: Cascade, cell: Cell, month: int, days: list[int]) -> ReceiptStep:
    """A month over its days by cumulative rounding of the running share."""
    total, label = cell.months[month - 1], f"{made.year}-{month:02d}"
    weights = list(day_weights(workspace, cell.scope, made.year, month))
    running = Listed((f"{label}-{day:02d} {sum(weights[: day - 1])} → {sum(weights[:day])}" for day in days), "; ")
    said = message("plan.why_spread", month=label, total=amount(cell, total), weight=sum(weights), days=running)
    data = {"period": label, "units": total, "digits": cell.digits, "weights": weights,
            "results": list(month_days(workspace, made.year, cell.scope, cell.metric, month))}  # fmt: skip
    return ReceiptStep("spread", said, data)


def _month_step(
    workspace: Workspace, year: int, cell: Cell, limits: Limits, months: list[int], how: str
) -> ReceiptStep:
    """The year over its months by the curve, with holds and bounds; `fixed` where the scopes below follow them."""
    curve = scope_curve(workspace, cell.scope, year)
    name = curve_name(workspace, cell.scope, year) or "—"
    shown = Listed(
        (
            Phrase(
                f"{year}-{month:02d} {_percent(curve.month_shares[month - 1])} → ",
                amount(cell, cell.months[month - 1]),
            )
            for month in sorted(set(months))
        ),
        "; ",
    )
    sentence = "plan.why_curve" if how == "curve" else "fixed.why_months"
    kind = f"{sentence}_limits" if limits else sentence
    said = message(
        kind,
        scope=cell.scope,
        total=amount(cell, cell.year),
        curve=name,
        shares=shown,
        limits=limited(cell, limits),
    )
    data = {
        "scope": cell.scope, "units": cell.year, "digits": cell.digits, "curve": name,
        "weights": [str(share) for share in curve.month_shares],
        "hold": dict(limits.held), "at_least": dict(limits.least), "at_most": dict(limits.most),
        "results": list(cell.months),
    }  # fmt: skip
    return ReceiptStep(how, said, data)


def _scope_steps(workspace: Workspace, made: Cascade, cell: Cell) -> Iterator[ReceiptStep]:
    """From the scope's year up the organisation to the goal somebody typed."""
    if cell.parts:
        yield _children_step(cell, {part: made.cells[part, cell.metric].year for part in cell.parts})
        yield from (ReceiptStep(*told) for told in behind_sum(workspace, cell, made.versions))
        moved = moved_step(workspace, cell, made.versions)
        if moved is not None:
            yield ReceiptStep(*moved)
    scope: str | None = cell.scope
    while scope is not None and (goal := made.goals.get((scope, cell.metric))) is not None:
        if goal.how not in ("inherited", "summed"):
            yield ReceiptStep(*goal_step(cell, scope, goal, _graph(workspace, made, scope)))
            return
        find = divider if goal.how == "inherited" else divided_through
        above = find(workspace, made.divisions, scope, cell.metric)
        if above is not None:
            yield from _shared_steps(workspace, made, cell, goal, scope, above)
        scope = above


def _shared_steps(
    workspace: Workspace, made: Cascade, cell: Cell, goal: GoalUnits, scope: str, above: str
) -> Iterator[ReceiptStep]:
    """How a scope got its share of what the one above divided."""
    division = made.divisions[above, cell.metric]
    if goal.how == "summed":
        yield _through_step(workspace, division, cell, scope, above)
    elif isinstance(division, Driven):
        for told in driven_steps(division, cell.metric, scope, above, _graph(workspace, made, above)):
            yield ReceiptStep(*told)
    else:
        yield _division_step(division, cell, scope, above)


def _graph(workspace: Workspace, made: Cascade, scope: str) -> Mapping[str, Metric]:
    """The identities that the scope's goals follow by."""
    known = [
        metric
        for (owner, metric), goal in made.goals.items()
        if owner == scope and goal.how not in ("derived", "followed")
    ]
    return driver_graph(workspace, scope, known)


def _through_step(workspace: Workspace, division: Division | Driven, cell: Cell, scope: str, above: str) -> ReceiptStep:
    """A team that a split passes by has the sum of the shares of its stores."""
    inside = {child: share for child, share in division.shares.items() if scope in workspace.above(child)}
    total = sum(inside.values())
    said = message(
        "people.why_through",
        scope=scope,
        above=above,
        share=amount(cell, total),
        sum=added(cell, inside),
    )
    shared: Data = {"scope": scope, "above": above, "total": division.total, "digits": division.digits,
                    "results": dict(division.shares)}  # fmt: skip
    if isinstance(division, Division):
        shared = _division_data(division, scope, above)
    return ReceiptStep("through", said, {**shared, "units": total, "parts": inside})


def _division_step(division: Division, cell: Cell, scope: str, above: str) -> ReceiptStep:
    weights, limits = division.weights, division.limits
    said = message(
        "plan.why_held" if scope in limits.held else _split_sentence(division),
        key=key_metric(division.by) or "",
        scope=scope, above=above, total=amount(cell, division.total), share=amount(cell, division.shares[scope]),
        weight=_weight(division, weights[scope]), weights=_weight(division, _free_weight(division, scope)),
        limits=limited(cell, limits),
    )  # fmt: skip
    data = {**_division_data(division, scope, above), "units": division.shares[scope]}
    return ReceiptStep("split", said, data)


def _split_sentence(division: Division) -> str:
    """The sentence that says what the weights are: typed numbers, headcount days, or the children's other goals."""
    if division.by is None:
        sentence = "plan.why_split"
    else:
        sentence = f"weighing.split_{'headcount' if by_headcount(division.by) else 'goal'}"
    return f"{sentence}_limits" if division.limits else sentence


def _division_data(division: Division, scope: str, above: str) -> dict[str, object]:
    limits = division.limits
    return {
        "scope": scope, "above": above, "total": division.total, "digits": division.digits, "by": division.by,
        "weights": {key: plain(weight) for key, weight in division.weights.items()},
        "hold": dict(limits.held), "at_least": dict(limits.least), "at_most": dict(limits.most),
        "results": dict(division.shares),
    }  # fmt: skip


def _weight(division: Division, weight: Decimal) -> str:
    """A weight; an amount where the children's other goals are the weights."""
    key = key_metric(division.by)
    return plain(weight) if key is None else Amount(plain(weight), key)


def _free_weight(division: Division, scope: str) -> Decimal:
    """What the rest is divided by: the weight of the scope and of all others that no hold or bound pins."""
    limits, shares = division.limits, division.shares
    pinned = {
        child
        for child, got in shares.items()
        if child in limits.held or got in (limits.least.get(child), limits.most.get(child))
    }
    free = (weight for child, weight in division.weights.items() if child == scope or child not in pinned)
    return sum(free, Decimal(0)).normalize()


def _percent(share: Fraction) -> str:
    return f"{rounded(share * 100, 2)}%"
