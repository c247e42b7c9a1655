"""
The receipt of a person's number: month by month the part of a place's number, then where that one comes from.

As with every receipt, each step holds all the numbers it needs to be recomputed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import accumulate

from opsctl.diagnostics import Listed, message
from opsctl.period import Period, month_of
from opsctl.planning.cascade import cascade
from opsctl.planning.curves.spread import spread
from opsctl.planning.dividing.division import whole
from opsctl.planning.figures import figure, sum_of
from opsctl.planning.people import Shared, counted, people, time_given
from opsctl.planning.periods import month_days, units_by_day
from opsctl.planning.receipt import ReceiptStep, receipt
from opsctl.quantity import places, plain
from opsctl.workspace import Workspace


def person_receipt(workspace: Workspace, person: str, metric: str, period: Period) -> tuple[ReceiptStep, ...]:
    """Explain a person's target of a period up to the top goals; empty where there is no such target."""
    months = {month_of(day): None for day in period.days if (person, metric) in people(workspace, day.year).cells}
    steps = list(_in_time(workspace, person, metric, period, tuple(months)))
    above: list[ReceiptStep] = []
    for month in months:
        counting = counted(workspace, month.start.year, (person, metric), month.start.month)
        steps += _in_month(person, month, counting)
        for each in counting:
            above += _of_place(workspace, each.place, metric, month, period)
    # What two months come from is said once, where the last of them has been led up to it.
    return (*steps, *(step for at, step in enumerate(above) if step not in above[at + 1 :]))


def _in_time(
    workspace: Workspace, person: str, metric: str, period: Period, months: tuple[Period, ...]
) -> Iterator[ReceiptStep]:
    """From the period to its months: their sum, or the days of a month that follow those of the place."""
    if not months:
        return
    digits = places(workspace.metrics[metric].unit)
    if period.kind in ("year", "half", "quarter"):
        cells = {month: people(workspace, month.start.year).cells[person, metric] for month in months}
        found = {month.label: cell.months[month.start.month - 1] for month, cell in cells.items()}
        yield _sum_step("plan.why_months", period.label, found, digits, metric)
    elif period.kind in ("week", "day"):
        if period.kind == "week":
            days = units_by_day(workspace, person, metric, period)
            parts = {day.isoformat(): got for day, got in days.items()}
            yield _sum_step("plan.why_days", period.label, parts, digits, metric)
        for month in months:
            for each in counted(workspace, month.start.year, (person, metric), month.start.month):
                yield _days_step(workspace, person, month, each, period)


def _sum_step(sentence: str, label: str, parts: Mapping[str, int], digits: int, metric: str) -> ReceiptStep:
    total = sum(parts.values())
    added = sum_of(parts, digits, metric)
    said = message(sentence, period=label, total=figure(total, digits, metric), count=len(parts), sum=added)
    return ReceiptStep("sum", said, {"period": label, "units": total, "digits": digits, "parts": dict(parts)})


def _days_step(workspace: Workspace, person: str, month: Period, each: Shared, period: Period) -> ReceiptStep:
    """A month at one place over its days: as the place's days go, times the share of each day that is given."""
    given = whole(time_given(workspace, person, (each.role, each.place), month.days))
    wanted = month_days(workspace, month.start.year, each.place, each.metric, month.start.month)
    weights = [part * abs(units) for part, units in zip(given, wanted, strict=True)]
    weights = weights if any(weights) else list(given)
    total = each.shares[person][month.start.month - 1]
    running = (0, *accumulate(weights))
    shown = Listed(
        (
            f"{day.isoformat()} {running[at]} → {running[at + 1]}"
            for at, day in enumerate(month.days)
            if period.contains(day)
        ),
        "; ",
    )
    said = message(
        "people.why_days",
        person=person, place=each.place, role=each.role, month=month.label,
        total=figure(total, each.digits, each.metric), weight=running[-1], days=shown,
    )  # fmt: skip
    data = {"period": month.label, "place": each.place, "role": each.role, "units": total, "digits": each.digits,
            "weights": weights, "results": list(spread(weights, total))}  # fmt: skip
    return ReceiptStep("person_days", said, data)


def _in_month(person: str, month: Period, counting: tuple[Shared, ...]) -> Iterator[ReceiptStep]:
    """A person's month as parts of what the places have in it."""
    if len(counting) > 1:
        parts = {each.place: each.shares[person][month.start.month - 1] for each in counting}
        digits, total = counting[0].digits, sum(parts.values())
        said = message(
            "people.why_places",
            person=person,
            period=month.label,
            total=figure(total, digits, counting[0].metric),
            sum=sum_of(parts, digits, counting[0].metric),
        )
        data = {"period": month.label, "person": person, "units": total, "digits": digits, "parts": parts}
        yield ReceiptStep("places", said, data)
    for each in counting:
        yield _share_step(person, month, each)


def _share_step(person: str, month: Period, each: Shared) -> ReceiptStep:
    parts = each.in_month(month.start.month)
    worked, got = parts[person]
    total = sum(share for _, share in parts.values())
    said = message(
        "people.why_share" if len(parts) > 1 else "people.why_alone",
        person=person, place=each.place, role=each.role, period=month.label,
        share=figure(got, each.digits, each.metric), total=figure(total, each.digits, each.metric),
        worked=_days(worked), all=_days(sum((time for time, _ in parts.values()), Decimal(0))),
    )  # fmt: skip
    data = {
        "period": month.label, "person": person, "place": each.place, "role": each.role,
        "units": got, "total": total, "digits": each.digits,
        "weights": {who: plain(time) for who, (time, _) in parts.items()},
        "results": {who: share for who, (_, share) in parts.items()},
    }  # fmt: skip
    return ReceiptStep("share", said, data)


def _of_place(workspace: Workspace, place: str, metric: str, month: Period, period: Period) -> tuple[ReceiptStep, ...]:
    """Where the place's month comes from; a curve is shown once for all the months of half a year or less."""
    cell = cascade(workspace, month.start.year).cells[place, metric]
    if cell.parts or period.kind in ("month", "week", "day"):
        return receipt(workspace, place, metric, month)
    halves = period.parts("half") if period.kind == "year" else (period,)
    half = next(half for half in halves if half.contains(month.start))
    # The place's own sum over the period is no step on this way.
    return tuple(step for step in receipt(workspace, place, metric, half) if step.how != "sum")


def _days(days: Decimal) -> str:
    return f"{days.normalize():f}"
