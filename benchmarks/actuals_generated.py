"""
Reading 10 and 50 million generated order lines: time and memory, from Parquet and from CSV.

Usage, in the project's folder: `PYTHONPATH=src:. python benchmarks/actuals_generated.py [MILLIONS] [--folder DIR]`.
The lines are made by DuckDB into the folder (a temporary one, if none is named): a year of 200 shops, two and a half
lines an order, prices with cents. What is asked: paid sales, units, orders and buyers by shop and day, and both counts
de-duplicated by week for every shop and for all. Each run is a process of its own, so that the peak is its own; the
sums are compared with those of one bare query.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from opsctl.period import week_of
from opsctl.records.source import Source
from opsctl.sources.read import read_facts

SHOPS = 200
KINDS = ("parquet", "csv")
MADE = """
COPY (SELECT DATE '2025-01-01' + (line * 365 // {lines})::INTEGER AS day,
             'shop-' || (hash(line // 5) % {shops}) AS shop,
             2 * line // 5 AS "order", hash(2 * line // 5) % {buyers} AS buyer, 1 + line % 3 AS quantity,
             ((hash(line) % 20000 + 100) / 100)::DECIMAL(12,2) AS price
      FROM range({lines}) AS t(line)) TO '{path}' (FORMAT {kind})
"""


def source(kind: str) -> Source:
    """A source of order lines."""
    shops = {f"shop-{n}": f"shop-{n}" for n in range(SHOPS)}
    return Source.model_validate(
        {
            "files": f"lines.{kind}",
            "grain": "lines",
            "columns": {name: name for name in ("day", "shop", "order", "buyer", "quantity", "price")},
            "store": {"column": "shop", "map": shops},
            "day": "day",
            "metrics": {
                "gmv_paid": {"sum": "quantity * price"},
                "units_paid": {"sum": "quantity"},
                "orders_paid": {"count_distinct": "order"},
                "buyers_paid": {"count_distinct": "buyer"},
            },
        }
    )


def read(folder: Path, kind: str) -> str:
    """Read the lines once and say how long it took, how much memory, and what the sales came to."""
    weeks = [week_of(date(2025, 1, 1))]
    while weeks[-1].end <= date(2025, 12, 31):
        weeks.append(weeks[-1].following())
    everybody = tuple(f"shop-{n}" for n in range(SHOPS))
    start = time.perf_counter()
    facts = read_facts({"lines": source(kind)}, folder, groups={"company": everybody}, periods=weeks)
    took = time.perf_counter() - start
    total = sum(sum(days.values()) for (_, metric), days in facts.daily.items() if metric == "gmv_paid")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    said = [trouble.message for trouble in facts.troubles]
    counts = f"{len(facts.daily)} series, {len(facts.distinct)} counts"
    return f"{took:7.1f} s  {peak:5.2f} GiB  sales {total}  {counts} {said or ''}"


def made(folder: Path, lines: int) -> str:
    """Generate both files; what the sales come to by one bare query."""
    with duckdb.connect(":memory:", config={"threads": 2, "memory_limit": "2GB"}) as connection:
        for kind in KINDS:
            path = folder / f"lines.{kind}"
            connection.execute(MADE.format(lines=lines, shops=SHOPS, buyers=max(lines // 12, 1), path=path, kind=kind))
            print(f"{path.name:14} {path.stat().st_size / 2**20:8,.0f} MiB")
        query = f"SELECT sum(quantity * price) FROM read_parquet('{folder / 'lines.parquet'}')"
        return str(connection.execute(query).fetchall()[0][0])


def main() -> int:
    """Generate, read and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("millions", nargs="?", type=int, default=10)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--read", choices=KINDS)
    asked = parser.parse_args()
    if asked.read:
        print(read(asked.folder, asked.read))
        return 0
    with TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        print(f"{asked.millions} million lines, {SHOPS} shops; the bare sum is {made(folder, asked.millions * 10**6)}")
        for kind in KINDS:
            call = [sys.executable, __file__, "--folder", str(folder), "--read", kind]
            print(f"{kind:8}", subprocess.run(call, capture_output=True, text=True, check=True).stdout.strip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
