"""
A value cannot be read as what its key expects.

Amounts are exact (`1_450_000`, `56.93`, `120万`, `1.2亿`), rates may carry a `%`, dates are written `2026-05-31`, ids
are lower-case words with hyphens. Anything else is refused instead of guessed, because a wrongly guessed number looks
just like a right one.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
opened: 2021/6/18
```

```text
stores/tmall-flagship.yaml:4:9: error FILE104 bad-value: 2021/6/18 is not a date; expected is a real day, as in 2026-06-18
    4 | opened: 2021/6/18
      |         ^^^^^^^^^
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
opened: 2021-06-18
```

Fix: safe. Writes the value as records spell it, where it can mean one thing only: `2021/6/18`, `1,450,000`, `１２％`.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "FILE104"
NAME = "bad-value"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
