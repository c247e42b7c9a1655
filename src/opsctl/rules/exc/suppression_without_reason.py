"""
A comment sets rules aside without saying which, or why.

`# opsctl: ignore[REF102] reason` sets one rule aside on its own line, or on the next one where it stands alone. In a
year nobody knows any more whether the exception still holds, unless the reason stands beside it; and a comment that
names no rule would hide the next mistake too. Such a comment sets nothing aside.

Fails:

```yaml stores/jd.yaml
name: 京东店
platform: jd
team: compny  # opsctl: ignore[REF102]
```

```text
stores/jd.yaml:3:15: error EXC101 suppression-without-reason: ignoring REF102 needs a reason; write it after the bracket
    3 | team: compny  # opsctl: ignore[REF102]
      |               ^^^^^^^^^^^^^^^^^^^^^^^^
```

Passes:

```yaml stores/jd.yaml
name: 京东店
platform: jd
team: compny  # opsctl: ignore[REF102] the team moves in on Monday
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "EXC101"
NAME = "suppression-without-reason"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what setting findings aside found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
