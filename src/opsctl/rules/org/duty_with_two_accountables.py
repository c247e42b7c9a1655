"""
Two roles are accountable for one duty.

Roles share a duty by giving it the same id, each with its part: accountable, responsible, consulted or informed. Many
may do it, but one answers for it; where two answer, neither does. Two different duties need two ids.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml roles/store-manager.yaml
name: 店长
duties:
  - {id: campaign-budget, does: 审批大促预算, raci: accountable, decides: 十万以内}
```

```yaml roles/promotion.yaml
name: 推广专员
duties:
  - {id: campaign-budget, does: 编制大促预算, raci: accountable, decides: 分时投放}
```

```yaml people/wu-tao.yaml
name: 吴涛
roles:
  - {role: store-manager, at: company, from: 2026-01-01, fte: 50%}
  - {role: promotion, at: company, from: 2026-01-01, fte: 50%}
```

```text
roles/store-manager.yaml:3:47: error ORG113 duty-with-two-accountables: promotion and store-manager are both accountable for campaign-budget; one is expected, the other is responsible or has another id
    3 |   - {id: campaign-budget, does: 审批大促预算, raci: accountable, decides: 十万以内}
      |                                                     ^^^^^^^^^^^
  → roles/promotion.yaml:3:47: promotion is accountable here
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml roles/store-manager.yaml
name: 店长
duties:
  - {id: campaign-budget, does: 审批大促预算, raci: accountable, decides: 十万以内}
```

```yaml roles/promotion.yaml
name: 推广专员
duties:
  - {id: campaign-budget, does: 编制大促预算, raci: responsible}
```

```yaml people/wu-tao.yaml
name: 吴涛
roles:
  - {role: store-manager, at: company, from: 2026-01-01, fte: 50%}
  - {role: promotion, at: company, from: 2026-01-01, fte: 50%}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Loaded, Workspace

CODE = "ORG113"
NAME = "duty-with-two-accountables"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every role that is accountable for a duty which another role answers for already."""
    first: dict[str, tuple[Loaded, int]] = {}
    for role in workspace.all("role").values():
        for index, duty in enumerate(role.data.duties):
            if duty.raci != "accountable":
                continue
            earlier, at = first.setdefault(duty.id, (role, index))
            if earlier is not role:
                said = message("rules.duty_with_two_accountables", duty=duty.id, one=earlier.id, two=role.id)
                also = message("rules.duty_with_two_accountables_first", role=earlier.id)
                yield Problem(role.at("duties", index, "raci"), said, ((earlier.at("duties", at, "raci"), also),))
