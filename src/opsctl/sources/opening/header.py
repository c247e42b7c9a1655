"""Where a table begins: the row with the words a mapping knows, wherever it stands among the first forty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from opsctl.sources.opening.titles import ambiguous, distinct, joined, same, trimmed
from opsctl.sources.opening.wanted import Wanted

ROWS = 40
MOST_COLUMNS = 20_000
_WIDE = 2_000
_LONGEST_NOTE = 200
_MOST_NOTES = 40


@dataclass(frozen=True, slots=True)
class Header:
    """
    A table's header.

    `titles` are unique; `last` is its last row, counted from 1; `found` how many of the mapped columns it has, of
    `asked`; `notes` the lines before it; `twice` mapped titles that several columns have; `row` its last row, to know
    it where later pages repeat it.
    """

    titles: tuple[str, ...]
    last: int
    found: int
    asked: int
    notes: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    row: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Say whether every mapped column is there."""
        return self.found == self.asked


def sought(rows: Sequence[Sequence[str]], wanted: Wanted) -> Header | None:
    """
    Find the header among the first rows of a table; None where no row has a word of it.

    One row is preferred to two, an earlier row to a later one; more of the mapped columns beat both.
    """
    best, first, height, titles = 0, 0, 0, list[str]()
    for at, many in _stretches(rows[:ROWS], wanted):
        read = _read(rows[at : at + many], wanted)
        score = _score(read, wanted)
        if score > best:
            best, first, height, titles = score, at, many, read
    if not best:
        return None
    last = first + height
    while not titles[-1]:
        titles.pop()
    return Header(
        titles=distinct(titles, wanted.titles),
        last=last,
        found=_count(titles, wanted),
        asked=len(wanted.columns),
        notes=noted(rows[:first]),
        twice=tuple(ambiguous(titles, wanted.titles)),
        row=list(rows[last - 1]),
    )


def noted(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Rows around a table as lines of text, without empty ones."""
    lines = (" ".join(cell for cell in map(trimmed, row) if cell)[:_LONGEST_NOTE] for row in rows)
    return tuple(line for line in lines if line)[:_MOST_NOTES]


def _stretches(rows: Sequence[Sequence[str]], wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Where a header could begin and how many rows it could take; only a narrow one is sought in two."""
    heights = (wanted.rows,) if wanted.rows else (1, 2)
    for height in heights:
        for at in range(wanted.skip, len(rows) - height + 1):
            if wanted.rows or height == 1 or len(rows[at]) <= _WIDE:
                yield at, height


def _read(rows: Sequence[Sequence[str]], wanted: Wanted) -> list[str]:
    titles = [trimmed(title) for title in rows[0]]
    for row in rows[1:]:
        titles = joined(titles, row, wanted.known)
    return titles


def _score(titles: list[str], wanted: Wanted) -> int:
    """How many of the words a header should have are there; 0 where it cannot be the header."""
    there = set(map(same, titles))
    if wanted.find:
        return 1 + _count(titles, wanted) if all(same(word) in there for word in wanted.find) else 0
    optional = sum(any(same(name) in there for name in names) for names in wanted.optional)
    return 0 if not titles else (found := _count(titles, wanted)) * 1000 + optional * bool(found)


def _count(titles: list[str], wanted: Wanted) -> int:
    # A mapping may ask for `同比 #2` or `支付金额 同比`, which stand in no single cell.
    there = set(map(same, titles))
    if len(titles) <= _WIDE:
        there.update(map(same, distinct(titles, wanted.titles)))
    return sum(any(same(name) in there for name in names) for names in wanted.columns)
