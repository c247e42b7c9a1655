"""
An earlier action was due, and the review says nothing of it.

New actions before a verdict on the old ones are how reviews turn into wishes. Each action of the scope's earlier reviews that
was due when the period ended gets a verdict: met, not_met, worse or not_done.

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
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-12, metric: gmv_paid, expect: 断货 0 天}
---
```

```yaml reviews/2026-W24/company.md
---
owner: li-na
data_until: 2026-06-14
---
```

```text
reviews/2026-W24/company.md:2:8: error REVIEW110 verdict-missing: A1 was due on 2026-06-12 and has no verdict here; met, not_met, worse or not_done is expected under verdicts
    2 | owner: li-na
      |        ^^^^^
  → reviews/2026-W23/company.md:5:10: the action is here
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
from opsctl.reviewing.written.records import Taken, Written, taken_actions
from opsctl.rules.reviews import counting_reviews, head
from opsctl.workspace import Workspace

CODE = "REVIEW110"
NAME = "verdict-missing"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every action at the first review of its scope that should have given a verdict."""
    later: dict[str, list[Written]] = {}
    for review in counting_reviews(workspace):
        later.setdefault(review.scope, []).append(review)
    for taken in taken_actions(workspace):
        owing = None if taken.verdicts else _owing(taken, later.get(taken.review.scope, []))
        if owing is not None:
            said = message("rules.verdict_missing", action=taken.action.id, due=f"{taken.action.due}")
            action = (taken.review.at("actions", taken.index, "id"), message("rules.verdict_missing_action"))
            yield Problem(head(owing, "verdicts"), said, (action,))


def _owing(taken: Taken, reviews: list[Written]) -> Written | None:
    due, since = taken.action.due, taken.review.period.last
    return next((each for each in reviews if each.period.last > since and due and due <= each.period.last), None)
