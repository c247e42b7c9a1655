"""What `plan show` answers: a scope's targets of a period, by its parts, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from opsctl.locales import say
from opsctl.period import Period
from opsctl.planning.drivers.profit import ProfitRoom
from opsctl.planning.drivers.remarks import PaidTraffic, UnlikeTraffic
from opsctl.planning.guardrails import Guarded
from opsctl.planning.replans.plan_versions import PlanVersion
from opsctl.planning.shown.show import ShownTarget, own_currency
from opsctl.planning.tiers import TIERS, Tier
from opsctl.quantity import plain
from opsctl.rendering.bars import bar
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json, exact_text, period_json, scenario_json
from opsctl.rendering.names import dated, metric_name, part_of_period, scope_name, standing
from opsctl.rendering.numbers import exact
from opsctl.rendering.profit_text import profit_block, profit_json
from opsctl.rendering.remarks_text import remark_lines, remarks_json
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.rendering.tiers_text import guardrail_lines, guardrails_json, shown_value, tier_columns
from opsctl.rendering.versions_text import original_columns, original_parts, versions_block, versions_json
from opsctl.workspace import Workspace

_ADDED = ("sum", "distinct")
_BAR = 12


class Shown(Protocol):
    """The targets of one scope and period; `leading` is the metric whose parts are drawn as bars."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def scope(self) -> str: ...
    @property
    def period(self) -> Period: ...
    @property
    def targets(self) -> Sequence[ShownTarget]: ...
    @property
    def leading(self) -> str | None: ...
    @property
    def contributions(self) -> Sequence[Sequence[str]]: ...
    @property
    def paid_traffic(self) -> PaidTraffic | None: ...
    @property
    def unlike_traffic(self) -> tuple[UnlikeTraffic, ...]: ...
    @property
    def tier(self) -> Tier | None: ...
    @property
    def guardrails(self) -> Sequence[Guarded]: ...
    @property
    def original(self) -> Sequence[ShownTarget]: ...
    @property
    def versions(self) -> Sequence[PlanVersion]: ...
    @property
    def profit(self) -> Sequence[ProfitRoom]: ...


def show_text(result: Shown, lang: str, *, width: int = 0) -> str:
    """The targets of a period to the smallest unit, and by the months, weeks or days it is made of."""
    scope = scope_name(result.workspace, result.scope, lang)
    none = () if result.targets else (say(lang, "numbers.no_targets"),)
    sheet = Sheet(
        say(lang, "numbers.targets_of", scope=scope, period=dated(result.period, lang)),
        standing(result.workspace, lang),
        first=none,
        blocks=tuple(_blocks(result, lang)),
    )
    return render(*sheet_parts(sheet), width=width)


def show_json(result: Shown) -> Json:
    """The targets of a period as exact decimals; ratios to six places."""
    return {
        "scope": result.scope,
        "period": period_json(result.period),
        **scenario_json(result.workspace),
        "currency": result.workspace.settings.currency,
        "targets": [_target_json(target) for target in result.targets],
        "profit": profit_json(result.profit),
        "contributions": [list(way) for way in result.contributions],
        **remarks_json(result.paid_traffic, result.unlike_traffic),
        **({"tier": result.tier} if result.tier else {}),
        **({"guardrails": guardrails_json(result.guardrails)} if result.guardrails else {}),
        "original": [_target_json(target) for target in result.original],
        "replans": versions_json(result.versions),
    }


def _target_json(target: ShownTarget) -> Json:
    return {
        "metric": target.metric,
        "unit": target.unit,
        "aggregation": target.aggregation,
        "value": exact_text(target.value),
        "days": target.days,
        "whole": target.whole,
        "parts": [_part_json(part, value) for part, value in target.parts],
        "sums": [_part_json(part, value) for part, value in target.sums],
        **{tier: exact_text(value) for tier in TIERS if (value := getattr(target, tier)) is not None},
    }


def _part_json(part: Period, value: Decimal) -> Json:
    return {"period": part.label, "first": f"{part.start}", "last": f"{part.last}", "value": plain(value)}


def periods_of(columns: Sequence[Sequence[tuple[Period, Decimal]]]) -> list[Period]:
    """Every period that any of the columns has a number for, in order."""
    return sorted({period for column in columns for period, _ in column})


