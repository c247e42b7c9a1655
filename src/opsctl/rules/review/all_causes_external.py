"""
Every cause of a review lies outside the team.

The market, the platform and the weather are there every week. A review that finds nothing else leaves nothing to do; one
of the five ways in which looking back fails is to blame the circumstances.

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
  - {id: C1, metric: gmv_paid, because: 竞品降价 8%, kind: external}
---
```

```text
reviews/2026-W23/company.md:5:56: warning REVIEW105 all-causes-external: all causes are external (1); at least one that the team can change is expected
    5 |   - {id: C1, metric: gmv_paid, because: 竞品降价 8%, kind: external}
      |                                                            ^^^^^^^^
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
  - {id: C1, metric: gmv_paid, because: 竞品降价 8%, kind: external}
  - {id: C2, metric: gmv_paid, because: 竞品价格三周没有人看, kind: internal}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.reviews import counting_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW105"
NAME = "all-causes-external"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every review whose causes are all external."""
    for review in counting_reviews(workspace):
        causes = review.data.causes
        if causes and all(cause.kind == "external" for cause in causes):
            yield Problem(review.at("causes", 0, "kind"), message("rules.all_causes_external", count=len(causes)))
