"""
A role answers for a duty but may decide nothing in it.

The handbook asks that authority match responsibility: whoever answers for a result must be able to move something that
makes it. Say with `decides` what that is, even if it is little.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml roles/owner.yaml
name: 负责人
duties:
  - {id: week-review, does: 周复盘与行动跟进, raci: accountable}
```

```text
roles/owner.yaml:3:10: warning ORG115 duty-without-authority: owner is accountable for week-review but decides nothing; a decides is expected
    3 |   - {id: week-review, does: 周复盘与行动跟进, raci: accountable}
      |          ^^^^^^^^^^^
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
  - {id: week-review, does: 周复盘与行动跟进, raci: accountable, decides: 本店一周内的行动与分工}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "ORG115"
NAME = "duty-without-authority"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every duty that is answered for without a right to decide."""
    for role in workspace.all("role").values():
        for index, duty in enumerate(role.data.duties):
            if duty.raci == "accountable" and duty.decides is None:
                said = message("rules.duty_without_authority", role=role.id, duty=duty.id)
                yield Problem(role.at("duties", index, "id"), said)
