"""
A phase has days outside its event's window.

An event lifts only days inside its window, so such a day is left as any other: the burst planned for the 21st of an
event that ends on the 20th is in no curve. Whoever moves an event by a day has to move its phases too.

Fails:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall:
        from: 2026-05-20
        until: 2026-06-18
        phases:
          - {id: presale, from: 2026-05-20, until: 2026-05-30, lift: 1.2}
          - {id: burst, from: 2026-06-16, until: 2026-06-20, lift: 2.4}
```

```text
calendar/2026.yaml:11:50: error CAL113 phase-outside-window: the phase burst reaches to 2026-06-20, outside the window, 2026-05-20 to 2026-06-18, so those days are not lifted; mend the day or widen the window
   11 |           - {id: burst, from: 2026-06-16, until: 2026-06-20, lift: 2.4}
      |                                                  ^^^^^^^^^^
```

Passes:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall:
        from: 2026-05-20
        until: 2026-06-20
        phases:
          - {id: presale, from: 2026-05-20, until: 2026-05-30, lift: 1.2}
          - {id: burst, from: 2026-06-16, until: 2026-06-20, lift: 2.4}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.records.calendar import Window
from opsctl.workspace import Loaded, Workspace

CODE = "CAL113"
NAME = "phase-outside-window"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the first or last day of every phase that its window does not cover."""
    for calendar in workspace.all("calendar").values():
        for index, event in enumerate(calendar.data.events):
            for platform, window in event.windows.items():
                if window.from_ <= window.until:
                    yield from _outside(calendar, ("events", index, "windows", platform), window)


def _outside(calendar: Loaded, path: tuple[str | int, ...], window: Window) -> Iterator[Problem]:
    dates = {"first": window.from_.isoformat(), "last": window.until.isoformat()}
    for number, phase in enumerate(window.phases):
        for key, day in (("from", phase.from_), ("until", phase.until)):
            if phase.from_ <= phase.until and not window.from_ <= day <= window.until:
                said = message("rules.phase_outside_window", phase=phase.id, day=day.isoformat(), **dates)
                yield Problem(calendar.at(*path, "phases", number, key), said)
