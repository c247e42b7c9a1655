"""The receipt of a channel's or product's target: its share of two running totals, and then the scope's own receipt."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import message
from opsctl.period import Period
from opsctl.planning.cascade import cascade
from opsctl.planning.figures import figure, sum_of
from opsctl.planning.receipt import ReceiptStep, receipt
from opsctl.planning.shown.views import Dimension, divided, running_totals, shares_of, view_units
from opsctl.planning.tier_receipt import tier_receipt
from opsctl.planning.tiers import Tier
from opsctl.quantity import places, plain
from opsctl.workspace import Workspace


def view_receipt(
    workspace: Workspace,
    scope: str,
    metric: str,
    dimension: Dimension,
    member: str,
    period: Period,
    tier: Tier | None = None,
) -> tuple[ReceiptStep, ...]:
    """Explain a member's target or its part of a tier; empty where the scope has no such member in the period."""
    if member not in view_units(workspace, scope, metric, dimension, period, tier):
        return ()
    steps = _steps(workspace, scope, metric, dimension, member, period, tier)
    if tier is None:
        return (*steps, *receipt(workspace, scope, metric, period))
    return (*steps, *tier_receipt(workspace, scope, metric, tier, period))


def _steps(
    workspace: Workspace,
    scope: str,
    metric: str,
    dimension: Dimension,
    member: str,
    period: Period,
    tier: Tier | None,
) -> Iterator[ReceiptStep]:
    for year in period.years:
        cell = cascade(workspace, year).cells.get((scope, metric))
        if cell is None:
            continue
        if shares_of(workspace, scope, metric, dimension, year):
            totals = running_totals(workspace, scope, metric, period, year, tier)
            yield _share_step(workspace, scope, metric, dimension, member, year, totals)
        else:
            parts = {
                part: units
                for part in cell.parts
                if (units := view_units(workspace, part, metric, dimension, period, tier).get(member)) is not None
            }
            digits, total = cell.digits, sum(parts.values())
            shown, whole = sum_of(parts, digits, metric), figure(total, digits, metric)
            said = message("plan.why_members", member=member, scope=scope, total=whole, sum=shown)
            yield ReceiptStep("members", said, {"units": total, "digits": digits, "parts": parts})


def _share_step(
    workspace: Workspace,
    scope: str,
    metric: str,
    dimension: Dimension,
    member: str,
    year: int,
    totals: tuple[int, int],
) -> ReceiptStep:
    shares = shares_of(workspace, scope, metric, dimension, year)
    before, after = totals
    digits = places(workspace.metrics[metric].unit)
    until, since = divided(shares, 0, after), divided(shares, 0, before)
    got = until[member] - since[member]
    numbers = {"total": got, "after": after, "before": before, "until": until[member], "since": since[member]}
    said = message(
        "plan.why_view", member=member, scope=scope, share=plain(shares[member]),
        shares=plain(sum(shares.values(), Decimal(0))),
        **{name: figure(units, digits, metric) for name, units in numbers.items()},
    )  # fmt: skip
    data = {
        "scope": scope, "member": member, "units": got, "digits": digits, "before": before, "after": after,
        "shares": {key: plain(share) for key, share in shares.items()}, "results": divided(shares, before, after),
    }  # fmt: skip
    return ReceiptStep("view", said, data)