def _blocks(result: Shown, lang: str) -> Iterator[Block]:
    targets, currency = result.targets, result.workspace.settings.currency
    if not targets:
        return
    names = tuple(metric_name(result.workspace, target.metric, lang) for target in targets)
    columns = [
        Column(say(lang, "numbers.metric"), names, right=False),
        Column(
            say(lang, f"tiers.{result.tier}") if result.tier else say(lang, "numbers.target"),
            tuple(shown_value(target, target.value, lang, currency) for target in targets),
        ),
        *original_columns(
            targets, result.original, lang, currency, lambda target: shown_value(target, target.value, lang, currency)
        ),
    ]
    foreign = own_currency(result.workspace, result.scope, result.period)
    if foreign is not None:
        columns.append(Column(say(lang, "numbers.at_budget_rate", currency=foreign[0], rate=f"{foreign[1]}"),
                              tuple(_foreign(target, *foreign, lang) for target in targets), spare=True))  # fmt: skip
    columns += tier_columns(targets, lang, currency)
    notes = [say(lang, "numbers.ratios")] if any(target.aggregation not in _ADDED for target in targets) else []
    if not all(target.whole for target in targets):
        total = len(result.period.days)
        covered = tuple(f"{target.days}/{total}" for target in targets)
        columns.append(Column(say(lang, "numbers.covered"), covered))
        notes.append(say(lang, "numbers.partial"))
    notes += remark_lines(result.workspace, result.paid_traffic, result.unlike_traffic, lang)
    yield Block("", tuple(columns), notes=tuple(notes))
    if result.profit:
        yield profit_block(result.profit, result.workspace, lang)
    ways = tuple(
        " → ".join(metric_name(result.workspace, metric, lang) for metric in way) for way in result.contributions
    )
    if ways:
        yield Block(say(lang, "numbers.contributes"), lines=ways)
    if result.guardrails:
        yield Block(say(lang, "tiers.guardrails"), lines=guardrail_lines(result.workspace, result.guardrails, lang))
    parts = periods_of([target.parts for target in targets])
    if len(parts) > 1:
        yield Block(say(lang, "numbers.parts"), tuple(_part_columns(result, parts, names, lang)))
    if result.versions:
        yield versions_block(result.workspace, result.versions, lang)


def _part_columns(result: Shown, parts: list[Period], names: tuple[str, ...], lang: str) -> Iterator[Column]:
    """The parts with each sum after the last part in it, and the whole at the end; sums and whole stand out."""
    sums = periods_of([target.sums for target in result.targets])
    rows = sorted((*parts, *sums), key=lambda period: (period.end, period not in parts))
    marked = frozenset((*(rows.index(period) for period in sums), len(rows)))
    labels = (*(part_of_period(row, lang) for row in rows), say(lang, "numbers.total"))
    yield Column(say(lang, "numbers.part"), labels, right=False, marked=marked)
    for target, name in zip(result.targets, names, strict=True):
        if target.parts:
            found = {**dict(target.parts), **dict(target.sums)}
            amounts = (*(found.get(row) for row in rows), target.value)
            currency = result.workspace.settings.currency
            yield Column(name, tuple(exact(amount, target.unit, currency) for amount in amounts), marked=marked)
        first = original_parts(target.metric, result.original)
        if first and target.metric == result.leading:
            was = tuple(exact(first.get(row), target.unit, result.workspace.settings.currency) for row in rows)
            whole = next(each.value for each in result.original if each.metric == target.metric)
            total = exact(whole, target.unit, result.workspace.settings.currency)
            yield Column(say(lang, "replan.original"), (*was, total), marked=marked)
        if target.parts and target.metric == result.leading:
            yield Column("", _bars(dict(target.parts), rows), right=False, spare=True)


def _bars(parts: dict[Period, Decimal], rows: list[Period]) -> tuple[str, ...]:
    """A bar for each part against the largest; sums have none."""
    most = max(parts.values())
    drawn = (bar(Fraction(parts[row]) / Fraction(most), _BAR) if most > 0 and row in parts else "" for row in rows)
    return (*drawn, "")


def _foreign(target: ShownTarget, currency: str, rate: Decimal, lang: str) -> str:
    """An amount of money in the store's own currency; counts and ratios have none."""
    if target.unit != "money" or target.aggregation not in _ADDED:
        return ""
    return exact(target.value / Fraction(rate), "money", currency)
