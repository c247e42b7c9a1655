"""
A review of many stores over two years of daily facts: time and peak memory, against the bare queries it needs.

Usage, in the project's folder: `PYTHONPATH=src python benchmarks/review_stores.py [STORES]`, 40 stores unless named.
The company is made into a temporary folder: a daily export a store and year with sales, refunds, orders, buyers,
visitors, clicks and ad spend, a calendar with a promotion, a target divided over the stores, curves and floors. All
are whole processes that take turns. The bare one reads the same files with DuckDB and sums every metric by store and
by day, for the week, the one before and the one last year, and the month, quarter and year so far; it checks no row,
knows no target, and fits nothing.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
FIRST, LAST = date(2025, 1, 1), date(2026, 11, 22)
RUNS = 3
HEADER = "日期,店铺名称,支付金额,支付订单数,支付买家数,访客数,推广点击数,推广花费,成功退款金额"
METRICS = {
    "gmv_paid": "支付金额",
    "orders_paid": "支付订单数",
    "buyers_paid": "支付买家数",
    "visitors": "访客数",
    "clicks": "推广点击数",
    "ad_spend": "推广花费",
    "refund_amount": "成功退款金额",
}
BARE = """
import sys, duckdb
connection = duckdb.connect()
connection.execute("CREATE TEMP TABLE facts AS SELECT * FROM read_csv($1, union_by_name = true)", [sys.argv[1]])
sums = ', '.join(f'sum("{name}")' for name in sys.argv[2:])
by_day = connection.execute(f'SELECT "店铺名称", "日期", {sums} FROM facts GROUP BY ALL').fetchall()
spans = [('2026-11-09', '2026-11-15'), ('2026-11-02', '2026-11-08'), ('2025-11-10', '2025-11-16'),
         ('2026-11-01', '2026-11-15'), ('2026-10-01', '2026-11-15'), ('2026-01-01', '2026-11-15')]
for first, last in spans:
    connection.execute(f'''SELECT "店铺名称", {sums} FROM facts WHERE "日期" BETWEEN '{first}' AND '{last}'
                           GROUP BY GROUPING SETS (("店铺名称"), ())''').fetchall()
