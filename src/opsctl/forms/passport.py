"""
What a workbook knows of itself: of which workspace, kind and period it is, and what every cell said when it left.

It stands in a sheet that nobody sees, as rows of text; without it nothing that comes back can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from opsctl.diagnostics import Message, message
from opsctl.forms.celltext import as_cell
from opsctl.forms.form import Form
from opsctl.forms.tabs import Tab

SHEET, LISTS = "_meta", "_lists"
VERSION = "1"
# What stands in the first, hidden column of a part's head, and below its last line.
HEAD, END = "#", "#end "
_FACTS = ("kind", "workspace", "period", "scope")


@dataclass(frozen=True, slots=True)
class Passport:
    """The facts of the workbook, the digests of its records, the part of each line, the texts by line and column."""

    kind: str
    workspace: str
    period: str
    scope: str
    records: Mapping[str, str]
    parts: Mapping[str, str]
    cells: Mapping[str, Mapping[str, str]]


def passport_rows(form: Form) -> Iterator[Sequence[str]]:
    """The rows of the hidden sheet."""
    yield ("opsctl", VERSION)
    yield from (("fact", name, str(getattr(form, name))) for name in _FACTS)
    yield from (("record", file, digest) for file, digest in sorted(form.records.items()))
    for page in form.pages:
        for part in page.parts:
            for line in part.shown:
                yield ("line", line.id, part.name)
                for column in part.columns:
                    yield ("cell", line.id, column.key, as_cell(line.values.get(column.key, "")))


def passport(tabs: Iterable[Tab]) -> Passport | Message:
    """What the workbook says of itself; why it cannot be used where it says nothing that can be understood."""
    tab = next((each for each in tabs if each.name == SHEET), None)
    if tab is None or tab.text(0, 0) != "opsctl":
        return message("forms.no_passport")
    if tab.text(0, 1) != VERSION:
        return message("forms.other_version", found=as_cell(tab.text(0, 1))[:20] or "—", known=VERSION)
    kept: dict[str, dict[str, str]] = {"fact": {}, "record": {}, "line": {}}
    cells: dict[str, dict[str, str]] = {}
    for row in sorted({row for row, _ in tab.cells}):
        what, name = tab.text(row, 0), tab.text(row, 1)
        if what == "cell":
            cells.setdefault(name, {})[tab.text(row, 2)] = as_cell(tab.text(row, 3))
        elif what in kept:
            kept[what][name] = tab.text(row, 2)
    facts, parts = kept["fact"], kept["line"]
    if parts.keys() != cells.keys() or any(name not in facts for name in _FACTS[:3]):
        return message("forms.no_passport")
    return Passport(
        facts["kind"], facts["workspace"], facts["period"], facts.get("scope", ""), kept["record"], parts, cells
    )
