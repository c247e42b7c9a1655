"""The review as a workbook: what to read first, then each table with exact numbers, and where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.locales import listed, say
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.review_sheet import review_sheet
from opsctl.rendering.sheet import Block, Sheet
from opsctl.rendering.templated.values import is_bars
from opsctl.rendering.xlsx.gap_tables import BLOCKS, gap_tables
from opsctl.rendering.xlsx.table import KINDS, Cell, Kind, Table
from opsctl.rendering.xlsx.workbook import workbook
from opsctl.reviewing.provenance import places_of, sources_of
from opsctl.reviewing.view import Comparison, MetricRow, PeriodReview
from opsctl.workspace import Workspace

# Blocks that have a sheet with exact numbers; others come as the words they are made of.
_EXACT = ("figures", "pace", "days", "stores", *BLOCKS)


def review_xlsx(workspace: Workspace, review: PeriodReview, lang: str) -> bytes:
    """The workbook's bytes."""
    sheet = review_sheet(review, workspace, lang)
    return workbook(list(_tables(workspace, review, sheet, lang)), sheet.title, review.period.last)


def _tables(workspace: Workspace, review: PeriodReview, sheet: Sheet, lang: str) -> Iterator[Table]:
    blocks = {block.name: block for block in sheet.blocks}
    yield Table(_say(lang, "overview"), (), (), notes=(sheet.title, sheet.facts, "", *sheet.first))
    yield _figures(workspace, review, lang, blocks.get("figures"))
    if review.pace:
        yield _pace(workspace, review, lang)
    if review.days:
        yield _days(workspace, review, lang)
    if review.stores:
        yield _stores(workspace, review, lang)
    yield from gap_tables(review, workspace, lang)
    for block in sheet.blocks:
        if block.name not in _EXACT:
            yield _worded(block)
    yield _sources(workspace, review, lang)


def _figures(workspace: Workspace, review: PeriodReview, lang: str, block: Block | None) -> Table:
    heads = ("metric", "id", "actual", "target", "gap", "share", "previous_value", "previous", "last_year_value",
             "last_year", "numerator", "denominator", "distinct", "known")  # fmt: skip
    rows = tuple(
        (
            Cell(metric_name(workspace, row.metric, lang)),
            Cell(row.metric),
            *_compared(row),
            *_earlier(row.previous, row.unit),
            *_earlier(row.last_year, row.unit),
            Cell(row.actual.numerator, "score"),
            Cell(row.actual.denominator, "score"),
            Cell(row.distinct, "count"),
            Cell(row.actual.days, "count"),
        )
        for row in review.rows
    )
    notes = block.notes if block is not None else ()
    return Table(say(lang, "review.figures"), _heads(heads, lang), rows, notes, (5,), review.currency)


def _pace(workspace: Workspace, review: PeriodReview, lang: str) -> Table:
    rows = tuple(
        (
            Cell(row.period.label),
            Cell(metric_name(workspace, row.metric, lang)),
            Cell(row.actual.value, _unit(workspace, row.metric)),
            Cell(row.target, _unit(workspace, row.metric)),
            Cell(row.attainment, "share"),
            Cell(row.due, "share"),
            Cell(row.pace, "change"),
            Cell(row.until, "day"),
        )
        for row in review.pace
    )
    heads = ("period", "metric", "actual", "target", "share", "due_share", "lead", "until")
    return Table(_say(lang, "pace_sheet"), _heads(heads, lang), rows, currency=review.currency)


def _days(workspace: Workspace, review: PeriodReview, lang: str) -> Table:
    unit = _unit(workspace, review.headline)
    rows = tuple(
        (
            Cell(row.day, "day"),
            Cell(row.actual, unit),
            Cell(row.target, unit),
            Cell(row.actual / row.target if row.actual is not None and row.target else None, "share"),
        )
        for row in review.days
    )
    heads = _heads(("day", "actual", "target", "share"), lang)
    return Table(_say(lang, "days_sheet"), heads, rows, barred=(3,), currency=review.currency)


def _stores(workspace: Workspace, review: PeriodReview, lang: str) -> Table:
    others = list(dict.fromkeys(row.metric for store in review.stores for row in store.others))
    rows = []
    for store in review.stores:
        found = {row.metric: row.actual.value for row in store.others}
        rows.append(
            (
                Cell(scope_name(workspace, store.scope, lang)),
                Cell(store.scope),
                *_compared(store.headline),
                *_earlier(store.headline.previous, store.headline.unit),
                *_earlier(store.headline.last_year, store.headline.unit),
                *(Cell(found.get(metric), _unit(workspace, metric)) for metric in others),
            )
        )
    heads = ("store", "id", "actual", "target", "gap", "share", "previous_value", "previous", "last_year_value",
             "last_year")  # fmt: skip
    names = tuple(metric_name(workspace, metric, lang) for metric in others)
    return Table(_say(lang, "stores_sheet"), (*_heads(heads, lang), *names), tuple(rows), (), (5,), review.currency)


def _worded(block: Block) -> Table:
    columns = [column for column in block.columns if not is_bars(column)]
    count = len(columns[0].cells) if columns else 0
    rows = tuple(tuple(Cell(column.cells[number]) for column in columns) for number in range(count))
    return Table(block.title, tuple(column.title for column in columns), rows, (*block.lines, *block.notes))


def _sources(workspace: Workspace, review: PeriodReview, lang: str) -> Table:
    rows = []
    for row in review.rows:
        entry = workspace.metrics.get(row.metric)
        found = sources_of(workspace, review.scope, row.metric)
        rows.append(
            (
                Cell(metric_name(workspace, row.metric, lang)),
                Cell(row.metric),
                Cell(entry.note(lang) if entry else ""),
                Cell(entry.formula if entry else ""),
                Cell(listed((source.file for source in found), lang)),
                Cell(listed((place for source in found for place in places_of(source)), lang)),
                Cell(review.data_until, "day"),
            )
        )
    heads = ("metric", "id", "definition", "formula", "source", "files", "until")
    return Table(_say(lang, "sources_sheet"), _heads(heads, lang), tuple(rows))


def _compared(row: MetricRow) -> tuple[Cell, ...]:
    unit = KINDS[row.unit]
    return (
        Cell(row.actual.value, unit),
        Cell(row.target, unit),
        Cell(row.gap, unit),
        Cell(row.attainment, "share"),
    )


def _earlier(earlier: Comparison, unit: str) -> tuple[Cell, Cell]:
    return Cell(earlier.reading.value, KINDS[unit]), Cell(earlier.change, "change")


def _unit(workspace: Workspace, metric: str) -> Kind:
    entry = workspace.metrics.get(metric)
    return KINDS[entry.unit] if entry else "money"


def _heads(names: tuple[str, ...], lang: str) -> tuple[str, ...]:
    return tuple(_say(lang, f"head_{name}") for name in names)


def _say(lang: str, id_: str) -> str:
    return say(lang, f"page.{id_}")
