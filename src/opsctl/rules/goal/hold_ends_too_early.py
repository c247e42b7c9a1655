"""
A hold ends before what it holds is over.

A hold fixes the number of a whole month, so `until` has to reach the month's last day; one on a child store has to
reach into the sheet's year. A hold that has ended is a number nobody stands for any more, and it still shapes every
other one.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    hold:
      2026-11: {value: 260万, reason: 双 11 已签, owner: li-na, until: 2026-11-11}
```

```text
targets/2026/company.yaml:6:68: error GOAL110 hold-ends-too-early: the hold of 2026-11 ends on 2026-11-11, before the period does; 2026-11-30 or later is expected
    6 |       2026-11: {value: 260万, reason: 双 11 已签, owner: li-na, until: 2026-11-11}
      |                                                                        ^^^^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    hold:
      2026-11: {value: 260万, reason: 双 11 已签, owner: li-na, until: 2026-11-30}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL110"
NAME = "hold-ends-too-early"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every hold whose end comes too early."""
    for each in standing_goals(workspace):
        for period, held in each.goal.hold.items():
            if held.until < period.last:
                dates = {"until": held.until.isoformat(), "last": period.last.isoformat()}
                said = message("rules.hold_ends_too_early", key=period.label, **dates)
                yield Problem(each.at("hold", period.label, "until"), said)
        first = date(each.year, 1, 1)
        for child, held in each.goal.split.hold.items() if each.goal.split is not None else ():
            if held.until < first:
                dates = {"until": held.until.isoformat(), "first": first.isoformat()}
                said = message("rules.hold_ends_too_early_child", key=child, **dates)
                yield Problem(each.at("split", "hold", child, "until"), said)
