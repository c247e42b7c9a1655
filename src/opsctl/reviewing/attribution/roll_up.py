"""Adds rounded effects up: over stores to drivers, over drivers to stores, over stores to channels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from opsctl.metrics import Metric
from opsctl.reviewing.attribution.rounded import Effects
from opsctl.reviewing.attribution.split import Split
from opsctl.reviewing.attribution.view import UNSPLIT, Dimension, DriverEffect, OwnerEffect, Total

Metrics = Mapping[str, Metric]


def drivers_of(splits: Sequence[Split], effects: Effects, metrics: Metrics) -> tuple[DriverEffect, ...]:
    """What each driver did over all splits, in the order of the chains."""
    return _drivers(splits, effects, range(len(splits)), metrics) if splits else ()


def owners_of(
    splits: Sequence[Split], effects: Effects, metrics: Metrics, dimension: Dimension
) -> tuple[OwnerEffect, ...]:
    """What each store or channel did, in the order of the splits; the rest of all stores last."""
    rows: dict[str, list[int]] = {}
    for row, split in enumerate(splits):
        rows.setdefault(split.leaf.scope if dimension == "store" else split.leaf.channel, []).append(row)
    names = sorted(rows, key=lambda name: (not name, name))
    return tuple(_owner(name, rows[name], splits, effects, metrics, dimension) for name in names)


def _owner(
    name: str, rows: Sequence[int], splits: Sequence[Split], effects: Effects, metrics: Metrics, dimension: Dimension
) -> OwnerEffect:
    shifts = [effects.shifts[row] for row in rows]
    volume, mix, rate = shifts[0] if len(shifts) == 1 and shifts[0] is not None else (None, None, None)
    return OwnerEffect(
        owner=name,
        dimension=dimension,
        baseline=sum((splits[row].baseline for row in rows), Fraction(0)),
        actual=sum((splits[row].actual for row in rows), Fraction(0)),
        effect=effects.amount(sum(sum(effects.cells[row]) for row in rows)),
        drivers=_drivers(splits, effects, rows, metrics),
        method=splits[rows[0]].method,
        volume=None if volume is None else effects.amount(volume),
        mix=None if mix is None else effects.amount(mix),
        rate=None if rate is None else effects.amount(rate),
        totals=totals_of([splits[row] for row in rows]),
    )


def totals_of(splits: Sequence[Split]) -> tuple[Total, ...]:
    """What a split was computed from; nothing where it is added up from several, or there is none."""
    if len(splits) != 1 or splits[0].chain is None:
        return ()
    return tuple(map(Total, splits[0].chain.totals, *splits[0].totals))


def _drivers(
    splits: Sequence[Split], effects: Effects, rows: Sequence[int], metrics: Metrics
) -> tuple[DriverEffect, ...]:
    found = []
    for column, driver in enumerate(effects.drivers):
        inside = [splits[row] for row in rows]
        units = sum(effects.cells[row][column] for row in rows)
        values = _values(driver, inside, metrics)
        if units or any(split.chain and driver in split.chain.drivers for split in inside):
            parts = tuple(
                DriverEffect(part, effects.amount(sum(cells[row] for row in rows)))
                for part, cells in effects.parts.get(driver, ())
                if any(cells[row] for row in rows)
            )
            found.append(DriverEffect(driver, effects.amount(units), values[0], values[1], parts))
    return tuple(found)


def _values(driver: str, splits: Sequence[Split], metrics: Metrics) -> tuple[Fraction, Fraction] | tuple[None, None]:
    """The driver's own value on both sides, over the splits that have it; a ratio from the sums of its parts."""
    having = [
        (split, split.chain.drivers.index(driver)) for split in splits if split.chain and driver in split.chain.drivers
    ]
    if driver == UNSPLIT or not having:
        return None, None
    values = []
    for side in (0, 1):
        top = sum((split.totals[side][at] for split, at in having), Fraction(0))
        bottom = sum((split.totals[side][at - 1] for split, at in having if at), Fraction(0))
        if not any(at for _, at in having):
            values.append(top)
        elif not bottom:
            return None, None
        else:
            share = top / bottom
            values.append(1 - share if driver == "refund_rate" else share * metrics[driver].factor)
    return values[0], values[1]
