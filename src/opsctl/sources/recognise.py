"""Which shipped adapter reads a file: the one whose columns the file has most of, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from opsctl.metrics.dictionary import folded

Sureness = Literal["certain", "likely"]

# Fewer than half of an adapter's columns may well be another report that happens to share some words; but where people
# choose the columns of a report themselves, a few are enough, if hardly any other is there.
_LIKELY = Fraction(1, 2)
_CHOSEN = Fraction(2, 3)
_CERTAIN = Fraction(4, 5)
_LEAST_TITLES = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """What an adapter looks for: its columns with their possible titles, those a file must have, and what is whole.

    `whole`: its values are a store's own and not those of channels or products.
    """

    id: str
    columns: Mapping[str, tuple[str, ...]]
    required: frozenset[str]
    whole: bool


@dataclass(frozen=True, slots=True)
class Match:
    """
    An adapter that can read a table.

    `columns` are those of its `asked` columns that are there, by the title they have, among the `there` of the table.
    """

    id: str
    columns: Mapping[str, str]
    asked: int
    there: int
    whole: bool

    @property
    def share(self) -> Fraction:
        """How many of the adapter's columns the table has."""
        return Fraction(len(self.columns), self.asked)

    @property
    def known(self) -> Fraction:
        """How many of the table's columns the adapter knows."""
        return Fraction(len(self.columns), self.there or 1)

    @property
    def sureness(self) -> Sureness:
        """How sure it is that this is the adapter's report."""
        return "certain" if self.share >= _CERTAIN else "likely"


def shape(id_: str, adapter: Mapping[str, Any]) -> Shape:
    """The shape of an adapter as it is written."""
    columns = {alias: titles(column) for alias, column in adapter.get("columns", {}).items()}
    required = frozenset(alias for alias, column in adapter.get("columns", {}).items() if not _may_miss(column))
    return Shape(id_, columns, required, "dimension" not in adapter)


def titles(column: Any) -> tuple[str, ...]:
    """The titles under which a column may stand, the preferred first."""
    header = column.get("header") if isinstance(column, Mapping) else column
    return (header,) if isinstance(header, str) else tuple(header or ())


def ranked(there: Iterable[str], shapes: Iterable[Shape]) -> tuple[Match, ...]:
    """The adapters that can read a table with these titles, the likeliest first.

    Of two that fit alike, the one for a whole store comes before one for its channels or products.
    """
    known = {folded(title): title for title in reversed(list(there))}
    matches = (match for one in shapes if (match := _match(known, one)) is not None)
    return tuple(sorted(matches, key=lambda one: (-one.share, not one.whole, -len(one.columns), one.id)))


def _match(known: Mapping[str, str], one: Shape) -> Match | None:
    found = {
        alias: title
        for alias, names in one.columns.items()
        if (title := next((known[folded(name)] for name in names if folded(name) in known), None)) is not None
    }
    enough = len(found) >= min(_LEAST_TITLES, len(one.columns)) and one.required <= found.keys()
    match = Match(one.id, found, len(one.columns), len(known), one.whole)
    fits = match.share >= _LIKELY or match.known >= _CHOSEN
    return match if enough and fits else None


def _may_miss(column: Any) -> bool:
    return isinstance(column, Mapping) and column.get("missing") == "ok"
