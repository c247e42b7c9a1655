"""What people call scopes, metrics and periods."""

from __future__ import annotations

from datetime import date

from opsctl.locales import say
from opsctl.period import Period, parse_period
from opsctl.reviewing.eventyear import EventYear
from opsctl.workspace import Workspace


def scope_name(workspace: Workspace, scope: str, lang: str) -> str:
    """A team's, store's or person's name; the id where there is no such record."""
    found = workspace.scope(scope)
    return scope if found is None else str(found.data.name.in_(lang))


def metric_name(workspace: Workspace, metric: str, lang: str) -> str:
    """A metric's name; the id where the dictionary has none."""
    found = workspace.metrics.get(metric)
    return metric if found is None else found.name(lang)


def event_name(workspace: Workspace, event: EventYear, lang: str) -> str:
    """A promotion's name in the calendar of the year it hangs on."""
    calendar = workspace.get("calendar", f"{event.day.year}")
    events = calendar.data.events if calendar is not None else ()
    found = next((each for each in events if each.id == event.event), None)
    return event.event if found is None else str(found.name.in_(lang))


def day_name(day: date, lang: str) -> str:
    """A day with its weekday, without the year."""
    return f"{day:%m-%d} {say(lang, f'numbers.weekday_{day.isoweekday()}')}"


def part_name(label: str, lang: str) -> str:
    """The label of a period; days with their weekday."""
    period = parse_period(label)
    return day_name(period.start, lang) if period is not None and period.kind == "day" else label


def part_of_period(part: Period, lang: str) -> str:
    """A part of a longer period: its label; a day with its weekday, a week with the days of it that are meant."""
    if part.kind != "week":
        return part_name(part.label, lang)
    first, last = f"{part.start:%m-%d}", f"{part.last:%m-%d}"
    return f"{part.label} {first if first == last else say(lang, 'numbers.span', first=first, last=last)}"


def span_name(first: date, last: date, lang: str) -> str:
    """A run of days, both included."""
    return first.isoformat() if first == last else say(lang, "numbers.span", first=f"{first}", last=f"{last}")


def dated(period: Period, lang: str) -> str:
    """A period's label with its dates; a day is its own date."""
    return period.label if period.kind == "day" else f"{period.label} ({span_name(period.start, period.last, lang)})"


def standing(workspace: Workspace, lang: str) -> str:
    """The scenario that the numbers stand under, by name and id; nothing where they are those of the records."""
    scenario = workspace.get("scenario", workspace.scenario) if workspace.scenario else None
    if scenario is None:
        return ""
    return say(lang, "scenario.under", name=f"{scenario.data.name.in_(lang)} ({scenario.id})")
