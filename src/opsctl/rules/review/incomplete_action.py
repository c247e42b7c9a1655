"""
An action has no owner, no due day, no metric or no expected effect.

What nobody does by no day is a wish, and what moves no metric by no amount can never be judged. Each action says who, by
when, which metric, and what it should come to.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, metric: gmv_paid}
---
```

```text
reviews/2026-W23/company.md:4:10: error REVIEW107 incomplete-action: A1 lacks due, expect; who, by when, which metric and what it should come to are expected
    4 |   - {id: A1, does: 备货表双人复核, owner: li-na, metric: gmv_paid}
      |          ^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-12, metric: gmv_paid, expect: 断货 0 天}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.rules.reviews import counting_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW107"
NAME = "incomplete-action"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "approved"
_KEYS = ("owner", "due", "metric", "expect")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every action with the keys it lacks."""
    for review in counting_reviews(workspace):
        for index, action in enumerate(review.data.actions):
            missing = [key for key in _KEYS if getattr(action, key) is None]
            if missing:
                said = message("rules.incomplete_action", action=action.id, keys=Listed(missing))
                yield Problem(review.at("actions", index, "id"), said)
