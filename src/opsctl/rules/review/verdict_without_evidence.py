"""
A verdict says that an action worked, or not, and shows nothing.

"It helped" is what everybody says of their own idea. The evidence is the metric before and after, so that the ledger of
actions can compare it with what was expected. Only what was not done needs none.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W22/company.md
---
owner: li-na
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-05, metric: gmv_paid, expect: 断货 0 天}
---
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
verdicts:
  - {action: A1, verdict: met}
---
```

```text
reviews/2026-W23/company.md:4:27: error REVIEW111 verdict-without-evidence: the verdict met on A1 has no evidence; the metric before and after is expected
    4 |   - {action: A1, verdict: met}
      |                           ^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W22/company.md
---
owner: li-na
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-05, metric: gmv_paid, expect: 断货 0 天}
---
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
verdicts:
  - {action: A1, verdict: met, evidence: 断货 2 天 → 0 天}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.reviews import counting_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW111"
NAME = "verdict-without-evidence"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every verdict on something done that gives no evidence."""
    for review in counting_reviews(workspace):
        for index, each in enumerate(review.data.verdicts):
            if each.evidence is None and each.verdict != "not_done":
                said = message("rules.verdict_without_evidence", action=each.action, verdict=each.verdict)
                yield Problem(review.at("verdicts", index, "verdict"), said)
