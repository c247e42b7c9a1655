"""
A window, phase or freeze ends before it begins.

Both dates are included. A window turned round holds no day, so the event is in no curve and nobody sees that it is
missing.

Fails:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-06-20, until: 2026-05-20, lift: 1.8}
```

```text
calendar/2026.yaml:6:40: error CAL103 window-reversed: ends on 2026-05-20 but begins on 2026-06-20; an end on or after the beginning is expected, mend a date
    6 |       tmall: {from: 2026-06-20, until: 2026-05-20, lift: 1.8}
      |                                        ^^^^^^^^^^
  → calendar/2026.yaml:6:21: the first day 2026-06-20 is here
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

Fix: unsafe. Writes each date where the other stands; perhaps only one of them was wrong.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from opsctl.diagnostics import Edit, Fix, Problem, Severity, message
from opsctl.records.calendar import Freeze, Marked, Phase, Window
from opsctl.workspace import Loaded, Workspace

Days: TypeAlias = Window | Freeze | Phase | Marked

CODE = "CAL103"
NAME = "window-reversed"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every run of days whose last day is before its first."""
    for calendar in workspace.all("calendar").values():
        for index, event in enumerate(calendar.data.events):
            for platform, window in event.windows.items():
                yield from _reversed(calendar, ("events", index, "windows", platform), window)
                for number, phase in enumerate(window.phases):
                    yield from _reversed(calendar, ("events", index, "windows", platform, "phases", number), phase)
            if event.freeze is not None:
                yield from _reversed(calendar, ("events", index, "freeze"), event.freeze)
        for index, marked in enumerate(calendar.data.marked):
            yield from _reversed(calendar, ("marked", index), marked)


def _reversed(
    calendar: Loaded, path: tuple[str | int, ...], days: Window | Freeze | Phase | Marked
) -> Iterator[Problem]:
    if days.from_ > days.until:
        dates = {"first": days.from_.isoformat(), "last": days.until.isoformat()}
        related = ((calendar.at(*path, "from"), message("rules.window_reversed_from", first=dates["first"])),)
        edits = (Edit(calendar.at(*path, "from"), dates["last"]), Edit(calendar.at(*path, "until"), dates["first"]))
        swap = Fix(message("rules.window_reversed_swap", **dates), edits, safe=False)
        yield Problem(calendar.at(*path, "until"), message("rules.window_reversed", **dates), related, swap)
