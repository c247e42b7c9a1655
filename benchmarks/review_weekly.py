"""
Times `opsctl review weekly` on a million order lines against a bare DuckDB process that asks the same of the lines.

Usage: `python benchmarks/review_weekly.py FOLDER`, the folder with the two Parquet files of Online Retail; without one,
`online-retail` in the folder that `OPSCTL_TEST_DATA` names. Both are whole processes that take turns, so that a busy
machine is unfair to none. The bare one answers what the review reads (values by store and day, and what three weeks
count once for each store and all) and prints nothing; it checks no record, no target and no line.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
FIRST = "online_retail_2009_2010.parquet"
WEEK = "2011-W40"
RUNS = 5

BARE = """
import sys, duckdb
first, second = sys.argv[1:]
connection = duckdb.connect()
connection.execute('''
CREATE TEMP TABLE lines AS
SELECT CASE country WHEN 'United Kingdom' THEN 'uk' WHEN 'EIRE' THEN 'ireland' WHEN 'Germany' THEN 'germany'
       ELSE 'rest' END AS store, day, invoice, buyer, quantity * price AS amount,
       invoice[1] NOT IN ('C', 'A') AND quantity > 0 AND price > 0 AS sale, invoice[1] = 'C' AS refund
FROM (SELECT Country AS country, InvoiceDate::DATE AS day, Invoice AS invoice, "Customer ID" AS buyer,
             Quantity AS quantity, Price::DECIMAL(18,4) AS price
      FROM read_parquet($first) WHERE InvoiceDate < DATE '2010-12-01'
      UNION ALL
      SELECT Country, InvoiceDate::DATE, InvoiceNo, CustomerID, Quantity, UnitPrice::DECIMAL(18,4)
      FROM read_parquet($second))''', {'first': first, 'second': second})
once = 'count(DISTINCT invoice) FILTER (sale), count(DISTINCT buyer) FILTER (sale)'
days = connection.execute(f'''
SELECT store, day, sum(amount) FILTER (sale), -sum(amount) FILTER (refund), {once} FROM lines GROUP BY store, day
''').fetchall()
weeks = connection.execute(f'''
SELECT store, date_trunc('week', day) AS week, {once} FROM lines
WHERE week IN (DATE '2011-10-03', DATE '2011-09-26', DATE '2010-10-04')
GROUP BY GROUPING SETS ((store, week), (week))
''').fetchall()
assert len(days) > 1000 and len(weeks) == 15, (len(days), len(weeks))
"""


def medians(commands: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """The median wall time of each command in seconds; they take turns."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            start = perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
            times[name].append(perf_counter() - start)
    return {name: median(found) for name, found in times.items()}


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    named = os.environ.get("OPSCTL_TEST_DATA", "")
    folder = Path(arguments[0]) if arguments else Path(named) / "online-retail"
    if not (folder / FIRST).is_file():
        print(f"skipped: no {FIRST} in the folder given or in OPSCTL_TEST_DATA")
        return 0
    paths = [str(path) for path in sorted(folder.glob("online_retail_*.parquet"))]
    own = [sys.executable, "-m", "opsctl", "-C", str(ROOT / "examples" / "online-retail"), "review", "weekly"]
    found = medians(
        {
            "python -c 'import duckdb'": [sys.executable, "-c", "import duckdb"],
            "bare DuckDB": [sys.executable, "-c", BARE, *paths],
            f"review weekly {WEEK}": [*own, WEEK, "--data", str(folder)],
            "review weekly": [*own, "--data", str(folder)],
        }
    )
    for name, time in found.items():
        print(f"{name:26} {time:6.3f} s   {time / found['bare DuckDB']:5.2f} x bare DuckDB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
