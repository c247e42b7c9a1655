"""What `calendar show` answers as data."""

from __future__ import annotations

from opsctl.holidays import YearOfHolidays
from opsctl.planning.curves.almanac import Almanac, Bar
from opsctl.quantity import plain
from opsctl.records.calendar import Event, Window
from opsctl.rendering.exact_json import Json, exact_text, period_json


def calendar_json(drawn: Almanac) -> Json:
    """The period, whose curve it is, and its bars, events and holidays; shares are of a calendar year, exact."""
    return {
        "period": period_json(drawn.period),
        "scope": drawn.asked.scope,
        "curve": drawn.asked.curve,
        "platform": drawn.asked.platform,
        "other_curves": list(drawn.others),
        "bars": [_bar(each) for each in drawn.bars],
        "events": [_event(event, window) for event, window in drawn.events],
        "holidays": [_year(year, found) for year, found in drawn.years],
    }


def _bar(each: Bar) -> Json:
    return {
        **period_json(each.period),
        "share": exact_text(each.share),
        "whole": each.whole,
        "weeks": [week.label for week in each.weeks],
        "events": list(each.events),
        "holidays": list(each.holidays),
        "worked": [day.isoformat() for day in each.worked],
    }


def _event(event: Event, window: Window) -> Json:
    return {
        "id": event.id,
        "grade": event.grade,
        "from": window.from_.isoformat(),
        "until": window.until.isoformat(),
        "lifts": {day.isoformat(): plain(lift) for day, lift in window.lifts(window.from_, window.until)},
        "phases": [
            {
                "id": phase.id,
                "from": phase.from_.isoformat(),
                "until": phase.until.isoformat(),
                "lift": None if phase.lift is None else plain(phase.lift),
            }
            for phase in window.phases
        ],
    }


def _year(year: int, found: YearOfHolidays | None) -> Json:
    if found is None:
        return {"year": year, "status": "unknown"}
    return {
        "year": year,
        "status": found.status,
        "source": found.source,
        "published": None if found.published is None else found.published.isoformat(),
        "free": [{"id": run.id, "from": run.first.isoformat(), "until": run.last.isoformat()} for run in found.free],
        "worked": [day.isoformat() for day in found.worked],
    }
