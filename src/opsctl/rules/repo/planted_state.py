"""
The state of a write stands in a workspace under git.

In a repository opsctl keeps the state of a write in git's own folder, where no change can put anything. A `.opsctl`
folder in the working tree came with somebody's change or was copied from elsewhere. It is never followed; but whoever
copies the folder without git would find a write that asks to be finished.

Fails:

```text .git/HEAD
ref: refs/heads/main
```

```json .opsctl/write/COMMIT
{"opsctl": 1, "changes": []}
```

```text
.opsctl:1:1: error REPO102 planted-state: .opsctl/write does not belong in a repository; delete it
```

Passes:

```text .git/HEAD
ref: refs/heads/main
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "REPO102"
NAME = "planted-state"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
