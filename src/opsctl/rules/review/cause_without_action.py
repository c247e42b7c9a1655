"""
A cause inside the team is named, and nothing is done about it.

Naming a cause changes nothing. For each metric that the review is asked about, a cause that lies inside leads to an
action, by `from:` or by its metric; otherwise the miss is `accepted`. Causes outside need none.

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
causes:
  - {id: C1, metric: gmv_paid, because: 主推款断货两天, whys: [备货按去年占比, 占比没有人更新, 没有人负责复核]}
---
<!-- opsctl:begin waiting -->
<!-- opsctl:waiting gmv_paid=miss -->
<!-- opsctl:end d4812d36524f-ddd9c40767f9 -->
```

```text
reviews/2026-W23/company.md:5:5: warning REVIEW104 cause-without-action: nothing is done about C1; an action from: C1 is expected, or gmv_paid under accepted
    5 |   - {id: C1, metric: gmv_paid, because: 主推款断货两天, whys: [备货按去年占比, 占比没有人更新, 没有人负责复核]}
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
causes:
  - {id: C1, metric: gmv_paid, because: 主推款断货两天, whys: [备货按去年占比, 占比没有人更新, 没有人负责复核]}
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-19, metric: gmv_paid, expect: 断货 0 天, from: C1}
---
<!-- opsctl:begin waiting -->
<!-- opsctl:waiting gmv_paid=miss -->
<!-- opsctl:end d4812d36524f-ddd9c40767f9 -->
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.reviews import counting_reviews, metric_of, waiting_of
from opsctl.workspace import Workspace

CODE = "REVIEW104"
NAME = "cause-without-action"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every cause of an asked metric that no action answers."""
    for review in counting_reviews(workspace):
        asked = waiting_of(workspace, review)
        answered = {action.from_ for action in review.data.actions}
        moved = {metric_of(workspace, action.metric) for action in review.data.actions}
        moved |= {metric_of(workspace, accepted.metric) for accepted in review.data.accepted}
        for index, cause in enumerate(review.data.causes):
            metric = metric_of(workspace, cause.metric)
            if metric in asked and cause.kind == "internal" and cause.id not in answered and metric not in moved:
                said = message("rules.cause_without_action", cause=cause.id, metric=cause.metric)
                yield Problem(review.at("causes", index), said)
