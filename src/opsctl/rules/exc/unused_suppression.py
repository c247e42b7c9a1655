"""
A comment sets a rule aside that finds nothing there.

The mistake was mended, the line moved, or the rule was named wrongly. Left standing, the comment hides the next
mistake on that line.

Fails:

```yaml stores/jd.yaml
name: 京东店
platform: jd
team: company  # opsctl: ignore[REF102] the team moves in on Monday
```

```text
stores/jd.yaml:3:16: warning EXC102 unused-suppression: REF102 finds nothing on this line; remove it from the comment
    3 | team: company  # opsctl: ignore[REF102] the team moves in on Monday
      |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

Passes:

```yaml stores/jd.yaml
name: 京东店
platform: jd
team: company
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "EXC102"
NAME = "unused-suppression"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what setting findings aside found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
