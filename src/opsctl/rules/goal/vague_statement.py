"""
A goal's statement has a vague word and no number.

"Noticeably improve conversion" can be claimed by everybody and checked by nobody. A statement that people will repeat
says how much and by when; a vague word beside a number does no harm.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  cvr:
    value: 1.5%
    baseline: {period: 2025, value: 1.4%}
    statement: 进一步提升转化率
```

```text
targets/2026/company.yaml:6:16: warning GOAL118 vague-statement: says only “进一步”, without a number; how much and by when is expected
    6 |     statement: 进一步提升转化率
      |                ^^^^^^^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  cvr:
    value: 1.5%
    baseline: {period: 2025, value: 1.4%}
    statement: 2026 年转化率提升到 1.5%
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import standing_goals
from opsctl.rules.vague import vague_word
from opsctl.workspace import Workspace

CODE = "GOAL118"
NAME = "vague-statement"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every statement that names no number and hides that behind a word."""
    for each in standing_goals(workspace):
        statement = each.goal.statement
        word = vague_word(statement) if statement is not None else None
        if word is not None:
            yield Problem(each.at("statement"), message("rules.vague_statement", word=word))
