"""What `plan show --by` answers: a scope's target by channel or product, with shares, for people and machines."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Protocol

from opsctl.locales import say
from opsctl.period import Period
from opsctl.planning.shown.views import View
from opsctl.planning.tiers import Tier
from opsctl.quantity import from_units, plain
from opsctl.rendering.bars import bar
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json, period_json, scenario_json
from opsctl.rendering.names import dated, metric_name, part_of_period, scope_name, standing
from opsctl.rendering.numbers import exact, percent
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.rendering.tiers_text import COMMIT, no_tier, of_tier
from opsctl.workspace import Workspace

_BAR = 16


class Viewed(Protocol):
    """One metric of a scope by channel or product."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def scope(self) -> str: ...
    @property
    def metric(self) -> str: ...
    @property
    def period(self) -> Period: ...
    @property
    def view(self) -> View: ...
    @property
    def tier(self) -> Tier | None: ...


def view_text(result: Viewed, lang: str, *, width: int = 0) -> str:
    """The members with their shares, the largest first, then the months, weeks or days of each."""
    title = say(
        lang,
        "numbers.view_of",
        scope=scope_name(result.workspace, result.scope, lang),
        metric=of_tier(metric_name(result.workspace, result.metric, lang), result.tier, lang),
        period=dated(result.period, lang),
    )
    blocks = tuple(_blocks(result, lang))
    none = () if blocks else no_tier(result.tier, lang) or (say(lang, "numbers.no_targets"),)
    return render(*sheet_parts(Sheet(title, standing(result.workspace, lang), first=none, blocks=blocks)), width=width)


def view_json(result: Viewed) -> Json:
    """Members and their parts as exact decimals; what has no member stands under null."""
    digits = result.view.digits

    def number(units: int) -> str:
        return plain(from_units(units, digits))

    return {
        "scope": result.scope,
        "metric": result.metric,
        "unit": result.workspace.metrics[result.metric].unit,
        "currency": result.workspace.settings.currency,
        "period": period_json(result.period),
        **scenario_json(result.workspace),
        **({"tier": result.tier} if result.tier else {}),
        "by": result.view.dimension,
        "members": [
            {
                "member": member,
                "value": number(units),
                **{
                    key: [
                        {"first": f"{part.start}", "last": f"{part.last}", "value": number(found.get(member, 0))}
                        for part, found in spans
                    ]
                    for key, spans in (("parts", result.view.parts), ("sums", result.view.sums))
                },
            }
            for member, units in result.view.members.items()
        ],
    }


def view_csv(result: Viewed) -> str:
    """One row a member: the period, its sums, then its parts, as plain decimals; no member is an empty name."""
    view = result.view
    spans = (*view.sums, *view.parts)
    heads = (part.label if part.kind != "week" else f"{part.label} {part.start}" for part, _ in spans)
    rows = [",".join(("scope", "metric", "tier", view.dimension, result.period.label, *heads))]
    for member, units in view.members.items():
        numbers = (units, *(found.get(member, 0) for _, found in spans))
        cells = (plain(from_units(number, view.digits)) for number in numbers)
        rows.append(",".join((result.scope, result.metric, result.tier or COMMIT, member or "", *cells)))
    return "\n".join(rows) + "\n"


def _blocks(result: Viewed, lang: str) -> Iterator[Block]:
    members = sorted(result.view.members.items(), key=lambda each: (-each[1], each[0] or ""))
    if not members:
        return
    total = sum(units for _, units in members)
    shares = [Fraction(units, total) if total else Fraction(0) for _, units in members]
    order = tuple(member for member, _ in members)
    numbers = tuple(_exact(result, units) for units in (*dict(members).values(), total))
    names = (*(_member(member, lang) for member in order), say(lang, "numbers.total"))
    undivided = say(lang, f"numbers.undivided_{result.view.dimension}", metric=result.metric)
    yield Block(
        "",
        (
            Column(say(lang, f"numbers.{result.view.dimension}"), names, right=False, marked=frozenset((len(order),))),
            Column(say(lang, f"tiers.{result.tier}") if result.tier else say(lang, "numbers.target"), numbers),
            Column(say(lang, "numbers.share"), (*(percent(share) for share in shares), "")),
            Column("", (*(bar(share, _BAR) for share in shares), ""), right=False, spare=True),
        ),
        notes=(undivided if order == (None,) else say(lang, "numbers.parallel"),),
    )  # fmt: skip
    if len(result.view.parts) > 1:
        yield Block(say(lang, "numbers.parts"), tuple(_part_columns(result, order, lang)))


def _part_columns(result: Viewed, order: tuple[str | None, ...], lang: str) -> Iterator[Column]:
    """The parts with each sum after the last part in it, and the whole at the end; sums and whole stand out."""
    sums = [part for part, _ in result.view.sums]
    spans = sorted((*result.view.parts, *result.view.sums), key=lambda span: (span[0].end, span[0] in sums))
    marked = frozenset((*(at for at, (part, _) in enumerate(spans) if part in sums), len(spans)))
    names = (*(part_of_period(part, lang) for part, _ in spans), say(lang, "numbers.total"))
    rows = (*(found for _, found in spans), result.view.members)
    yield Column(say(lang, "numbers.part"), names, right=False, marked=marked)
    for member in order:
        cells = tuple(_exact(result, found.get(member, 0)) for found in rows)
        yield Column(_member(member, lang), cells, marked=marked)
    whole = tuple(_exact(result, sum(found.values())) for found in rows)
    yield Column(say(lang, "numbers.total"), whole, leading=True, marked=marked)


def _exact(result: Viewed, units: int) -> str:
    unit = result.workspace.metrics[result.metric].unit
    return exact(from_units(units, result.view.digits), unit, result.workspace.settings.currency)


def _member(member: str | None, lang: str) -> str:
    return say(lang, "numbers.no_member") if member is None else member
