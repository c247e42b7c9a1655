"""What opens under an effect: the values of both sides it was computed from, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from opsctl.locales import say
from opsctl.rendering.attribution_words import arithmetic, driver_name, effect_text, method_notes
from opsctl.rendering.html.receipts import Part, Receipts
from opsctl.rendering.names import metric_name
from opsctl.rendering.numbers import by_unit, exact
from opsctl.reviewing.attribution.view import Attribution, DriverEffect, OwnerEffect, Total


def driver_receipts(why: Attribution, receipts: Receipts) -> list[tuple[Part, ...]]:
    """For each row of the table of drivers, parts of drivers and the sum included."""
    rows = [row for each in why.drivers for row in (each, *each.parts)]
    return [*(_of_driver(each, why, receipts) for each in rows), _of_sum(why, receipts)]


def owner_receipts(why: Attribution, owners: Sequence[OwnerEffect], receipts: Receipts) -> list[tuple[Part, ...]]:
    """For each row of the table of stores or channels, the sum included."""
    return [*(_of_owner(each, why, receipts) for each in owners), _of_sum(why, receipts)]


def _of_driver(each: DriverEffect, why: Attribution, receipts: Receipts) -> tuple[Part, ...]:
    lang, workspace = receipts.lang, receipts.workspace
    name, effect = driver_name(each.driver, workspace, lang), _effect(each, why, receipts)
    if each.baseline is None or each.actual is None or each.driver not in workspace.metrics:
        lines = [say(lang, "page.effect_only", name=name, effect=effect)]
    else:
        before, now = (_amount(each.driver, side, receipts) for side in (each.baseline, each.actual))
        lines = [say(lang, "page.effect", name=name, before=before, now=now, effect=effect)]
    lines += _totals(why.totals, receipts)
    return _whole(each.driver, lines, why, receipts)


def _of_owner(each: OwnerEffect, why: Attribution, receipts: Receipts) -> tuple[Part, ...]:
    before, now = (_amount(why.metric, side, receipts) for side in (each.baseline, each.actual))
    name = metric_name(receipts.workspace, why.metric, receipts.lang)
    lines = [say(receipts.lang, "page.effect", name=name, before=before, now=now, effect=_effect(each, why, receipts))]
    lines += _totals(each.totals, receipts)
    return _whole(why.metric, lines, why, receipts, each.owner if each.dimension == "store" else "")


def _of_sum(why: Attribution, receipts: Receipts) -> tuple[Part, ...]:
    before, now = (_amount(why.metric, side, receipts) for side in (why.baseline, why.actual))
    gap = effect_text(why.gap, why, receipts.workspace, receipts.review.currency)
    return _whole(why.metric, [say(receipts.lang, "page.effect_sum", before=before, now=now, gap=gap)], why, receipts)


def _whole(metric: str, lines: list[str], why: Attribution, receipts: Receipts, scope: str = "") -> tuple[Part, ...]:
    lang = receipts.lang
    how = (*lines, *arithmetic(why, lang), *method_notes(why, receipts.workspace, lang))
    known = metric if metric in receipts.workspace.metrics else why.metric
    return (
        *receipts.definition_of(metric),
        Part(say(lang, "page.computed"), how),
        *receipts.origin_of(known, scope or receipts.review.scope),
    )


def _totals(totals: Sequence[Total], receipts: Receipts) -> Iterator[str]:
    for each in totals:
        before, now = (_amount(each.metric, side, receipts) for side in (each.baseline, each.actual))
        name = metric_name(receipts.workspace, each.metric, receipts.lang)
        yield say(receipts.lang, "page.moved", name=name, before=before, now=now)


def _effect(each: DriverEffect | OwnerEffect, why: Attribution, receipts: Receipts) -> str:
    return effect_text(each.effect, why, receipts.workspace, receipts.review.currency)


def _amount(metric: str, value: Fraction, receipts: Receipts) -> str:
    """In full where it adds up, as people read it otherwise."""
    unit = receipts.workspace.metrics[metric].unit
    if unit in ("money", "count"):
        return exact(value, unit, receipts.review.currency)
    return by_unit(value, unit, receipts.lang, receipts.review.currency)
