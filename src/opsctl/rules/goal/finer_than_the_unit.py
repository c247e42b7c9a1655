"""
A goal is finer than the smallest unit of its metric.

Money is divided in cents and orders in whole ones, so that parts add up exactly. A goal with half a cent in it can be
met by no sum of parts.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1200.5
```

```text
targets/2026/company.yaml:3:3: error GOAL106 finer-than-the-unit: goal orders_paid is 1200.5, finer than its smallest unit; at most 0 decimal places are expected
    3 |   orders_paid: 1200.5
      |   ^^^^^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1201
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import additive
from opsctl.planning.cascade import cascade
from opsctl.planning.tiers import tiers
from opsctl.quantity import places, to_units
from opsctl.records.target import Replan
from opsctl.workspace import Loaded, Workspace

CODE = "GOAL106"
NAME = "finer-than-the-unit"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade of each year found under this name."""
    for year in workspace.years():
        findings = (*cascade(workspace, year).findings, *tiers(workspace, year).findings)
        yield from (found.problem for found in findings if found.rule == NAME)
    for sheet in workspace.all("target").values():
        for index, replan in enumerate(sheet.data.replan):
            yield from _closed(workspace, sheet, index, replan)


def _closed(workspace: Workspace, sheet: Loaded, index: int, replan: Replan) -> Iterator[Problem]:
    """What the closed months of a re-plan came to, where it would have to be rounded."""
    for written, months in replan.closed.items():
        metric = workspace.metric_id(written)
        if metric is None or not additive(workspace.metrics[metric]):
            continue
        digits = places(workspace.metrics[metric].unit)
        for month, value in months.items():
            if to_units(value, digits) is None:
                said = message(
                    "rules.finer_than_the_unit_closed",
                    metric=written, month=month.label, value=f"{value.normalize():f}", digits=digits,
                )  # fmt: skip
                yield Problem(sheet.at("replan", index, "closed", written, month.label), said)
