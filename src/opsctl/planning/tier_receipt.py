"""
The receipt of a floor or stretch: from the cell up to the scope that set it, each step with the numbers it needs.

Every step divides the distance between the tier and the commit value, so what the commit value rests on is not told
again; the last step says how to ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Listed, Phrase, message
from opsctl.period import Period
from opsctl.planning.cascade import Cascade, cascade
from opsctl.planning.figures import added, amount
from opsctl.planning.months import Cell
from opsctl.planning.periods import month_days
from opsctl.planning.receipt import ReceiptStep
from opsctl.planning.tier_targets import tier_by_day, tier_month_days
from opsctl.planning.tiers import Tier, Tiers, tiers
from opsctl.workspace import Workspace


def tier_receipt(workspace: Workspace, scope: str, metric: str, tier: Tier, period: Period) -> tuple[ReceiptStep, ...]:
    """Explain a tier of a period; empty where the scope has no such tier in it."""
    steps: list[ReceiptStep] = []
    for year in sorted(period.years):
        made, laid = cascade(workspace, year), tiers(workspace, year)
        if (scope, metric, tier) in laid.cells:
            steps += _parts(workspace, laid.cells[scope, metric, tier], tier, period) if not steps else ()
            steps += _over_time(workspace, made, laid, (scope, metric, tier), period)
            steps += _moved(made, laid, (scope, metric, tier))
            steps += _down(made, laid, (scope, metric, tier))
    if steps:
        cell = f"{metric}/{scope}/{period.label}"
        steps.append(ReceiptStep("commit", message("tiers.why_commit", cell=cell), {"cell": cell}))
    return tuple(steps)


def _parts(workspace: Workspace, cell: Cell, tier: Tier, period: Period) -> Iterator[ReceiptStep]:
    """A longer period as the sum of its months, a week as the sum of its days."""
    if period.kind in ("year", "half", "quarter"):
        months = {part.label: cell.months[part.start.month - 1] for part in period.parts("month")}
        yield _sum(cell, period, months, "plan.why_months")
    elif period.kind == "week":
        days = tier_by_day(workspace, cell.scope, cell.metric, tier, period)
        yield _sum(cell, period, {day.isoformat(): units for day, units in days.items()}, "plan.why_days")


def _sum(cell: Cell, period: Period, parts: Mapping[str, int], sentence: str) -> ReceiptStep:
    total, text = sum(parts.values()), added(cell, parts)
    said = message(sentence, period=period.label, total=amount(cell, total), count=len(parts), sum=text)
    return ReceiptStep(
        "sum", said, {"period": period.label, "units": total, "digits": cell.digits, "parts": dict(parts)}
    )


def _over_time(
    workspace: Workspace, made: Cascade, laid: Tiers, address: tuple[str, str, Tier], period: Period
) -> Iterator[ReceiptStep]:
    """From days to months to the year, along the commit values; over the parts where the scope is a sum."""
    scope, metric, tier = address
    cell, commit = laid.cells[address], made.cells[scope, metric]
    days = [day for day in period.days if day.year == made.year]
    if period.kind == "year":
        return
    if cell.parts:
        found = {part: tier_by_day(workspace, part, metric, tier, period) for part in cell.parts}
        parts = {part: sum(units[day] for day in days) for part, units in found.items()}
        text = added(cell, parts)
        total = sum(parts.values())
        said = message("plan.why_parts", scope=scope, period=period.label, total=amount(cell, total), sum=text)
        yield ReceiptStep("children", said, {"scope": scope, "units": total, "digits": cell.digits, "parts": parts})
        return
    months = sorted({day.month for day in days})
    for month in months if period.kind in ("day", "week") else ():
        before = month_days(workspace, made.year, scope, metric, month)
        after = tier_month_days(workspace, made.year, scope, metric, tier, month)
        numbers = [day.day for day in days if day.month == month]
        yield _days(cell, commit, f"{made.year}-{month:02d}", month, numbers, before, after)
    yield _months(cell, commit, made.year, months)


def _days(
    cell: Cell,
    commit: Cell,
    label: str,
    month: int,
    numbers: list[int],
    before: tuple[int, ...],
    after: tuple[int, ...],
) -> ReceiptStep:
    gap = cell.months[month - 1] - commit.months[month - 1]
    rows = (_row(cell, f"{label}-{day:02d}", before[day - 1], after[day - 1]) for day in numbers)
    said = message("tiers.why_days", month=label, gap=amount(cell, gap), days=Listed(rows, "; "))
    data = {"period": label, "units": gap, "digits": cell.digits, "commit": list(before), "results": list(after)}
    return ReceiptStep("tier_days", said, data)


def _months(cell: Cell, commit: Cell, year: int, months: list[int]) -> ReceiptStep:
    gap = cell.year - commit.year
    rows = (_row(cell, f"{year}-{month:02d}", commit.months[month - 1], cell.months[month - 1]) for month in months)
    said = message("tiers.why_months", scope=cell.scope, gap=amount(cell, gap), months=Listed(rows, "; "))
    data = {"scope": cell.scope, "units": gap, "digits": cell.digits,
            "commit": list(commit.months), "results": list(cell.months)}  # fmt: skip
    return ReceiptStep("tier_months", said, data)


def _moved(made: Cascade, laid: Tiers, address: tuple[str, str, Tier]) -> Iterator[ReceiptStep]:
    """Where the scope's year was planned anew: the tier stands beside the year as it was first planned."""
    scope, metric, tier = address
    commit = made.cells[scope, metric]
    before = laid.promised(commit)
    if before != commit.year:
        said = message(
            "weighing.tier_moved",
            scope=scope, tier=tier, before=amount(commit, before), now=amount(commit, commit.year),
        )  # fmt: skip
        data = {"scope": scope, "tier": tier, "digits": commit.digits, "before": before, "units": commit.year}
        yield ReceiptStep("tier_moved", said, data)


