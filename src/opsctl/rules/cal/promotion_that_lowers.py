"""
A graded promotion lowers its days instead of lifting them.

A lift is a factor: 1.8 makes a day weigh four fifths more, 0.8 makes it weigh less, and 80 % more is written 1.8.
Events without a grade, such as the dead week of the Spring Festival, may well lower their days.

Fails:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-20, lift: 0.8}
```

```text
calendar/2026.yaml:6:58: warning CAL110 promotion-that-lowers: the lift of 618 is 0.8, which lowers the day; 0.8 times more is written 1.8
    6 |       tmall: {from: 2026-05-20, until: 2026-06-20, lift: 0.8}
      |                                                          ^^^
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
from decimal import Decimal

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.quantity import plain
from opsctl.records.calendar import Window
from opsctl.workspace import Loaded, Workspace

CODE = "CAL110"
NAME = "promotion-that-lowers"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every lift below one of an event with a grade."""
    for calendar in workspace.all("calendar").values():
        for index, event in enumerate(calendar.data.events):
            for platform, window in event.windows.items() if event.grade is not None else ():
                for at, lift in _lifts(calendar, ("events", index, "windows", platform), window):
                    if lift < 1:
                        said = message(
                            "rules.promotion_that_lowers", event=event.id, lift=plain(lift), more=plain(lift + 1)
                        )
                        yield Problem(at, said)


def _lifts(calendar: Loaded, path: tuple[str | int, ...], window: Window) -> Iterator[tuple[Place, Decimal]]:
    if window.every_day is not None:
        yield calendar.at(*path, "lift"), window.every_day
    if window.usual is not None:
        yield calendar.at(*path, "usual"), window.usual
    for day, lift in window.lift.items():
        yield calendar.at(*path, "lift", day.isoformat()), lift
