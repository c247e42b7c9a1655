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

import re
from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL118"
NAME = "vague-statement"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"

# Compiled by the first run that has a statement to judge.
VAGUE = (
    r"(?i:加强|优化|提升|提高|完善|推进|做好|争取|尽快|大幅|显著|进一步|持续|最好|更好|更多|更快|更高|合理|适当|一定|相关"
    r"|\b(?:improv|optimi[sz]|enhanc|significant|maximi[sz]|noticeab|strengthen)\w*|\b(?:better|asap|best-in-class)\b)"
)
# Digits of any width, and written ones: 两千万 is a number, the 一 of 进一步 is not.
NUMBER = r"(?i:\d|[零一二两三四五六七八九十百千万亿]{2,}|百分之|翻[一二两三]?[番倍]|\b(?:double|triple|halve)\b)"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every statement that names no number and hides that behind a word."""
    for each in standing_goals(workspace):
        statement = each.goal.statement
        if statement is None or re.search(NUMBER, statement):
            continue
        vague = re.search(VAGUE, statement)
        if vague:
            yield Problem(each.at("statement"), message("rules.vague_statement", word=vague[0]))