def _down(made: Cascade, laid: Tiers, address: tuple[str, str, Tier]) -> Iterator[ReceiptStep]:
    """From the scope's year up to the scope whose sheet sets the tier."""
    scope, metric, tier = address
    while (scope, metric, tier) not in laid.typed:
        above = next(
            cell for (_, of, at), cell in laid.cells.items() if (of, at) == (metric, tier) and scope in cell.parts
        )
        yield _share(made, laid, above, scope, tier)
        scope = above.scope
    cell, commit = laid.cells[scope, metric, tier], made.cells[scope, metric]
    promised = laid.promised(commit)
    numbers = {"value": cell.year, "commit": promised, "gap": cell.year - promised}
    texts = {name: amount(cell, units) for name, units in numbers.items()}
    said = message("tiers.why_typed", scope=scope, tier=tier, **texts)
    yield ReceiptStep("tier_typed", said, {"scope": scope, "tier": tier, "digits": cell.digits, **numbers})


def _share(made: Cascade, laid: Tiers, above: Cell, scope: str, tier: Tier) -> ReceiptStep:
    metric = above.metric
    weights = {part: laid.promised(made.cells[part, metric]) for part in above.parts}
    gap = above.year - laid.promised(made.cells[above.scope, metric])
    value = laid.cells[scope, metric, tier].year
    said = message(
        "tiers.why_share",
        scope=scope, tier=tier, above=above.scope, value=amount(above, value), commit=amount(above, weights[scope]),
        share=_signed(above, value - weights[scope]), gap=amount(above, gap),
        whole=amount(above, sum(weights.values())),
    )  # fmt: skip
    results = {part: laid.cells[part, metric, tier].year for part in above.parts}
    data = {"scope": scope, "above": above.scope, "units": gap, "digits": above.digits,
            "commit": weights, "results": results}  # fmt: skip
    return ReceiptStep("tier_share", said, data)


def _row(cell: Cell, label: str, before: int, after: int) -> Phrase:
    return Phrase(f"{label} ", amount(cell, before), " → ", amount(cell, after))


def _signed(cell: Cell, units: int) -> Phrase:
    return Phrase("- " if units < 0 else "+ ", amount(cell, abs(units)))
