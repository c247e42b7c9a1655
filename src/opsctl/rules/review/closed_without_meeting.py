"""
A review is closed, and nobody met about it.

A review that one person wrote and filed has decided nothing. `meeting` says on which day it was held, who was there and what
was decided; `opsctl review agenda` gives its one page.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
status: closed
---
```

```text
reviews/2026-W23/company.md:3:9: error REVIEW117 closed-without-meeting: is closed without a meeting; the day, who attended and what was decided are expected
    3 | status: closed
      |         ^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
```

```yaml reviews/2026-W23/company.md
---
owner: li-na
status: closed
meeting: {on: 2026-06-08, attended: [li-na], decisions: [主推款追加 600 件]}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.reviewing.written.records import written_reviews
from opsctl.workspace import Workspace

CODE = "REVIEW117"
NAME = "closed-without-meeting"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every closed review whose meeting is not told."""
    for review in written_reviews(workspace):
        if review.data.status != "closed":
            continue
        if review.data.meeting is None:
            yield Problem(review.at("status"), message("rules.closed_without_meeting"))
        elif not review.data.meeting.attended:
            yield Problem(review.at("meeting"), message("rules.closed_without_attended"))
