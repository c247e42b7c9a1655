"""Whole processes that take turns, so that a busy machine is unfair to none: wall time, CPU time and peak memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen
from time import perf_counter

SOURCE = Path(__file__).resolve().parents[1] / "src"
OPSCTL = (sys.executable, "-m", "opsctl")


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians of a command's runs: seconds of wall and CPU time, and MiB of peak memory of its largest process."""

    wall: float
    cpu: float
    memory: float


def take_turns(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Cost]:
    """Run every command so many times, A B C A B C, and give the medians; an exit status above 1 is a failure.

    Words such as `NAME=value` before a program are its environment.
    """
    seen: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            seen[name].append(_once(command))
    return {
        name: Cost(median(c.wall for c in costs), median(c.cpu for c in costs), median(c.memory for c in costs))
        for name, costs in seen.items()
    }


def report(costs: Mapping[str, Cost], against: Sequence[str]) -> None:
    """Print a row a command, with its wall time as a ratio to each of the named ones."""
    wide = max(len(name) for name in costs)
    print(f"{'':{wide}}  wall s   CPU s     MiB  " + "  ".join(f"wall / {name}" for name in against))
    for name, cost in costs.items():
        ratios = "  ".join(f"{cost.wall / costs[other].wall:>{len(other) + 7}.3f}" for other in against)
        print(f"{name:{wide}}  {cost.wall:6.3f}  {cost.cpu:6.3f}  {cost.memory:6.1f}  {ratios}", flush=True)


def _once(command: Sequence[str]) -> Cost:
    variables = dict(word.split("=", 1) for word in takewhile(lambda word: "=" in word, command))
    # Modules are compiled once, as they are where a program is installed.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**inherited, "PYTHONPATH": str(SOURCE), **variables}
    start = perf_counter()
    process = Popen(command[len(variables) :], stdout=DEVNULL, stderr=DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command[:6])} … left with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
