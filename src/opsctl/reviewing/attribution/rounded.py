"""From exact effects to the smallest units that people add up: leaves × drivers, and each driver's parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from opsctl.quantity import from_units, round_units
from opsctl.reviewing.attribution.mix import Shift
from opsctl.reviewing.attribution.split import Split
from opsctl.reviewing.attribution.table import round_rows, round_table
from opsctl.reviewing.attribution.view import UNSPLIT

Parts = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """Whole smallest units: `cells` by split and driver, `parts` of a driver by part and then by split.

    `shifts` are volume, mix and rate by split, None for one that cannot be compared with another.
    """

    digits: int
    drivers: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]
    parts: dict[str, Parts]
    shifts: tuple[tuple[int, int, int] | None, ...]

    def amount(self, units: int) -> Decimal:
        """So many smallest units as the decimal they stand for."""
        return from_units(units, self.digits)


def in_units(splits: Sequence[Split], shifts: Sequence[Shift | None], digits: int) -> Effects:
    """Round all splits of a gap at once, so that every row, column and part adds up."""
    if not splits:
        return Effects(digits, (), (), {}, ())
    drivers = _drivers(splits)
    scale = 10**digits
    exact = [[_effect(split, driver) * scale for driver in drivers] for split in splits]
    gap = sum((split.actual - split.baseline for split in splits), Fraction(0))
    cells = round_table(exact, round_units(gap, digits)).cells
    columns = zip(*cells, strict=True)
    parts = {driver: _parts(splits, driver, column, scale) for driver, column in zip(drivers, columns, strict=True)}
    return Effects(
        digits,
        drivers,
        cells,
        {id_: each for id_, each in parts.items() if each},
        _shifts(splits, shifts, drivers, cells, scale),
    )


def _drivers(splits: Sequence[Split]) -> tuple[str, ...]:
    """All drivers in the order of the chains, and at the end what no driver explains, if anything."""
    found = dict.fromkeys(driver for split in splits if split.chain for driver in split.chain.drivers)
    left = any(split.unsplit or split.chain is None for split in splits)
    return (*found, UNSPLIT) if left or not found else tuple(found)


def _effect(split: Split, driver: str) -> Fraction:
    if driver == UNSPLIT:
        return split.unsplit
    drivers = split.chain.drivers if split.chain else ()
    return split.effects[drivers.index(driver)] if driver in drivers else Fraction(0)


def _parts(splits: Sequence[Split], driver: str, whole: tuple[int, ...], scale: int) -> Parts:
    """The parts of one driver; what a split does not take apart stands as its unsplit part."""
    found = [dict(split.parts.get(driver, ())) for split in splits]
    names = tuple(dict.fromkeys(part for each in found for part in each))
    if not names:
        return ()
    exact = [
        [
            *(each.get(name, Fraction(0)) * scale for name in names),
            Fraction(0) if each else _effect(split, driver) * scale,
        ]
        for split, each in zip(splits, found, strict=True)
    ]
    columns = list(zip(*round_rows(exact, whole).cells, strict=True))
    return tuple((name, column) for name, column in zip((*names, UNSPLIT), columns, strict=True) if any(column))


def _shifts(
    splits: Sequence[Split],
    shifts: Sequence[Shift | None],
    drivers: tuple[str, ...],
    cells: tuple[tuple[int, ...], ...],
    scale: int,
) -> tuple[tuple[int, int, int] | None, ...]:
    """Volume and mix of each split's first driver as it was rounded; all the rest of its gap is rate."""
    exact, firsts = [], []
    for split, shift, row in zip(splits, shifts, cells, strict=True):
        exact.append([shift.volume * scale, shift.mix * scale] if shift else [Fraction(0), Fraction(0)])
        firsts.append(row[drivers.index(split.chain.drivers[0])] if shift and split.chain else 0)
    rounded = round_rows(exact, firsts).cells
    return tuple(
        None if shift is None else (volume, mix, sum(row) - volume - mix)
        for shift, (volume, mix), row in zip(shifts, rounded, cells, strict=True)
    )
