"""
Reading a million order lines, against the same questions put to DuckDB by hand, in one run.

Usage, in the project's folder: `OPSCTL_TEST_DATA=… PYTHONPATH=src:. python benchmarks/review_actuals.py`.
Prints both medians, their ratio and the difference.
The bare queries answer the same questions (values by day, de-duplicated counts by week for each store and for all) but
check nothing: no unreadable value, unknown store, repeated line or overlap would be noticed.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
from tests.sources.retail import FIRST, LEAVES, SECOND, retail

from opsctl.period import Period, week_of
from opsctl.sources.read import read_facts

RUNS = 7
LINES = """
SELECT CASE country WHEN 'United Kingdom' THEN 'uk' WHEN 'EIRE' THEN 'ireland' WHEN 'Germany' THEN 'germany'
       ELSE 'rest' END AS scope, day, invoice, buyer, quantity * price AS amount,
       NOT starts_with(invoice, 'C') AND NOT starts_with(invoice, 'A') AND quantity > 0 AND price > 0 AS sale,
       starts_with(invoice, 'C') AS refund
FROM (SELECT Country AS country, InvoiceDate::DATE AS day, Invoice AS invoice, "Customer ID" AS buyer,
             Quantity AS quantity, Price::DECIMAL(18,4) AS price FROM read_parquet($first)
      WHERE InvoiceDate < DATE '2010-12-01'
      UNION ALL
      SELECT Country, InvoiceDate::DATE, InvoiceNo, CustomerID, Quantity, UnitPrice::DECIMAL(18,4)
      FROM read_parquet($second))
"""
COUNTS = "count(DISTINCT invoice) FILTER (sale) AS orders, count(DISTINCT buyer) FILTER (sale) AS buyers"
BY_DAY = f"""
SELECT scope, day, sum(amount) FILTER (sale) AS gmv, {COUNTS}, -sum(amount) FILTER (refund) AS refunds
FROM ({LINES}) GROUP BY scope, day
"""
BY_WEEK = f"""
SELECT scope, date_trunc('week', day) AS week, {COUNTS}
FROM ({LINES}) GROUP BY GROUPING SETS ((scope, week), (week))
"""


def weeks() -> tuple[Period, ...]:
    """The ISO weeks of the data."""
    found = [week_of(date(2009, 12, 1))]
    while found[-1].end <= date(2011, 12, 9):
        found.append(found[-1].following())
    return tuple(found)


def medians(*works: Callable[[], object]) -> list[float]:
    """The median wall time of each work; the works take turns, so that a busy machine is unfair to none."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, found in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            found.append(time.perf_counter() - start)
    return [statistics.median(found) for found in times]


def main() -> int:
    """Measure and print."""
    folder = os.environ.get("OPSCTL_TEST_DATA")
    if not folder or not (Path(folder) / "online-retail" / FIRST).is_file():
        print("OPSCTL_TEST_DATA names no folder with online-retail", file=sys.stderr)
        return 2
    root = Path(folder) / "online-retail"
    paths = {"first": str(root / FIRST), "second": str(root / SECOND)}

    def bare() -> None:
        with duckdb.connect(":memory:", config={"threads": 2, "preserve_insertion_order": False}) as connection:
            connection.execute(BY_DAY, paths).fetchall()
            connection.execute(BY_WEEK, paths).fetchall()

    asked = weeks()

    def ours() -> None:
        read_facts({"shop": retail()}, root, groups={"company": LEAVES}, periods=asked)

    bare_time, own_time = medians(bare, ours)
    print(f"bare DuckDB {bare_time * 1000:6.0f} ms   daily values and {len(asked)} weeks, 1,044,847 lines")
    more = f"ratio {own_time / bare_time:.2f}, difference {own_time - bare_time:+.3f} s"
    print(f"read_facts  {own_time * 1000:6.0f} ms   {more}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
