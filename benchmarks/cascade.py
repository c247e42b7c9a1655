"""
Times a year of 1,000 stores and 20 metrics: the cascade, its CSV files written and read back, and every day of it.

Two references run in the same process. Bare `csv` writes and reads the same rows, which is the least that any tool must
do to have them. Largest remainder in fractions divides the same years over the same months, as people usually write it.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from opsctl.metrics import BUILTIN
from opsctl.metrics.algebra import additive
from opsctl.planning.cascade import cascade
from opsctl.planning.cells import cell_files
from opsctl.planning.curves.rhythm import scope_curve
from opsctl.planning.months import Cell
from opsctl.planning.periods import month_days
from opsctl.records import BY_NAME
from opsctl.records.settings import Settings
from opsctl.workspace import Loaded, Workspace

STORES = 1_000
METRICS = 20
YEAR = 2026
ROUNDS = 3
SAMPLE = 200
Table = dict[str, list[list[str]]]
T = TypeVar("T")


def metrics_of() -> list[str]:
    """The metrics that are divided: none of them adds up to another, so any numbers agree."""
    parts = {part for metric in BUILTIN.values() for part, _ in metric.parts} | {"visitors_free", "visitors_paid"}
    alone = (id_ for id_, metric in BUILTIN.items() if additive(metric) and not metric.parts and id_ not in parts)
    return list(islice(alone, METRICS))


def workspace() -> Workspace:
    """A company of stores in ten teams, all goals split over the stores, on one curve with a promotion."""
    stores = [f"store-{number:04d}" for number in range(STORES)]
    weights = {store: f"{number % 97 + 1}" for number, store in enumerate(stores)}
    metrics = metrics_of()
    goals = {
        metric: {"value": f"{987_654_321 + 1_234_567 * number}", "split": {"weights": weights}}
        for number, metric in enumerate(metrics)
    }
    shares = ("6.4%", "4.1%", "7.6%", "7.2%", "8.9%", "11.3%", "7.1%", "7.8%", "8.6%", "9.4%", "13.2%", "8.4%")
    months = {f"{month}": share for month, share in enumerate(shares, 1)}
    window = {"from": "2026-05-20", "until": "2026-06-20", "lift": "2.2"}
    event = {"id": "618", "name": "618", "windows": {"all": window}}
    curve = {"months": months, "weekdays": {"sat": "1.15", "sun": "1.2"}}
    teams = {f"team-{number}": {"name": f"team {number}", "parent": "company"} for number in range(10)}
    texts: dict[str, dict[str, object]] = {
        "calendar": {f"{YEAR}": {"curves": {"home": curve}, "events": [event]}},
        "store": {
            store: {"name": store, "platform": ("tmall", "jd", "douyin")[number % 3], "team": f"team-{number % 10}"}
            for number, store in enumerate(stores)
        },
        "target": {f"{YEAR}/company": {"owner": "li-na", "curve": "home", "goals": goals}},
        "team": {"company": {"name": "company"}, **teams},
    }
    records = tuple(
        Loaded(kind, id_, BY_NAME[kind].file(id_), BY_NAME[kind].model.model_validate(text))
        for kind, of_kind in texts.items()
        for id_, text in of_kind.items()
    )
    return Workspace(Settings.model_validate({"opsctl": "1", "name": "bench"}), records)


def write(folder: Path, files: dict[str, str]) -> None:
    """Write every file."""
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())


def read(folder: Path, names: list[str]) -> dict[str, str]:
    """Read every file."""
    return {name: (folder / name).read_bytes().decode() for name in names}


def write_bare(folder: Path, table: Table) -> None:
    """Write the same rows with nothing but `csv`."""
    for name, rows in table.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


def read_bare(folder: Path, names: list[str]) -> Table:
    """Read the same rows with nothing but `csv`."""
    table = {}
    for name in names:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            table[name] = list(csv.reader(file))
    return table


def largest_remainder(weights: Sequence[int | Fraction], total: int) -> list[int]:
    """Divide by largest remainder in fractions."""
    whole = sum(weights)
    shares = [Fraction(total * weight) / whole for weight in weights]
    cells = [int(share) for share in shares]
    order = sorted(range(len(cells)), key=lambda i: cells[i] - shares[i])
    for i in order[: total - sum(cells)]:
        cells[i] += 1
    return cells


def leaves(space: Workspace) -> list[Cell]:
    """The cells of the stores, which everything else adds up from."""
    return [cell for cell in cascade(space, YEAR).cells.values() if not cell.parts]


def months_of_reference(space: Workspace) -> list[list[int]]:
    """Divide each goal over the stores and each store's year over its months by the reference."""
    found = cascade(space, YEAR)
    for division in found.divisions.values():
        largest_remainder([Fraction(weight) for weight in division.weights.values()], division.total)
    return [largest_remainder(scope_curve(space, cell.scope, YEAR).month_shares, cell.year) for cell in leaves(space)]


