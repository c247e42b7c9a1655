"""
A metric missed beyond tolerance, and the review names no cause and accepts nothing.

A miss that nobody explains comes back. Asked are only the metrics that `review … --write` lists as asked: the three that
weigh most, each above a sum of money (`review-tolerance`, `review-floor` among the thresholds). A miss that nothing
should be done about is `accepted`, with a reason.

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
---
<!-- opsctl:begin waiting -->
<!-- opsctl:waiting gmv_paid=miss -->
<!-- opsctl:end d4812d36524f-ddd9c40767f9 -->
```

```text
reviews/2026-W23/company.md:2:8: error REVIEW103 miss-without-cause: gmv_paid missed beyond tolerance; a cause is expected, or why it is accepted
    2 | owner: li-na
      |        ^^^^^
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
accepted:
  - {metric: gmv_paid, because: 平台停机半天}
---
<!-- opsctl:begin waiting -->
<!-- opsctl:waiting gmv_paid=miss -->
<!-- opsctl:end d4812d36524f-ddd9c40767f9 -->
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.reviews import counting_reviews, head, metric_of, waiting_of
from opsctl.workspace import Workspace

CODE = "REVIEW103"
NAME = "miss-without-cause"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every metric that is asked about and that nobody speaks of."""
    for review in counting_reviews(workspace):
        told = {metric_of(workspace, cause.metric) for cause in review.data.causes}
        told |= {metric_of(workspace, accepted.metric) for accepted in review.data.accepted}
        for metric in waiting_of(workspace, review):
            if metric not in told:
                yield Problem(head(review, "causes"), message("rules.miss_without_cause", metric=metric))
