"""
A team has people but nobody who leads it.

Who leads a team follows from the roles held at it: a role that there is one of per team or company, or one that another
role held there reports to. In a team of two or more without either, every question goes past the team to the level
above. Teams of one, and teams that only group stores, need no lead of their own.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml teams/service.yaml
name: 客服组
parent: company
```

```yaml roles/agent.yaml
name: 客服专员
reports_to: owner
```

```yaml people/ma-chao.yaml
name: 马超
roles:
  - {role: agent, at: service, from: 2026-01-01}
```

```yaml people/deng-xin.yaml
name: 邓欣
roles:
  - {role: agent, at: service, from: 2026-01-01}
```

```text
teams/service.yaml:1:7: warning ORG112 team-without-lead: deng-xin and ma-chao work in the team service, but nobody leads it; a role there that is one per team, or that the others report to, is expected
    1 | name: 客服组
      |       ^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml teams/service.yaml
name: 客服组
parent: company
```

```yaml roles/service-lead.yaml
name: 客服主管
reports_to: owner
```

```yaml roles/agent.yaml
name: 客服专员
reports_to: service-lead
```

```yaml people/ma-chao.yaml
name: 马超
roles:
  - {role: agent, at: service, from: 2026-01-01}
```

```yaml people/deng-xin.yaml
name: 邓欣
roles:
  - {role: service-lead, at: service, from: 2026-01-01}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.echo import may_name
from opsctl.rules.stays import Stay, every_stay
from opsctl.workspace import Workspace

CODE = "ORG112"
NAME = "team-without-lead"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every team of several people in which no role stands above the others."""
    held: dict[str, list[Stay]] = {}
    for stay in every_stay(workspace):
        held.setdefault(stay.place, []).append(stay)
    for team in workspace.all("team").values():
        here = sorted(held.get(team.id, ()), key=lambda stay: (stay.first, stay.person))
        together = _together(here)
        if together is not None and not _leads(workspace, {stay.role for stay in here}):
            if may_name(workspace, ("person",), team.id):
                continue
            one, two = together
            yield Problem(team.at("name"), message("rules.team_without_lead", team=team.id, one=one, two=two))


def _together(here: Sequence[Stay]) -> tuple[str, str] | None:
    """Two people who are in the team on the same day, if there are any."""
    longest: Stay | None = None
    for stay in here:
        if longest is not None and longest.meets(stay) and longest.person != stay.person:
            return longest.person, stay.person
        if longest is None or stay.last > longest.last:
            longest = stay
    return None


def _leads(workspace: Workspace, roles: set[str]) -> bool:
    """Say whether one of the roles leads; an unknown one is given the benefit of the doubt."""
    known = [workspace.get("role", id_) for id_ in roles]
    return any(
        role is None or role.data.one_per in ("team", "company") or role.data.reports_to in roles - {role.id}
        for role in known
    )
