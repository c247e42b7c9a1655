"""A review as a page of words: what to read first, then the figures behind it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.rendering.attribution_blocks import attribution_blocks
from opsctl.rendering.attribution_words import first_sentence
from opsctl.rendering.gate_words import objections_block, verdict
from opsctl.rendering.names import metric_name, scope_name, span_name
from opsctl.rendering.numbers import by_unit, percent, points
from opsctl.rendering.review_blocks import day_block, figures_block, pace_block, rates_block, stores_block
from opsctl.rendering.review_exceptions import exceptions_block
from opsctl.rendering.review_gaps import missing_block
from opsctl.rendering.review_maturity import maturity_block, maturity_line, restated_block
from opsctl.rendering.review_members import members_block, people_block
from opsctl.rendering.review_outlook import outlook_block, outlook_lines
from opsctl.rendering.review_parts import parts_block
from opsctl.rendering.review_tiers import tiers_block
from opsctl.rendering.review_words import of_kind
from opsctl.rendering.sheet import Block, Sheet
from opsctl.reviewing.view import BrokenGuardrail, MetricRow, PaceRow, PeriodReview
from opsctl.workspace import Workspace


def review_sheet(review: PeriodReview, workspace: Workspace, lang: str) -> Sheet:
    """Put a review into words."""
    span = span_name(review.period.start, review.period.last, lang)
    until = review.data_until
    aimed = any(row.metric == review.headline and row.target is not None for row in review.rows)
    why = f"opsctl plan why {review.headline}/{review.scope}/{review.period.label}"
    return Sheet(
        title=of_kind(
            "title", review.period, lang, scope=scope_name(workspace, review.scope, lang), period=review.period.label
        ),
        facts=say(lang, "review.facts" if until else "review.facts_no_data", span=span, day=f"{until}"),
        first=tuple(_first(review, workspace, lang)),
        blocks=tuple(_blocks(review, workspace, lang)),
        onward=say(lang, "review.onward"),
        commands=(why,) if aimed else (),
    )


def _blocks(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[Block]:
    if review.judgement is not None and review.judgement.objections:
        yield objections_block(review.judgement, workspace, lang)
    if review.period.kind == "day":
        yield exceptions_block(review, workspace, lang)
    if review.rows:
        yield figures_block(review, workspace, lang)
    if review.pace:
        yield pace_block(review, workspace, lang)
    if review.forecast:
        yield outlook_block(review, workspace, lang)
    if review.tiers:
        yield tiers_block(review, workspace, lang)
    if review.parts:
        yield parts_block(review, workspace, lang)
    if len(review.days) > 1 and any(row.actual is not None or row.target is not None for row in review.days):
        yield day_block(review, workspace, lang)
    if review.attribution is not None:
        yield from attribution_blocks(review.attribution, workspace, lang, review.currency)
    if review.stores:
        yield stores_block(review, workspace, lang)
    if review.maturity and not all(row.mature for row in review.maturity):
        yield maturity_block(review, workspace, lang)
    if review.restated:
        yield restated_block(review, workspace, lang)
    for table in (review.channels, review.product_roles):
        if table is not None:
            yield members_block(table, review, workspace, lang)
    if review.people:
        yield people_block(review, workspace, lang)
    if review.rates:
        yield rates_block(review, workspace, lang)
    if review.missing:
        yield missing_block(review, workspace, lang)


def _first(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[str]:
    if review.judgement is not None:
        yield verdict(workspace, review.judgement, lang)
    row = next((row for row in review.rows if row.metric == review.headline), None)
    if row is None or row.actual.value is None:
        here = of_kind("here", review.period, lang)
        yield say(lang, "review.no_actual", metric=_capital(metric_name(workspace, review.headline, lang)), here=here)
    else:
        yield _headline(row, review, workspace, lang)
        if row.original_attainment is not None:
            first = by_unit(row.original_target, row.unit, lang, review.currency)
            yield say(lang, "replan.against_original", target=first, attainment=percent(row.original_attainment))
    if review.attribution is not None and review.attribution.drivers:
        yield first_sentence(review.attribution, workspace, lang, review.currency)
    yield from _sold_more(review, workspace, lang)
    month = next((pace for pace in review.pace if pace.metric == review.headline and pace.period.kind == "month"), None)
    if month is not None and month.pace is not None:
        yield _pace(month, lang)
    yield from maturity_line(review, workspace, lang)
    yield from outlook_lines(review, workspace, lang)
    yield from (_broken(guard, review, workspace, lang) for guard in review.broken)
    if review.newer is not None:
        yield say(lang, "review.newer", period=review.newer.label, here=of_kind("here", review.period, lang))


def _headline(row: MetricRow, review: PeriodReview, workspace: Workspace, lang: str) -> str:
    name = _capital(metric_name(workspace, row.metric, lang))
    actual = by_unit(row.actual.value, row.unit, lang, review.currency)
    if row.target is None:
        return say(lang, "review.no_target", metric=name, actual=actual, here=of_kind("here", review.period, lang))
    goal = of_kind("goal", review.period, lang)
    target = by_unit(row.target, row.unit, lang, review.currency)
    if row.attainment is None or row.gap is None:
        return say(lang, "review.beside", metric=name, actual=actual, target=target, goal=goal)
    # What the target was compared with: the days they have in common, which may be fewer than the period has.
    compared = by_unit(row.target - row.gap, row.unit, lang, review.currency)
    said = say(
        lang,
        "review.short" if row.gap > 0 else "review.met",
        metric=name,
        actual=compared,
        goal=goal,
        target=target,
        attainment=percent(row.attainment),
        gap=by_unit(abs(row.gap), row.unit, lang, review.currency),
    )
    total = len(review.period.days)
    covered = min(row.target_days, row.actual.days)
    if covered == total:
        return said
    return said + ("" if lang == "zh" else " ") + say(lang, "review.covered", days=f"{covered}", total=f"{total}")


def _broken(guard: BrokenGuardrail, review: PeriodReview, workspace: Workspace, lang: str) -> str:
    unit = workspace.metrics[guard.metric].unit
    limit = by_unit(guard.limit, unit, lang, review.currency)
    return say(
        lang,
        "tiers.broken",
        goal=metric_name(workspace, guard.goal, lang),
        metric=_capital(metric_name(workspace, guard.metric, lang)),
        actual=by_unit(guard.actual, unit, lang, review.currency),
        limit=say(lang, f"tiers.{guard.side}", limit=limit),
    )


def _sold_more(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[str]:
    """Sales over their target with a profit below its own: by how much, and which costs took it."""
    rows = {row.metric: row for row in review.rows}
    sales, profit = rows.get(review.headline), rows.get("contribution")
    if sales is None or profit is None or sales.gap is None or profit.gap is None or sales.gap >= 0 or profit.gap <= 0:
        return

    def shown(value: Fraction) -> str:
        return by_unit(value, "money", lang, review.currency)

    costs = [rows[id_] for id_ in ("refund_amount", "cogs", "fees", "fulfilment", "ad_spend") if id_ in rows]
    beyond = {row.metric: -row.gap for row in costs if row.gap is not None and row.gap < 0}
    words = [
        say(lang, "profit.more", metric=metric_name(workspace, metric, lang), amount=shown(amount))
        for metric, amount in sorted(beyond.items(), key=lambda each: -each[1])
    ]
    name = _capital(metric_name(workspace, sales.metric, lang))
    numbers = {"sales": name, "over": shown(-sales.gap), "short": shown(profit.gap)}
    where = listed(words, lang)
    yield say(lang, "profit.sold_more" if where else "profit.sold_more_alone", **numbers, where=where)


def _pace(row: PaceRow, lang: str) -> str:
    shown = points(row.pace)
    word = "ahead" if shown.startswith("+") else "behind" if shown.startswith("-") else "on"
    return say(
        lang,
        f"review.pace_{word}",
        period=row.period.label,
        attainment=percent(row.attainment),
        due=percent(row.due),
        lead=shown.lstrip("+-"),
    )


def _capital(name: str) -> str:
    """A sentence begins with a capital; what is no letter stays."""
    return name[:1].upper() + name[1:]
