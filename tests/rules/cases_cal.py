"""Cases of the rules about curves and events."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from tests.rules.lines import Case

E, S = "overlapping-events", "curve-shares-not-100"
R, OUT, L, F = "window-reversed", "window-outside-year", "lift-outside-window", "freeze-outside-windows"
P, G, U, D = "unknown-platform", "goals-without-curve", "unused-curve", "promotion-that-lowers"
M, K = "event-in-empty-month", "event-moved-curve-kept"
PH, PROV, C, FI = "phase-outside-window", "provisional-holidays", "contradictory-holidays", "fiscal-key-without-effect"
MD = "month-without-days"
STORE = "stores/a.yaml  {name: A, platform: tmall, team: company}\n"
STANDARD = "opsctl.yaml  {opsctl: 1, name: A, rigor: standard}\n"
STRICT = "opsctl.yaml  {opsctl: 1, name: A, rigor: strict}\n"
TWELFTHS = ", ".join(f"{month}: {'8.3%' if month < 12 else '8.7%'}" for month in range(1, 13))


IDLE = ", ".join(f"{day}: 0" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


def lifted(windows: str) -> str:
    """Write a calendar with one curve and one event of these windows."""
    event = f"{{id: e, name: E, windows: {{{windows}}}}}"
    return f"calendar/2026.yaml  {{curves: {{c: {{months: {{{TWELFTHS}}}}}}}, events: [{event}]}}"


def events(*given: tuple[str | None, str]) -> str:
    """Write a calendar of events by grade and windows, `platform=from..until` each."""
    made = []
    for index, (grade, windows) in enumerate(given):
        parts = (window.replace("=", "..").split("..") for window in windows.split())
        shown = ", ".join(f"{platform}: {{from: {first}, until: {last}}}" for platform, first, last in parts)
        graded = f"grade: {grade}, " if grade else ""
        made.append(f"{{id: e{index}, name: E, {graded}windows: {{{shown}}}}}")
    return f"calendar/2026.yaml  {{events: [{', '.join(made)}]}}"


def marked(days: str) -> str:
    """Write a calendar with one marked run of days."""
    return f"calendar/2026.yaml  {{marked: [{{{days}, what: stock-out, why: 断货}}]}}"


def curve(months: str) -> str:
    """Write a calendar with one curve."""
    return f"calendar/2026.yaml  {{curves: {{c: {{months: {{{months}}}}}}}}}"


def event(window: str, more: str = "", grade: str = "grade: S, ", curves: str = "", year: int = 2026) -> str:
    """Write a calendar with one event on tmall, and perhaps curves."""
    made = f"{{id: e, name: E, {grade}windows: {{tmall: {{{window}}}}}{more}}}"
    return f"calendar/{year}.yaml  {{curves: {{{curves}}}, events: [{made}]}}\n"


def sheet(scope: str, curve: str = "", year: int = 2026) -> str:
    """Write a target sheet, perhaps on a curve."""
    return f"targets/{year}/{scope}.yaml  {{owner: li-na, {curve}goals: {{cvr: 1%}}}}\n"


def moved(
    shares: str, days: str, more: str = "", before: str = "from: 2025-01-23, until: 2025-02-04, lift: 0.35"
) -> str:
    """Write the calendars of two years; last year's first two shares are 5 % and 6 %."""
    rest = ", ".join(f"{month}: 8.9%" for month in range(3, 13))
    last = event(before, grade="", curves=f"c: {{months: {{1: 5%, 2: 6%, {rest}}}}}", year=2025)
    return (
        STANDARD
        + STORE
        + sheet("a", "curve: c, ")
        + last
        + event(days, more, "", f"c: {{months: {{{shares}, {rest}}}}}")
    )


def phases(*given: str) -> str:
    """Write a calendar with one event from 1 to 20 June in phases, `first..last` each."""
    made = (f"{{id: p{index}, from: {days.replace('..', ', until: ')}}}" for index, days in enumerate(given))
    return event(f"from: 2026-06-01, until: 2026-06-20, phases: [{', '.join(made)}]")


def holidays(free: str, worked: str = "", year: int = 2027) -> str:
    """Write a calendar with holidays of its own, `id=first..last` each."""
    runs = (each.split("=") for each in free.split())
    made = ", ".join(f"{id_}: {{from: {days.replace('..', ', until: ')}}}" for id_, days in runs)
    return f"calendar/{year}.yaml  {{holidays: {{source: S, free: {{{made}}}, worked: [{worked}]}}}}\n"


