"""
A later re-plan has another number for a month that an earlier one closed.

Closed periods do not move: what a version has frozen, people were judged by and paid for. Late refunds show in a review
beside the number; they do not change it. A later version repeats the numbers and adds the months that have closed since.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}}
  - {from: 2026-03, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-03-02, closed: {orders_paid: {2026-01: 95, 2026-02: 80}}}
```

```text
targets/2026/company.yaml:6:114: error GOAL162 replan-changes-a-closed-month: orders_paid of 2026-01 was frozen at 90 and says 95 here; closed months do not move, write 90
    6 | …-03-02, closed: {orders_paid: {2026-01: 95, 2026-02: 80}}}
      |                                          ^^
  → targets/2026/company.yaml:5:114: frozen here first: 90
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}}
  - {from: 2026-03, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-03-02, closed: {orders_paid: {2026-01: 90, 2026-02: 80}}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.period import Period
from opsctl.quantity import plain
from opsctl.workspace import Loaded, Workspace

CODE = "GOAL162"
NAME = "replan-changes-a-closed-month"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every closed number that differs from the first one written for its month."""
    for sheet in workspace.all("target").values():
        yield from _changed(workspace, sheet)


def _changed(workspace: Workspace, sheet: Loaded) -> Iterator[Problem]:
    frozen: dict[tuple[str, Period], tuple[Decimal, Place]] = {}
    for index, each in enumerate(sheet.data.replan):
        for key, values in each.closed.items():
            for month, value in values.items():
                place = sheet.at("replan", index, "closed", key, month.label)
                was, first = frozen.setdefault((workspace.metric_id(key) or key, month), (value, place))
                if was != value:
                    numbers = {"value": plain(value), "was": plain(was)}
                    said = message("rules.replan_changes_a_closed_month", metric=key, month=month.label, **numbers)
                    related = ((first, message("rules.replan_changes_a_closed_month_first", was=plain(was))),)
                    yield Problem(place, said, related)
