"""Cases of the rules about curves and events."""

from __future__ import annotations

from tests.rules.lines import Case

E, S = "overlapping-events", "curve-shares-not-100"
TWELFTHS = ", ".join(f"{month}: {'8.3%' if month < 12 else '8.7%'}" for month in range(1, 13))


def events(*given: tuple[str | None, str]) -> str:
    """Write a calendar of events by grade and windows, `platform=from..until` each."""
    made = []
    for index, (grade, windows) in enumerate(given):
        parts = (window.replace("=", "..").split("..") for window in windows.split())
        shown = ", ".join(f"{platform}: {{from: {first}, until: {last}}}" for platform, first, last in parts)
        graded = f"grade: {grade}, " if grade else ""
        made.append(f"{{id: e{index}, name: E, {graded}windows: {{{shown}}}}}")
    return f"calendar/2026.yaml  {{events: [{', '.join(made)}]}}"


def curve(months: str) -> str:
    """Write a calendar with one curve."""
    return f"calendar/2026.yaml  {{curves: {{c: {{months: {{{months}}}}}}}}}"


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
)  # fmt: skip
