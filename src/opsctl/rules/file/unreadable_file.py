"""
A file cannot be read as a record.

Nothing can be said of a record whose text breaks off: its goals are missing from the sums and its tasks from the
lists, without anybody noticing. opsctl reads a strict subset of YAML 1.2: UTF-8, one document, no anchors, aliases,
tags or duplicate keys, bounded in depth and size. That keeps a file readable to the people and to every tool alike.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
platform: jd
team: company
```

```text
stores/tmall-flagship.yaml:3:1: error FILE101 unreadable-file: the key platform is written a second time; keep one
    3 | platform: jd
      | ^^^^^^^^
  → stores/tmall-flagship.yaml:2:1: first written here
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

CODE = "FILE101"
NAME = "unreadable-file"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
