"""What a profit goal allows, beside the targets: a table of stores, and the same as data."""

from __future__ import annotations

from collections.abc import Sequence

from opsctl.locales import say
from opsctl.planning.drivers.profit import ProfitRoom
from opsctl.rendering.exact_json import Json, exact_text
from opsctl.rendering.names import scope_name
from opsctl.rendering.numbers import money, percent
from opsctl.rendering.sheet import Block, Column
from opsctl.workspace import Workspace


def profit_block(rooms: Sequence[ProfitRoom], workspace: Workspace, lang: str) -> Block:
    """Each store with its profit, the sales it takes, and how far ads and refunds may go."""
    currency = workspace.settings.currency
    names = tuple(scope_name(workspace, room.scope, lang) for room in rooms)

    def column(key: str, cells: Sequence[str]) -> Column:
        return Column(say(lang, f"profit.{key}"), tuple(cells))

    return Block(
        say(lang, "profit.title"),
        (
            Column(say(lang, "profit.store"), names, right=False),
            column("contribution", [money(room.contribution, lang, currency) for room in rooms]),
            column("least", [money(room.least, lang, currency) for room in rooms]),
            column("sales", [money(room.sales, lang, currency) for room in rooms]),
            column("mix", [percent(room.mix) for room in rooms]),
            column("ad_ratio", [percent(room.ad_ratio, 2) for room in rooms]),
            column("highest_ad_ratio", [percent(room.highest_ad_ratio, 2) for room in rooms]),
            column("refund_rate", [percent(room.refund_rate, 2) for room in rooms]),
            column("refund_ceiling", [percent(room.refund_ceiling, 2) for room in rooms]),
        ),
        notes=(say(lang, "profit.note"),),
    )  # fmt: skip


def profit_json(rooms: Sequence[ProfitRoom]) -> list[Json]:
    """Amounts as exact decimals, ratios to six places."""
    return [
        {
            "scope": room.scope,
            "contribution": exact_text(room.contribution),
            "least": exact_text(room.least),
            "gmv_paid": exact_text(room.sales),
            "mix": exact_text(room.mix),
            "ad_cost_ratio": exact_text(room.ad_ratio),
            "highest_ad_cost_ratio": exact_text(room.highest_ad_ratio),
            "refund_rate": exact_text(room.refund_rate),
            "refund_ceiling": exact_text(room.refund_ceiling),
        }
        for room in rooms
    ]
