"""How ripe net sales are, and what was restated, in words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.rendering.names import metric_name, scope_name, span_name
from opsctl.rendering.numbers import NOTHING, by_unit, money, percent
from opsctl.rendering.review_columns import heads
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.lags import AGES
from opsctl.reviewing.late import Maturity, RestatedRow
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace

_FILES = 3


def maturity_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """Each store's refunds: what is in, what is still to come, its curve, and from when on its net sales are judged."""
    rows = review.maturity

    def column(name: str, cells: Iterator[str]) -> Column:
        return Column(say(lang, f"review_numbers.{name}"), tuple(cells))

    def amount(value: Fraction | None) -> str:
        return money(value, lang, review.currency)

    drawn = [row.curve for row in rows if row.curve is not None]
    methods = dict.fromkeys(curve.method for curve in drawn)
    return Block(
        say(lang, "review_numbers.maturity"),
        (
            heads([scope_name(workspace, row.scope, lang) for row in rows], "store", lang),
            column("arrived", (percent(row.arrived, 0) for row in rows)),
            column("to_come", (amount(row.to_come) for row in rows)),
            column("net_then", (amount(row.net) for row in rows)),
            *(column(f"after_{age}", (_share(row, at) for row in rows)) for at, age in enumerate(AGES)),
            column("ripe", (_ripe(row, lang) for row in rows)),
        ),
        notes=tuple(say(lang, f"review_numbers.maturity_{method}") for method in methods),
        name="maturity",
    )


def maturity_line(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[str]:
    """That net sales cannot be judged yet, with what is in of their refunds."""
    own = next((row for row in review.maturity if row.scope == review.scope), None)
    if own is None or own.mature:
        return
    words = {"metric": metric_name(workspace, own.metric, lang), "day": f"{own.ripe}"}
    words["metric"] = words["metric"][:1].upper() + words["metric"][1:]
    if own.arrived is None:
        yield say(lang, "review_numbers.immature", **words)
        return
    net, to_come = (money(value, lang, review.currency) for value in (own.net, own.to_come))
    yield say(lang, "review_numbers.arriving", arrived=percent(own.arrived, 0), net=net, to_come=to_come, **words)


def restated_block(review: PeriodReview, workspace: Workspace, lang: str) -> Block:
    """What was otherwise when it was loaded before, and since which file."""
    return Block(
        say(lang, "review_numbers.restated"),
        lines=tuple(_restated(row, review, workspace, lang) for row in review.restated),
        name="restated",
    )


def _restated(row: RestatedRow, review: PeriodReview, workspace: Workspace, lang: str) -> str:
    entry = workspace.metrics.get(row.metric)
    unit = entry.unit if entry else "count"
    # Values stand as the source gives them, which is not always in the currency of the workspace.
    currency = next((rate.currency for rate in review.rates if rate.scope == row.scope), review.currency)
    was, now = (by_unit(value, unit, lang, currency) for value in (row.was, row.now))
    late = row.metric in ("refund_amount", "net_sales", "refund_qty")
    more = len(row.files) - _FILES
    files = listed((*row.files[:_FILES], *([f"+{more}"] if more > 0 else [])), lang) or row.before
    return say(
        lang,
        "review_numbers.restated_late" if late else "review_numbers.restated_again",
        scope=scope_name(workspace, row.scope, lang),
        metric=metric_name(workspace, row.metric, lang),
        span=span_name(row.days[0], row.days[-1], lang),
        days=f"{len(row.days)}",
        was=was,
        now=now,
        before=row.before,
        files=files,
    )


def _share(row: Maturity, at: int) -> str:
    return NOTHING if row.curve is None else percent(row.curve.shares[at], 0)


def _ripe(row: Maturity, lang: str) -> str:
    return say(lang, "review_numbers.is_ripe" if row.mature else "review_numbers.ripe_on", day=f"{row.ripe}")
