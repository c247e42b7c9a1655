"""The texts a workspace was read from, and where in them a place stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from opsctl.diagnostics import Place, Span
from opsctl.loading.flaws import START, moved
from opsctl.loading.frontmatter import Page, split
from opsctl.loading.parts import part_span
from opsctl.loading.positions import Table, place_span, shifted

_PAGE = ".md"
_RECORD = ".yaml"


@dataclass(frozen=True, slots=True)
class Sources:
    """Text by file; positions are looked up, and kept, when a place of that file is first asked for."""

    texts: Mapping[str, str]
    _tables: dict[str, Table] = field(default_factory=dict, repr=False, compare=False)

    def span(self, place: Place) -> Span:
        """The lines and columns of a place; the start of the file where nothing better is known."""
        table = self.table(place.file)
        found = place_span(table, place.path, place.on) if table else START
        return found if place.part is None or place.path not in table else self._part(place, found)

    def table(self, file: str) -> Table:
        """Where every key and value of a file stands; nothing of files of other types."""
        if file not in self._tables:
            self._tables[file] = _table(file, self.texts.get(file, ""))
        return self._tables[file]

    def _part(self, place: Place, value: Span) -> Span:
        """A stretch inside a text; the whole text where it cannot be told."""
        start = (value.line, value.column)
        whole = next((each for each in self.scalars(place.file) if (each.line, each.column) == start), None)
        found = part_span(self.texts[place.file].split("\n"), whole, place.part or (0, 0)) if whole else None
        return found or value

    def scalars(self, file: str) -> tuple[Span, ...]:
        """The whole stretch of every key and single value of a record's YAML."""
        text, offset = _yaml(file, self.texts.get(file, ""))
        from opsctl.loading.yamltext import scalars

        return tuple(moved(span, offset) for span in scalars(text))

    def yaml(self, file: str) -> str:
        """The YAML of a record; empty for files of other types."""
        return yaml_of(file, self.texts.get(file, ""))

    def yaml_lines(self, file: str) -> range:
        """The numbers of the lines that hold a record's YAML."""
        text, offset = _yaml(file, self.texts.get(file, ""))
        return range(offset + 1, offset + 1 + len(text.split("\n")))

    def page(self, file: str) -> Page | None:
        """A Markdown record's parts; None for other files and for pages without front matter."""
        page = split(self.texts[file]) if file.endswith(_PAGE) and file in self.texts else None
        return page if isinstance(page, Page) else None


def yaml_of(file: str, text: str) -> str:
    """The YAML of a text that stands in that file; empty for files of other types."""
    return _yaml(file, text)[0]


def _table(file: str, text: str) -> Table:
    from opsctl.loading.yamltext import locate

    yaml, offset = _yaml(file, text)
    return shifted(locate(yaml), offset)


def _yaml(file: str, text: str) -> tuple[str, int]:
    """The YAML of a record and how many lines stand above it; none for files of other types."""
    if file.endswith(_RECORD):
        return text, 0
    page = split(text) if file.endswith(_PAGE) else None
    return (page.yaml, page.offset) if isinstance(page, Page) else ("", 0)
