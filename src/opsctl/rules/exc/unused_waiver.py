"""
A waiver allows something that nobody finds any more.

What was waived has been mended, or the rule or the record is another one. Left standing, the waiver would hide the
next mistake of that kind.

Fails:

```yaml stores/jd.yaml
name: 京东店
platform: jd
team: company
```

```yaml waivers.yaml
waivers:
  - rule: unknown-reference
    record: store:jd
    reason: the team moves in on Monday
    owner: li-na
    approved_by: li-na
    from: 2999-10-01
    until: 2999-12-29
```

```text
waivers.yaml:2:11: warning EXC104 unused-waiver: unknown-reference finds nothing in store:jd; remove the waiver
    2 |   - rule: unknown-reference
      |           ^^^^^^^^^^^^^^^^^
```

Passes:

```yaml stores/jd.yaml
name: 京东店
platform: jd
team: compny
```

```yaml waivers.yaml
waivers:
  - rule: unknown-reference
    record: store:jd
    reason: the team moves in on Monday
    owner: li-na
    approved_by: li-na
    from: 2999-10-01
    until: 2999-12-29
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "EXC104"
NAME = "unused-waiver"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what setting findings aside found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
