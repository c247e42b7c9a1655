"""
The receipt of a cell: every step from it up to the goal somebody typed, each with all the numbers it needs.

A step holds its inputs whole, so whoever distrusts the tool can recompute it with a pocket calculator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from opsctl.diagnostics import Message, message
from opsctl.period import Period
from opsctl.planning.cascade import Cascade, cascade
from opsctl.planning.months import Cell
from opsctl.planning.periods import month_days
from opsctl.planning.rhythm import curve_name, scope_curve
from opsctl.quantity import from_units, plain, rounded
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
    years = sorted({period.start.year, period.last.year})
    steps: list[ReceiptStep] = []
    for year in years:
        made = cascade(workspace, year)
        cell = made.cells.get((scope, metric))
        if cell is not None:
            steps.extend(_time_steps(workspace, made, cell, period))
            steps.extend(_scope_steps(workspace, made, cell))
    return tuple(steps)


def _time_steps(workspace: Workspace, made: Cascade, cell: Cell, period: Period) -> Iterator[ReceiptStep]:
    """From the period to the year: days that make it up, then the months those days lie in."""
    if period.kind in ("year", "half", "quarter"):
        labels = {f"{made.year}-{number:02d}": units for number, units in enumerate(cell.months, 1)}
        inside = {part.label: labels[part.label] for part in period.parts("month") if part.label in labels}
        yield _sum_step(cell, period.label, inside, "plan.why_months")
    else:
        days = _days_inside(workspace, made.year, cell, period)
        if period.kind != "month":
            yield _sum_step(cell, period.label, {day: units for day, (units, _) in days.items()}, "plan.why_days")
    if cell.parts:
        return
    months = sorted({month for _, month in _days_inside(workspace, made.year, cell, period).values()})
    for month in months:
        if period.kind in ("day", "week"):
            yield _spread_step(workspace, made, cell, month)
    if period.kind != "year":
        yield _month_step(workspace, made, cell, months)


def _days_inside(workspace: Workspace, year: int, cell: Cell, period: Period) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for day in period.days:
        if day.year == year:
            units = month_days(workspace, year, cell.scope, cell.metric, day.month)[day.day - 1]
            found[day.isoformat()] = (units, day.month)
    return found


def _sum_step(cell: Cell, label: str, parts: Mapping[str, int], sentence: str) -> ReceiptStep:
    total = sum(parts.values())
    said = message(sentence, period=label, total=_plain(cell, total), count=len(parts), sum=_sum_text(cell, parts))
    return ReceiptStep("sum", said, {"period": label, "units": total, "digits": cell.digits, "parts": dict(parts)})


def _spread_step(workspace: Workspace, made: Cascade, cell: Cell, month: int) -> ReceiptStep:
    """A month over its days by cumulative rounding of the running share."""
    curve = scope_curve(workspace, cell.scope, made.year)
    total, label = cell.months[month - 1], f"{made.year}-{month:02d}"
    weights = list(curve.day_weights[month - 1])
    said = message("plan.why_spread", month=label, total=_plain(cell, total), weight=sum(weights))
    data = {"period": label, "units": total, "digits": cell.digits, "weights": weights,
            "results": list(month_days(workspace, made.year, cell.scope, cell.metric, month))}  # fmt: skip
    return ReceiptStep("spread", said, data)


def _month_step(workspace: Workspace, made: Cascade, cell: Cell, months: list[int]) -> ReceiptStep:
    """The year over its months by the curve, with holds and bounds."""
    curve = scope_curve(workspace, cell.scope, made.year)
    limits = made.limits[cell.scope, cell.metric]
    name = curve_name(workspace, cell.scope, made.year) or "—"
    shown = "; ".join(
        f"{made.year}-{month:02d} {_percent(curve.month_shares[month - 1])} → {_plain(cell, cell.months[month - 1])}"
        for month in months
    )
    kind = "plan.why_curve_limits" if limits.held or limits.least or limits.most else "plan.why_curve"
    said = message(kind, total=_plain(cell, cell.year), curve=name, shares=shown, limits=_limits_text(cell, made))
    data = {
        "scope": cell.scope, "units": cell.year, "digits": cell.digits, "curve": name,
        "weights": [str(share) for share in curve.month_shares],
        "hold": dict(limits.held), "at_least": dict(limits.least), "at_most": dict(limits.most),
        "results": list(cell.months),
    }  # fmt: skip
    return ReceiptStep("curve", said, data)


def _scope_steps(workspace: Workspace, made: Cascade, cell: Cell) -> Iterator[ReceiptStep]:
    """From the scope's year up the organisation to the goal somebody typed."""
    if cell.parts:
        parts = {part: made.cells[part, cell.metric].year for part in cell.parts}
        said = message("plan.why_children", scope=cell.scope, total=_plain(cell, cell.year), sum=_sum_text(cell, parts))
        yield ReceiptStep(
            "children", said, {"scope": cell.scope, "units": cell.year, "digits": cell.digits, "parts": parts}
        )
    scope: str | None = cell.scope
    while scope is not None:
        goal = made.goals.get((scope, cell.metric))
        if goal is None:
            return
        if goal.how == "inherited":
            scope = yield from _division_step(workspace, made, cell, scope)
            continue
        yield _goal_step(cell, scope, goal.how, goal.units, made)
        return


