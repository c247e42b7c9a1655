"""
Whoever approves the top goals owns them, or works under their owner.

An approval by oneself or by one's own staff stops nothing. The approver stands outside or above: the managing director
over the head of e-commerce, a shareholder over the managing director.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
approver: li-na
```

```yaml targets/2026/company.yaml
owner: li-na
```

```text
opsctl.yaml:4:11: error ORG117 approver-below-owner: li-na approves the goals of 2026 that are their own; somebody above or outside is expected
    4 | approver: li-na
      |           ^^^^^
  → targets/2026/company.yaml:1:8: li-na owns the goals
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
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

CODE = "ORG117"
NAME = "approver-below-owner"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every sheet of the top team whose owner is, or leads, the approver."""
    settings = workspace.settings
    if settings.approver is None:
        return
    for number in workspace.years():
        sheet = workspace.sheet(settings.top, number)
        if sheet is None:
            continue
        owner = sheet.data.owner
        if owner == settings.approver:
            said = message("rules.approver_below_owner_same", person=owner, year=number)
        elif _leads(workspace, owner, settings.approver, year(number)):
            said = message("rules.approver_below_owner", approver=settings.approver, owner=owner)
        else:
            continue
        also = message("rules.top_without_approver_sheet", owner=owner)
        yield Problem(Place(SETTINGS_FILE, ("approver",)), said, ((sheet.at("owner"), also),))
        return


def _leads(workspace: Workspace, leader: str, person: str, within: Period) -> bool:
    """Say whether every role the person holds in the year has one of the leader's above it."""
    above, own = _roles(workspace, leader, within), _roles(workspace, person, within)
    return bool(own) and all(above & _chain(workspace, role) for role in own)


def _roles(workspace: Workspace, id_: str, within: Period) -> set[str]:
    person = workspace.get("person", id_)
    held = person.data.roles if person is not None else ()
    return {each.role for each in held if each.from_ <= within.last and (not each.until or each.until >= within.start)}


def _chain(workspace: Workspace, role: str) -> set[str]:
    """The roles above a role; a circle is walked once."""
    chain: set[str] = set()
    found = workspace.get("role", role)
    while found is not None and found.data.reports_to not in (None, role, *chain):
        chain.add(found.data.reports_to)
        found = workspace.get("role", found.data.reports_to)
    return chain
