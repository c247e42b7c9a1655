"""
The holidays a calendar gives contradict themselves.

A holiday ends before it begins or has no day in the calendar's year, a make-up workday lies inside a holiday, or it is
a day from Monday to Friday, which is worked anyway. `calendar show` and every comparison of workdays would be wrong.

Fails:

```yaml calendar/2027.yaml
holidays:
  source: 国务院办公厅关于2027年部分节假日安排的通知
  free:
    spring-festival: {from: 2027-02-05, until: 2027-02-11}
  worked: [2027-02-06, 2027-02-20]
```

```text
calendar/2027.yaml:5:12: error CAL115 contradictory-holidays: 2027-02-06 is a make-up workday inside the holiday spring-festival; mend one of them
    5 |   worked: [2027-02-06, 2027-02-20]
      |            ^^^^^^^^^^
```

Passes:

```yaml calendar/2027.yaml
holidays:
  source: 国务院办公厅关于2027年部分节假日安排的通知
  free:
    spring-festival: {from: 2027-02-05, until: 2027-02-11}
  worked: [2027-01-31, 2027-02-20]
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.records.calendar import OwnHolidays
from opsctl.workspace import Loaded, Workspace

CODE = "CAL115"
NAME = "contradictory-holidays"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


_SATURDAY = 5


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every run of free days and every make-up workday that cannot be meant."""
    for calendar in workspace.all("calendar").values():
        if calendar.data.holidays is not None:
            yield from _runs(calendar, calendar.data.holidays)
            yield from _worked(calendar, calendar.data.holidays)


def _runs(calendar: Loaded, holidays: OwnHolidays) -> Iterator[Problem]:
    for id_, days in holidays.free.items():
        said = {"holiday": id_, "first": days.from_.isoformat(), "last": days.until.isoformat(), "year": calendar.id}
        if days.from_ > days.until:
            yield Problem(
                calendar.at("holidays", "free", id_, "until"), message("rules.contradictory_holidays_reversed", **said)
            )
        elif int(calendar.id) not in (days.from_.year, days.until.year):
            yield Problem(
                calendar.at("holidays", "free", id_, "from"), message("rules.contradictory_holidays_year", **said)
            )


def _worked(calendar: Loaded, holidays: OwnHolidays) -> Iterator[Problem]:
    for index, day in enumerate(holidays.worked):
        at = calendar.at("holidays", "worked", index)
        inside = next((id_ for id_, days in holidays.free.items() if days.from_ <= day <= days.until), None)
        if inside is not None:
            said = message("rules.contradictory_holidays_free", day=day.isoformat(), holiday=inside)
            yield Problem(at, said)
        elif day.weekday() < _SATURDAY:
            yield Problem(at, message("rules.contradictory_holidays_weekday", day=day.isoformat()))
