"""The events and holidays of a period in words, as `calendar show` lists them below its bars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from opsctl.holidays import STATUTORY, YearOfHolidays
from opsctl.locales import listed, say
from opsctl.planning.curves.almanac import Almanac
from opsctl.quantity import plain
from opsctl.records.calendar import COMMON_PHASES, Event, Phase, Window
from opsctl.rendering.names import day_name
from opsctl.rendering.sheet import Block


def event_blocks(drawn: Almanac, lang: str) -> Iterator[Block]:
    """The events that touch the period, with their phases and what is frozen."""
    lines = [line for event, window in drawn.events for line in _event_lines(event, window, lang)]
    if lines:
        yield Block(say(lang, "calendar.events"), lines=tuple(lines), bullet="")


def _event_lines(event: Event, window: Window, lang: str) -> Iterator[str]:
    grade = say(lang, "calendar.graded", grade=event.grade) if event.grade else ""
    days = _days(window.from_, window.until, lang)
    yield say(lang, "calendar.event", name=event.name.in_(lang), grade=grade, days=days, lift=_lift_of(window, lang))
    for phase in window.phases:
        lift = "" if phase.lift is None else say(lang, "calendar.times", lift=lift_text(phase.lift))
        said = {"name": phase_name(phase, lang), "days": _days(phase.from_, phase.until, lang), "lift": lift}
        yield "  " + say(lang, "calendar.phase", **said)
    if event.freeze is not None:
        what = listed(event.freeze.what, lang) or say(lang, "calendar.frozen_all")
        days = _days(event.freeze.from_, event.freeze.until, lang)
        yield "  " + say(lang, "calendar.frozen", what=what, days=days)


def _lift_of(window: Window, lang: str) -> str:
    if window.every_day is not None:
        return say(lang, "calendar.lifted", lift=lift_text(window.every_day))
    if not window.lift:
        return ""
    day = max(sorted(window.lift), key=lambda each: window.lift[each])
    return say(lang, "calendar.peak", lift=lift_text(window.lift[day]), day=f"{day:%m-%d}")


def holiday_block(drawn: Almanac, year: int, found: YearOfHolidays | None, lang: str) -> Block:
    """The year's holidays as far as they touch the period; a provisional year says so even where none does."""
    if found is None:
        title = say(lang, "calendar.no_holidays", year=f"{year}")
        return Block(title, notes=(say(lang, "calendar.unknown_year", year=f"{year}"),))
    lines = [
        _holiday(run.id, run.first, run.last, lang)
        for run in found.free
        if run.first < drawn.period.end and drawn.period.start <= run.last
    ]
    worked = [day_name(day, lang) for day in found.worked if drawn.period.contains(day)]
    if worked:
        lines.append(say(lang, "calendar.worked", days=listed(worked, lang)))
    elif found.status != "provisional":
        lines.append(say(lang, "calendar.no_worked"))
    dated_ = {"source": found.source, "day": f"{found.published}"}
    notes = [say(lang, "calendar.source_dated" if found.published else "calendar.source", **dated_)]
    if found.status == "provisional":
        notes.insert(0, say(lang, "calendar.provisional", year=f"{year}"))
    status = say(lang, f"calendar.status_{found.status}")
    title = say(lang, "calendar.holidays", year=f"{year}", status=status)
    return Block(title, lines=tuple(lines), notes=tuple(notes), bullet="")


def _holiday(id_: str, first: date, last: date, lang: str) -> str:
    count = (last - first).days + 1
    said = {"name": holiday_name(id_, lang), "days": _days(first, last, lang), "count": f"{count}"}
    return say(lang, "calendar.free_one" if count == 1 else "calendar.free", **said)


def holiday_name(id_: str, lang: str) -> str:
    """What a holiday is called; one of the team's own by its id."""
    return say(lang, f"calendar.holiday_{id_}") if id_ in STATUTORY else id_


def phase_name(phase: Phase, lang: str) -> str:
    """What a phase is called: its own name, a common phase's, or its id."""
    if phase.name is not None:
        return phase.name.in_(lang)
    return say(lang, f"calendar.phase_{phase.id}") if phase.id in COMMON_PHASES else phase.id


def _days(first: date, last: date, lang: str) -> str:
    if first == last:
        return day_name(first, lang)
    short = first.year == last.year
    return say(lang, "calendar.days", first=_short(first, short), last=_short(last, short))


def _short(day: date, short: bool) -> str:
    return f"{day:%m-%d}" if short else day.isoformat()


def lift_text(lift: Decimal) -> str:
    """A lift without trailing zeros."""
    return plain(lift.normalize()) if lift else "0"
