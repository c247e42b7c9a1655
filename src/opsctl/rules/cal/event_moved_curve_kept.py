"""
An event moved to another month, and the curve kept last year's shares.

The Spring Festival lies in January in one year and in February in the next, and the dead week goes with it. A curve
copied from last year then asks too much of one month and too little of the other; January and February compare with
last year only together. An event counts as moved where at least two thirds of what it lifts or lowers lay in one
month, and now lie in another; looked at are the curves of stores on its platforms.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
curve: shop
```

```yaml calendar/2025.yaml
curves:
  shop:
    months: {1: 5%, 2: 6%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 12%, 12: 11%}
events:
  - id: cny
    name: 春节停发
    windows:
      tmall: {from: 2025-01-23, until: 2025-02-04, lift: 0.35}
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 5%, 2: 6%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 12%, 12: 11%}
events:
  - id: cny
    name: 春节停发
    windows:
      tmall: {from: 2026-02-11, until: 2026-02-23, lift: 0.35}
```

```text
calendar/2026.yaml:3:5: info CAL112 event-moved-curve-kept: cny moved from month 1 to month 2, and the curve shop has last year's shares in both; look again, most likely one grows and the other shrinks
    3 |     months: {1: 5%, 2: 6%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 12%, 12: 11%…
      |     ^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
curve: shop
```

```yaml calendar/2025.yaml
curves:
  shop:
    months: {1: 5%, 2: 6%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 12%, 12: 11%}
events:
  - id: cny
    name: 春节停发
    windows:
      tmall: {from: 2025-01-23, until: 2025-02-04, lift: 0.35}
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 7%, 2: 4%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 12%, 12: 11%}
events:
  - id: cny
    name: 春节停发
    windows:
      tmall: {from: 2026-02-11, until: 2026-02-23, lift: 0.35}
```
"""  # noqa: E501

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from opsctl.diagnostics import Problem, Severity, message
from opsctl.records.calendar import Window
from opsctl.rules.curves import platforms_on_curves
from opsctl.workspace import Loaded, Workspace

CODE = "CAL112"
NAME = "event-moved-curve-kept"
SEVERITY = Severity.INFO
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every curve with the same shares as a year before in two months between which an event moved."""
    calendars = workspace.all("calendar")
    for calendar in calendars.values():
        before = calendars.get(str(int(calendar.id) - 1))
        if before is None:
            continue
        serves = platforms_on_curves(workspace, int(calendar.id))
        for (event, month, now), platforms in sorted(_moves(before, calendar).items()):
            for name, shape in calendar.data.curves.items():
                last = before.data.curves.get(name)
                kept = last is not None and all(
                    shape.months.get(m) == last.months.get(m) for m in (f"{month}", f"{now}")
                )
                if kept and ("all" in platforms or platforms & serves.get(name, set())):
                    said = message("rules.event_moved_curve_kept", event=event, before=month, now=now, curve=name)
                    yield Problem(calendar.at("curves", name, "months", key=True), said)


def _moves(before: Loaded, calendar: Loaded) -> dict[tuple[str, int, int], set[str]]:
    """Events of both years with the month they mostly lay in and the other they lie in now, and where."""
    earlier = {event.id: event for event in before.data.events}
    found: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for event in calendar.data.events:
        for platform, window in event.windows.items() if event.id in earlier else ():
            old = earlier[event.id].window_for(platform)
            then, now = (_month(old) if old is not None else None), _month(window)
            if then is not None and now is not None and then != now:
                found[event.id, then, now].add(platform)
    return found


def _month(window: Window) -> int | None:
    """The month in which at least two thirds of what the window changes lie."""
    weights: dict[int, Decimal] = defaultdict(Decimal)
    for step in range(min((window.until - window.from_).days + 1, 366)):
        day = window.from_ + timedelta(days=step)
        weights[day.month] += abs((window.lift_on(day) or Decimal(1)) - 1)
    total = sum(weights.values(), Decimal(0))
    return next((month for month, weight in weights.items() if total and 3 * weight >= 2 * total), None)
