"""What `calendar show` answers in a terminal: bars of the curve, then the events and holidays that fall on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.holidays import STATUTORY, YearOfHolidays
from opsctl.locales import say
from opsctl.planning.almanac import Almanac, Bar
from opsctl.quantity import plain
from opsctl.records.calendar import COMMON_PHASES, Event, Phase, Window
from opsctl.rendering.bars import bar
from opsctl.rendering.console import render
from opsctl.rendering.names import dated, day_name, listed, scope_name
from opsctl.rendering.numbers import percent
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.workspace import Workspace

# Narrow enough to leave the names of events some room on a line of 60 columns.
_BAR = 14
_SAME = "│"
_BY_DAY = "day"


def calendar_text(workspace: Workspace, drawn: Almanac, lang: str, *, width: int = 0) -> str:
    """The period's bars, events and holidays."""
    notes = [] if all(each.whole for each in drawn.bars) else [say(lang, "calendar.outside")]
    if drawn.asked.scope is not None and workspace.get("store", drawn.asked.scope) is None:
        notes.append(say(lang, "calendar.team"))
    notes += [say(lang, "calendar.others", names=listed(drawn.others, lang))] if drawn.others else []
    sheet = Sheet(
        dated(drawn.period, lang),
        facts=_facts(workspace, drawn, lang),
        blocks=(
            Block("", tuple(_columns(drawn, lang)), notes=tuple(notes)),
            *_event_blocks(drawn, lang),
            *(_holiday_block(drawn, year, found, lang) for year, found in drawn.years),
        ),
    )
    return render(*sheet_parts(sheet), width=width)


def _facts(workspace: Workspace, drawn: Almanac, lang: str) -> str:
    scope, curve, platform = drawn.asked.scope, drawn.asked.curve, drawn.asked.platform
    if scope is not None:
        said = {"scope": scope_name(workspace, scope, lang), "curve": curve or ""}
        whose = say(lang, "calendar.of_scope" if curve else "calendar.of_scope_flat", **said)
    else:
        whose = say(lang, "calendar.of_curve", curve=curve) if curve else say(lang, "calendar.flat")
    return whose if platform is None else f"{whose} · {say(lang, 'calendar.on_platform', platform=platform)}"


def _columns(drawn: Almanac, lang: str) -> Iterator[Column]:
    bars, total = drawn.bars, sum((bar_.share for bar_ in drawn.bars), Fraction(0))
    kind = bars[0].period.kind
    # A day's share of a year says little; of its month or week it can be judged.
    of = total if kind == _BY_DAY and total else Fraction(1)
    largest = max(bar_.share for bar_ in bars)
    labels = [day_name(each.period.start, lang) if kind == _BY_DAY else each.period.label for each in bars]
    part = say(lang, f"calendar.part_{kind.removeprefix('fiscal-')}")
    yield Column(part, (*labels, say(lang, "calendar.total")), right=False)
    if kind != "week":
        weeks = [_weeks(bars, number) for number in range(len(bars))]
        yield Column(say(lang, "calendar.weeks"), (*weeks, ""), right=False, spare=kind != _BY_DAY)
    shares = [percent(each.share / of, 2 if kind == _BY_DAY else 1) for each in bars]
    title = say(lang, "calendar.of_period" if kind == _BY_DAY else "calendar.of_year")
    yield Column(title, (*shares, percent(total / of, 2 if kind == _BY_DAY else 1)))
    drawn_bars = [bar(each.share / largest if largest else None, _BAR) for each in bars]
    yield Column(say(lang, "calendar.curve_bar"), (*drawn_bars, ""), right=False)
    marks = [tuple(_marks(drawn, each, lang)) for each in bars]
    told = [listed(_told(marks, number) if kind == _BY_DAY else marks[number], lang) for number in range(len(bars))]
    free = frozenset(number for number, each in enumerate(bars) if kind == _BY_DAY and (each.holidays or each.worked))
    yield Column(say(lang, "calendar.marks"), (*told, ""), right=False, marked=free)


def _weeks(bars: tuple[Bar, ...], number: int) -> str:
    """The weeks of a month, or of a day the week that begins on it."""
    weeks = [week.label.partition("-")[2] for week in bars[number].weeks]
    if bars[number].period.kind != _BY_DAY:
        return f"{weeks[0]}-{weeks[-1]}"
    return weeks[0] if number == 0 or bars[number].weeks != bars[number - 1].weeks else ""


def _marks(drawn: Almanac, each: Bar, lang: str) -> Iterator[str]:
    by_day = each.period.kind == _BY_DAY
    for event, window in drawn.events:
        if event.id in each.events and window.from_ < each.period.end and each.period.start <= window.until:
            yield _day_mark(event, window, each.period.start, lang) if by_day else event.name.in_(lang)
    for id_ in each.holidays:
        yield holiday_name(id_, lang)
    if each.worked and by_day:
        yield say(lang, "calendar.work_mark")
    elif each.worked:
        one = len(each.worked) == 1
        yield say(lang, "calendar.work_marks_one" if one else "calendar.work_marks", count=f"{len(each.worked)}")


def _told(marks: list[tuple[str, ...]], number: int) -> Iterator[str]:
    """The marks of a day; one that the day before has too goes on as a line."""
    before = marks[number - 1] if number else ()
    yield from (_SAME if mark in before else mark for mark in marks[number])


def _day_mark(event: Event, window: Window, day: date, lang: str) -> str:
    phases = [phase_name(phase, lang) for phase in window.phases if phase.holds(day)]
    lift = window.lift_on(day)
    return " ".join((event.name.in_(lang), *phases, *([f"×{_lift(lift)}"] if lift is not None else [])))


def _event_blocks(drawn: Almanac, lang: str) -> Iterator[Block]:
    lines = [line for event, window in drawn.events for line in _event_lines(event, window, lang)]
    if lines:
        yield Block(say(lang, "calendar.events"), lines=tuple(lines), bullet="")


def _event_lines(event: Event, window: Window, lang: str) -> Iterator[str]:
    grade = say(lang, "calendar.graded", grade=event.grade) if event.grade else ""
    days = _days(window.from_, window.until, lang)
    yield say(lang, "calendar.event", name=event.name.in_(lang), grade=grade, days=days, lift=_lift_of(window, lang))
    for phase in window.phases:
        lift = "" if phase.lift is None else say(lang, "calendar.times", lift=_lift(phase.lift))
        said = {"name": phase_name(phase, lang), "days": _days(phase.from_, phase.until, lang), "lift": lift}
        yield "  " + say(lang, "calendar.phase", **said)
    if event.freeze is not None:
        what = listed(event.freeze.what, lang) or say(lang, "calendar.frozen_all")
        days = _days(event.freeze.from_, event.freeze.until, lang)
        yield "  " + say(lang, "calendar.frozen", what=what, days=days)


def _lift_of(window: Window, lang: str) -> str:
    if window.every_day is not None:
        return say(lang, "calendar.lifted", lift=_lift(window.every_day))
    if not window.lift:
        return ""
    day = max(sorted(window.lift), key=lambda each: window.lift[each])
    return say(lang, "calendar.peak", lift=_lift(window.lift[day]), day=f"{day:%m-%d}")


def _holiday_block(drawn: Almanac, year: int, found: YearOfHolidays | None, lang: str) -> Block:
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
    lines.append(say(lang, "calendar.worked", days=listed(worked, lang)) if worked else say(lang, "calendar.no_worked"))
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


def _lift(lift: Decimal) -> str:
    return plain(lift.normalize()) if lift else "0"
