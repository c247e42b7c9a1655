"""The comparison for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opsctl.changes.view import Difference, RecordChange
from opsctl.locales import say
from opsctl.rendering import diff_words as words
from opsctl.rendering.console import render
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts

_ROWS, _CASES = 40, 10
# The columns of moved targets that name a row, and those that hold numbers.
_NAMES, _NUMBERS = (0, 1), (2, 3, 4)


def diff_text(found: Difference, lang: str, *, width: int = 0) -> str:
    """Lay the comparison out; an empty text where there is nothing to say."""
    if not found:
        return ""
    sheet = Sheet(say(lang, "diff.title"), first=(words.counts(found, lang),), blocks=tuple(_blocks(found, lang)))
    return render(*sheet_parts(sheet), width=width)


def _blocks(found: Difference, lang: str) -> Iterator[Block]:
    for guard in found.guards:
        name = f"{say(lang, 'diff.guards')} · {say(lang, f'diff.name_{guard.name}')} ({guard.name})"
        yield _lines(name, words.guard_lines(guard, found, lang), _CASES, lang)
    for year, kind, moves in words.levels(found.moves, found):
        title = say(lang, f"diff.targets_{kind}" if kind else "diff.targets", year=str(year))
        stretched = any(move.stretch is not None for move in moves)
        rows = [words.move_row(move, found, lang, stretched) for move in moves[:_ROWS]]
        more = len(moves) - len(rows)
        notes = (say(lang, "diff.more", count=str(more)),) if more else ()
        yield Block(title, _columns(words.move_heads(lang, stretched), rows), notes=notes)
    if found.owners:
        yield _lines(say(lang, "diff.owners"), words.owner_lines(found, lang), _ROWS, lang)
    for name, diagnostics in (("caused", found.caused), ("fixed", found.fixed)):
        if diagnostics:
            lines = [words.finding_line(one, lang) for one in diagnostics]
            yield _lines(say(lang, f"diff.{name}", count=str(len(lines))), lines, _CASES, lang)
    if found.records:
        lines = [line for change in found.records for line in _record(change, lang)]
        yield _lines(say(lang, "diff.records"), lines, _ROWS * 2, lang, bullet="")


def _record(change: RecordChange, lang: str) -> Iterator[str]:
    yield words.record_title(change, lang)
    for field in change.fields[:_ROWS]:
        route, old, new = words.field_row(field, lang)
        yield f"  {route}: {old} → {new}"
    if len(change.fields) > _ROWS:
        yield "  " + say(lang, "diff.more", count=str(len(change.fields) - _ROWS))


def _columns(heads: words.Row, rows: Sequence[words.Row]) -> tuple[Column, ...]:
    columns = zip(heads, zip(*rows, strict=True), strict=True)
    return tuple(
        Column(head, cells, right=at in _NUMBERS, key=at in _NAMES) for at, (head, cells) in enumerate(columns)
    )


def _lines(title: str, lines: Sequence[str], most: int, lang: str, bullet: str = "-") -> Block:
    more = len(lines) - most
    notes = (say(lang, "diff.more", count=str(more)),) if more > 0 else ()
    return Block(title, lines=tuple(lines[:most]), notes=notes, bullet=bullet)
