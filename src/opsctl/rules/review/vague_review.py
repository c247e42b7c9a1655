"""
A cause, an action, its effect or its evidence has a vague word and no number.

"Improve the detail page" is done on the day it is written. How many pages, by how much, from what to what: with a number
the next review can tell. A vague word beside a number does no harm.

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
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-12, metric: gmv_paid, expect: 进一步减少断货}
---
```

```text
reviews/2026-W23/company.md:5:86: warning REVIEW112 vague-review: says only “进一步”, without a number; how much and by when is expected
    5 |   - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-12, metric: gmv_paid, expect: 进一步减少断货}
      |                                                                                             ^^^^^^^^^^^^^^
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
  - {id: A1, does: 备货表双人复核, owner: li-na, due: 2026-06-12, metric: gmv_paid, expect: 断货进一步减少到 0 天}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.reviewing.written.records import Written
from opsctl.rules.reviews import counting_reviews
from opsctl.rules.vague import vague_word
from opsctl.workspace import Workspace

CODE = "REVIEW112"
NAME = "vague-review"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every text that names no number and hides that behind a word."""
    for review in counting_reviews(workspace):
        for at, text in _texts(review):
            word = vague_word(text) if text else None
            if word is not None:
                yield Problem(at, message("rules.vague_review", word=word))


def _texts(review: Written) -> Iterator[tuple[Place, str | None]]:
    for index, cause in enumerate(review.data.causes):
        yield review.at("causes", index, "because"), cause.because
    for index, action in enumerate(review.data.actions):
        # What is done may be told without a number where its effect has one.
        yield review.at("actions", index, "expect"), action.expect
        yield review.at("actions", index, "does"), None if action.expect else action.does
    for index, verdict in enumerate(review.data.verdicts):
        yield review.at("verdicts", index, "evidence"), verdict.evidence
