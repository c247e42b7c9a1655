"""What `actuals show` answers: actual values cut by some dimensions, for a terminal, a spreadsheet and as data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Protocol

from opsctl.locales import say
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json, exact_text, period_json, reading_json
from opsctl.rendering.names import dated, metric_name, part_name, scope_name
from opsctl.rendering.numbers import NOTHING, by_unit
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.reviewing.actuals.slices import MEMBERS, SPANS
from opsctl.reviewing.actuals.table import ActualTable, Number
from opsctl.workspace import Workspace

_VALUE = "value"


class Shown(Protocol):
    """A table of actual values, and the workspace whose names it speaks of."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def table(self) -> ActualTable: ...


def actuals_text(shown: Shown, lang: str, *, width: int = 0) -> str:
    """The table: the last dimension, or the metrics, across; everything else down."""
    table, workspace = shown.table, shown.workspace
    title = say(
        lang,
        "actuals.title",
        scope=scope_name(workspace, table.scope, lang),
        period=dated(table.period, lang),
    )
    facts = "" if table.counted_to == table.period.last else say(lang, "actuals.until", day=f"{table.counted_to}")
    blocks = (_block(shown, lang),) if table.numbers else ()
    first = () if blocks else (say(lang, "actuals.nothing"),)
    return render(*sheet_parts(Sheet(title, facts, first, blocks)), width=width)


def actuals_csv(shown: Shown) -> str:
    """One row a number: its dimensions, the metric, how people are counted, the value and how many days are missing."""
    by = _dimensions(shown.table)
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow([*by, "counting", "unit", "value", "days", "missing"])
    for number in shown.table.numbers:
        known = number.reading
        keys = [number.key(each) for each in by]
        rows.writerow(
            [*keys, number.counting, _unit(shown, number), exact_text(known.value), known.days, len(known.missing)]
        )
    return out.getvalue()


def actuals_json(shown: Shown) -> Json:
    """Every number with its exact value, its parts where it is a ratio, and the days that are missing."""
    table = shown.table
    return {
        "scope": table.scope,
        "period": period_json(table.period),
        "counted_to": f"{table.counted_to}",
        "currency": shown.workspace.settings.currency,
        "by": list(_dimensions(table)),
        "numbers": [_number_json(shown, number) for number in table.numbers],
        "total": [_number_json(shown, number) for number in table.total],
    }


def _number_json(shown: Shown, number: Number) -> Json:
    return {
        **dict(number.keys),
        "metric": number.metric,
        "counting": number.counting or None,
        "unit": _unit(shown, number),
        **reading_json(number.reading),
    }


def _unit(shown: Shown, number: Number) -> str:
    unit = shown.workspace.metrics[number.metric].unit
    return shown.workspace.settings.currency if unit == "money" else unit


def _dimensions(table: ActualTable) -> tuple[str, ...]:
    return table.by if "metric" in table.by else (*table.by, "metric")


def _block(shown: Shown, lang: str) -> Block:
    by = _dimensions(shown.table)
    across = by[-1] if len(by) > 1 else _VALUE
    down = tuple(each for each in by if each != across)
    rows = tuple(dict.fromkeys(_place(number, down) for number in shown.table.numbers))
    heads = tuple(dict.fromkeys(_head(number, across) for number in shown.table.numbers))
    found = {(_place(number, down), _head(number, across)): number for number in shown.table.numbers}
    total = _totals(shown.table, down, across)
    columns = [_names(shown, each, at, rows, bool(total), lang) for at, each in enumerate(down)]
    for head in heads:
        cells = [_cell(shown, found.get((row, head)), lang) for row in rows]
        cells += [_cell(shown, total.get(head), lang)] if total else []
        marked = frozenset((len(rows),)) if total else frozenset[int]()
        columns.append(Column(_title(shown, across, head, lang), tuple(cells), marked=marked))
    return Block("", tuple(columns), notes=tuple(_notes(shown, by, lang)))


Place = tuple[str, ...]
Head = tuple[str, str]


def _place(number: Number, down: tuple[str, ...]) -> Place:
    """A row: its keys, and where it is a metric's how people are counted."""
    counting = (number.counting,) if "metric" in down else ()
    return (*(number.key(each) for each in down), *counting)


def _head(number: Number, across: str) -> Head:
    return (number.key(across), number.counting if across == "metric" else "")


def _totals(table: ActualTable, down: tuple[str, ...], across: str) -> dict[Head, Number]:
    """The last row, where metrics stand across and the rows are parts of one whole."""
    if across != "metric" or any(each in MEMBERS or each == "source" for each in down):
        return {}
    return {_head(number, across): number for number in table.total}


def _names(shown: Shown, dimension: str, at: int, rows: tuple[Place, ...], total: bool, lang: str) -> Column:
    names = [_name(shown, dimension, row[at], row[-1] if dimension == "metric" else "", lang) for row in rows]
    if total:
        names.append(say(lang, "numbers.total") if at == 0 else "")
    return Column(say(lang, f"actuals.{dimension}"), tuple(names), right=False, key=True)


def _title(shown: Shown, across: str, head: Head, lang: str) -> str:
    return say(lang, "review.actual") if across == _VALUE else _name(shown, across, *head, lang)


def _name(shown: Shown, dimension: str, key: str, counting: str, lang: str) -> str:
    if dimension == "metric":
        name = metric_name(shown.workspace, key, lang)
        return say(lang, f"actuals.{counting}", metric=name) if counting else name
    if dimension == "store":
        return scope_name(shown.workspace, key, lang)
    return part_name(key, lang) if dimension in SPANS else key


def _cell(shown: Shown, number: Number | None, lang: str) -> str:
    """A value; what is missing is counted beside it, and a ratio without all its days is none."""
    if number is None:
        return NOTHING
    unit = shown.workspace.metrics[number.metric].unit
    value = by_unit(number.reading.value, unit, lang, shown.workspace.settings.currency)
    missing = len(number.reading.missing)
    return say(lang, "actuals.cell_missing", value=value, days=f"{missing}") if missing else value


def _notes(shown: Shown, by: tuple[str, ...], lang: str) -> Iterator[str]:
    numbers = shown.table.numbers
    if any(number.counting for number in numbers):
        yield say(lang, "actuals.note_counting")
    if any(number.reading.missing for number in numbers):
        yield say(lang, "actuals.note_missing")
    if any(each in MEMBERS for each in by):
        yield say(lang, "actuals.note_members")
