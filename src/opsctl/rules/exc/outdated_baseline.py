"""
The baseline knows findings that are gone.

A baseline lets an old repository start with what it has and fail on new findings only. What has been mended since
should leave it, or the same mistake could come back unseen.

Fails:

```json baseline.json
{"opsctl": 1, "findings": {"store:jd": {"unknown-reference": ["0123456789abcdef0123"]}}}
```

```text
baseline.json:1:1: warning EXC106 outdated-baseline: known findings that are gone: 1; run: opsctl check --baseline-write
    1 | {"opsctl": 1, "findings": {"store:jd": {"unknown-reference": ["0123456789abcdef0123"]}}}
      | ^
```

Passes:

```json baseline.json
{"opsctl": 1, "findings": {}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "EXC106"
NAME = "outdated-baseline"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what setting findings aside found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
