"""
How long opsctl takes to start, against a bare interpreter and a bare `import typer` in the same run.

Usage: `python benchmarks/startup.py`. Limits (performance goals P6 and P7): `--version` at most 1.8 times `pass`, root
`--help` at most 2.6 times and a small check at most 2.8 times `import typer`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from processes import OPSCTL, report, take_turns

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "chenhe-home"
RUNS = 11


def main() -> None:
    """Measure and print."""
    commands = {
        "pass": (sys.executable, "-c", "pass"),
        "typer": (sys.executable, "-c", "import typer"),
        "opsctl --version": (*OPSCTL, "--version"),
        "opsctl --help": (*OPSCTL, "--help"),
        "opsctl check (45 records)": (*OPSCTL, "-C", str(EXAMPLE), "check"),
        "opsctl plan show": (*OPSCTL, "-C", str(EXAMPLE), "plan", "show", "2026-W23"),
        "opsctl review weekly": (*OPSCTL, "-C", str(EXAMPLE), "review", "weekly"),
    }
    report(take_turns(commands, RUNS), ("pass", "typer"))


if __name__ == "__main__":
    main()
