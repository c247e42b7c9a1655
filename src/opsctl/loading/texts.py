"""The texts a workspace was read from, and where in them a place stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from opsctl.diagnostics import Place, Span
from opsctl.loading.flaws import START, moved
from opsctl.loading.frontmatter import Page, split
from opsctl.loading.positions import Table, place_span
from opsctl.loading.yamltext import locate

_PAGE = ".md"
_RECORD = ".yaml"


@dataclass(frozen=True, slots=True)
class Sources:
    """Text by file; positions are looked up, and kept, when a place of that file is first asked for."""

    texts: Mapping[str, str]
    _tables: dict[str, tuple[Table, int]] = field(default_factory=dict, repr=False, compare=False)

    def span(self, place: Place) -> Span:
        """The lines and columns of a place; the start of the file where nothing better is known."""
        if place.file not in self._tables:
            self._tables[place.file] = _table(place.file, self.texts.get(place.file, ""))
        table, offset = self._tables[place.file]
        return moved(place_span(table, place.path, place.on), offset) if table else START

    def page(self, file: str) -> Page | None:
        """A Markdown record's parts; None for other files and for pages without front matter."""
        page = split(self.texts[file]) if file.endswith(_PAGE) and file in self.texts else None
        return page if isinstance(page, Page) else None


def _table(file: str, text: str) -> tuple[Table, int]:
    if file.endswith(_RECORD):
        return locate(text), 0
    page = split(text) if file.endswith(_PAGE) else None
    return (locate(page.yaml), page.offset) if isinstance(page, Page) else ({}, 0)
