"""
A year is planned whose holidays are provisional: the official notice is not known yet.

The State Council says in autumn which days of the next year are free and which Saturdays and Sundays are worked for
them. Until then opsctl has the statutory days alone, and none of the make-up workdays. What leans on a holiday or a
long weekend may move: look at those weeks again when the notice is out.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml calendar/2027.yaml
events:
  - {id: cny, name: 春节停发, windows: {all: {from: 2027-02-01, until: 2027-02-12, lift: 0.35}}}
```

```text
calendar/2027.yaml:1:1: info CAL114 provisional-holidays: the holidays of 2027 are provisional: statutory days without make-up workdays; once the official notice is out, write it as holidays: and look at those weeks again
    1 | events:
      | ^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml calendar/2026.yaml
events:
  - {id: cny, name: 春节停发, windows: {all: {from: 2026-02-11, until: 2026-02-23, lift: 0.35}}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.planning.curves.free_days import year_of_holidays
from opsctl.workspace import Workspace

CODE = "CAL114"
NAME = "provisional-holidays"
SEVERITY = Severity.INFO
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every calendar of a year whose holidays nobody has published."""
    for calendar in workspace.all("calendar").values():
        found = year_of_holidays(workspace, int(calendar.id))
        key = next((key for key in ("events", "curves") if getattr(calendar.data, key)), None)
        if found is not None and found.status == "provisional" and key is not None:
            yield Problem(calendar.at(key, key=True), message("rules.provisional_holidays", year=calendar.id))
