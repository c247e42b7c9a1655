"""A file as the engine sees it, and what the mapping says of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from opsctl.records.source import Source, SourceFile
from opsctl.sources.days import Order
from opsctl.sources.opening.titles import same
from opsctl.sources.values import Column

ABSENT = Column("NULL", "VARCHAR")


@dataclass(frozen=True, slots=True)
class Table:
    """
    A file as the engine sees it: the call that reads it, its columns by header, and its part of the mapping.

    `orders` says in which order dates of a column stand, by header, `zone` on which clock moments are, `currency` in
    which money amounts are; `when` is the day or period of all rows where it stands in none of them, `first` the header
    of the first column of an export. `numbered`: a column `#row` beside them says in which row of the original each
    row stands.
    """

    relation: str
    columns: Mapping[str, Column]
    spec: SourceFile
    orders: Mapping[str, Order] = field(default_factory=dict)
    zone: str | None = None
    currency: str | None = None
    when: date | str | None = None
    first: str | None = None
    numbered: bool = False
    headers: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "headers", {same(title): title for title in self.columns})

    def title(self, source: Source, name: str) -> str | None:
        """The header of the column behind an alias: the first of its titles that the file has."""
        titles = (same(title) for title in source.titles(self.spec, name))
        return next((self.headers[title] for title in titles if title in self.headers), None)

    def column(self, source: Source, name: str) -> Column:
        """The column behind an alias with how its values are written; one that the file lacks is never there."""
        title, mapped = self.title(source, name), source.column(self.spec, name)
        if title is None or mapped is None:
            return ABSENT
        order = mapped.order or self.orders.get(title)
        form = mapped.as_ or "number"
        written = replace(self.columns[title], form=form, end=mapped.range_, order=order)
        return replace(written, zone=self.zone, currency=self.currency)

    def unmapped(self, source: Source) -> list[str]:
        """The headers that the mapping says nothing of, as they stand in the file."""
        known = {same(title) for one in (*source.columns.values(), *self.spec.columns.values()) for title in one.header}
        return [title for title in self.columns if same(title) not in known and title and not title.startswith("#")]
