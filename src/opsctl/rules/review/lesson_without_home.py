"""
A lesson goes into no page.

What only a review knows is forgotten with it. A lesson names the page of the handbook, the checklist or the standard that it
changed; one that changes nothing was an observation and belongs into the text.

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
lessons:
  - {keeps: 新尺寸上架先重算占比}
---
```

```text
reviews/2026-W23/company.md:5:13: warning REVIEW116 lesson-without-home: this lesson goes nowhere; the page it changed is expected under into, such as handbook/stocking.md
    5 |   - {keeps: 新尺寸上架先重算占比}
      |             ^^^^^^^^^^^^^^^^^^^^
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
lessons:
  - {keeps: 新尺寸上架先重算占比, into: handbook/stocking.md}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.reviews import counting_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW116"
NAME = "lesson-without-home"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every lesson that names no page."""
    for review in counting_reviews(workspace):
        for index, lesson in enumerate(review.data.lessons):
            if lesson.into is None:
                yield Problem(review.at("lessons", index, "keeps"), message("rules.lesson_without_home"))