def settings(more: str) -> str:
    """Write the settings."""
    return f"opsctl.yaml  {{opsctl: 1, name: A, {more}}}\n"


CASES = (
    Case(E, "one-day", events(("S", "jd=2026-05-01..2026-05-10"), ("A", "jd=2026-05-10..2026-05-20")),
         ("calendar/2026.yaml: jd",)),
    Case(E, "all-platforms", events(("S", "all=2026-05-01..2026-05-10"), ("S", "jd=2026-05-02..2026-05-03")),
         ("calendar/2026.yaml: jd",)),
    Case(E, "three-in-a-row", events(("S", "jd=2026-05-01..2026-05-10"), ("A", "jd=2026-05-10..2026-05-20"),
                                     ("A", "jd=2026-05-20..2026-05-30")),
         ("calendar/2026.yaml: jd", "calendar/2026.yaml: jd")),
    Case(E, "next-day", events(("S", "jd=2026-05-01..2026-05-10"), ("A", "jd=2026-05-11..2026-05-20"))),
    Case(E, "other-platform", events(("S", "jd=2026-05-01..2026-05-10"), ("A", "tmall=2026-05-01..2026-05-20"))),
    Case(E, "own-window-instead-of-all", events(("S", "all=2026-05-01..2026-05-10 jd=2026-06-01..2026-06-02"),
                                               ("A", "jd=2026-05-01..2026-05-20"))),
    Case(E, "small", events(("S", "jd=2026-05-01..2026-05-10"), ("B", "jd=2026-05-01..2026-05-20"))),
    Case(E, "without-grade", events((None, "jd=2026-05-01..2026-05-10"), ("S", "jd=2026-05-01..2026-05-20"))),
    Case(E, "one-event", events(("S", "jd=2026-05-01..2026-05-10 tmall=2026-05-01..2026-05-10"))),
    Case(S, "short", curve(TWELFTHS.replace("8.7", "8.6")), ("calendar/2026.yaml: months",)),
    Case(S, "long", curve(TWELFTHS.replace("8.7", "8.70001")), ("calendar/2026.yaml: months",)),
    Case(S, "missing-month", curve(TWELFTHS.replace("12: 8.7%", "")), ("calendar/2026.yaml: months",)),
    Case(S, "exact", curve(TWELFTHS)),
    Case(S, "as-fractions", curve(TWELFTHS.replace("8.3%", "0.083").replace("8.7%", "0.087"))),
    Case(S, "one-month", curve("11: 100%")),
    Case(S, "zeros", curve("1: 0%, 2: 0%, 11: 40%, 12: 60%")),
    Case(S, "no-curves", events(("S", "jd=2026-05-01..2026-05-10"))),
    Case(R, "window", event("from: 2026-06-20, until: 2026-06-19"), ("calendar/2026.yaml: 2026-06-19",)),
    Case(R, "freeze", event("from: 2026-06-18, until: 2026-06-19", ", freeze: {from: 2026-06-18, until: 2026-06-17}"), ("calendar/2026.yaml: 2026-06-17",)),
    Case(R, "one-day", event("from: 2026-06-20, until: 2026-06-20", ", freeze: {from: 2026-06-20, until: 2026-06-20}")),
    Case(R, "over-new-year", event("from: 2026-12-20, until: 2027-01-05")),
    Case(R, "no-events", curve(TWELFTHS)),
    Case(R, "marked", marked("from: 2026-06-20, until: 2026-06-19"), ("calendar/2026.yaml: 2026-06-19",)),
    Case(R, "marked-one-day", marked("from: 2026-06-20, until: 2026-06-20")),
    Case(OUT, "last-year", event("from: 2025-06-01, until: 2025-06-20"), ("calendar/2026.yaml: 2025-06-01",)),
    Case(OUT, "next-year-freeze", event("from: 2026-06-18, until: 2026-06-19", ", freeze: {from: 2027-06-18, until: 2027-06-19}"), ("calendar/2026.yaml: 2027-06-18",)),
    Case(OUT, "over-new-year", event("from: 2025-12-20, until: 2026-01-01")),
    Case(OUT, "marked", marked("from: 2025-06-19, until: 2025-06-20"), ("calendar/2026.yaml: 2025-06-19",)),
    Case(OUT, "marked-over-new-year", marked("from: 2025-12-31, until: 2026-01-01")),
    Case(OUT, "last-day", event("from: 2026-12-31, until: 2027-01-05")),
    Case(OUT, "reversed", event("from: 2027-06-20, until: 2025-06-20")),
    Case(L, "after", event("from: 2026-06-01, until: 2026-06-17, lift: {2026-06-18: 2}"), ("calendar/2026.yaml: 2026-06-18",)),
    Case(L, "before-and-other-year", event("from: 2026-06-01, until: 2026-06-17, lift: {2026-05-31: 2, 2025-06-03: 2}"),
         ("calendar/2026.yaml: 2026-05-31", "calendar/2026.yaml: 2025-06-03")),
    Case(L, "first-and-last", event("from: 2026-06-01, until: 2026-06-17, lift: {2026-06-01: 2, 2026-06-17: 2}")),
    Case(L, "every-day", event("from: 2026-06-01, until: 2026-06-17, lift: 2")),
    Case(L, "reversed", event("from: 2026-06-17, until: 2026-06-01, lift: {2026-06-05: 2}")),
    Case(F, "before", event("from: 2026-06-10, until: 2026-06-17", ", freeze: {from: 2026-06-01, until: 2026-06-09}"), ("calendar/2026.yaml: freeze",)),
    Case(F, "after", event("from: 2026-06-10, until: 2026-06-17", ", freeze: {from: 2026-06-18, until: 2026-06-30}"), ("calendar/2026.yaml: freeze",)),
    Case(F, "meets", event("from: 2026-06-10, until: 2026-06-17", ", freeze: {from: 2026-06-01, until: 2026-06-10}")),
    Case(F, "around", event("from: 2026-06-10, until: 2026-06-17", ", freeze: {from: 2026-06-01, until: 2026-06-30}")),
    Case(F, "none", event("from: 2026-06-10, until: 2026-06-17")),
    Case(P, "misspelt", STORE + events(("S", "tmal=2026-05-01..2026-05-10")), ("calendar/2026.yaml: tmal",)),
    Case(P, "nothing-like-it", STORE + events(("S", "tmall=2026-05-01..2026-05-10 ozon=2026-05-01..2026-05-10")), ("calendar/2026.yaml: ozon",)),
    Case(P, "known", STORE + events(("S", "tmall=2026-05-01..2026-05-10"))),
    Case(P, "all", STORE + events(("S", "all=2026-05-01..2026-05-10"))),
    Case(P, "no-stores", events(("S", "tmal=2026-05-01..2026-05-10"))),
    Case(P, "a-store-is-unreadable", STORE + "stores/b.yaml  {name: B}\n" + events(("S", "jd=2026-05-01..2026-05-10"))),
    Case(G, "no-calendar", STANDARD + STORE + sheet("company"), ("targets/2026/company.yaml: goals",)),
    Case(G, "curve-not-named", STANDARD + STORE + sheet("a") + curve(TWELFTHS), ("targets/2026/a.yaml: goals",)),
    Case(G, "named-above", STANDARD + STORE + sheet("company", "curve: c, ") + sheet("a") + curve(TWELFTHS)),
    Case(G, "own", STANDARD + STORE + sheet("a", "curve: c, ") + curve(TWELFTHS)),
    Case(G, "no-stores", STANDARD + sheet("company")),
    Case(G, "closed-store", STANDARD + STORE.replace("team:", "closed: 2025-12-31, team:") + sheet("company")),
    Case(G, "the-calendar-is-unreadable", STANDARD + STORE + sheet("company") + "calendar/2026.yaml  {corves: {}}"),
    Case(G, "at-the-start", STORE + sheet("company")),
    Case(U, "unused", STRICT + sheet("li-na") + curve(TWELFTHS), ("calendar/2026.yaml: c",)),
    Case(U, "used-in-another-year", STRICT + sheet("li-na", "curve: c, ", 2027) + sheet("li-na") + curve(TWELFTHS), ("calendar/2026.yaml: c",)),
    Case(U, "used", STRICT + sheet("li-na", "curve: c, ") + curve(TWELFTHS)),
    Case(U, "no-sheets", STRICT + curve(TWELFTHS)),
    Case(U, "a-sheet-is-unreadable", STRICT + sheet("li-na") + "targets/2026/company.yaml  {}\n" + curve(TWELFTHS)),
    Case(D, "every-day", event("from: 2026-06-01, until: 2026-06-17, lift: 0.8"), ("calendar/2026.yaml: 0.8",)),
    Case(D, "one-day", event("from: 2026-06-01, until: 2026-06-17, lift: {2026-06-03: 2, 2026-06-04: 0}"), ("calendar/2026.yaml: 0",)),
    Case(D, "one", event("from: 2026-06-01, until: 2026-06-17, lift: 1")),
    Case(D, "more", event("from: 2026-06-01, until: 2026-06-17, lift: {2026-06-03: 2, 2026-06-04: 1.2}")),
    Case(D, "dead-week", event("from: 2026-02-11, until: 2026-02-23, lift: 0.35", grade="")),
    Case(D, "no-lift", event("from: 2026-06-01, until: 2026-06-17")),
    Case(M, "nought", STORE + sheet("a", "curve: c, ") + event("from: 2026-10-20, until: 2026-11-11", curves="c: {months: {1: 50%, 10: 50%, 11: 0%}}"),
         ("calendar/2026.yaml: tmall",)),
    Case(M, "left-out-of-a-curve-named-above", STORE + sheet("company", "curve: c, ") + event("from: 2026-11-11, until: 2026-11-11", curves="c: {months: {10: 100%}}"),
         ("calendar/2026.yaml: tmall",)),
    Case(M, "with-a-share", STORE + sheet("a", "curve: c, ") + event("from: 2026-11-11, until: 2026-11-11", curves="c: {months: {11: 100%}}")),
    Case(M, "curve-of-another-platform", STORE.replace("tmall", "jd") + sheet("a", "curve: c, ") + event("from: 2026-11-11, until: 2026-11-11", curves="c: {months: {10: 100%}}")),
    Case(M, "nobody-s-curve", STORE + sheet("a") + event("from: 2026-11-11, until: 2026-11-11", curves="c: {months: {10: 100%}}")),
    Case(M, "dead-week", STORE + sheet("a", "curve: c, ") + event("from: 2026-02-11, until: 2026-02-23", grade="", curves="c: {months: {11: 100%}}")),
    Case(K, "spring-festival", moved("1: 5%, 2: 6%", "from: 2026-02-11, until: 2026-02-23, lift: 0.35"), ("calendar/2026.yaml: months",)),
    Case(K, "peaks-only", moved("1: 5%, 2: 6%", "from: 2026-02-01, until: 2026-03-02, lift: {2026-02-03: 3}"), ("calendar/2026.yaml: months",)),
    Case(K, "curve-of-another-platform", moved("1: 5%, 2: 6%", "from: 2026-02-11, until: 2026-02-23, lift: 0.35").replace("platform: tmall", "platform: jd")),
    Case(K, "shares-changed", moved("1: 7%, 2: 4%", "from: 2026-02-11, until: 2026-02-23, lift: 0.35")),
    Case(K, "same-month", moved("1: 5%, 2: 6%", "from: 2026-01-03, until: 2026-01-13, lift: 0.35")),
    Case(K, "half-and-half", moved("1: 5%, 2: 6%", "from: 2026-01-25, until: 2026-02-07, lift: 0.35")),
    Case(K, "changes-nothing", moved("1: 5%, 2: 6%", "from: 2026-02-11, until: 2026-02-23")),
    Case(K, "first-year", STANDARD + event("from: 2026-02-11, until: 2026-02-23, lift: 0.35", curves="c: {months: {2: 100%}}")),
    Case(R, "phase", phases("2026-06-12..2026-06-11"), ("calendar/2026.yaml: 2026-06-11",)),
    Case(R, "phase-in-order", phases("2026-06-11..2026-06-12", "2026-06-12..2026-06-12")),
    Case(PH, "both-ends", phases("2026-05-31..2026-06-21"), ("calendar/2026.yaml: 2026-05-31", "calendar/2026.yaml: 2026-06-21")),
    Case(PH, "inside", phases("2026-06-01..2026-06-03", "2026-06-03..2026-06-20")),
    Case(PH, "reversed", phases("2026-06-30..2026-06-11")),
    Case(PH, "reversed-window", event("from: 2026-06-20, until: 2026-06-01, phases: [{id: p, from: 2026-06-30, until: 2026-07-01}]")),
    Case(PH, "none", event("from: 2026-06-01, until: 2026-06-20")),
    Case(PROV, "no-notice", STANDARD + event("from: 2027-06-01, until: 2027-06-20", year=2027), ("calendar/2027.yaml: events",)),
    Case(PROV, "curves-only", STANDARD + curve(TWELFTHS).replace("2026", "2060"), ("calendar/2060.yaml: curves",)),
    Case(PROV, "official", STANDARD + event("from: 2026-06-01, until: 2026-06-20")),
    Case(PROV, "own", STANDARD + holidays("cny=2027-02-05..2027-02-11")),
    Case(PROV, "before-all-notices", STANDARD + event("from: 2011-06-01, until: 2011-06-20", year=2011)),
    Case(PROV, "at-the-start", event("from: 2027-06-01, until: 2027-06-20", year=2027)),
    Case(C, "worked-in-a-holiday", holidays("cny=2027-02-05..2027-02-11", "2027-02-06"), ("calendar/2027.yaml: 2027-02-06",)),
    Case(C, "worked-on-a-weekday", holidays("cny=2027-02-05..2027-02-11", "2027-02-19"), ("calendar/2027.yaml: 2027-02-19",)),
    Case(C, "reversed", holidays("cny=2027-02-11..2027-02-05"), ("calendar/2027.yaml: 2027-02-05",)),
    Case(C, "last-year", holidays("cny=2026-02-15..2026-02-23"), ("calendar/2027.yaml: 2026-02-15",)),
    Case(C, "weekends-worked", holidays("cny=2027-02-05..2027-02-11", "2027-01-31, 2027-02-20")),
    Case(C, "over-new-year", holidays("new-year=2026-12-31..2027-01-02")),
    Case(C, "into-the-next-year", holidays("new-year=2027-12-31..2028-01-02")),
    Case(C, "one-day", holidays("new-year=2027-01-01..2027-01-01")),
    Case(C, "none", event("from: 2026-06-01, until: 2026-06-20")),
    Case(FI, "iso", settings("fiscal: {start: 2, first_day: sun}"), ("opsctl.yaml: first_day",)),
    Case(FI, "sunday", settings("week: sunday, fiscal: {year_start: before, week_53: 6}"), ("opsctl.yaml: year_start", "opsctl.yaml: week_53")),
    Case(MD, "no-weekday", f"calendar/2026.yaml  {{curves: {{c: {{months: {{{TWELFTHS}}}, weekdays: {{{IDLE}}}}}}}}}", ("calendar/2026.yaml: weekdays",)),
    Case(MD, "a-year-of-nothing", lifted("tmall: {from: 2026-01-01, until: 2026-12-31, lift: 0}"), ("calendar/2026.yaml: tmall",)),
    Case(MD, "a-month-of-nothing-everywhere", lifted("all: {from: 2026-01-20, until: 2026-03-10, lift: 0}"), ("calendar/2026.yaml: all",)),
    Case(MD, "two-platforms", lifted("jd: {from: 2026-02-01, until: 2026-02-28, lift: 0}, tmall: {from: 2026-02-01, until: 2026-02-28, lift: 0}"), ("calendar/2026.yaml: jd", "calendar/2026.yaml: tmall")),
    Case(MD, "some-days-of-nothing", lifted("all: {from: 2026-02-02, until: 2026-02-28, lift: 0}")),
    Case(MD, "a-lift", lifted("all: {from: 2026-02-01, until: 2026-02-28, lift: 0.01}")),
    Case(MD, "five-weekdays", f"calendar/2026.yaml  {{curves: {{c: {{months: {{{TWELFTHS}}}, weekdays: {{sat: 0, sun: 0}}}}}}}}"),
    Case(MD, "one-weekday", f"calendar/2026.yaml  {{curves: {{c: {{months: {{{TWELFTHS}}}, weekdays: {{{IDLE.replace('mon: 0', 'mon: 1')}}}}}}}}}"),
    Case(MD, "a-month-without-a-share", "calendar/2026.yaml  {curves: {c: {months: {1: 50%, 3: 50%}}}, events: [{id: e, name: E, windows: {all: {from: 2026-02-01, until: 2026-02-28, lift: 0}}}]}"),
    Case(MD, "no-curves", "calendar/2026.yaml  {events: [{id: e, name: E, windows: {all: {from: 2026-01-01, until: 2026-12-31, lift: 0}}}]}"),
    Case(MD, "more-elsewhere", lifted("all: {from: 2026-01-01, until: 2026-12-31, lift: 0}").replace("events: [", "events: [{id: f, name: F, windows: {all: {from: 2026-01-01, until: 2026-12-31, lift: 1}}}, ")),
    Case(FI, "retail", settings("week: 544, fiscal: {first_day: sun, week_53: 6, year_start: before}")),
    Case(FI, "start-and-name", settings("fiscal: {start: 4, named: end}")),
    Case(FI, "none", settings("week: sunday")),
)  # fmt: skip
