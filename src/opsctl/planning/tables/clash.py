"""
What clashes where no table meets its totals and bounds, named so that leaving out any one of it would help.

Totals and bounds are a flow around a ring: from the ground to the rows, through the cells to the columns, and back.
Where it cannot flow, some set of rows and columns must take in more than can leave it (Hoffman). Of the totals and
bounds that say so, each one without which the others still clash is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from opsctl.planning.tables.network import Network, add_arc, empty_network, settle
from opsctl.planning.tables.problem import Limits, Problem

Kind = Literal["row", "column", "hold", "floor", "cap", "zero"]
_GROUND = 0
_ROWS_LAST: tuple[Kind, ...] = ("zero", "floor", "cap", "hold", "column", "row")
_ORDERS: tuple[tuple[Kind, ...], ...] = (_ROWS_LAST, ("row", "column", "zero", "floor", "cap", "hold"))


@dataclass(frozen=True, slots=True)
class Part:
    """One total or bound of a clash: a row's or column's total, or what a cell is held at, at least, at most.

    `zero` is a cell that has no weight. `asks` says whether it wants units to go where the others leave no place.
    """

    kind: Kind
    row: int | None
    column: int | None
    units: int
    asks: bool


class Clash(Exception):
    """No table meets these totals and bounds, and any of them left out, the others can be met.

    What asks adds up to `need`, what gives way to `place`, which is less.
    """

    def __init__(self, parts: tuple[Part, ...], need: int, place: int) -> None:
        super().__init__(parts, need, place)
        self.parts = parts
        self.need = need
        self.place = place


_Name = tuple[Kind, int | None, int | None]


@dataclass(frozen=True, slots=True)
class _Ring:
    """The network of a table, and by name the arcs of each total and bound with the most and least it is about."""

    network: Network
    names: Mapping[_Name, int]
    ends: Mapping[int, tuple[int, int, int, int]]
    unlimited: int


def clash_of(problem: Problem, most: Limits | None) -> Clash:
    """Find what clashes; `most` tells a cap from a cell without weight. Raises ValueError where nothing does."""
    crossed = _crossed(problem)
    if crossed is not None:
        return crossed
    ring = _ring(problem, most)
    alone = [_of_one(_clash(ring, side, set(ring.names))) for side in _sides_of_one(ring)]
    if alone:
        return min(alone, key=lambda clash: len(clash.parts))
    cut = settle(ring.network)
    if not cut:
        raise ValueError("a table within these bounds meets these totals")
    # The same clash can often be told by rows or by columns, and one way is much shorter.
    told = [_irreducible(ring, _ring(problem, most).network, _named(ring, cut), order) for order in _ORDERS]
    return min(told, key=lambda clash: len(clash.parts))


def _irreducible(ring: _Ring, network: Network, start: set[_Name], order: Sequence[Kind]) -> Clash:
    """Drop whatever the rest still clashes without; the kinds named first are tried first."""
    kept = start
    _leave_out(ring, network, set(ring.names) - kept)
    cut = settle(network)
    for name in sorted(start, key=lambda each: (order.index(each[0]), each[2] or 0, each[1] or 0)):
        if name not in kept:
            continue
        without = network.copy()
        _leave_out(ring, without, {name})
        smaller = settle(without)
        if smaller:
            network, cut = without, smaller
            rest = kept & _named(ring, cut) - {name}
            _leave_out(ring, network, kept - rest - {name})
            kept = rest
    return _clash(ring, cut, kept)


def _sides_of_one(ring: _Ring) -> Iterator[set[int]]:
    """The rows and columns that clash with their own cells: most clashes are of one store's year or of one month."""
    count = len(ring.network.out)
    in_low, in_high, out_low, out_high = ([0] * count for _ in range(4))
    for start, end, low, high in ring.ends.values():
        in_low[end] += low
        in_high[end] += high
        out_low[start] += low
        out_high[start] += high
    for node in range(1, count):
        if in_low[node] > out_high[node]:
            yield {node}
        if out_low[node] > in_high[node]:
            yield set(range(count)) - {node}


