"""
The re-plans of a sheet are not in order, or do not cover the months they close.

Each version begins where the one above it ended: from a later month of the same year, with a number for every month
before it. Without that nobody could say which months are closed and what the rest has to make up for. `plan split
--from` writes versions that are in order; this is about what was changed by hand.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-03, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-03-02, closed: {orders_paid: {2026-01: 90, 2026-02: 80}}}
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}}
```

```text
targets/2026/company.yaml:6:12: error GOAL161 replan-out-of-order: this version begins at 2026-02, no later than the one above at 2026-03; each version is expected to begin later, change `from` or delete it
    6 |   - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_pai…
      |            ^^^^^^^
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

from opsctl.diagnostics import Problem, Severity, message
from opsctl.period import Period
from opsctl.planning.replans.replan import closed_months, is_start
from opsctl.workspace import Loaded, Workspace

CODE = "GOAL161"
NAME = "replan-out-of-order"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every version that begins at the wrong month or lacks closed months."""
    for id_, sheet in workspace.all("target").items():
        year = id_.partition("/")[0]
        before: Period | None = None
        for index, each in enumerate(sheet.data.replan):
            place = sheet.at("replan", index, "from")
            if not is_start(each, int(year)):
                yield Problem(place, message("rules.replan_out_of_order_start", first=each.from_.label, year=year))
                continue
            if before is not None and each.from_ <= before:
                said = message("rules.replan_out_of_order", first=each.from_.label, before=before.label)
                yield Problem(place, said)
            before = each.from_
            yield from _uncovered(sheet, index)


def _uncovered(sheet: Loaded, index: int) -> Iterator[Problem]:
    """Each metric with a number for other months than those that are closed."""
    each = sheet.data.replan[index]
    months = closed_months(each.from_)
    for metric, values in each.closed.items():
        if set(values) != set(months):
            said = message(
                "rules.replan_out_of_order_closed",
                metric=metric,
                first=each.from_.label,
                expected=f"{months[0].label}..{months[-1].label}",
                count=len(months),
            )
            yield Problem(sheet.at("replan", index, "closed", metric, key=True), said)
