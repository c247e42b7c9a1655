"""
An action was not done two times running.

Once is a busy week. Twice means that nobody wants it, can do it or believes in it, and a third date will not change that:
give it another owner, make it smaller, or drop it in the meeting.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml reviews/2026-W22/company.md
---
owner: li-na
data_until: 2026-05-31
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-05, metric: gmv_paid, expect: 断货 0 天}
---
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
data_until: 2026-06-07
verdicts:
  - {action: A1, verdict: not_done}
---
```

```yaml reviews/2026-W24/company.md
---
owner: li-na
data_until: 2026-06-14
verdicts:
  - {action: A1, verdict: not_done}
---
```

```text
reviews/2026-W24/company.md:5:27: warning REVIEW109 action-not-taken: A1 was not done 2 times; say why nobody takes it, and give it away, make it smaller or drop it
    5 |   - {action: A1, verdict: not_done}
      |                           ^^^^^^^^
  → reviews/2026-W22/company.md:5:10: the action is here
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml reviews/2026-W22/company.md
---
owner: li-na
data_until: 2026-05-31
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-05, metric: gmv_paid, expect: 断货 0 天}
---
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
data_until: 2026-06-07
verdicts:
  - {action: A1, verdict: not_done}
---
```

```yaml reviews/2026-W24/company.md
---
owner: li-na
data_until: 2026-06-14
verdicts:
  - {action: A1, verdict: met, evidence: 断货 2 天 → 0 天}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.reviewing.written.records import taken_actions
from opsctl.workspace import Workspace

CODE = "REVIEW109"
NAME = "action-not-taken"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"
_TWICE = 2


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every action at the second verdict, and each one more, that says it was not done."""
    for taken in taken_actions(workspace):
        undone = [given for given in taken.verdicts if given.verdict.verdict == "not_done"]
        first = (taken.review.at("actions", taken.index, "id"), message("rules.action_not_taken_first"))
        for count, given in enumerate(undone, 1):
            if count >= _TWICE:
                said = message("rules.action_not_taken", action=taken.action.id, count=count)
                yield Problem(given.review.at("verdicts", given.index, "verdict"), said, (first,))
