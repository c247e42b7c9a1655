"""
An exception or a setting names a rule or a threshold that does not exist.

A severity, a waiver or a comment for a rule that is not there does nothing, and nobody is told: the rule that was meant
goes on as before, or the mistake that was feared stays allowed.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: 晨禾家居
checks:
  severity: {unknown-referense: warning}
```

```text
opsctl.yaml:4:14: error EXC107 unknown-rule: there is no rule unknown-referense; did you mean unknown-reference?
    4 |   severity: {unknown-referense: warning}
      |              ^^^^^^^^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: 晨禾家居
checks:
  severity: {unknown-reference: warning}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "EXC107"
NAME = "unknown-rule"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what setting findings aside found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
