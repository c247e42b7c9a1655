"""
A large event falls into a month that its store's curve gives nothing.

An event moves days inside their month only. In a month with a share of 0 %, or with none at all, there is nothing to
move, and the biggest days of the year have no goal. Looked at are events of grade S and A, and the curves that stores
of the platform lie on.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 9%, 5: 9%, 6: 9%, 7: 9%, 8: 8%, 9: 8%, 10: 12%, 11: 0%, 12: 12%}
events:
  - id: double-11
    name: 双 11
    grade: S
    windows:
      tmall: {from: 2026-11-01, until: 2026-11-11, lift: 2}
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
curve: shop
goals:
  cvr: 1.5%
```

```text
calendar/2026.yaml:9:7: warning CAL111 event-in-empty-month: double-11 falls into month 11, to which the curve shop gives nothing; give that month a share, or mend the dates
    9 |       tmall: {from: 2026-11-01, until: 2026-11-11, lift: 2}
      |       ^^^^^
  → calendar/2026.yaml:3:5: the month shares are here
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 9%, 5: 9%, 6: 9%, 7: 9%, 8: 8%, 9: 8%, 10: 8%, 11: 8%, 12: 8%}
events:
  - id: double-11
    name: 双 11
    grade: S
    windows:
      tmall: {from: 2026-11-01, until: 2026-11-11, lift: 2}
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
curve: shop
goals:
  cvr: 1.5%
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.records.calendar import Event
from opsctl.rules.curves import platforms_on_curves
from opsctl.workspace import Loaded, Workspace

CODE = "CAL111"
NAME = "event-in-empty-month"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

LARGE = ("S", "A")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every window with a day in a month without a share, by curve."""
    for calendar in workspace.all("calendar").values():
        used = platforms_on_curves(workspace, int(calendar.id))
        for name, shape in calendar.data.curves.items():
            empty = [month for month in range(1, 13) if not shape.months.get(str(month))]
            platforms = sorted(used.get(name, ()))
            for index, event in enumerate(calendar.data.events) if empty and platforms else ():
                yield from _empty(calendar, index, event, name, empty, platforms)


def _empty(
    calendar: Loaded, index: int, event: Event, curve: str, empty: list[int], platforms: list[str]
) -> Iterator[Problem]:
    keys = {platform if platform in event.windows else "all" for platform in platforms}
    for key in sorted(keys & event.windows.keys()) if event.grade in LARGE else ():
        window = event.windows[key]
        firsts = (date(int(calendar.id), month, 1) for month in empty)
        hit = next((first.month for first in firsts if window.from_.replace(day=1) <= first <= window.until), None)
        if hit is not None:
            said = message("rules.event_in_empty_month", event=event.id, curve=curve, month=hit)
            related = ((calendar.at("curves", curve, "months", key=True), message("rules.event_in_empty_month_curve")),)
            yield Problem(calendar.at("events", index, "windows", key, key=True), said, related)
