"""The review as a page: the values its template lays out, and the page itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from opsctl.locales import say
from opsctl.rendering.html.actions import action_blocks
from opsctl.rendering.html.charts import charts
from opsctl.rendering.html.gap_receipts import driver_receipts, owner_receipts
from opsctl.rendering.html.receipts import Part, Receipts, plain_parts
from opsctl.rendering.html.share_bars import share_bars
from opsctl.rendering.html.top import headline_bar, headline_values, tile_values
from opsctl.rendering.review_sheet import review_sheet
from opsctl.rendering.sheet import Block, Column
from opsctl.rendering.svg.element import ems
from opsctl.rendering.templated.reports import report
from opsctl.rendering.templated.values import Values, is_bars, review_values
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace

_TEMPLATE = "review/review.html.j2"
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
# What is read first comes first; blocks that nobody placed keep their order between the last two.
_FIRST = (
    "exceptions",
    "attribution",
    "attribution-stores",
    "pace",
    "days",
    "parts",
    "stores",
    "attribution-mix",
    "attribution-channels",
    "actions",
    "verdicts",
    "forecast",
    "figures",
)
_LAST = ("missing",)
# What a page shows where it belongs: under the rows that open.
_OPENED = ("attribution-receipts",)
# Tables of so few columns fit anywhere.
_NARROW = 4
# Columns that stay where the last ones would, by the ids of their heads.
_KEPT = {
    "forecast": ("review_numbers.forecast", "review_numbers.chance"),
    "people": ("review.metric", "review.attainment"),
    "channels": ("review.attainment",),
    "product_roles": ("review.attainment",),
}
# Cells of so many heights of the type stay on one line: words, and numbers or dates.
_SHORT, _SHORT_NUMBER = 8, 12


def review_html(workspace: Workspace, review: PeriodReview, lang: str, own: Mapping[str, str]) -> str:
    """Lay the review out as one self-contained page; `own` are the team's templates."""
    return report("html", _TEMPLATE, page_values(workspace, review, lang), own)


def page_values(workspace: Workspace, review: PeriodReview, lang: str) -> Values:
    """What every template gets, and what the page has beside it: the top, its sections and its charts."""
    bars = share_bars(review)
    drawn = charts(review, workspace, lang)
    sheet = review_sheet(review, workspace, lang)
    told = [block for block in sheet.blocks if block.name not in _OPENED]
    blocks = _ordered((*told, *action_blocks(review, workspace, lang)))
    receipts = Receipts(review, workspace, lang)
    beside = [block.name for block in blocks if block.name in drawn]
    # Two charts stand side by side; the last of an odd number has the row for itself.
    lone = beside[-1] if len(beside) % 2 else ""
    return {
        **review_values(workspace, review, lang),
        "tag": _LANGUAGES[lang],
        "top": headline_values(review, workspace, lang),
        "tiles": tile_values(review, workspace, lang),
        "sections": [
            {**_section(block, bars.get(block.name, ()), receipts), "lone": block.name == lone} for block in blocks
        ],
        "charts": {**drawn, **_numbered(bars), **({"headline": bar} if (bar := headline_bar(review)) else {})},
        "words": {"how": say(lang, "page.how"), "colon": say(lang, "page.colon")},
        "foot": say(lang, "page.foot"),
    }


def _ordered(blocks: Sequence[Block]) -> list[Block]:
    def place(block: Block) -> int:
        if block.name in _LAST:
            return len(_FIRST) + 1
        return _FIRST.index(block.name) if block.name in _FIRST else len(_FIRST)

    return sorted(blocks, key=place)


def _section(block: Block, bars: Sequence[str], receipts: Receipts) -> Values:
    columns = [column for column in block.columns if not is_bars(column)]
    wide = _wide(columns, {say(receipts.lang, head) for head in _KEPT.get(block.name, ())})
    heads = [
        {
            "title": column.title,
            "right": column.right,
            "wide": number in wide,
            "tight": number in _tight(columns),
        }
        for number, column in enumerate(columns)
    ]
    count = len(columns[0].cells) if columns else 0
    opened = _receipts(block, receipts)
    return {
        "name": block.name,
        "title": block.title,
        "heads": heads,
        "barred": bool(bars),
        "rows": [
            {
                "cells": [_cell(column, number) for column in columns],
                "bar": f"{block.name}-{number}" if bars and bars[number] else "",
                "receipt": plain_parts(opened[number]) if opened else [],
                "explain": say(receipts.lang, "page.explain", name=columns[0].cells[number]),
            }
            for number in range(count)
        ],
        "lines": list(block.lines),
        "notes": list(block.notes),
    }


def _wide(columns: Sequence[Column], kept: Collection[str]) -> frozenset[int]:
    """The columns that leave first where it is tight; their cells are told again under the row."""
    if len(columns) <= _NARROW:
        return frozenset()
    led = any(column.leading for column in columns)
    last = len(columns) - 2
    return frozenset(
        number
        for number, column in enumerate(columns)
        if number > 0
        and not (column.leading or column.key if led else not column.right)
        and not (column.title in kept if kept else not led and number >= last)
    )


def _tight(columns: Sequence[Column]) -> frozenset[int]:
    """The columns of a table that fits anywhere else, but not on a phone."""
    if len(columns) != _NARROW or not any(column.leading for column in columns):
        return frozenset()
    return frozenset(number for number, column in enumerate(columns) if number > 0 and not column.leading)


def _cell(column: Column, number: int) -> Values:
    text = column.cells[number]
    return {"text": text, "marked": number in column.marked, "short": _is_short(text)}


def _is_short(text: str) -> bool:
    """Say whether a cell should not be broken, because it is one word, number or date."""
    most = _SHORT if any(char.isalpha() and not char.isascii() for char in text) else _SHORT_NUMBER
    return " " not in text and ems(text) <= most


def _receipts(block: Block, receipts: Receipts) -> list[tuple[Part, ...]]:
    review = receipts.review
    if block.name == "figures":
        return [receipts.of_metric(row, review.scope, steps=True) for row in review.rows]
    why = review.attribution
    if why is not None and block.name == "attribution" and block.columns:
        return driver_receipts(why, receipts)
    if why is not None and block.name in ("attribution-stores", "attribution-channels"):
        return owner_receipts(why, why.owners if block.name == "attribution-stores" else why.channels, receipts)
    if why is not None and block.name == "attribution-mix":
        return owner_receipts(why, [owner for owner in why.owners if owner.mix is not None], receipts)
    if block.name == "pace":
        return [receipts.of_pace(row) for row in review.pace]
    if block.name == "forecast":
        return [receipts.of_forecast(row) for row in review.forecast]
    if block.name == "parts":
        return [receipts.of_part(row) for row in review.parts]
    if block.name == "days":
        return [receipts.of_day(row) for row in review.days]
    if block.name == "stores":
        return [receipts.of_metric(store.headline, store.scope) for store in review.stores]
    return [receipts.of_block(block)] * len(block.columns[0].cells) if _has_numbers(block) else []


def _has_numbers(block: Block) -> bool:
    """Say whether a table has more than words."""
    return any(column.right for column in block.columns)


def _numbered(bars: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The small bars under the names that rows know them by."""
    return {f"{name}-{number}": drawn for name, some in bars.items() for number, drawn in enumerate(some) if drawn}
