"""
A record has a key that its kind does not know.

A key with a slip of the pen would silently do nothing: a hold that holds nothing, a date that never comes. So unknown
keys are refused, and the nearest known one is named. Keys that begin with `x-` are free for your own use.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
opend: 2021-05-01
```

```text
stores/tmall-flagship.yaml:4:1: error FILE102 unknown-key: unknown key opend; did you mean opened?
    4 | opend: 2021-05-01
      | ^^^^^
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
opened: 2021-05-01
```

Fix: safe. Writes the known key, where just one is near.
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "FILE102"
NAME = "unknown-key"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
