"""
The cells beside the sheets are not what the sheets give.

The CSV files in `targets/` are derived and committed, so that a pull request shows every number a change moves.
After a change to a sheet, curve or store they have to be made anew; nobody edits them by hand. To keep another number,
`hold` it in the sheet. However many files one change moves, a year is reported once. While the cascade itself has
findings this rule is silent.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1200
```

```csv targets/2026/company.csv
metric,tier,unit,2026,2026-Q1,2026-Q2,2026-Q3,2026-Q4,2026-01,2026-02,2026-03,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09,2026-10,2026-11,2026-12
orders_paid,commit,count,1000,247,249,252,252,85,77,85,82,85,82,85,85,82,85,82,85
```

```text
targets/2026/company.csv:1:1: error GOAL103 stale-cells: differs from what the sheets give; the same is expected, run opsctl plan split 2026
    1 | metric,tier,unit,2026,2026-Q1,2026-Q2,2026-Q3,2026-Q4,2026-01,2026-02,2026-03,2026-04,2026-05,2026-0…
      | ^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1200
```

```csv targets/2026/company.csv
metric,tier,unit,2026,2026-Q1,2026-Q2,2026-Q3,2026-Q4,2026-01,2026-02,2026-03,2026-04,2026-05,2026-06,2026-07,2026-08,2026-09,2026-10,2026-11,2026-12
orders_paid,commit,count,1200,296,300,302,302,102,92,102,99,102,99,102,102,98,102,98,102
```
"""  # noqa: E501

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from heapq import nsmallest

from opsctl.diagnostics import Place, Problem, Severity, message, some
from opsctl.planning.cascade import cascade
from opsctl.planning.cells import stale_files
from opsctl.rules.echo import cascade_is_sound, people_are_sound
from opsctl.workspace import Workspace

CODE = "GOAL103"
NAME = "stale-cells"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"
# So many files are named, the highest in the organisation first.
_NAMED = 3


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield one problem for each year with cell files that differ, are missing or should not be there.

    One edited sheet moves the files of all above and below it, people's too; each of them would say the same.
    """
    for year in sorted({*workspace.years(), *_years_with_cells(workspace)}) if people_are_sound(workspace) else ():
        if cascade_is_sound(workspace, year) and not cascade(workspace, year).findings:
            yield from _stale(workspace, year)


def _stale(workspace: Workspace, year: int) -> Iterator[Problem]:
    stale = stale_files(workspace, year)
    if not stale:
        return
    if not any(file.startswith(f"targets/{year}/") for file in workspace.cells):
        sheets = (sheet for id_, sheet in workspace.all("target").items() if id_.startswith(f"{year}/"))
        yield Problem(next(sheets).at(), message("rules.stale_cells_none", year=year))
        return
    first = nsmallest(_NAMED + 1, stale, key=lambda file: (_depth(workspace, file), file))
    kinds = Counter(_kind(workspace, file, right) for file, right in stale.items())
    if len(stale) == 1:
        said = message(f"rules.stale_cells_{next(iter(kinds))}", year=year)
    else:
        names = some([file.rpartition("/")[2] for file in first], _NAMED)
        counts = {kind: kinds[kind] for kind in ("differ", "missing", "surplus")}
        said = message("rules.stale_cells_many", year=year, count=len(stale), files=names, **counts)
    # The highest of them is stale after nearly every edit, so the finding stays the same one while somebody works.
    yield Problem(Place(first[0]), said)


def _kind(workspace: Workspace, file: str, right: str | None) -> str:
    return "surplus" if right is None else "differ" if file in workspace.cells else "missing"


def _depth(workspace: Workspace, file: str) -> int:
    """How many teams are above what the file is of; people come after all of them."""
    scope = file.rpartition("/")[2].removesuffix(".csv")
    is_place = workspace.get("team", scope) is not None or workspace.get("store", scope) is not None
    return len(workspace.above(scope)) if is_place else len(workspace.records)


def _years_with_cells(workspace: Workspace) -> Iterator[int]:
    years = (file.split("/")[1] for file in workspace.cells if file.count("/") == 2)
    return (int(year) for year in years if year.isdecimal() and len(year) == 4)
