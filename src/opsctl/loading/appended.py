"""
One more entry of several lines at the end of a list at the top of a record, made where there is none.

Everything that stands in the file stays as it is. As with other edits the result is read back before anybody sees it:
the list has the new entry at its end, and nothing else has changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from opsctl.loading.edits import data_of
from opsctl.loading.splices import Layout
from opsctl.loading.texts import Sources

_INDENT = "  "


def appended(sources: Sources, file: str, key: str, entry: Sequence[str]) -> str | None:
    """The text of a record with the entry, whose lines are those of a mapping; None where its place is not clear."""
    layout = Layout(sources, file)
    before, alone = data_of(file, layout.text), data_of("a.yaml", listed("a", entry, "\n"))
    if not isinstance(before, dict):
        return None
    text = _with_list(layout, key, entry) if key not in before else _with_entry(layout, key, entry)
    after = None if text is None else data_of(file, text)
    wanted = {**before, key: [*(before.get(key) or ()), *alone["a"]]}
    return text if repr(after) == repr(wanted) else None


def listed(key: str, entry: Sequence[str], ending: str, indent: str = _INDENT) -> str:
    """The text of a list of one entry under its key."""
    return ending.join((f"{key}:", *_lines(entry, indent), ""))


def _lines(entry: Sequence[str], indent: str) -> list[str]:
    return [f"{indent}{'- ' if not at else '  '}{line}" for at, line in enumerate(entry)]


def _with_list(layout: Layout, key: str, entry: Sequence[str]) -> str:
    ending = layout.ending(1)
    text = layout.text if layout.text.endswith("\n") or not layout.text else layout.text + ending
    return text + listed(key, entry, ending)


def _with_entry(layout: Layout, key: str, entry: Sequence[str]) -> str | None:
    """The list with the entry below its last one, indented like that."""
    routes = [(route, spans) for route, spans in layout.table.items() if len(route) == 2 and route[0] == key]
    if not routes:
        return None
    span = routes[-1][1].value
    before = layout.lines[span.line - 1][: span.column - 1]
    if before.strip() != "-":
        return None
    last = layout.last_line((key,))
    ending, at = layout.ending(last), layout.starts[last]
    lines = ending.join((*_lines(entry, before.partition("-")[0]), ""))
    if at > len(layout.text):
        return layout.text + ending + lines
    return layout.text[:at] + lines + layout.text[at:]
