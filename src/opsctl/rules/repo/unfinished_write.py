"""
A write was cut off before every file was in its place.

The power failed, the disk was full or somebody pressed Ctrl-C while opsctl changed several files. Some may be new and
some old, so that no number can be trusted until the rest follows. Nothing is lost: all that was to be written waits in
git's own folder (without git, in `.opsctl/write`), and `opsctl recover` puts it in place.

Fails:

```json .opsctl/write/COMMIT
{"opsctl": 1, "changes": []}
```

```text
opsctl.yaml:1:1: error REPO101 unfinished-write: a write to this workspace was cut off; run: opsctl recover
    1 | opsctl: 1
      | ^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "REPO101"
NAME = "unfinished-write"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
