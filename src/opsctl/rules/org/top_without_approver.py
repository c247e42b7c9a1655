"""
The top team has goals, but the settings name nobody who is there to approve them.

Every other goal is agreed with the level above. Above the top stands only the person that `approver` in `opsctl.yaml`
names: the managing director, a shareholder, the client. Somebody who held the last role before the year began is gone.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml targets/2026/company.yaml
owner: li-na
```

```text
opsctl.yaml:1:1: warning ORG116 top-without-approver: company has goals but nobody approves them; an approver from above or outside is expected
    1 | opsctl: 1
      | ^^^^^^^^^
  → targets/2026/company.yaml:1:8: li-na owns the goals
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
approver: chen-dong
```

```yaml roles/general-manager.yaml
name: 总经理
one_per: company
```

```yaml people/chen-dong.yaml
name: 陈栋
roles:
  - {role: general-manager, at: company, from: 2020-01-01}
```

```yaml targets/2026/company.yaml
owner: li-na
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.period import Period, year
from opsctl.records import SETTINGS_FILE
from opsctl.workspace import Workspace

CODE = "ORG116"
NAME = "top-without-approver"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield once where the top team's last sheet has no approver who is still there."""
    top, approver = workspace.settings.top, workspace.settings.approver
    sheets = [(number, sheet) for number in workspace.years() if (sheet := workspace.sheet(top, number))]
    if not sheets:
        return
    number, sheet = sheets[-1]
    also = ((sheet.at("owner"), message("rules.top_without_approver_sheet", owner=sheet.data.owner)),)
    if approver is None:
        yield Problem(Place(SETTINGS_FILE, ("top",)), message("rules.top_without_approver", top=top), also)
    elif _gone(workspace, approver, year(number)):
        said = message("rules.top_without_approver_gone", approver=approver, year=number)
        yield Problem(Place(SETTINGS_FILE, ("approver",)), said, also)


def _gone(workspace: Workspace, approver: str, within: Period) -> bool:
    """Say whether the approver held the last role before the year began."""
    person = workspace.get("person", approver)
    return person is not None and all(held.until and held.until < within.start for held in person.data.roles)
