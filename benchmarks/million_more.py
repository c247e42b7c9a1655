"""
Times one million month cells where a plan asks for more than a split: tiers, people, and a year planned anew.

The same 4,167 stores × 20 metrics × 12 months as in million.py: as they are; with a floor and a stretch on every goal,
which are two more cells for each; with a person in every store who is measured by all of its metrics; and planned anew
from July, after half a year of daily actuals (754,227 days of 20 metrics). Each case starts without any cells.

`python benchmarks/million_more.py 417` takes as many stores as named.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from cascade import YEAR, metrics_of
from million import SIZES, write_tree
from processes import OPSCTL, report, take_turns

from opsctl.metrics import BUILTIN

ROUNDS = 3
REPLAN = ("--from", f"{YEAR}-07", "--policy", "spread", "--reason", "bench", "--owner", "li-na")


def add_tiers(folder: Path) -> None:
    """Let every goal fall short by a tenth, and hope for a tenth more."""
    sheet, metric = folder / f"targets/{YEAR}/company.yaml", ""
    lines = []
    for line in sheet.read_text(encoding="utf-8").splitlines():
        lines.append(line)
        key, _, value = line.strip().partition(":")
        metric = key if key in BUILTIN else metric
        if key == "value":
            tenth = int(value) // 10 if BUILTIN[metric].direction == "up" else -int(value) // 10
            lines += [f"    floor: {int(value) - tenth}", f"    stretch: {int(value) + tenth}"]
    sheet.write_text("\n".join(lines) + "\n", encoding="utf-8")


def add_people(folder: Path, stores: int) -> None:
    """Put somebody in every store whose role owns every metric."""
    (folder / "roles/keeper.yaml").write_text(f"name: keeper\nowns: [{', '.join(metrics_of())}]\n", encoding="utf-8")
    for number in range(stores):
        text = f"name: keeper {number}\nroles: [{{role: keeper, at: store-{number:04d}, from: 2020-01-01}}]\n"
        (folder / f"people/keeper-{number:04d}.yaml").write_text(text, encoding="utf-8")


def add_actuals(folder: Path, stores: int) -> None:
    """Give every store half a year of days in one export."""
    names, first = metrics_of(), date(YEAR, 1, 1)
    for name in ("sources", "actuals"):
        (folder / name).mkdir()
    columns = ", ".join(f"{name}: {name}" for name in names)
    shops = ", ".join(f"S{number}: store-{number:04d}" for number in range(stores))
    source = (
        f"files: actuals/*.csv\ngrain: days\ncolumns: {{shop: shop, day: day, {columns}}}\n"
        f"store: {{column: shop, map: {{{shops}}}}}\nday: day\nmoney: {{basis: paid, tax: included}}\ncurrency: CNY\n"
        "metrics:\n" + "".join(f"  {name}: {{sum: {name}}}\n" for name in names)
    )
    (folder / "sources/daily.yaml").write_text(source, encoding="utf-8")
    days = [first + timedelta(days=at) for at in range((date(YEAR, 7, 1) - first).days)]
    with (folder / "actuals/days.csv").open("w", encoding="utf-8") as file:
        file.write(f"shop,day,{','.join(names)}\n")
        for number in range(stores):
            for at, day in enumerate(days):
                values = ",".join(f"{100 + (number * 7 + at * 13 + place) % 900}" for place in range(len(names)))
                file.write(f"S{number},{day},{values}\n")


def commands(root: Path, stores: int) -> Mapping[str, tuple[str, ...]]:
    """Every case as a command line, each in a tree of its own."""
    found: dict[str, tuple[str, ...]] = {}
    for name in ("split", "tiers", "people", "re-plan"):
        folder = root / name
        write_tree(folder, stores)
        if name == "tiers":
            add_tiers(folder)
        if name == "people":
            add_people(folder, stores)
        if name == "re-plan":
            add_actuals(folder, stores)
        # A re-plan that is only shown does all but write, and can be done again.
        more = (*REPLAN, "--dry-run") if name == "re-plan" else ()
        call = " ".join((*OPSCTL, "-C", str(folder), "plan", "split", f"{YEAR}", *more))
        # What is refused costs little, and must not pass for fast.
        found[name] = ("sh", "-c", f"find {folder}/targets -name '*.csv' -delete; {call} || exit 3")
    return found


def main() -> None:
    """Print wall and CPU seconds and memory of every case, the medians of three rounds."""
    stores = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    with TemporaryDirectory() as name:
        report(take_turns(commands(Path(name), stores), ROUNDS), ("split",))


if __name__ == "__main__":
    main()
