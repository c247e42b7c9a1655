"""
A month's goal asks for more than the people in the roles for it can do.

A role says in `capacity` how much of a metric one full-time holder gets through in a working day: 60 conversations, 200
parcels. With the days everybody holds the role and the part of the time it has, that is what a month can carry, five
working days a week.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {goal-beyond-capacity: warning}}
```

```yaml roles/agent.yaml
name: Agent
owns: [sessions]
capacity: {sessions: 60}
```

```yaml people/chen-yu.yaml
name: 陈雨
roles: [{role: agent, at: company, from: 2020-01-01}]
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  sessions: {value: 24000, baseline: {period: 2025, value: 20000}}
```

```text
targets/2026/company.yaml:3:3: warning GOAL144 goal-beyond-capacity: sessions needs 2039 in 2026-01, and the people in the roles for it can do 1328; 12 months are short, the most in 2026-01 by 711; hire, move people, or lower the goal
    3 |   sessions: {value: 24000, baseline: {period: 2025, value: 20000}}
      |   ^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {goal-beyond-capacity: warning}}
```

```yaml roles/agent.yaml
name: Agent
owns: [sessions]
capacity: {sessions: 60}
```

```yaml people/chen-yu.yaml
name: 陈雨
roles: [{role: agent, at: company, from: 2020-01-01}]
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  sessions: {value: 14000, baseline: {period: 2025, value: 12000}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from opsctl.diagnostics import Problem, Severity, message
from opsctl.period import Period, month
from opsctl.planning.cascade import cascade
from opsctl.planning.months import Cell
from opsctl.rules.echo import all_readable, may_name
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL144"
NAME = "goal-beyond-capacity"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"

_WORKING = Fraction(5, 7)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each metric with a capacity whose target for the whole company is beyond it in some month of a year."""
    capacities = _capacities(workspace)
    if not capacities or not all_readable(workspace, "person"):
        return
    told = set()
    for each in standing_goals(workspace):
        metric = each.metric.id if each.metric is not None else ""
        cell = cascade(workspace, each.year).cells.get((workspace.settings.top, metric))
        if metric not in capacities or cell is None or (each.year, metric) in told:
            continue
        if may_name(workspace, ("role",), metric):
            continue
        told.add((each.year, metric))
        short = list(_short(workspace, capacities[metric], cell, each.year))
        if short:
            first, most = short[0], max(short, key=lambda found: found[1] - found[2])
            said = message(
                "rules.goal_beyond_capacity", metric=each.written, period=first[0].label, needed=f"{ceil(first[1])}",
                can=f"{floor(first[2])}", count=f"{len(short)}", worst=most[0].label, gap=f"{ceil(most[1] - most[2])}",
            )  # fmt: skip
            yield Problem(each.at(key=True), said)


def _short(
    workspace: Workspace, roles: Mapping[str, Decimal], cell: Cell, year: int
) -> Iterator[tuple[Period, Fraction, Fraction]]:
    """The months that are short, with what they need and what can be done."""
    for number, units in enumerate(cell.months, 1):
        needed, can = Fraction(units, 10**cell.digits), _can(workspace, roles, month(year, number))
        if needed > can:
            yield month(year, number), needed, can


def _capacities(workspace: Workspace) -> Mapping[str, Mapping[str, Decimal]]:
    """By metric, the roles that have a capacity for it with what one full-time holder does in a working day."""
    found: dict[str, dict[str, Decimal]] = {}
    for role in workspace.all("role").values():
        for written, amount in role.data.capacity.items():
            metric = workspace.metric_id(written)
            if metric is not None:
                found.setdefault(metric, {})[role.id] = amount
    return found


def _can(workspace: Workspace, roles: Mapping[str, Decimal], period: Period) -> Fraction:
    """What all holders of the roles together can do in the period."""
    total = Fraction(0)
    for person in workspace.all("person").values():
        for held in person.data.roles:
            if held.role in roles:
                days = sum(held.covers(day) for day in period.days)
                total += days * Fraction(held.fte) * Fraction(roles[held.role]) * _WORKING
    return total
