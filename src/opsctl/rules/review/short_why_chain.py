"""
A metric is deep in the red, and the whys behind its cause stop early.

The first answer names what happened, not why it could. Asked are months and longer periods, and weeks in which the metric
is red for the second time running; the threshold `review-whys` says how many whys are expected, three unless set.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml reviews/2026-06/company.md
---
owner: li-na
data_until: 2026-06-30
causes:
  - {id: C1, metric: gmv_paid, because: 主推款断货两天, whys: [备货按去年占比]}
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-07-12, metric: gmv_paid, expect: 断货 0 天, from: C1}
---
<!-- opsctl:begin waiting -->
<!-- opsctl:waiting gmv_paid=red -->
<!-- opsctl:end fcc0434ed734-ddd9c40767f9 -->
```

```text
reviews/2026-06/company.md:5:5: warning REVIEW106 short-why-chain: gmv_paid is red and its cause has 1 why(s); 3 are expected, ask on under whys
    5 |   - {id: C1, metric: gmv_paid, because: 主推款断货两天, whys: [备货按去年占比]}
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml reviews/2026-06/company.md
---
owner: li-na
data_until: 2026-06-30
causes:
  - {id: C1, metric: gmv_paid, because: 主推款断货两天, whys: [备货按去年占比, 占比没有人更新, 没有人负责复核]}
actions:
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-07-12, metric: gmv_paid, expect: 断货 0 天, from: C1}
---
<!-- opsctl:begin waiting -->
<!-- opsctl:waiting gmv_paid=red -->
<!-- opsctl:end fcc0434ed734-ddd9c40767f9 -->
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.reviewing.kinds import kind_of
from opsctl.reviewing.written.records import Written
from opsctl.rules.reviews import counting_reviews, metric_of, waiting_of
from opsctl.rules.thresholds import threshold
from opsctl.workspace import Workspace

CODE = "REVIEW106"
NAME = "short-why-chain"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "draft"
_LONG = ("monthly", "quarterly", "yearly")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every cause of a red metric whose chain is too short."""
    least = int(threshold(workspace, "review-whys"))
    before: dict[tuple[str, str], Written] = {}
    for review in counting_reviews(workspace):
        earlier = before.get((review.scope, review.period.kind))
        before[review.scope, review.period.kind] = review
        if not review.data.causes:
            continue
        red = _red(workspace, review)
        if kind_of(review.period) not in _LONG:
            red &= _red(workspace, earlier) if earlier is not None else set()
        for index, cause in enumerate(review.data.causes):
            if metric_of(workspace, cause.metric) in red and len(cause.whys) < least:
                said = message("rules.short_why_chain", metric=cause.metric, count=len(cause.whys), least=least)
                yield Problem(review.at("causes", index), said)


def _red(workspace: Workspace, review: Written) -> set[str]:
    return {metric for metric, level in waiting_of(workspace, review).items() if level == "red"}
