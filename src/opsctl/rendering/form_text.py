"""A form and what came back of it, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from opsctl.forms.compare import Change
from opsctl.forms.form import Form
from opsctl.forms.tabs import Trouble
from opsctl.locales import tell
from opsctl.rendering.harmless import harmless


def troubles_text(troubles: Sequence[Trouble], lang: str) -> str:
    """One line a cell, in the order of the sheets."""
    return "\n".join(f"{harmless(each.cell)}: {harmless(tell(lang, each.said))}" for each in troubles)


def sheet_json(form: Form, lang: str) -> dict[str, object]:
    """Which sheets there are, with how many lines in each part."""
    pages = [
        {"name": tell(lang, page.name), "parts": {part.name: len(part.shown) for part in page.parts if part.shown}}
        for page in form.pages
    ]
    return {"kind": form.kind, "period": form.period, "scope": form.scope or None, "sheets": pages}


def import_json(
    changes: Sequence[Change], troubles: Sequence[Trouble], lang: str, *, written: bool
) -> dict[str, object]:
    """Each changed cell with its key, old and new value, and what is wrong, by cell."""
    return {
        "changes": [
            {
                "cell": change.cells[key],
                "file": change.line.file,
                "path": None if change.line.makes is not None else [*change.line.route, key],
                "key": key,
                "old": change.line.values.get(key, ""),
                "new": value,
            }
            for change in changes
            for key, value in change.values.items()
        ],
        "troubles": [{"cell": each.cell, "message": tell(lang, each.said)} for each in troubles],
        "written": written,
    }
