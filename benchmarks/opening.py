"""
Opening exports: a million order lines in GB18030 and a large workbook, against reading them plainly.

Usage, in the project's folder: `PYTHONPATH=src:. python benchmarks/opening.py [LINES] [ROWS]`.
Each job runs in a process of its own and is repeated. Prints seconds of processor time (of the process and its
children), rows and megabytes a second, and the largest memory. The plain reading finds no header, checks nothing and
writes nothing: `csv` over decoded text, and python-calamine over the sheet.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

RUNS = 3
TITLES = ["订单编号", "商品编码", "商品标题", "数量", "订单创建时间", "单价", "买家ID", "店铺名称"]
START = datetime(2026, 1, 1)
MEASURE = """
import json, resource, sys, time
from pathlib import Path
path, scratch = Path(sys.argv[1]), Path(sys.argv[2])
began = time.perf_counter()
{job}
took = time.perf_counter() - began
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
cpu = sum(one.ru_utime + one.ru_stime for one in used)
print(json.dumps([cpu, took, max(one.ru_maxrss for one in used) / 1024]))
"""
SOURCE = """
from opsctl.records.source import Source
from opsctl.sources.opening.files import DataFile
from opsctl.sources.opening.opened import opened
titles = {"order": "订单编号", "pieces": "数量", "at": "订单创建时间", "price": "单价", "buyer": "买家ID", "shop": "店铺名称"}
source = Source.model_validate({"files": "*", "columns": titles, "store": {"column": "shop", "other": "all"},
    "day": "at", "metrics": {"gmv_paid": {"sum": "pieces * price"}, "orders_paid": {"count_distinct": "order"},
    "buyers_paid": {"count_distinct": "buyer"}}})
"""
OPEN = f"""{SOURCE}
began = time.perf_counter()
(file,) = opened(source, source.files[0], path, path.name, scratch / "1")
assert isinstance(file, DataFile), file
"""
FACTS = f"""{SOURCE}
from opsctl.sources.read import read_facts
source = source.model_copy(update={{"files": (source.files[0].model_copy(update={{"path": path.name}}),)}})
began = time.perf_counter()
facts = read_facts({{"x": source}}, path.parent, groups={{}}, periods=())
assert facts.daily
"""
CSV = """
import csv
with path.open(encoding="gb18030", newline="") as stream:
    for row in csv.reader(stream):
        pass
"""
CALAMINE = """
from python_calamine import CalamineWorkbook
with CalamineWorkbook.from_path(path) as book:
    for row in book.get_sheet_by_index(0).iter_rows():
        pass
"""


def lines(count: int) -> Iterator[list[Any]]:
    """Order lines of a small shop, the same every time."""
    for at in range(count):
        moment = START + timedelta(seconds=at * 30 % 31_000_000)
        price = at * 7919 % 50_000 / 100
        yield [f"T{at // 3:010d}", f"SKU{at % 997}", f"晨禾家居四件套{at % 50}", at % 7 + 1, moment, price, 600_000 + at % 9999,
               "晨禾旗舰店"]  # fmt: skip


def text(path: Path, count: int, preamble: str = "") -> Path:
    """Write the lines as GB18030, as a back end exports them."""
    with path.open("w", encoding="gb18030", newline="") as stream:
        stream.write(preamble + ",".join(TITLES) + "\r\n")
        stream.writelines(",".join(map(str, line)) + "\r\n" for line in lines(count))
    return path


def book(path: Path, count: int) -> Path:
    """Write the lines as a workbook with real dates."""
    with xlsxwriter.Workbook(str(path)) as made:
        sheet, day = made.add_worksheet("订单"), made.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        sheet.write_row(0, 0, TITLES)
        for at, line in enumerate(lines(count), 1):
            sheet.write_row(at, 0, line[:4])
            sheet.write_datetime(at, 4, line[4], day)
            sheet.write_row(at, 5, line[5:])
    return path


def measured(job: str, path: Path) -> list[float]:
    """Medians of processor seconds, clock seconds and megabytes."""
    runs = []
    for _ in range(RUNS):
        with TemporaryDirectory() as scratch:
            command = [sys.executable, "-c", MEASURE.replace("{job}", job), str(path), scratch]
            runs.append(json.loads(subprocess.run(command, capture_output=True, check=True).stdout))
    return [statistics.median(run[at] for run in runs) for at in range(3)]


def main() -> None:
    """Print the table."""
    many, rows = (int(one) for one in [*sys.argv[1:], *("1000000", "200000")[len(sys.argv) - 1 :]])
    with TemporaryDirectory() as folder:
        clean = text(Path(folder) / "orders.csv", many)
        page = text(Path(folder) / "page.csv", many, "店铺订单\r\n导出时间：2026-06-01\r\n")
        sheet = book(Path(folder) / "orders.xlsx", rows)
        jobs = [
            ("GB18030, csv over decoded text", CSV, clean, many),
            ("GB18030, opened (recoded)", OPEN, clean, many),
            ("GB18030 with a preamble, opened (rewritten)", OPEN, page, many),
            ("GB18030, all the way to facts", FACTS, clean, many),
            ("XLSX, python-calamine alone", CALAMINE, sheet, rows),
            ("XLSX, opened", OPEN, sheet, rows),
            ("XLSX, all the way to facts", FACTS, sheet, rows),
        ]
        for name, job, path, count in jobs:
            cpu, took, memory = measured(job, path)
            size = path.stat().st_size / 1e6
            print(f"{name:46} {cpu:6.2f} s CPU {took:6.2f} s {count / cpu:10,.0f} rows/s {size / cpu:6.1f} MB/s"
                  f" {memory:6.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
