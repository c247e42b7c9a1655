"""The truths: what each planted effect took, and the totals of the ledger, as a YAML text."""

from __future__ import annotations

from collections.abc import Iterable

from .exports import days, yuan
from .ledger import Ledger, StoreDay
from .world import EFFECTS, GAPS, INQUIRY_PAYS, REPLY_NORM, REPLY_SLOPE, SEED, STORES, Effect


def truth(ledger: Ledger) -> str:
    """The whole truth file."""
    lines = [
        "# Written by `python -m tests.simulator`; sums over the ledger, never over an export.",
        f"seed: {SEED}",
        f"inquiry: {{pays: {INQUIRY_PAYS}, norm_seconds: {REPLY_NORM}, lost_per_second: {REPLY_SLOPE}}}",
        "effects:",
        *(line for effect in EFFECTS for line in _effect(ledger, effect)),
        "gaps:",
        *(f"  - {{export: {export}, store: {store}, day: {day}}}" for export, store, day in GAPS),
        "years:",
        *_totals(ledger, 4),
        "months:",
        *_totals(ledger, 7),
    ]
    return "\n".join(lines) + "\n"


def _effect(ledger: Ledger, effect: Effect) -> list[str]:
    lost = [ledger[(effect.store, day)].lost for day in days(effect.first, effect.last)]
    took = {
        "stock-out": f"orders: {sum(x.orders for x in lost)}, gmv_paid: {yuan(sum(x.cents for x in lost))}",
        "ad-cut": f"visitors_paid: {sum(x.visitors_paid for x in lost)}",
        "slow-reply": f"inquirers_paid: {sum(x.inquirers_paid for x in lost)}",
    }[effect.kind]
    return [
        f"  - id: {effect.id}",
        f"    what: {{store: {effect.store}, kind: {effect.kind}, size: {effect.size}}}",
        f"    days: {{from: {effect.first}, until: {effect.last}}}",
        f"    took: {{{took}}}",
    ]


def _totals(ledger: Ledger, length: int) -> list[str]:
    """Totals by the first characters of the date: four make a year, seven a month."""
    lines = []
    for period in dict.fromkeys(str(day)[:length] for day in days()):
        lines.append(f'  "{period}":')
        for store in STORES:
            events = [ledger[(store.id, day)] for day in days() if str(day).startswith(period)]
            lines.append(f"    {store.id}: {{{_sums(events)}}}")
    return lines


def _sums(events: Iterable[StoreDay]) -> str:
    listed = list(events)
    gmv, refunds = sum(d.gmv for d in listed), sum(sum(d.refunds) for d in listed)
    sums = {
        "gmv_paid": yuan(gmv),
        "refund_amount": yuan(refunds),
        "net_sales": yuan(gmv - refunds),
        "orders_paid": sum(len(d.orders) for d in listed),
        "buyers_paid": sum(len(d.buyers) for d in listed),
        "visitors": sum(d.visits.people for d in listed),
        "clicks": sum(d.clicks for d in listed),
        "ad_spend": yuan(sum(d.ad_cents for d in listed)),
        "sessions": sum(len(d.sessions) for d in listed),
        "reply_seconds": sum(s.reply_seconds for d in listed for s in d.sessions),
        "inquirers": sum(len(d.inquirers) for d in listed),
        "inquirers_paid": sum(len(d.inquirers_paid) for d in listed),
    }
    return ", ".join(f"{key}: {value}" for key, value in sums.items())