def _division_step(workspace: Workspace, made: Cascade, cell: Cell, scope: str) -> Iterator[ReceiptStep]:
    for above in workspace.above(scope):
        division = made.divisions.get((above, cell.metric))
        if division is None or scope not in division.shares:
            continue
        weights, limits = division.weights, division.limits
        kind = "plan.why_held" if scope in limits.held else "plan.why_split"
        said = message(
            kind, scope=scope, above=above, total=_plain(cell, division.total), share=_plain(cell, division.shares[scope]),
            weight=str(weights[scope]), weights=str(sum(weights.values(), Fraction(0))),
            held=", ".join(f"{key} {_plain(cell, units)}" for key, units in limits.held.items()) or "—",
        )  # fmt: skip
        data = {
            "scope": scope, "above": above, "units": division.shares[scope], "total": division.total,
            "digits": division.digits, "weights": {key: str(weight) for key, weight in weights.items()},
            "hold": dict(limits.held), "at_least": dict(limits.least), "at_most": dict(limits.most),
            "results": dict(division.shares),
        }  # fmt: skip
        yield ReceiptStep("split", said, data)
        return above
    return None


def _goal_step(cell: Cell, scope: str, how: str, units: int, made: Cascade) -> ReceiptStep:
    goal = made.goals[scope, cell.metric]
    steps = [
        {"metric": step.metric, "how": step.how, "identity": step.identity,
         "inputs": {id_: str(value) for id_, value in step.inputs}, "value": str(step.value)}
        for step in goal.steps
    ]  # fmt: skip
    chain = "; ".join(
        f"{step.metric} = {rounded(step.value, 2)} ({step.how}: "
        + ", ".join(f"{id_} {rounded(value, 4).normalize():f}" for id_, value in step.inputs) + ")"
        for step in goal.steps
    )  # fmt: skip
    said = message(f"plan.why_{how}", scope=scope, metric=cell.metric, total=_plain(cell, units), steps=chain)
    return ReceiptStep(how, said, {"scope": scope, "units": units, "digits": goal.digits, "steps": steps})


def _plain(cell: Cell, units: int) -> str:
    return plain(from_units(units, cell.digits))


def _percent(share: Fraction) -> str:
    return f"{rounded(share * 100, 2)}%"


def _sum_text(cell: Cell, parts: Mapping[str, int]) -> str:
    return " + ".join(f"{_plain(cell, units)} ({label})" for label, units in parts.items())


def _limits_text(cell: Cell, made: Cascade) -> str:
    limits = made.limits[cell.scope, cell.metric]
    texts = [f"{label} = {_plain(cell, units)}" for label, units in limits.held.items()]
    texts += [f"{label} ≥ {_plain(cell, units)}" for label, units in limits.least.items()]
    texts += [f"{label} ≤ {_plain(cell, units)}" for label, units in limits.most.items()]
    return ", ".join(texts) or "—"