assert len(by_day) > 20000 or len(sys.argv) < 3
"""
MEASURED = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


def company(folder: Path, stores: int) -> None:
    """Write the workspace; JSON is YAML, and quotes nothing that a record would mind."""
    names = [f"store-{number:02d}" for number in range(stores)]
    records: dict[str, object] = {
        "opsctl.yaml": {"opsctl": "1", "name": "Many"},
        "teams/company.yaml": {"name": "公司"},
        "roles/owner.yaml": {"name": "Owner"},
        "people/li-na.yaml": {"name": "李娜", "roles": [{"role": "owner", "at": "company", "from": "2020-01-01"}]},
        "targets/2026/company.yaml": _sheet(names),
        "sources/shop.yaml": _source(names),
        **{f"stores/{name}.yaml": {"name": name, "platform": "tmall", "team": "company"} for name in names},
        **{f"calendar/{year}.yaml": _calendar(year) for year in (2025, 2026)},
    }
    for path, record in records.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")
    chance = random.Random(7)
    for name in names:
        _exports(folder, name, chance)


def _sheet(names: Sequence[str]) -> Mapping[str, object]:
    weights = {name: f"{number + 1}" for number, name in enumerate(names)}
    goal = {"value": "2亿", "floor": "1.8亿", "stretch": "2.2亿", "split": {"over": "stores", "weights": weights}}
    rates = {"refund_rate": "12%", "aov_buyer": "198", "cvr": "1.5%", "ad_cost_ratio": "8%"}
    derived = dict.fromkeys(("gmv_paid", "refund_amount", "buyers_paid", "visitors", "ad_spend"), "derived")
    return {"owner": "li-na", "curve": "home", "goals": {"net_sales": goal, **rates, **derived}}


def _source(names: Sequence[str]) -> Mapping[str, object]:
    columns = {"day": "日期", "shop": "店铺名称", **METRICS}
    return {
        "files": "actuals/shop/*.csv",
        "grain": "days",
        "columns": columns,
        "store": {"column": "店铺名称", "map": {name: name for name in names}},
        "day": "day",
        "currency": "CNY",
        "money": {"basis": "paid", "tax": "included"},
        "metrics": {metric: {"sum": metric} for metric in METRICS},
    }


def _calendar(year: int) -> Mapping[str, object]:
    shares = dict(zip(map(str, range(1, 13)), (6, 4, 8, 7, 9, 11, 7, 8, 9, 9, 13, 9), strict=True))
    window = {"from": f"{year}-11-01", "until": f"{year}-11-11", "lift": {f"{year}-11-11": "3.6"}}
    event = {"id": "double-11", "name": "双 11", "windows": {"all": window}}
    months = {month: f"{share}%" for month, share in shares.items()}
    weekdays = {"sat": "1.2", "sun": "1.2"}
    return {"curves": {"home": {"months": months, "weekdays": weekdays}}, "events": [event]}


def _exports(folder: Path, name: str, chance: random.Random) -> None:
    """A store's exports by year: a level, weekends, a promotion, and refunds of the days before."""
    level, sold = chance.uniform(5_000, 40_000), []
    texts = {2025: [HEADER], 2026: [HEADER]}
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(number)
        lift = 3.6 if (day.month, day.day) == (11, 11) else 1 + 0.2 * (day.weekday() > 4)
        gmv = level * lift * chance.uniform(0.8, 1.2)
        sold.append(gmv)
        back = 0.12 * sum(sold[-15:]) / 15
        buyers = int(gmv / 198) + 1
        row = (f"{gmv:.2f}", buyers + 3, buyers, buyers * 66, buyers * 9, f"{gmv * 0.08:.2f}", f"{back:.2f}")
        texts[day.year].append(f"{day},{name}," + ",".join(map(str, row)))
    for year, rows in texts.items():
        path = folder / f"actuals/shop/{name}-{year}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(rows) + "\n", "utf-8")


def measured(command: Sequence[str]) -> tuple[float, float]:
    """Wall time in seconds and peak memory in MiB of a whole process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    start = perf_counter()
    done = subprocess.run([sys.executable, "-c", MEASURED, *command], check=True, capture_output=True, env=environment)
    return perf_counter() - start, int(done.stdout.split()[-1]) / 1024


def main(arguments: Sequence[str]) -> int:
    """Make the company, measure in turns, print medians."""
    stores = int(arguments[0]) if arguments else 40
    with TemporaryDirectory() as name:
        folder = Path(name)
        company(folder, stores)
        opsctl = [sys.executable, "-m", "opsctl", "-C", str(folder), "review"]
        commands = {
            "bare DuckDB": [sys.executable, "-c", BARE, str(folder / "actuals/shop/*.csv"), *METRICS.values()],
            "review daily": [*opsctl, "daily", "2026-11-15"],
            "review weekly": [*opsctl, "weekly", "2026-W46"],
            "review monthly": [*opsctl, "monthly", "2026-10"],
            "review yearly": [*opsctl, "yearly", "2026"],
        }
        found: dict[str, list[tuple[float, float]]] = {each: [] for each in commands}
        for _ in range(RUNS):
            for each, command in commands.items():
                found[each].append(measured(command))
    bare = median(time for time, _ in found["bare DuckDB"])
    print(f"{stores} stores, {(LAST - FIRST).days + 1} days, {len(METRICS)} metrics a day")
    for each, runs in found.items():
        time, memory = median(time for time, _ in runs), max(memory for _, memory in runs)
        print(f"{each:16} {time:7.2f} s   {memory:6.0f} MiB   {time / bare:5.1f} x bare DuckDB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