def _of_one(clash: Clash) -> Clash:
    """Drop what asks for so little that the others alone are more than there is place for, the least first."""
    need, dropped = clash.need, set()
    for part in sorted((part for part in clash.parts if part.asks), key=lambda part: part.units):
        if need - part.units <= clash.place:
            break
        need -= part.units
        dropped.add(part)
    return Clash(tuple(part for part in clash.parts if part not in dropped), need, clash.place)


def _crossed(problem: Problem) -> Clash | None:
    """A floor that stands above its own cap needs no search."""
    for row, (low, high) in enumerate(zip(problem.low, problem.high, strict=True)):
        for column, (floor, cap) in enumerate(zip(low, high, strict=True)):
            if floor > cap:
                parts = (Part("floor", row, column, floor, asks=True), Part("cap", row, column, cap, asks=False))
                return Clash(parts, floor, cap)
    return None


def _ring(problem: Problem, most: Limits | None) -> _Ring:
    count = len(problem.rows)
    network = empty_network(1 + count + len(problem.columns))
    names: dict[_Name, int] = {}
    ends: dict[int, tuple[int, int, int, int]] = {}

    def add(start: int, end: int, low: int, high: int, *kinds: _Name) -> None:
        arc = add_arc(network, start, end, low, high)
        ends[arc] = (start, end, low, high)
        names.update(dict.fromkeys(kinds, arc))

    for row, total in enumerate(problem.rows):
        add(_GROUND, 1 + row, total, total, ("row", row, None))
    for column, total in enumerate(problem.columns):
        add(1 + count + column, _GROUND, total, total, ("column", None, column))
    for row, (low, high) in enumerate(zip(problem.low, problem.high, strict=True)):
        for column, (floor, cap) in enumerate(zip(low, high, strict=True)):
            kinds = _kinds(floor, cap, problem.unlimited, None if most is None else most[row][column])
            add(1 + row, 1 + count + column, floor, cap, *((kind, row, column) for kind in kinds))
    return _Ring(network, names, ends, problem.unlimited)


def _kinds(low: int, high: int, unlimited: int, cap: int | None) -> Iterator[Kind]:
    """What is fixed in a cell beyond the floor of zero that every cell has."""
    if low == high == cap:
        yield "hold"
        return
    if low:
        yield "floor"
    if high < unlimited:
        yield "cap" if high == cap else "zero"


def _named(ring: _Ring, side: set[int]) -> set[_Name]:
    """The totals and bounds that make more flow into the side than can leave it."""
    return {name for name, _ in _across(ring, side)}


def _across(ring: _Ring, side: set[int]) -> Iterator[tuple[_Name, bool]]:
    """Each total or bound of an arc across the cut that counts, and whether it asks: its floor into, its cap out of."""
    for name, arc in ring.names.items():
        start, end, *_ = ring.ends[arc]
        if (start in side) == (end in side):
            continue
        asks = end in side
        if name[0] in ("row", "column", "hold") or (name[0] == "floor") == asks:
            yield name, asks


def _leave_out(ring: _Ring, network: Network, names: Iterable[_Name]) -> None:
    """Lift totals and bounds, so that only the floor of zero is left of them."""
    for name in names:
        arc = ring.names[name]
        low = ring.ends[arc][2]
        if name[0] in ("row", "column"):
            network.room[arc] += ring.unlimited * len(ring.ends)
            network.room[arc ^ 1] += ring.unlimited * len(ring.ends)
        if name[0] in ("hold", "cap", "zero"):
            network.room[arc] += ring.unlimited * len(ring.ends)
        if name[0] in ("hold", "floor"):
            network.room[arc ^ 1] += max(low, 0)


def _place(found: tuple[_Name, bool]) -> tuple[int, int, int]:
    kind, row, column = found[0]
    return _ORDERS[1].index(kind), row or 0, column or 0


def _clash(ring: _Ring, cut: set[int], kept: set[_Name]) -> Clash:
    parts: list[Part] = []
    need = place = 0
    for name, asks in sorted(_across(ring, cut), key=_place):
        if name not in kept:
            continue
        *_, low, high = ring.ends[ring.names[name]]
        units = low if asks else high
        parts.append(Part(*name, units, asks))
        need, place = (need + units, place) if asks else (need, place + units)
    return Clash(tuple(parts), need, place)
