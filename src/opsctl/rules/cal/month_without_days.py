"""
A curve gives a month its share, but no day of the month weighs anything.

The days of a month share it by weekday factors and event lifts. Where all of them are 0, the number of the month has
nowhere to go, for every goal of every scope on the curve. A day on which nothing is sold has 0; a month has at least
one other day, or no share.

Fails:

```yaml calendar/2026.yaml
curves:
  home:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 10%, 12: 8%}
    weekdays: {mon: 0, tue: 0, wed: 0, thu: 0, fri: 0, sat: 0, sun: 0}
```

```text
calendar/2026.yaml:4:5: error CAL117 month-without-days: all seven weekdays of the curve home are 0, so no day carries any of its months; give at least one weekday more than 0, such as 1
    4 |     weekdays: {mon: 0, tue: 0, wed: 0, thu: 0, fri: 0, sat: 0, sun: 0}
      |     ^^^^^^^^
```

Passes:

```yaml calendar/2026.yaml
curves:
  home:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 10%, 12: 8%}
    weekdays: {mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 0, sun: 0}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.period import month
from opsctl.planning.curves.curve import resolve_curve
from opsctl.records.calendar import WEEKDAYS, Calendar, Shape
from opsctl.workspace import Loaded, Workspace

CODE = "CAL117"
NAME = "month-without-days"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every curve whose weekdays are all 0, and every window that leaves months of a curve without a day."""
    for calendar in workspace.all("calendar").values():
        emptied: dict[tuple[str | int, ...], dict[str, None]] = {}
        for name, shape in calendar.data.curves.items():
            if _no_weekday(shape):
                said = message("rules.month_without_weekdays", curve=name)
                yield Problem(calendar.at("curves", name, "weekdays", key=True), said)
                continue
            for platform in sorted({platform for event in calendar.data.events for platform in event.windows}):
                for number in _empty_months(calendar, name, platform):
                    path = _emptied_by(calendar.data, platform, int(calendar.id), number)
                    emptied.setdefault(path, {})[month(int(calendar.id), number).label] = None
        for path, months in emptied.items():
            said = message("rules.month_without_days", event=_event(calendar, path), months=Listed(months))
            yield Problem(calendar.at(*path, key=True), said)


def _no_weekday(shape: Shape) -> bool:
    return len(shape.weekdays) == len(WEEKDAYS) and not any(shape.weekdays.values())


def _empty_months(calendar: Loaded, name: str, platform: str) -> Iterator[int]:
    """The months with a share in which no day weighs anything on the platform."""
    curve = resolve_curve(calendar.data, name, None if platform == "all" else platform, int(calendar.id))
    for number, (share, days) in enumerate(zip(curve.month_shares, curve.day_weights, strict=True), 1):
        if share and not any(days):
            yield number


def _emptied_by(calendar: Calendar, platform: str, year: int, number: int) -> tuple[str | int, ...]:
    """The route to the first window that takes all weight from a day of the month."""
    for index, event in enumerate(calendar.events):
        written = platform if platform in event.windows else "all"
        window = event.windows.get(written)
        if window is not None and any(window.lift_on(day) == 0 for day in month(year, number).days):
            return ("events", index, "windows", written)
    return ("events",)


def _event(calendar: Loaded, path: tuple[str | int, ...]) -> str:
    return str(calendar.data.events[path[1]].id) if len(path) > 1 else "—"