def days_of(space: Workspace, cells: list[Cell]) -> int:
    """Give every day of the cells its units; returns how many days there are."""
    months = range(1, 13)
    return sum(len(month_days(space, YEAR, cell.scope, cell.metric, month)) for cell in cells for month in months)


def days_of_reference(space: Workspace, cells: list[Cell]) -> int:
    """Give every day of the cells its units by the reference."""
    return sum(
        len(largest_remainder(weights, total))
        for cell in cells
        for weights, total in zip(scope_curve(space, cell.scope, YEAR).day_weights, cell.months, strict=True)
    )


def timed(times: dict[str, list[float]], name: str, work: Callable[[], T]) -> T:
    """Do the work and note its CPU seconds."""
    start = process_time()
    result = work()
    times.setdefault(name, []).append(process_time() - start)
    return result


def split_and_write(times: dict[str, list[float]], folder: Path) -> tuple[Workspace, list[str]]:
    """What `plan split` does between loading and its last line, files read back as `--check` does."""
    space = workspace()
    timed(times, "cascade", lambda: cascade(space, YEAR))
    made = timed(times, "cells as text", lambda: cell_files(space, YEAR))
    files = {file.rpartition("/")[2]: text for file, text in made.items()}
    timed(times, "files written", lambda: write(folder, files))
    assert timed(times, "files read", lambda: read(folder, list(files))) == files
    return space, list(files)


def bare(times: dict[str, list[float]], folder: Path, names: list[str]) -> None:
    """The same rows through `csv` and nothing else."""
    table = read_bare(folder, names)
    timed(times, "bare csv written", lambda: write_bare(folder, table))
    assert timed(times, "bare csv read", lambda: read_bare(folder, names)) == table


def peak() -> float:
    """The most memory this process has had, in MiB; Windows does not say."""
    try:
        import resource
    except ImportError:
        return float("nan")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> None:
    """Print CPU seconds (the best of three rounds) and what they come to against the references."""
    times: dict[str, list[float]] = {}
    with TemporaryDirectory() as name:
        space, names = split_and_write(times, Path(name))
        days = timed(times, "all days", lambda: days_of(space, leaves(space)))
        memory = peak()
        for _ in range(ROUNDS):
            space, names = split_and_write(times, Path(name))
            bare(times, Path(name), names)
            timed(times, "months by Fraction", lambda space=space: months_of_reference(space))  # type: ignore[misc]
    some = leaves(space)[:SAMPLE]
    timed(times, "days by Fraction", lambda: days_of_reference(space, some))
    best = {name: min(seconds) for name, seconds in times.items()}
    best["days by Fraction"] *= len(leaves(space)) / SAMPLE
    for name, seconds in best.items():
        print(f"{name:20}{seconds:8.2f} s")
    ours = sum(best[part] for part in ("cascade", "cells as text", "files written", "files read"))
    csv_alone = best["bare csv written"] + best["bare csv read"]
    print(f"{len(leaves(space)) * 12:,} months in {len(names):,} files, {days:,} days, peak {memory:.0f} MiB")
    print(f"split, written and read: {ours:.2f} s = {ours / csv_alone:.2f} × bare csv of the same rows")
    print(f"cascade: {best['cascade'] / best['months by Fraction']:.2f} × largest remainder in fractions")
    print(f"days: {best['all days'] / best['days by Fraction']:.2f} × largest remainder in fractions")


if __name__ == "__main__":
    main()
