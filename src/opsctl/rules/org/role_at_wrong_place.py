"""
A role is held at a place that it is not made for.

A role that there is one of per store answers for a store; held at a team it answers for none, and the store counts as
unmanned. A role per team or per company is held at a team.

Fails:

```yaml roles/store-manager.yaml
name: 店长
one_per: store
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: store-manager, at: company, from: 2026-01-01}
```

```text
people/wang-lei.yaml:3:31: error ORG108 role-at-wrong-place: store-manager is one per store, but company is a team; the id of a store is expected
    3 |   - {role: store-manager, at: company, from: 2026-01-01}
      |                               ^^^^^^^
  → roles/store-manager.yaml:2:10: store-manager is one per store
```

Passes:

```yaml roles/store-manager.yaml
name: 店长
one_per: store
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: store-manager, at: tmall-flagship, from: 2026-01-01}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.stays import every_stay
from opsctl.workspace import Workspace

CODE = "ORG108"
NAME = "role-at-wrong-place"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every role held at a place of the wrong sort."""
    for stay in every_stay(workspace):
        role = workspace.get("role", stay.role)
        place = workspace.get("team", stay.place) or workspace.get("store", stay.place)
        if role is None or place is None or role.data.one_per is None:
            continue
        wanted = "store" if role.data.one_per == "store" else "team"
        if place.kind != wanted:
            said = message(f"rules.role_at_wrong_place_{wanted}", role=role.id, place=place.id)
            asked = message(f"rules.one_per_{role.data.one_per}", role=role.id)
            yield Problem(stay.key("at"), said, ((role.at("one_per"), asked),))
