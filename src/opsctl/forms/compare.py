"""
What a filled workbook changes, in three: what a cell said when the workbook left, what it says, what the record says.

Lines are found by the ids in their hidden first column and columns by their titles, so that sorted rows, renamed
sheets and inserted columns change nothing. Whatever is not understood is a trouble of its cell, never left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from opsctl.diagnostics import Listed, Message, Saying, message
from opsctl.forms.celltext import as_cell
from opsctl.forms.form import Column, Form, Line
from opsctl.forms.passport import LISTS, SHEET, Passport
from opsctl.forms.rows import Heads, Row, rows_of
from opsctl.forms.tabs import Tab, Trouble
from opsctl.locales import LANGUAGES, tell

_SHOWN = 60
_WORDS = 12


@dataclass(frozen=True, slots=True)
class Change:
    """New values for an entry by key, and the cell that each comes from."""

    line: Line
    columns: Mapping[str, Column]
    values: Mapping[str, str]
    cells: Mapping[str, str]


@dataclass(slots=True)
class Filled:
    """What is to be changed, what is wrong, and how many lines the workbook has lost."""

    changes: list[Change] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    lost: int = 0


def compared(form: Form, passport: Passport, tabs: Iterable[Tab]) -> Filled:
    """Compare the sheets with the passport and with the records as they are now."""
    filled, known = Filled(), form.lines()
    seen: dict[str, str] = {}
    for tab in tabs:
        if tab.name in (SHEET, LISTS):
            continue
        heads, rows, wrong = rows_of(tab, form.columns(), passport)
        filled.troubles += wrong
        for row in rows:
            first = seen.setdefault(row.id, tab.place(row.number, 1))
            if first != tab.place(row.number, 1):
                filled.troubles.append(Trouble(tab.place(row.number, 1), message("forms.twice", first=first)))
                continue
            if not row.merged:
                _row(filled, tab, row, heads, known.get(row.id, (None, None))[1], passport.cells[row.id])
    filled.lost = len(passport.cells.keys() - seen.keys())
    return filled


def _row(filled: Filled, tab: Tab, row: Row, heads: Heads, line: Line | None, base: Mapping[str, str]) -> None:
    values: dict[str, str] = {}
    cells: dict[str, str] = {}
    columns = heads[row.part]
    wrong: list[Trouble] = []
    for column, at in columns.values():
        cell = tab.place(row.number, at)
        if (row.number, at) in tab.odd:
            said = message("forms.odd", found=_short(tab.odd[(row.number, at)]))
            wrong.append(Trouble(cell, said))
            continue
        text = as_cell(tab.text(row.number, at))
        new, was = _value(column, text), base.get(column.key, "")
        # A word that the list does not have may be the untouched one of an older dictionary.
        now = None if line is None else as_cell(line.values.get(column.key, ""))
        if new in (was, now) or text == was:
            continue
        trouble = _refused(line, column, text, new, was)
        if trouble is not None:
            wrong.append(Trouble(cell, trouble))
        elif new is not None:
            values[column.key], cells[column.key] = new, cell
    if values and line is not None and not wrong:
        wrong += _missing(tab, row, line, columns, values)
    if values and line is not None and not wrong and not _is_there(line, values):
        filled.changes.append(Change(line, {key: column for key, (column, _) in columns.items()}, values, cells))
    filled.troubles += wrong


def _refused(line: Line | None, column: Column, text: str, new: str | None, was: str) -> Message | None:
    """Why a changed cell cannot be taken."""
    if line is None:
        return message("forms.gone", found=_short(text))
    if line.locked is not None:
        return message("forms.locked", found=_short(text), was=_word(column, was), why=Saying(line.locked))
    if not column.editable and column.key not in line.open_:
        return message("forms.fixed", found=_short(text), was=_word(column, was), file=line.file)
    now = as_cell(line.values.get(column.key, ""))
    if not line.may_change(column):
        return message("forms.not_here", file=line.file)
    if new is None:
        shown: list[str] = [Saying(choice.word) for choice in column.choices[:_WORDS]]
        more = ["…"] if len(column.choices) > _WORDS else []
        return message("forms.no_choice", found=_short(text), words=Listed([*shown, *more]))
    if now not in (was, new):
        words = {"found": _word(column, new), "was": _word(column, was), "now": _word(column, now)}
        return message("forms.conflict", file=line.file, **words)
    if not line.shown and not _is_there(line, {column.key: new}):
        return message("forms.told_since", found=_short(text), file=line.file)
    if not new and column.required and line.makes is None:
        return message("forms.empty", was=_word(column, was), file=line.file)
    return None


def _missing(
    tab: Tab, row: Row, line: Line, columns: Mapping[str, tuple[Column, int]], values: Mapping[str, str]
) -> Iterator[Trouble]:
    """What a new entry still needs."""
    given = line.makes
    for column, at in columns.values() if given is not None else ():
        if column.required and not (values.get(column.key) or (given or {}).get(column.key)):
            yield Trouble(tab.place(row.number, at), message("forms.needed", title=Saying(column.title)))


def _is_there(line: Line, values: Mapping[str, str]) -> bool:
    """Say whether an entry that is to be made is there already: the workbook was taken in before."""
    given = {key: value for key, value in (line.makes or {}).items() if value}
    wanted = {**given, **{key: value for key, value in values.items() if value}}
    return any(all(as_cell(twin.get(key, "")) == value for key, value in wanted.items()) for twin in line.twins)


def _value(column: Column, text: str) -> str | None:
    """The value that a cell's text means, in whichever language it was chosen; None where the list has no such word."""
    if not text or not column.choices:
        return text
    folded = text.casefold()
    for choice in column.choices:
        if folded in (choice.value, *(as_cell(tell(lang, choice.word)).casefold() for lang in LANGUAGES)):
            return choice.value
    return None


def _word(column: Column, value: str) -> str:
    """A value as people read it."""
    word = next((choice.word for choice in column.choices if choice.value == value), None)
    return _short(value) if word is None else Saying(word)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…") or "—"
