"""
The year that a goal sets is another one after re-planning.

A gap that is not made up for (`absorb`), or a year that is reached before it ends, moves the year. That is a decision and
no mistake, but whoever approved the goal approved another number, so it is said here and in a pull request.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-02, policy: absorb, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 60}}}
```

```text
targets/2026/company.yaml:3:3: info GOAL165 year-moved-by-replan: the year's orders_paid of company was 1200 and is 1158 after re-planning (company); whoever approved it should know
    3 |   orders_paid: 1200
      |   ^^^^^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 60}}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.planning.cascade import cascade
from opsctl.planning.goals import goals_by_id
from opsctl.planning.replans.replan import moved_years
from opsctl.quantity import from_units, plain
from opsctl.rules.echo import cascade_is_sound
from opsctl.workspace import Workspace

CODE = "GOAL165"
NAME = "year-moved-by-replan"
SEVERITY = Severity.INFO
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal of a sheet whose scope's year has moved, unless the year's cascade misses records."""
    for year in workspace.years():
        if cascade_is_sound(workspace, year) and cascade(workspace, year).versions:
            yield from _moved(workspace, year)


def _moved(workspace: Workspace, year: int) -> Iterator[Problem]:
    made = cascade(workspace, year)
    for (scope, metric), moved in sorted(moved_years(workspace, made.versions).items()):
        sheet = workspace.sheet(scope, year)
        written, _ = goals_by_id(workspace, sheet).get(metric, ("", None))
        goal, by = made.goals.get((scope, metric)), sum(moved.values())
        if sheet is not None and written and by and goal is not None and goal.how != "inherited":
            after = made.cells[scope, metric].year
            said = message(
                "rules.year_moved_by_replan",
                scope=scope,
                metric=written,
                before=plain(from_units(after - by, goal.digits)),
                after=plain(from_units(after, goal.digits)),
                who=Listed(moved),
            )
            yield Problem(sheet.at("goals", written, key=True), said)
