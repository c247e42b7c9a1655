"""
A goal leads to nothing that is asked of anybody above.

A goal is relevant where it serves one further up: the same metric, one that is computed with it, or one it is said to
contribute to (`contributes_to`). Without such a way it costs work and moves no number of the company. Where nobody
above has a sheet, this sheet is the top and the rule is silent.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/company.yaml
owner: li-na
curve: shop
goals:
  net_sales: {value: 2000万, baseline: {period: 2025, value: 1680万}}
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  first_reply_sec: {value: 25, baseline: {period: 2025, value: 31}}
```

```text
targets/2026/tmall-flagship.yaml:3:3: warning GOAL121 orphan-goal: first_reply_sec of tmall-flagship leads to no goal above; say in contributes_to which metric it serves, or drop it
    3 |   first_reply_sec: {value: 25, baseline: {period: 2025, value: 31}}
      |   ^^^^^^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/company.yaml
owner: li-na
curve: shop
goals:
  net_sales: {value: 2000万, baseline: {period: 2025, value: 1680万}}
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  first_reply_sec: {value: 25, baseline: {period: 2025, value: 31}, contributes_to: cvr}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics.algebra import inputs
from opsctl.rules.echo import all_readable
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL121"
NAME = "orphan-goal"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal from which no formula and no declared link leads to a goal above."""
    if not all_readable(workspace, "metric"):
        return
    goals = list(standing_goals(workspace))
    groups = _groups(workspace, goals)
    wanted: dict[tuple[int, str], set[str]] = {}
    for each in goals:
        if each.metric is not None:
            wanted.setdefault((each.year, each.scope), set()).add(groups[each.metric.id])
    for each in goals:
        scopes = tuple(_above(workspace, each))
        if any(("target", f"{each.year}/{scope}") in workspace.broken for scope in scopes):
            continue
        above = [wanted[each.year, scope] for scope in scopes if (each.year, scope) in wanted]
        if above and each.metric is not None and groups[each.metric.id] not in set().union(*above):
            said = message("rules.orphan_goal", metric=each.written, scope=each.scope)
            yield Problem(each.at(key=True), said)


def _groups(workspace: Workspace, goals: list[Standing]) -> Mapping[str, str]:
    """Metrics that hang together by formulas and declared links, each with one that stands for its group."""
    next_to: dict[str, set[str]] = {id_: set() for id_ in workspace.metrics}
    for id_, metric in workspace.metrics.items():
        for part in inputs(metric):
            next_to[id_].add(part)
            next_to[part].add(id_)
    for each in goals:
        served = workspace.metric_id(each.goal.contributes_to) if each.goal.contributes_to else None
        if served is not None and each.metric is not None:
            next_to[each.metric.id].add(served)
            next_to[served].add(each.metric.id)
    groups: dict[str, str] = {}
    for first in next_to:
        waiting = [first]
        while waiting:
            id_ = waiting.pop()
            if id_ not in groups:
                groups[id_] = first
                waiting.extend(next_to[id_])
    return groups


def _above(workspace: Workspace, each: Standing) -> Iterator[str]:
    """The scopes above; a person's are the places of the roles held in the year, and theirs."""
    person: Any = workspace.get("person", each.scope)
    for held in person.data.roles if person is not None else ():
        if held.from_.year <= each.year and (held.until is None or held.until.year >= each.year):
            yield from (held.at, *workspace.above(held.at))
    yield from workspace.above(each.scope)
