"""
A review was written before its period's data were complete.

Refunds, late orders and the last day come in after the period; a judgement made before them is one of another period.
`data_until` says up to which day the data went, and has to reach the period's last day.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
data_until: 2026-06-05
---
```

```text
reviews/2026-W23/company.md:3:13: warning REVIEW102 review-before-data: the data go until 2026-06-05 only; 2026-06-07 is expected, judge when they are complete and mend data_until
    3 | data_until: 2026-06-05
      |             ^^^^^^^^^^
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
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.reviews import counting_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW102"
NAME = "review-before-data"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every review whose data end before its period does."""
    for review in counting_reviews(workspace):
        until, last = review.data.data_until, review.period.last
        if until is None:
            yield Problem(review.at("owner"), message("rules.review_before_data_unsaid", last=f"{last}"))
        elif until < last:
            said = message("rules.review_before_data", day=f"{until}", last=f"{last}")
            yield Problem(review.at("data_until"), said)
