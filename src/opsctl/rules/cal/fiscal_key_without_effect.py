"""
The settings say how a retail calendar begins, and weeks are not counted by one.

`first_day`, `year_start` and `week_53` shape 4-4-5, 4-5-4 and 5-4-4 calendars. ISO weeks always begin on Monday and
Sunday-start weeks on Sunday, and their fiscal months are calendar months: there these keys change nothing.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
week: iso
fiscal: {start: 2, first_day: sun}
```

```text
opsctl.yaml:4:20: warning CAL116 fiscal-key-without-effect: first_day has no effect with week: iso; write week: 445, 454 or 544 for a retail calendar, or delete it
    4 | fiscal: {start: 2, first_day: sun}
      |                    ^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
week: 454
fiscal: {start: 2, first_day: sun}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.records import SETTINGS_FILE
from opsctl.workspace import Workspace

CODE = "CAL116"
NAME = "fiscal-key-without-effect"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


_RETAIL_ONLY = ("first_day", "year_start", "week_53")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every key of the fiscal year that matters to retail calendars alone."""
    settings = workspace.settings
    if settings.fiscal is None or settings.weeks.pattern:
        return
    for key in _RETAIL_ONLY:
        if key in settings.fiscal.model_fields_set:
            said = message("rules.fiscal_key_without_effect", key=key, week=settings.week)
            yield Problem(Place(SETTINGS_FILE, ("fiscal", key), "key"), said)
