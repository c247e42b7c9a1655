"""
A lift is given for a day on which its window is not open.

Only days inside the window are lifted. A peak that is written on the wrong day, or left behind when a window moved,
bends nothing, and the day's goal stays that of a plain day.

Fails:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-17, lift: {2026-05-31: 3, 2026-06-18: 3.2}}
```

```text
calendar/2026.yaml:6:74: error CAL105 lift-outside-window: 2026-06-18 is outside the window, 2026-05-20 to 2026-06-17, so its lift has no effect; mend the day or widen the window
    6 |       tmall: {from: 2026-05-20, until: 2026-06-17, lift: {2026-05-31: 3, 2026-06-18: 3.2}}
      |                                                                          ^^^^^^^^^^
```

Passes:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-18, lift: {2026-05-31: 3, 2026-06-18: 3.2}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "CAL105"
NAME = "lift-outside-window"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every day with a lift that its window does not cover."""
    for calendar in workspace.all("calendar").values():
        for index, event in enumerate(calendar.data.events):
            for platform, window in event.windows.items():
                for day in window.lift:
                    if window.from_ <= window.until and not window.from_ <= day <= window.until:
                        dates = {"first": window.from_.isoformat(), "last": window.until.isoformat()}
                        at = calendar.at("events", index, "windows", platform, "lift", day.isoformat(), key=True)
                        yield Problem(at, message("rules.lift_outside_window", day=day.isoformat(), **dates))
