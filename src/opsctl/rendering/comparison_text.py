"""What `plan compare` and `plan split --scenario` answer: two sets of targets side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Protocol

from opsctl.locales import say
from opsctl.planning.shown.comparison import COMMIT, Compared, columns
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json, exact_text
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import by_unit, change, difference, exact
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.workspace import Workspace

_ADDED = ("sum", "distinct")


class Sides(Protocol):
    """Both workspaces with their names, and their targets of a year."""

    @property
    def year(self) -> int: ...
    @property
    def names(self) -> tuple[str, str]: ...
    @property
    def before(self) -> Workspace: ...
    @property
    def after(self) -> Workspace: ...
    @property
    def rows(self) -> Sequence[Compared]: ...
    @property
    def metric(self) -> str | None: ...
    @property
    def scope(self) -> str | None: ...
    @property
    def written(self) -> Sequence[str]: ...
    @property
    def folder(self) -> str: ...


def compare_text(result: Sides, lang: str, *, width: int = 0) -> str:
    """The targets that differ, scope by scope; of one metric also month by month."""
    return render(*sheet_parts(_sheet(result, lang)), width=width)


def split_under_text(result: Sides, lang: str, *, width: int = 0) -> str:
    """What a scenario would change, and that nothing was written, or where its cells went."""
    scenario = result.names[1]
    sheet = _sheet(result, lang)
    count = {"count": f"{len(result.written)}", "folder": result.folder}
    done = say(lang, "scenario.written", **count) if result.written else say(lang, "scenario.not_written")
    moved = next((f" --metric {row.metric}" for row in result.rows if row.differs), "")
    commands = (
        f"opsctl plan compare base {scenario} --year {result.year}{moved}",
        f"opsctl plan split {result.year} --scenario {scenario} --write",
    )
    first = (*sheet.first, done)
    onward = say(lang, "scenario.onward")
    page = Sheet(sheet.title, sheet.facts, first, sheet.blocks, onward, commands[: 1 if result.written else 2])
    return render(*sheet_parts(page), width=width)


def compare_json(result: Sides) -> Json:
    """Every target on both sides as exact decimals, ratios to six places, with its quarters and months."""
    labels = [period.label for period in columns(result.year)]
    return {
        "year": result.year,
        "before": result.names[0],
        "after": result.names[1],
        "currency": result.after.settings.currency,
        "written": list(result.written),
        "targets": [_row_json(row, labels) for row in result.rows],
    }


def compare_csv(result: Sides) -> str:
    """One row a target and period: the year, of one metric its quarters and months too; changes as shares of one."""
    labels = [period.label for period in columns(result.year)]
    rows = [",".join(("scope", "metric", "tier", "unit", "period", *result.names, "difference", "change"))]
    for row in result.rows:
        unit = result.after.settings.currency if row.unit == "money" else row.unit
        for number, label in enumerate(labels if result.metric else labels[:1]):
            figures = (*row.pair(number), row.gap(number), row.change(number))
            texts = (exact_text(figure) or "" for figure in figures)
            rows.append(",".join((row.scope, row.metric, row.tier, unit, label, *texts)))
    return "\n".join(rows) + "\n"


def _row_json(row: Compared, labels: Sequence[str]) -> Json:
    def figures(number: int) -> Json:
        before, after = row.pair(number)
        return {
            "before": exact_text(before),
            "after": exact_text(after),
            "difference": exact_text(row.gap(number)),
            "change": exact_text(row.change(number)),
        }

    periods = [{"period": label, **figures(number)} for number, label in enumerate(labels)][1:]
    about = {"scope": row.scope, "metric": row.metric, "tier": row.tier, "unit": row.unit}
    return {**about, **figures(0), "periods": periods}


def _sheet(result: Sides, lang: str) -> Sheet:
    different = [row for row in result.rows if row.differs]
    counts = {"different": f"{len(different)}", "same": f"{len(result.rows) - len(different)}"}
    said = "none" if not result.rows else "some_differ" if different else "all_same"
    before, after = _titles(result, lang)
    blocks: list[Block] = []
    if different:
        blocks.append(Block("", tuple(_table(result, different, lang))))
    if result.metric is not None:
        blocks += _by_period(result, lang)
    return Sheet(
        say(lang, "scenario.title", year=f"{result.year}"),
        say(lang, "scenario.sides", before=before, after=after),
        (say(lang, f"scenario.{said}", **counts),),
        tuple(blocks),
    )


def _titles(result: Sides, lang: str) -> tuple[str, str]:
    """What the two sides are called: by the name of their scenario, or by its id where both have one name."""
    names = [
        workspace.all("scenario")[workspace.scenario].data.name.in_(lang) if workspace.scenario else ""
        for workspace in (result.before, result.after)
    ]
    one, other = (name or say(lang, "scenario.now") for name in names)
    return (one, other) if one != other else result.names


def _table(result: Sides, rows: Sequence[Compared], lang: str) -> Iterator[Column]:
    """Scopes are named on their first row only."""
    named = [
        scope_name(result.after, row.scope, lang) if number == 0 or rows[number - 1].scope != row.scope else ""
        for number, row in enumerate(rows)
    ]
    yield Column(say(lang, "scenario.scope"), tuple(named), right=False, leading=True)
    yield Column(say(lang, "numbers.metric"), tuple(_metric(result, row, lang) for row in rows), right=False, key=True)
    yield from _figures(result, [(row, 0) for row in rows], lang)


def _by_period(result: Sides, lang: str) -> Iterator[Block]:
    """One metric of the scope asked for, or the top one, by month with the quarters after their months."""
    scope = result.scope or result.after.settings.top
    periods = columns(result.year)
    order = sorted(range(len(periods)), key=lambda number: (periods[number].end, -periods[number].start.toordinal()))
    marked = frozenset(at for at, number in enumerate(order) if periods[number].kind != "month")
    labels = tuple(periods[number].label for number in order)
    for row in result.rows:
        if row.scope == scope:
            title = say(
                lang,
                "scenario.by_period",
                scope=scope_name(result.after, scope, lang),
                metric=_metric(result, row, lang),
            )
            head = Column(say(lang, "numbers.part"), labels, right=False, leading=True, marked=marked)
            figures = _figures(result, [(row, number) for number in order], lang, marked)
            yield Block(title, (head, *figures))


def _figures(
    result: Sides, wanted: Sequence[tuple[Compared, int]], lang: str, marked: frozenset[int] = frozenset()
) -> Iterator[Column]:
    currency = result.after.settings.currency
    before, after = _titles(result, lang)

    def column(title: str, text: Callable[[Compared, int], str]) -> Column:
        return Column(title, tuple(text(row, number) for row, number in wanted), marked=marked)

    yield column(before, lambda row, number: _shown(row, row.pair(number)[0], lang, currency))
    yield column(after, lambda row, number: _shown(row, row.pair(number)[1], lang, currency))
    yield column(say(lang, "scenario.difference"), lambda row, number: _gap(row, row.gap(number), lang, currency))
    yield column(say(lang, "scenario.change"), lambda row, number: change(row.change(number)))


def _metric(result: Sides, row: Compared, lang: str) -> str:
    workspace = result.after if row.metric in result.after.metrics else result.before
    name = metric_name(workspace, row.metric, lang)
    return name if row.tier == COMMIT else f"{name} · {say(lang, f'tiers.{row.tier}')}"


def _shown(row: Compared, value: Fraction | None, lang: str, currency: str) -> str:
    return exact(value, row.unit, currency) if row.aggregation in _ADDED else by_unit(value, row.unit, lang, currency)


def _gap(row: Compared, value: Fraction | None, lang: str, currency: str) -> str:
    added = row.aggregation in _ADDED
    text = exact(value, row.unit, currency) if added else difference(value, row.unit, lang, currency)
    return f"+{text}" if value is not None and value > 0 and any(mark in "123456789" for mark in text) else text
