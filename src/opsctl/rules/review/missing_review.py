"""
A period between two reviews of a scope has none.

A week that nobody looked back on is a week whose actions have no verdict, and the next review compares with nothing.
From its first review on, a scope owes one for every period of that kind, until the last that anybody has reviewed. Which
reviews are owed today, `opsctl review status` says.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml reviews/2026-W22/company.md
---
owner: li-na
data_until: 2026-05-31
---
```

```yaml reviews/2026-W24/company.md
---
owner: li-na
data_until: 2026-06-14
---
```

```text
reviews/2026-W24/company.md:2:8: warning REVIEW101 missing-review: company has no review of 1 period(s): 2026-W23; one each is expected, draft it with review … --write
    2 | owner: li-na
      |        ^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml reviews/2026-W22/company.md
---
owner: li-na
data_until: 2026-05-31
---
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
data_until: 2026-06-07
---
```

```yaml reviews/2026-W24/company.md
---
owner: li-na
data_until: 2026-06-14
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message, some
from opsctl.period import Period
from opsctl.reviewing.written.records import Written, written_reviews
from opsctl.rules.reviews import counting_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW101"
NAME = "missing-review"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"
# Nobody reads a longer list of what was never written.
_NAMED = 3
_FAR = 400


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield one problem for each scope and kind of period with gaps, at its last review."""
    series: dict[tuple[str, str], list[Written]] = {}
    newest: dict[str, Period] = {}
    # A draft fills a gap, and begins nothing.
    written = {(review.scope, review.period) for review in written_reviews(workspace)}
    for review in counting_reviews(workspace):
        series.setdefault((review.scope, review.period.kind), []).append(review)
        newest[review.period.kind] = review.period
    for (scope, kind), reviews in series.items():
        missing = [each for each in _between(reviews[0].period, newest[kind]) if (scope, each) not in written]
        if missing and kind != "day":
            names = some([period.label for period in missing], _NAMED)
            said = message("rules.missing_review", scope=scope, count=len(missing), periods=names)
            yield Problem(reviews[-1].at("owner"), said)


def _between(period: Period, newest: Period) -> Iterator[Period]:
    for _ in range(_FAR):
        period = period.following()
        if period.start > newest.start:
            return
        yield period
