"""
The cells beside the sheets are not what the sheets give.

The CSV files in `targets/` are derived and committed, so that a pull request shows every number a change moves.
After a change to a sheet, curve or store they have to be made anew; nobody edits them by hand. To keep another number,
`hold` it in the sheet. While the cascade itself has findings this rule is silent.

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

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
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


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every cell file that differs, is missing or should not be there; people have files too."""
    for year in sorted({*workspace.years(), *_years_with_cells(workspace)}) if people_are_sound(workspace) else ():
        if cascade_is_sound(workspace, year) and not cascade(workspace, year).findings:
            yield from _stale(workspace, year)


def _stale(workspace: Workspace, year: int) -> Iterator[Problem]:
    stale = stale_files(workspace, year)
    if stale and not any(file.startswith(f"targets/{year}/") for file in workspace.cells):
        sheets = (sheet for id_, sheet in workspace.all("target").items() if id_.startswith(f"{year}/"))
        yield Problem(next(sheets).at(), message("rules.stale_cells_none", year=year))
        return
    for file, right in stale.items():
        if right is None:
            yield Problem(Place(file), message("rules.stale_cells_surplus", year=year))
        elif file in workspace.cells:
            yield Problem(Place(file), message("rules.stale_cells", year=year))
        else:
            yield Problem(Place(file), message("rules.stale_cells_missing", year=year))


def _years_with_cells(workspace: Workspace) -> Iterator[int]:
    years = (file.split("/")[1] for file in workspace.cells if file.count("/") == 2)
    return (int(year) for year in years if year.isdecimal() and len(year) == 4)
