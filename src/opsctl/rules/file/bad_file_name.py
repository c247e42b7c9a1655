"""
A file's name cannot be the id of a record.

The folder gives a record's kind and the file's stem its id, so the name is what others refer to. Ids are lower-case
letters, digits and hyphens; a target sheet, plan or review stands in a folder named for its period.

Fails:

```yaml stores/Tmall Flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```text
stores/Tmall Flagship.yaml:1:1: error FILE105 bad-file-name: the name Tmall Flagship cannot be a record's id; use lower-case letters, digits and hyphens, as in tmall-flagship
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "FILE105"
NAME = "bad-file-name"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
