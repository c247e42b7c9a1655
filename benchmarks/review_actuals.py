"""
Reading a million order lines, against the same questions put to DuckDB by hand, in one run.

Usage, in the project's folder: `OPSCTL_TEST_DATA=… PYTHONPATH=src:. python benchmarks/review_actuals.py`.
Prints the medians, their ratio and the difference; where pandas and pyarrow are installed, also theirs.
First values by day and counts by week for four stores and all of them, then week × country × metric for every country.
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
from functools import partial
from pathlib import Path
from typing import Any

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


BY_COUNTRY = LINES.replace(
    "CASE country WHEN 'United Kingdom' THEN 'uk' WHEN 'EIRE' THEN 'ireland' WHEN 'Germany' THEN 'germany'\n"
    "       ELSE 'rest' END AS scope",
    "country AS scope",
)
WEEK_COUNTRY = f"""
SELECT scope, date_trunc('week', day) AS week, sum(amount) FILTER (sale) AS gmv, {COUNTS},
       -sum(amount) FILTER (refund) AS refunds
FROM ({BY_COUNTRY}) GROUP BY scope, week
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


def queried(paths: dict[str, str], *statements: str) -> list[tuple[Any, ...]]:
    """The rows of the last of some statements, on a connection of their own."""
    with duckdb.connect(":memory:", config={"threads": 2, "preserve_insertion_order": False}) as connection:
        for sql in statements:
            rows: list[tuple[Any, ...]] = connection.execute(sql, paths).fetchall()
        return rows


def pandas_work(root: Path) -> tuple[Callable[[], object], ...]:
    """The same numbers by week and country with pandas, as one would write it; nothing where it is not installed."""
    try:
        import pandas as pd
        import pyarrow as _reads_parquet  # noqa: F401
    except ImportError:
        return ()

    def work() -> object:
        first, second = pd.read_parquet(root / FIRST), pd.read_parquet(root / SECOND)
        first = first[first["InvoiceDate"] < "2010-12-01"]
        names = {"Invoice": "InvoiceNo", "Price": "UnitPrice", "Customer ID": "CustomerID"}
        lines = pd.concat([first.rename(columns=names), second], ignore_index=True)
        lines["week"] = lines["InvoiceDate"].dt.to_period("W-SUN")
        lines["amount"] = lines["Quantity"] * lines["UnitPrice"]
        cancelled = lines["InvoiceNo"].str.startswith("C")
        sale = ~cancelled & ~lines["InvoiceNo"].str.startswith("A") & (lines["Quantity"] > 0) & (lines["UnitPrice"] > 0)
        sales = lines[sale].groupby(["Country", "week"]).agg(
            gmv=("amount", "sum"), orders=("InvoiceNo", "nunique"), buyers=("CustomerID", "nunique")
        )  # fmt: skip
        return sales, -lines[cancelled].groupby(["Country", "week"])["amount"].sum()

    return (work,)


def told(times: list[float]) -> None:
    """Print what each took, beside the bare queries."""
    bare = times[0]
    print(f"  bare DuckDB {bare * 1000:6.0f} ms")
    for name, took in zip(("read_facts", "pandas"), times[1:], strict=False):
        print(f"  {name:11} {took * 1000:6.0f} ms   ratio {took / bare:.2f}, difference {took - bare:+.3f} s")


def main() -> int:
    """Measure and print."""
    folder = os.environ.get("OPSCTL_TEST_DATA")
    if not folder or not (Path(folder) / "online-retail" / FIRST).is_file():
        print("OPSCTL_TEST_DATA names no folder with online-retail", file=sys.stderr)
        return 2
    root = Path(folder) / "online-retail"
    paths = {"first": str(root / FIRST), "second": str(root / SECOND)}

    asked = weeks()
    print("daily values of four stores, counts of every week, 1,044,847 lines")
    told(
        medians(
            partial(queried, paths, BY_DAY, BY_WEEK),
            lambda: read_facts({"shop": retail()}, root, groups={"company": LEAVES}, periods=asked),
        )
    )
    countries = queried(paths, f"SELECT DISTINCT scope FROM ({BY_COUNTRY})")
    every = {name: f"c-{at}" for at, (name,) in enumerate(sorted(countries))}
    source = retail(store={"column": "country", "map": every})
    print(f"week x country x metric: {len(asked)} weeks, {len(every)} countries, 4 metrics")
    by_country: tuple[Callable[[], object], ...] = (
        partial(queried, paths, WEEK_COUNTRY),
        lambda: read_facts({"shop": source}, root, groups={}, periods=asked),
        *pandas_work(root),
    )
    told(medians(*by_country))
    return 0


if __name__ == "__main__":
    sys.exit(main())
