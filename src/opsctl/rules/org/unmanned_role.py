"""
Nobody holds a role.

Its metrics have no owner, and its duties are done by nobody or by somebody who was never asked. A role is missed
when nobody ever holds it, or when its last holder left before the latest year that has target sheets. Roles that there
is one of per store are looked at store by store, by `store-without-manager`.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml roles/content-specialist.yaml
name: 内容运营专员
owns: [content_views]
```

```text
roles/content-specialist.yaml:1:7: warning ORG107 unmanned-role: nobody holds content-specialist; a holder is expected, or remove the role
    1 | name: 内容运营专员
      |       ^^^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml roles/content-specialist.yaml
name: 内容运营专员
owns: [content_views]
```

```yaml people/lin-xue.yaml
name: 林雪
roles:
  - {role: content-specialist, at: company, from: 2022-03-01}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.period import year
from opsctl.rules.echo import may_name
from opsctl.rules.stays import Stay, every_stay
from opsctl.workspace import Workspace

CODE = "ORG107"
NAME = "unmanned-role"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every role without a holder."""
    needed = year(workspace.years()[-1]).start if workspace.years() else date.min
    latest: dict[str, Stay] = {}
    for stay in every_stay(workspace):
        if stay.role not in latest or stay.last > latest[stay.role].last:
            latest[stay.role] = stay
    for role in workspace.all("role").values():
        held = latest.get(role.id)
        if (role.data.one_per == "store" and workspace.all("store")) or may_name(workspace, ("person",), role.id):
            continue
        if held is None:
            yield Problem(role.at("name"), message("rules.unmanned_role", role=role.id))
        elif held.last < needed:
            said = message("rules.unmanned_role_since", role=role.id, last=held.last.isoformat(), year=needed.year)
            left = message("rules.store_without_manager_ended", person=held.person, last=held.last.isoformat())
            yield Problem(role.at("name"), said, ((held.key("until"), left),))
