"""
An action was due before the period that it follows from was over.

A review looks back, so what it decides lies ahead. An action whose day is past when it is written down is a report of what
was done, or a slip in the date; the next review would ask for its verdict at once.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
data_until: 2026-06-07
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-05, metric: gmv_paid, expect: 断货 0 天}
---
```

```text
reviews/2026-W23/company.md:5:48: warning REVIEW118 due-before-review: A1 is due on 2026-06-05, before 2026-W23 was over; a day after 2026-06-07 is expected
    5 |   - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-05, metric: gmv_paid, expect: 断货 0 天}
      |                                                       ^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
data_until: 2026-06-07
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-12, metric: gmv_paid, expect: 断货 0 天}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.reviews import counting_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW118"
NAME = "due-before-review"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every action that was due before it could be decided."""
    for review in counting_reviews(workspace):
        period = review.period
        for index, action in enumerate(review.data.actions):
            if action.due is not None and action.due <= period.last:
                words = {"due": f"{action.due}", "period": period.label, "last": f"{period.last}"}
                said = message("rules.due_before_review", action=action.id, **words)
                yield Problem(review.at("actions", index, "due"), said)
