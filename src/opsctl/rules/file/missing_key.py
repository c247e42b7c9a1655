"""
A record lacks a key that every record of its kind needs.

Without an owner nobody answers for a target, without a platform no event finds the store. The place shown is the
nearest thing around the missing key.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
team: company
```

```text
stores/tmall-flagship.yaml:1:1: error FILE103 missing-key: the key platform is missing
    1 | name: 天猫旗舰店
      | ^^^^^^^^^^^^^^^^
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "FILE103"
NAME = "missing-key"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
