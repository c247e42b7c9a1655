"""
An event freezes days that touch none of its windows.

Pages and prices are frozen around the days on which they must not fail. A freeze that meets no window of its event
most often stayed behind when the windows were moved.

Fails:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-20, lift: 1.8}
    freeze: {from: 2026-04-28, until: 2026-05-10, what: [price]}
```

```text
calendar/2026.yaml:7:5: warning CAL106 freeze-outside-windows: 618 freezes 2026-04-28 to 2026-05-10, which touches none of its windows, 2026-05-20 to 2026-06-20; a freeze around them is expected, mend the dates
    7 |     freeze: {from: 2026-04-28, until: 2026-05-10, what: [price]}
      |     ^^^^^^
```

Passes:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-20, lift: 1.8}
    freeze: {from: 2026-05-18, until: 2026-06-20, what: [price]}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "CAL106"
NAME = "freeze-outside-windows"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every freeze that shares no day with a window of its event."""
    for calendar in workspace.all("calendar").values():
        for index, event in enumerate(calendar.data.events):
            freeze = event.freeze
            if freeze is None or freeze.from_ > freeze.until or not event.windows:
                continue
            if not any(
                freeze.from_ <= window.until and window.from_ <= freeze.until for window in event.windows.values()
            ):
                first = min(window.from_ for window in event.windows.values())
                last = max(window.until for window in event.windows.values())
                dates = {"from_": freeze.from_, "until": freeze.until, "first": first, "last": last}
                shown = {name: day.isoformat() for name, day in dates.items()}
                at = calendar.at("events", index, "freeze", key=True)
                yield Problem(at, message("rules.freeze_outside_windows", event=event.id, **shown))
