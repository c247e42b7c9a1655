"""
Times one million month cells: `opsctl plan split` of 4,167 stores × 20 metrics × 12 months, files to files.

The command runs as a user runs it, on trees of about 10⁴, 10⁵ and 10⁶ cells, so that its growth can be seen. Two other
processes do a task of the largest size. numpy multiplies goals, weights and months in one array of floats and writes
it: the least arithmetic there is, which adds up to nothing exactly. pandas does what a spreadsheet does: a row a cell,
joined with its weight and month share, rounded to the cent, what is left over put on the largest child by group.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from cascade import METRICS, YEAR, metrics_of
from processes import OPSCTL, Cost, report, take_turns

SIZES = (42, 417, 4_167)
MONTHS = (6.4, 4.1, 7.6, 7.2, 8.9, 11.3, 7.1, 7.8, 8.6, 9.4, 13.2, 8.4)
ROUNDS = 3


def weight(number: int) -> int:
    """What a store counts for."""
    return number % 97 + 1


def write_tree(folder: Path, stores: int) -> None:
    """A company of so many stores in ten teams: every goal goes down to the teams, and from each to its stores."""
    below: dict[str, list[int]] = {f"team-{team}": list(range(team, stores, 10)) for team in range(10)}
    over = "weights: {" + ", ".join(f"{team}: {sum(map(weight, inside))}" for team, inside in below.items()) + "}"
    company = "".join(
        f"  {metric}:\n    value: {987_654_321 + 1_234_567 * number}\n    split: {{over: children, {over}}}\n"
        for number, metric in enumerate(metrics_of())
    )
    months = ", ".join(f"{number}: {share}%" for number, share in enumerate(MONTHS, 1))
    files = {
        "opsctl.yaml": "opsctl: 1\nname: bench\ntop: company\n",
        "teams/company.yaml": "name: company\n",
        "people/li-na.yaml": "name: li na\nroles: [{role: lead, at: company, from: 2020-01-01}]\n",
        "roles/lead.yaml": "name: lead\n",
        f"calendar/{YEAR}.yaml": f"curves:\n  home:\n    months: {{{months}}}\n    weekdays: {{sat: 1.15, sun: 1.2}}\n",
        f"targets/{YEAR}/company.yaml": f"owner: li-na\ncurve: home\ngoals:\n{company}",
    }
    for team, inside in below.items():
        weights = ", ".join(f"store-{number:04d}: {weight(number)}" for number in inside)
        goals = "".join(
            f"  {metric}:\n    value: inherited\n    split:\n      weights: {{{weights}}}\n" for metric in metrics_of()
        )
        files[f"targets/{YEAR}/{team}.yaml"] = f"owner: li-na\ngoals:\n{goals}"
    files |= {f"teams/team-{number}.yaml": f"name: team {number}\nparent: company\n" for number in range(10)}
    files |= {
        f"stores/store-{number:04d}.yaml": f"name: store {number}\nplatform: tmall\nteam: team-{number % 10}\n"
        for number in range(stores)
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def by_numpy(stores: int, folder: Path) -> None:
    """One product of three vectors, a file a store."""
    import numpy as np  # type: ignore[import-not-found, unused-ignore]

    totals = 987_654_321.0 + 1_234_567.0 * np.arange(METRICS)
    weights = np.arange(stores) % 97 + 1.0
    shares = np.array(MONTHS) / 100
    cells = np.round(totals[None, :, None] * (weights / weights.sum())[:, None, None] * shares[None, None, :], 2)
    for number in range(stores):
        np.savetxt(folder / f"{number}.csv", cells[number], fmt="%.2f", delimiter=",")


def by_pandas(stores: int, folder: Path) -> None:
    """A row a cell, as a spreadsheet has it: joined, multiplied, rounded, and the rest put on the largest child."""
    import pandas as pd  # type: ignore[import-untyped, import-not-found, unused-ignore]

    goals = pd.DataFrame({"metric": metrics_of(), "total": [987_654_321 + 1_234_567 * n for n in range(METRICS)]})
    weights = pd.DataFrame({"store": range(stores), "weight": [n % 97 + 1 for n in range(stores)]})
    months = pd.DataFrame({"month": range(1, 13), "share": [share / 100 for share in MONTHS]})
    years = goals.merge(weights, how="cross")
    years["year"] = (years.total * years.weight / weights.weight.sum()).round(2)
    rest = years.groupby("metric").total.first() - years.groupby("metric").year.sum()
    largest = years.groupby("metric").weight.idxmax()
    years.loc[largest.values, "year"] += rest.loc[largest.index].values
    cells = years.merge(months, how="cross")
    cells["value"] = (cells.year * cells.share).round(2)
    left = cells.groupby(["metric", "store"]).year.first() - cells.groupby(["metric", "store"]).value.sum()
    top = cells.groupby(["metric", "store"]).share.idxmax()
    cells.loc[top.values, "value"] += left.loc[top.index].values
    wide = cells.pivot(index=["store", "metric"], columns="month", values="value").round(2)
    for store, rows in wide.groupby(level="store"):
        rows.to_csv(folder / f"{store}.csv")


def commands(root: Path) -> Mapping[str, tuple[str, ...]]:
    """Every contender as a command line; opsctl starts without any cells each time."""
    found: dict[str, tuple[str, ...]] = {}
    for stores in SIZES:
        folder = root / f"{stores}"
        write_tree(folder, stores)
        call = f"find {folder}/targets -name '*.csv' -delete; {' '.join(OPSCTL)} -C {folder} plan split {YEAR}"
        found[f"opsctl {stores * METRICS * 12:,}"] = ("sh", "-c", f"{call} && true")
    for name in ("numpy", "pandas"):
        (root / name).mkdir()
        found[name] = (sys.executable, __file__, name, f"{SIZES[-1]}", f"{root / name}")
    return found


def growth(costs: Mapping[str, Cost]) -> str:
    """What a cell costs more in each size than in the one before."""
    ours = [cost.cpu for name, cost in costs.items() if name.startswith("opsctl")]
    steps = (f"{later / before:.1f} × the CPU for 10 × the cells" for before, later in pairwise(ours))
    return ", then ".join(steps)


def main() -> None:
    """Print wall and CPU seconds and memory of every contender, the medians of three rounds."""
    if len(sys.argv) == 4:
        {"numpy": by_numpy, "pandas": by_pandas}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
        return
    with TemporaryDirectory() as name:
        costs = take_turns(commands(Path(name)), ROUNDS)
    report(costs, ("numpy", "pandas"))
    print(growth(costs))


if __name__ == "__main__":
    main()
