"""The lines of a form in a sheet that came back, wherever they and their columns have gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from opsctl.diagnostics import Saying, message
from opsctl.forms.celltext import as_cell
from opsctl.forms.form import Column
from opsctl.forms.passport import END, HEAD, Passport
from opsctl.forms.tabs import Tab, Trouble
from opsctl.locales import LANGUAGES, tell

# Where the columns of each part are.
Heads = Mapping[str, Mapping[str, tuple[Column, int]]]
# A hidden column that somebody put another one before is still looked for.
_FAR = 30


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the form: its id, its part, the number of its row, and whether cells are merged in it."""

    id: str
    part: str
    number: int
    merged: bool = False


def rows_of(
    tab: Tab, columns: Mapping[str, tuple[Column, ...]], passport: Passport
) -> tuple[Heads, list[Row], list[Trouble]]:
    """Where the columns and the lines are, and what is wrong with the rows and columns themselves."""
    ids = _ids(tab, columns, passport)
    wrong: list[Trouble] = []
    heads: dict[str, dict[str, tuple[Column, int]]] = {}
    for number, text in sorted(ids.items()):
        if text.startswith(HEAD) and text[1:] in columns:
            heads[text[1:]] = _head(tab, number, columns[text[1:]], wrong)
    rows: list[Row] = []
    part = ""
    for number in sorted({row for row, _ in tab.cells} | ids.keys()):
        text = ids.get(number, "")
        if text.startswith(END):
            part = ""
        elif text.startswith(HEAD):
            part = text[1:]
        elif text in passport.cells:
            if passport.parts[text] in heads:
                merged = any(top <= number <= bottom for top, _, bottom, _ in tab.merged)
                rows.append(Row(text, passport.parts[text], number, merged))
            else:
                wrong.append(Trouble(tab.place(number, 1), message("forms.no_head")))
        elif part:
            wrong += _stray(tab, number, text)
    return heads, rows, [*wrong, *_merged(tab, rows)]


def _ids(tab: Tab, columns: Mapping[str, tuple[Column, ...]], passport: Passport) -> dict[int, str]:
    """The texts of the column with ids, by row: the first column that has any."""
    known = {*passport.cells, *(f"{HEAD}{part}" for part in columns)}
    found: dict[int, dict[int, str]] = {}
    for (row, column), text in tab.cells.items():
        if column < _FAR:
            found.setdefault(column, {})[row] = text
    return next((rows for _, rows in sorted(found.items()) if known & set(rows.values())), {})


def _head(tab: Tab, number: int, columns: tuple[Column, ...], wrong: list[Trouble]) -> dict[str, tuple[Column, int]]:
    texts = {as_cell(text): column for (row, column), text in sorted(tab.cells.items(), reverse=True) if row == number}
    found = {}
    for column in columns:
        titles = [as_cell(tell(lang, column.title)) for lang in LANGUAGES]
        at = next((texts[title] for title in titles if title in texts), None)
        if at is None:
            wrong.append(Trouble(tab.place(number, 1), message("forms.no_column", title=Saying(column.title))))
        else:
            found[column.key] = (column, at)
    return found


def _stray(tab: Tab, number: int, id_: str) -> Iterator[Trouble]:
    """A row that somebody put in; one without a text is no trouble."""
    spots = sorted(column for row, column in tab.cells if row == number and column > 0)
    texts = [as_cell(tab.text(number, column)) for column in spots]
    if id_ or any(texts):
        at = next((column for column, text in zip(spots, texts, strict=True) if text), 1)
        yield Trouble(tab.place(number, at), message("forms.stray"))


def _merged(tab: Tab, rows: list[Row]) -> Iterator[Trouble]:
    for top, left, bottom, right in tab.merged:
        if any(row.merged and top <= row.number <= bottom for row in rows):
            yield Trouble(
                tab.place(top, left), message("forms.merged", last=tab.place(bottom, right).rpartition("!")[2])
            )
