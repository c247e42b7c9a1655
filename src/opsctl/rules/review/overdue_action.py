"""
An action's due day is past, and no later review of its scope has looked at it.

What is past depends on the records alone, so that a check gives the same answer on every day: the last day of the newest
period that anybody has reviewed. What is overdue today, `opsctl review status` says.

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

```yaml stores/shop.yaml
name: Shop
platform: tmall
team: company
```

```yaml people/amy.yaml
name: Amy
roles: [{role: owner, at: shop, from: 2020-01-01}]
```

```yaml reviews/2026-06/shop.md
---
owner: li-na
data_until: 2026-06-30
---
```

```text
reviews/2026-W23/company.md:5:48: warning REVIEW108 overdue-action: A1 was due on 2026-06-12, and reviews go until 2026-06-30; a verdict in the next review of company is expected
    5 |   - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-12, metric: gmv_paid, expect: 断货 0 天}
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
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-07-03, metric: gmv_paid, expect: 断货 0 天}
---
```

```yaml stores/shop.yaml
name: Shop
platform: tmall
team: company
```

```yaml people/amy.yaml
name: Amy
roles: [{role: owner, at: shop, from: 2020-01-01}]
```

```yaml reviews/2026-06/shop.md
---
owner: li-na
data_until: 2026-06-30
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.reviewing.written.records import taken_actions
from opsctl.rules.reviews import counting_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW108"
NAME = "overdue-action"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every open action that was due before the newest review's period ended."""
    lasts: dict[str, date] = {}
    for review in counting_reviews(workspace):
        lasts[review.scope] = review.period.last
    newest = max(lasts.values(), default=date.min)
    for taken in taken_actions(workspace):
        due, scope = taken.action.due, taken.review.scope
        if due is None or taken.is_settled or not lasts.get(scope, date.max) < due <= newest:
            continue
        said = message("rules.overdue_action", action=taken.action.id, due=f"{due}", last=f"{newest}", scope=scope)
        yield Problem(taken.review.at("actions", taken.index, "due"), said)
