"""
The owner of a goal holds no role that owns its metric, and leads nobody who does.

Whoever answers for a number must be able to move it. A role says in `owns` which metrics it moves; an owner counts with
the roles of everybody below, and with metrics that the owned ones are computed from or lead to.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {owner-without-influence: warning}}
```

```yaml roles/packer.yaml
name: Packer
owns: [ship_late_rate]
```

```yaml roles/manager.yaml
name: Manager
owns: [net_sales, gmv_paid]
```

```yaml people/chen-yu.yaml
name: 陈雨
roles: [{role: packer, at: company, from: 2020-01-01}]
```

```yaml targets/2026/company.yaml
owner: chen-yu
goals:
  gmv_paid: {value: 2000万, baseline: {period: 2025, value: 1680万}}
```

```text
targets/2026/company.yaml:3:3: warning GOAL140 owner-without-influence: chen-yu answers for gmv_paid, but neither chen-yu nor anybody below holds a role that owns it in 2026; such roles are manager: name another owner, or add the metric to a role
    3 |   gmv_paid: {value: 2000万, baseline: {period: 2025, value: 1680万}}
      |   ^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
checks: {severity: {owner-without-influence: warning}}
```

```yaml roles/manager.yaml
name: Manager
owns: [net_sales, gmv_paid]
```

```yaml people/chen-yu.yaml
name: 陈雨
roles: [{role: manager, at: company, from: 2020-01-01}]
```

```yaml targets/2026/company.yaml
owner: chen-yu
goals:
  gmv_paid: {value: 2000万, baseline: {period: 2025, value: 1680万}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.metrics.algebra import inputs
from opsctl.rules.echo import may_name
from opsctl.rules.sheets import standing_goals
from opsctl.staffing.managers import roles_above
from opsctl.workspace import Workspace

CODE = "GOAL140"
NAME = "owner-without-influence"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal that somebody set whose owner cannot move its metric; where no role owns it, nobody could."""
    owners, below = _owners(workspace), _below(workspace)
    for each in standing_goals(workspace):
        person = each.goal.owner or each.sheet.data.owner
        roles = owners.get(each.metric.id, frozenset()) if each.metric is not None else frozenset()
        if each.goal.value in ("inherited", "derived") or workspace.get("person", person) is None or not roles:
            continue
        if may_name(workspace, ("role",), each.written):
            continue
        if not _reaches(workspace, below, roles, person, each.year):
            names = {"owner": person, "metric": each.written, "year": f"{each.year}", "roles": Listed(sorted(roles))}
            at = each.at("owner") if each.goal.owner else each.at(key=True)
            yield Problem(at, message("rules.owner_without_influence", **names))


def _owners(workspace: Workspace) -> Mapping[str, frozenset[str]]:
    """The roles that own each metric or one it is computed from or leads to."""
    found: dict[str, set[str]] = {}
    near: dict[str, set[str]] = {id_: {id_} for id_ in workspace.metrics}
    for id_, metric in workspace.metrics.items():
        for part in inputs(metric):
            near.setdefault(part, {part}).add(id_)
            near[id_].add(part)
    for role in workspace.all("role").values():
        owned = (workspace.metric_id(metric) for metric in role.data.owns)
        for metric_id in {each for metric in owned if metric is not None for each in near[metric]}:
            found.setdefault(metric_id, set()).add(role.id)
    return {metric_id: frozenset(roles) for metric_id, roles in found.items()}


def _below(workspace: Workspace) -> Mapping[str, frozenset[str]]:
    """Each role with itself and all roles that report to it, directly or not."""
    found: dict[str, set[str]] = {}
    for role in workspace.all("role"):
        for above in (role, *roles_above(workspace, role)):
            found.setdefault(above, set()).add(role)
    return {role: frozenset(under) for role, under in found.items()}


def _reaches(
    workspace: Workspace, below: Mapping[str, frozenset[str]], roles: frozenset[str], person: str, year: int
) -> bool:
    """Say whether a role that the person holds in the year, or one that reports to it, is among these."""
    return any(
        not roles.isdisjoint(below.get(held.role, ()))
        for held in workspace.all("person")[person].data.roles
        if held.from_.year <= year and (held.until is None or held.until.year >= year)
    )
