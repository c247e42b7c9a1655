"""Why, in sentences: what did most, how it was computed, what was lacking, and the numbers to check it with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import by_unit, exact
from opsctl.reviewing.attribution.view import (
    UNSPLIT,
    Attribution,
    DriverEffect,
    Lacking,
    OwnerEffect,
    Total,
)
from opsctl.workspace import Workspace

_OWN_NAMES = (UNSPLIT, "both", "cart_paid", "units_per_buyer")
_RECEIPTS = 3
_FACTORS = 3


def driver_name(driver: str, workspace: Workspace, lang: str) -> str:
    """What people call a driver or a part of one."""
    return say(lang, f"attribution.{driver}") if driver in _OWN_NAMES else metric_name(workspace, driver, lang)


def against_name(why: Attribution, lang: str) -> str:
    """What is compared with, with its period."""
    return say(lang, f"attribution.{why.against}", period=why.before.label)


def effect_text(effect: Decimal | None, why: Attribution, workspace: Workspace, currency: str) -> str:
    """An effect in full, with its sign, so that a column of them can be added up."""
    shown = exact(effect, workspace.metrics[why.metric].unit, currency)
    return f"+{shown}" if effect is not None and effect > 0 else shown


def first_sentence(why: Attribution, workspace: Workspace, lang: str, currency: str) -> str:
    """The gap, the driver and the store that did most of it."""
    against = against_name(why, lang)
    if not why.days:
        return say(lang, "attribution.nothing", against=against)
    if not why.gap:
        return say(lang, "attribution.no_gap", against=against)
    unit = workspace.metrics[why.metric].unit
    amount = by_unit(abs(why.gap), unit, lang, currency)
    gap = say(lang, "attribution.more" if why.gap > 0 else "attribution.less", amount=amount)
    most = largest(why.drivers, why.gap)
    said = say(
        lang,
        "attribution.first",
        gap=gap,
        against=against,
        driver=driver_name(most.driver, workspace, lang),
        effect=_short(most.effect, unit, lang, currency),
        where=_where(why, workspace, lang, currency),
    )
    return said[:1].upper() + said[1:]


def largest(drivers: Sequence[DriverEffect], gap: Decimal) -> DriverEffect:
    """The driver that did most in the direction of the gap."""
    return max(drivers, key=lambda each: each.effect if gap > 0 else -each.effect)


def _where(why: Attribution, workspace: Workspace, lang: str, currency: str) -> str:
    if len(why.owners) < 2:
        return ""
    unit = workspace.metrics[why.metric].unit
    store = max(why.owners, key=lambda each: each.effect if why.gap > 0 else -each.effect)
    inside = largest(store.drivers, why.gap)
    return say(
        lang,
        "attribution.in_store" if inside.driver == UNSPLIT else "attribution.where",
        store=scope_name(workspace, store.owner, lang),
        effect=_short(store.effect, unit, lang, currency),
        driver=driver_name(inside.driver, workspace, lang),
        inside=_short(inside.effect, unit, lang, currency),
    )


def _short(effect: Decimal, unit: str, lang: str, currency: str) -> str:
    return ("+" if effect > 0 else "") + by_unit(effect, unit, lang, currency)


def method_notes(why: Attribution, workspace: Workspace, lang: str) -> Iterator[str]:
    """How the numbers came about, and over which days."""
    if not why.days:
        return
    order = listed((driver_name(each.driver, workspace, lang) for each in why.drivers if each.driver != UNSPLIT), lang)
    yield say(lang, f"attribution.{why.method}", order=order)
    others = [scope_name(workspace, each.owner, lang) for each in why.owners if each.method != why.method]
    if others:
        yield say(lang, "attribution.lmdi_not", owners=listed(others, lang))
    yield say(lang, "attribution.grain")
    if why.days < why.total_days:
        yield say(lang, "attribution.covered", days=f"{why.days}", total=f"{why.total_days}")


def lacking_notes(why: Attribution, workspace: Workspace, lang: str) -> Iterator[str]:
    """What would be needed to split more; owners that lack the same are told together."""
    grouped: dict[tuple[object, ...], list[Lacking]] = {}
    for each in why.lacking:
        grouped.setdefault((each.side, each.metrics, each.days), []).append(each)
    for alike in grouped.values():
        first = alike[0]
        key = "no_actual" if first.side == "actual" else "no_baseline"
        if first.side == "baseline" and why.against == "target":
            key = "no_driver_target"
        yield say(
            lang,
            f"attribution.{key}",
            owners=listed((scope_name(workspace, each.owner, lang) for each in alike), lang),
            metrics=listed((metric_name(workspace, id_, lang) for id_ in first.metrics), lang),
            example=f"{first.metrics[0]}: derived",
            days=_days(first, lang),
        )


def _days(lacking: Lacking, lang: str) -> str:
    first, last, many = lacking.days[0], lacking.days[-1], len(lacking.days)
    if many == 1:
        return f"{first}"
    return say(lang, "attribution.days", first=f"{first}", last=f"{last}", count=f"{many}")


def receipts(why: Attribution, workspace: Workspace, lang: str, currency: str) -> Iterator[str]:
    """The numbers that the effects follow from, of the owners that did most."""
    found: list[tuple[str, tuple[Total, ...], tuple[DriverEffect, ...], Decimal]] = [
        (scope_name(workspace, each.owner, lang), each.totals, each.drivers, each.effect)
        for each in sorted(why.owners, key=_most)[:_RECEIPTS]
        if each.totals
    ]
    if why.totals:
        found = [("", why.totals, why.drivers, why.gap)]
    for owner, totals, drivers, gap in found:
        said = say(
            lang,
            "attribution.receipt",
            owner=owner or metric_name(workspace, why.metric, lang),
            totals=listed((_step(total, workspace, lang, currency) for total in totals), lang),
            effects=listed((_effect(each, why, workspace, lang, currency) for each in drivers), lang),
            gap=effect_text(gap, why, workspace, currency),
        )
        yield said


def arithmetic(why: Attribution, lang: str) -> Iterator[str]:
    """How the effects follow from the totals, where a formula fits on a line."""
    totals = [why.totals, *(each.totals for each in why.owners)]
    if why.method == "shapley" and any(len(each) == _FACTORS for each in totals):
        yield say(lang, "attribution.arithmetic")


def _most(owner: OwnerEffect) -> Decimal:
    return -abs(owner.effect)


def _step(total: Total, workspace: Workspace, lang: str, currency: str) -> str:
    unit = workspace.metrics[total.metric].unit
    before, after = (_full(value, unit, currency) for value in (total.baseline, total.actual))
    return say(lang, "attribution.step", name=metric_name(workspace, total.metric, lang), before=before, after=after)


def _full(value: Fraction, unit: str, currency: str) -> str:
    return exact(value, unit, currency)


def _effect(each: DriverEffect, why: Attribution, workspace: Workspace, lang: str, currency: str) -> str:
    return f"{driver_name(each.driver, workspace, lang)} {effect_text(each.effect, why, workspace, currency)}"
