"""
What a template of a review may use: plain words in lists and mappings, no object of ours.

Every kind of report gets the same values; a page has some more (`rendering.html`).
"""

from __future__ import annotations

from typing import Any

from opsctl.rendering.names import metric_name, scope_name, span_name
from opsctl.rendering.numbers import by_unit, change, difference, percent, points
from opsctl.rendering.review_sheet import review_sheet
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.reviewing.view import Comparison, MetricRow, PeriodReview
from opsctl.workspace import Workspace

Values = dict[str, Any]


def review_values(workspace: Workspace, review: PeriodReview, lang: str) -> Values:
    """The values that every template of a review gets."""
    sheet = review_sheet(review, workspace, lang)
    return {
        "language": lang,
        "scope": {"id": review.scope, "name": scope_name(workspace, review.scope, lang)},
        "period": {
            "label": review.period.label,
            "kind": review.period.kind,
            "first": f"{review.period.start}",
            "last": f"{review.period.last}",
            "span": span_name(review.period.start, review.period.last, lang),
        },
        "data_until": "" if review.data_until is None else f"{review.data_until}",
        "sheet": sheet_values(sheet),
        "blocks": {block.name: block_values(block) for block in sheet.blocks if block.name},
        "numbers": {row.metric: _numbers(row, review, workspace, lang) for row in review.rows},
        "headline": review.headline,
        "commands": list(sheet.commands),
    }


def sheet_values(sheet: Sheet) -> Values:
    """A sheet in the order it is read."""
    return {
        "title": sheet.title,
        "facts": sheet.facts,
        "first": list(sheet.first),
        "blocks": [block_values(block) for block in sheet.blocks],
        "onward": sheet.onward,
    }


def block_values(block: Block) -> Values:
    """A block by its name: its columns whole, and the same as heads and rows, without bars made of characters."""
    plain = [column for column in block.columns if not is_bars(column)]
    count = len(plain[0].cells) if plain else 0
    return {
        "name": block.name,
        "title": block.title,
        "columns": [
            {"title": column.title, "right": column.right, "bars": is_bars(column), "cells": list(column.cells)}
            for column in block.columns
        ],
        "heads": [column.title for column in plain],
        "rows": [[column.cells[number] for column in plain] for number in range(count)],
        "lines": list(block.lines),
        "notes": list(block.notes),
    }


def is_bars(column: Column) -> bool:
    """Say whether a column holds bars made of characters, which belong to terminals and Markdown."""
    return column.spare and not column.title


def _numbers(row: MetricRow, review: PeriodReview, workspace: Workspace, lang: str) -> Values:
    def amount(value: Any) -> str:
        return by_unit(value, row.unit, lang, review.currency)

    def compared(earlier: Comparison) -> str:
        return points(earlier.change) if row.unit == "percent" else change(earlier.change)

    return {
        "name": metric_name(workspace, row.metric, lang),
        "actual": amount(row.actual.value),
        "target": amount(row.target),
        "attainment": percent(row.attainment),
        "gap": difference(row.gap, row.unit, lang, review.currency),
        "met": row.attainment is not None and row.attainment >= 1,
        "previous": compared(row.previous),
        "last_year": compared(row.last_year),
    }
