"""What `calendar show` answers in a terminal: bars of the curve, then the events and holidays that fall on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.planning.curves.almanac import Almanac, Bar
from opsctl.records.calendar import Event, Window
from opsctl.rendering.bars import bar
from opsctl.rendering.calendar_blocks import event_blocks, holiday_block, holiday_name, lift_text, phase_name
from opsctl.rendering.console import render
from opsctl.rendering.names import dated, day_name, scope_name
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
    if len(drawn.years) > 1 and drawn.bars[0].period.kind != _BY_DAY:
        notes.append(say(lang, "calendar.of_each_year"))
    if drawn.asked.scope is not None and workspace.get("store", drawn.asked.scope) is None:
        notes.append(say(lang, "calendar.team"))
    notes += [say(lang, "calendar.others", names=listed(drawn.others, lang))] if drawn.others else []
    sheet = Sheet(
        dated(drawn.period, lang),
        facts=_facts(workspace, drawn, lang),
        blocks=(
            Block("", tuple(_columns(drawn, lang)), notes=tuple(notes)),
            *event_blocks(drawn, lang),
            *(holiday_block(drawn, year, found, lang) for year, found in drawn.years),
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
        name = holiday_name(id_, lang)
        yield say(lang, "calendar.provisional_mark", name=name) if _is_provisional(drawn, each, id_) else name
    if each.worked and by_day:
        yield say(lang, "calendar.work_mark")
    elif each.worked:
        one = len(each.worked) == 1
        yield say(lang, "calendar.work_marks_one" if one else "calendar.work_marks", count=f"{len(each.worked)}")


def _told(marks: list[tuple[str, ...]], number: int) -> Iterator[str]:
    """The marks of a day; one that the day before has too goes on as a line."""
    before = marks[number - 1] if number else ()
    yield from dict.fromkeys(_SAME if mark in before else mark for mark in marks[number])


def _is_provisional(drawn: Almanac, each: Bar, holiday: str) -> bool:
    """Whether a holiday on a bar is one of a year without an official notice."""
    runs = [run for _, year in drawn.years if year is not None and year.status == "provisional" for run in year.free]
    return any(run.id == holiday and run.first < each.period.end and each.period.start <= run.last for run in runs)


def _day_mark(event: Event, window: Window, day: date, lang: str) -> str:
    phases = [phase_name(phase, lang) for phase in window.phases if phase.holds(day)]
    lift = window.lift_on(day)
    return " ".join((event.name.in_(lang), *phases, *([f"×{lift_text(lift)}"] if lift is not None else [])))
