"""
Curves made of one year alone against the months of the next: how far off, on average and at worst.

Usage, in the project's folder: `OPSCTL_TEST_DATA=… PYTHONPATH=src:. python benchmarks/fitted_curves.py`.
Prints both tables of the handbook's page about last year, `handbook/guide/last-year.md`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.foretelling import Misses, chenhe, online_retail

NAMES = {
    "even": "every month the same",
    "shares": "last year's month shares",
    "trading-days": "last year's sales a trading day, times this year's trading days",
    "holidays": "`plan weights`, bank holidays as events",
    "weekdays": "`plan weights`, no events",
    "fitted": "`plan weights`",
}


def main() -> int:
    """Print the tables."""
    data = os.environ.get("OPSCTL_TEST_DATA")
    if not data:
        print("OPSCTL_TEST_DATA is not set: the folder with online-retail/ is expected", file=sys.stderr)
        return 2
    for title, found in (("real order lines", online_retail(Path(data) / "online-retail")), ("simulated", chenhe())):
        print(title)
        for name, misses in sorted(found.items(), key=lambda each: each[1][0]):
            print(row(NAMES[name], misses))
    return 0


def row(name: str, misses: Misses) -> str:
    """One line of a table."""
    return f"| {name} | {misses[0]} % | {misses[1]} % |"


if __name__ == "__main__":
    sys.exit(main())
