"""
Nobody holds the role that somebody reports to, at the place or above it.

A line manager follows from `reports_to` and the place: the holder of that role there, or at the nearest team above.
Where there is none, leave, pay talks and goals of that person are nobody's task. Roles that nobody holds anywhere are
reported once, by `unmanned-role`.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml teams/tmall.yaml
name: 天猫组
parent: company
```

```yaml roles/team-lead.yaml
name: 组长
```

```yaml roles/promotion.yaml
name: 推广专员
reports_to: team-lead
```

```yaml people/zhou-yu.yaml
name: 周宇
roles:
  - {role: team-lead, at: tmall, from: 2026-01-01}
```

```yaml people/wu-tao.yaml
name: 吴涛
roles:
  - {role: promotion, at: company, from: 2026-01-01}
```

```text
people/wu-tao.yaml:3:12: warning ORG118 reports-to-nobody: wu-tao reports to team-lead, which nobody holds at company or above it; a holder or another reports_to is expected
    3 |   - {role: promotion, at: company, from: 2026-01-01}
      |            ^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml teams/tmall.yaml
name: 天猫组
parent: company
```

```yaml roles/team-lead.yaml
name: 组长
```

```yaml roles/promotion.yaml
name: 推广专员
reports_to: team-lead
```

```yaml people/zhou-yu.yaml
name: 周宇
roles:
  - {role: team-lead, at: tmall, from: 2026-01-01}
```

```yaml people/wu-tao.yaml
name: 吴涛
roles:
  - {role: promotion, at: tmall, from: 2026-01-01}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.echo import may_name
from opsctl.rules.stays import every_stay, stays, superiors
from opsctl.workspace import Workspace

CODE = "ORG118"
NAME = "reports-to-nobody"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every stay without anybody to report to."""
    held = stays(workspace)
    manned = {role for role, _ in held}
    for stay in every_stay(workspace):
        role = workspace.get("role", stay.role)
        wanted = role.data.reports_to if role is not None else None
        if wanted in manned and _known(workspace, stay.place, wanted) and not superiors(workspace, stay, held):
            said = message("rules.reports_to_nobody", person=stay.person, role=wanted, place=stay.place)
            yield Problem(stay.key("role"), said)


def _known(workspace: Workspace, place: str, wanted: str) -> bool:
    """Say whether everything is readable that may say who holds the role at the place or above it."""
    chain = (place, *workspace.above(place))
    there = all(workspace.get("team", each) or workspace.get("store", each) for each in chain)
    return there and not may_name(workspace, ("person",), wanted)
