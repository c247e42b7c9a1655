"""
Nobody is accountable for a duty.

Somebody does it, or is asked, or is told, but nobody answers for whether it was done well. The accountable role names
the duty by the same id; the role that does it may also answer for it.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml roles/owner.yaml
name: 负责人
duties:
  - {id: campaigns, does: 推广计划搭建与每日调整, raci: responsible}
```

```text
roles/owner.yaml:3:10: warning ORG114 duty-without-accountable: no role is accountable for campaigns; exactly one is expected
    3 |   - {id: campaigns, does: 推广计划搭建与每日调整, raci: responsible}
      |          ^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml roles/owner.yaml
name: 负责人
duties:
  - {id: campaigns, does: 推广计划搭建与每日调整, raci: accountable, decides: 推广预算}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.rules.echo import may_name
from opsctl.workspace import Workspace

CODE = "ORG114"
NAME = "duty-without-accountable"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield, where it first stands, every duty that no role answers for."""
    places: dict[str, Place] = {}
    answered = set()
    for role in workspace.all("role").values():
        for index, duty in enumerate(role.data.duties):
            places.setdefault(duty.id, role.at("duties", index, "id"))
            if duty.raci == "accountable":
                answered.add(duty.id)
    for duty_id, at in places.items():
        if duty_id not in answered and not may_name(workspace, ("role",), duty_id):
            yield Problem(at, message("rules.duty_without_accountable", duty=duty_id))
