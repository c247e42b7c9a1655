"""
A window has no day in the year of its calendar.

A calendar shapes one year, and days of other years are passed over. This is what happens when last year's calendar is
copied and a date is forgotten. A window that reaches over New Year may stand in both calendars.

Fails:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2025-05-20, until: 2025-06-20, lift: 1.8}
```

```text
calendar/2026.yaml:6:21: error CAL104 window-outside-year: 2025-05-20 to 2025-06-20 has no day in 2026; days of that year are expected, mend the dates or move the window to its own calendar
    6 |       tmall: {from: 2025-05-20, until: 2025-06-20, lift: 1.8}
      |                     ^^^^^^^^^^
```

Passes:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-20, lift: 1.8}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.records.calendar import Freeze, Marked, Window
from opsctl.workspace import Loaded, Workspace

CODE = "CAL104"
NAME = "window-outside-year"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every window, freeze and marked run that lies wholly in other years."""
    for calendar in workspace.all("calendar").values():
        for index, event in enumerate(calendar.data.events):
            for platform, window in event.windows.items():
                yield from _outside(calendar, ("events", index, "windows", platform), window)
            if event.freeze is not None:
                yield from _outside(calendar, ("events", index, "freeze"), event.freeze)
        for index, marked in enumerate(calendar.data.marked):
            yield from _outside(calendar, ("marked", index), marked)


def _outside(calendar: Loaded, path: tuple[str | int, ...], days: Window | Freeze | Marked) -> Iterator[Problem]:
    year = int(calendar.id)
    if days.from_ <= days.until and (days.until < date(year, 1, 1) or days.from_ > date(year, 12, 31)):
        dates = {"first": days.from_.isoformat(), "last": days.until.isoformat()}
        yield Problem(calendar.at(*path, "from"), message("rules.window_outside_year", year=year, **dates))
