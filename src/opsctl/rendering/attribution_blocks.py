"""The tables of why: drivers, stores × drivers, volume and mix, channels; every column adds up to its last line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from opsctl.locales import say
from opsctl.rendering.attribution_words import (
    against_name,
    arithmetic,
    driver_name,
    effect_text,
    first_sentence,
    lacking_notes,
    method_notes,
    receipts,
)
from opsctl.rendering.bars import bar
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import NOTHING, by_unit
from opsctl.rendering.sheet import Block, Column
from opsctl.reviewing.attribution.view import Attribution, DriverEffect, OwnerEffect
from opsctl.workspace import Workspace

_BAR = 12
_INDENT = "  "


def attribution_blocks(why: Attribution, workspace: Workspace, lang: str, currency: str) -> Iterator[Block]:
    """Everything there is to say about a gap."""
    title = say(
        lang, "attribution.title", metric=metric_name(workspace, why.metric, lang), against=against_name(why, lang)
    )
    notes = (*method_notes(why, workspace, lang), *lacking_notes(why, workspace, lang))
    if not why.drivers:
        said = first_sentence(why, workspace, lang, currency)
        yield Block(title, lines=(said,), notes=notes, bullet="", name="attribution")
        return
    yield Block(title, _driver_columns(why, workspace, lang, currency), notes=notes, name="attribution")

    def amount(effect: Decimal | None) -> str:
        return effect_text(effect, why, workspace, currency)

    if why.owners:
        columns = _owner_columns(why, why.owners, workspace, lang, amount)
        yield Block(say(lang, "attribution.stores"), columns, name="attribution-stores")
    if why.mix is not None:
        columns = _mix_columns(why, workspace, lang, amount)
        note = say(lang, "attribution.mix_note")
        yield Block(say(lang, "attribution.mix"), columns, notes=(note,), name="attribution-mix")
    if why.channels:
        columns = _owner_columns(why, why.channels, workspace, lang, amount)
        yield Block(say(lang, "attribution.channels"), columns, name="attribution-channels")
    lines = tuple(receipts(why, workspace, lang, currency))
    if lines:
        notes = tuple(arithmetic(why, lang))
        yield Block(say(lang, "attribution.receipts"), lines=lines, notes=notes, name="attribution-receipts")


def _driver_columns(why: Attribution, workspace: Workspace, lang: str, currency: str) -> tuple[Column, ...]:
    rows = [
        row for each in why.drivers for row in ((_name(each, workspace, lang), each), *_parts(each, workspace, lang))
    ]
    most = max((abs(each.effect) for _, each in rows), default=Decimal(0)) or Decimal(1)

    def value(each: DriverEffect, side: Fraction | None) -> str:
        return by_unit(side, workspace.metrics[each.driver].unit, lang, currency) if side is not None else NOTHING

    def cells(cell: Callable[[DriverEffect], str], total: str) -> tuple[str, ...]:
        return (*(cell(each) for _, each in rows), total)

    unit = workspace.metrics[why.metric].unit
    sums = [by_unit(side, unit, lang, currency) for side in (why.baseline, why.actual)]
    gap = effect_text(why.gap, why, workspace, currency)
    return (
        Column(
            say(lang, "attribution.driver"), (*(name for name, _ in rows), say(lang, "attribution.sum")), right=False
        ),
        Column(say(lang, "attribution.baseline"), cells(lambda each: value(each, each.baseline), sums[0])),
        Column(say(lang, "attribution.actual"), cells(lambda each: value(each, each.actual), sums[1])),
        Column(
            say(lang, "attribution.effect"),
            cells(lambda each: effect_text(each.effect, why, workspace, currency), gap),
            leading=True,
        ),
        Column("", cells(lambda each: _bar(each.effect, most), ""), right=False, spare=True),
    )


def _name(each: DriverEffect, workspace: Workspace, lang: str) -> str:
    return driver_name(each.driver, workspace, lang)


def _parts(each: DriverEffect, workspace: Workspace, lang: str) -> Iterator[tuple[str, DriverEffect]]:
    for part in each.parts:
        yield _INDENT + _name(part, workspace, lang), part


def _bar(effect: Decimal, most: Decimal) -> str:
    """A bar behind the sign of what it stands for, which no colour has to tell."""
    if not effect:
        return ""
    size = Fraction(abs(effect)) / Fraction(most)
    return f"{'+' if effect > 0 else '-'} {bar(size, _BAR, Fraction(0))}"


def _owner_columns(
    why: Attribution,
    owners: Sequence[OwnerEffect],
    workspace: Workspace,
    lang: str,
    amount: Callable[[Decimal | None], str],
) -> tuple[Column, ...]:
    """Owners down, drivers across; the last column and the last row are the sums."""
    drivers = tuple(dict.fromkeys(each.driver for owner in owners for each in owner.drivers))
    names = [owner_name(owner, workspace, lang) for owner in owners]
    head = "store" if owners[0].dimension == "store" else "channel"
    columns = [Column(say(lang, f"attribution.{head}"), (*names, say(lang, "attribution.sum")), right=False)]
    columns.append(
        Column(
            say(lang, "attribution.effect"),
            (*(amount(owner.effect) for owner in owners), amount(why.gap)),
            leading=True,
        )
    )
    for driver in drivers:
        found = [next((each.effect for each in owner.drivers if each.driver == driver), None) for owner in owners]
        whole = sum((effect for effect in found if effect is not None), Decimal(0))
        columns.append(Column(driver_name(driver, workspace, lang), (*map(amount, found), amount(whole))))
    return tuple(columns)


def owner_name(owner: OwnerEffect, workspace: Workspace, lang: str) -> str:
    """What people call a store, a channel, or what belongs to none."""
    if not owner.owner:
        return say(lang, "attribution.no_channel")
    return scope_name(workspace, owner.owner, lang) if owner.dimension == "store" else owner.owner


def _mix_columns(
    why: Attribution, workspace: Workspace, lang: str, amount: Callable[[Decimal | None], str]
) -> tuple[Column, ...]:
    rows = [owner for owner in why.owners if owner.mix is not None]
    whole = sum((owner.effect for owner in rows), Decimal(0))
    names = (*(owner_name(owner, workspace, lang) for owner in rows), say(lang, "attribution.sum"))
    return (
        Column(say(lang, "attribution.store"), names, right=False),
        Column(say(lang, "attribution.volume"), (*(amount(owner.volume) for owner in rows), amount(why.volume))),
        Column(say(lang, "attribution.shift"), (*(amount(owner.mix) for owner in rows), amount(why.mix))),
        Column(say(lang, "attribution.rate"), (*(amount(owner.rate) for owner in rows), amount(why.rate))),
        Column(
            say(lang, "attribution.effect"), (*(amount(owner.effect) for owner in rows), amount(whole)), leading=True
        ),
    )
