"""Which days of last year lie as far from the same promotion as a day or week of this year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.planning.worlds import built, company

from opsctl.period import parse_period
from opsctl.reviewing.eventyear import EventYear, event_year
from opsctl.workspace import Workspace

PEAK = {2025: {"2025-11-10": "1.6", "2025-11-11": "3.8"}, 2026: {"2026-11-11": "3.8", "2026-11-12": "1.6"}}


def window(first: str, until: str, lift: Any) -> dict[str, Any]:
    return {"from": first, "until": until, "lift": lift}


def event(id_: str, windows: dict[str, Any], **more: str) -> dict[str, Any]:
    return {"id": id_, "name": id_, "windows": windows, **more}


def calendars(platforms: tuple[str, ...] = ("tmall", "jd")) -> dict[str, Any]:
    """Double 11, Spring Festival on moving days, an event of this year only, and one that names its own day."""
    return {
        "2025": {
            "events": [
                event("double-11", {name: window("2025-10-15", "2025-11-14", PEAK[2025]) for name in platforms}),
                event("cny", {"all": window("2025-01-23", "2025-02-04", "0.35")}),
                event("anniversary", {"all": window("2025-09-06", "2025-09-10", "1.3")}, day="2025-09-08"),
            ]
        },
        "2026": {
            "events": [
                event("double-11", {name: window("2026-10-20", "2026-11-13", PEAK[2026]) for name in platforms}),
                event("cny", {"all": window("2026-02-11", "2026-02-23", "0.35")}),
                event("anniversary", {"all": window("2026-09-08", "2026-09-20", "1.3")}, day="2026-09-09"),
                event("new", {"all": window("2026-07-07", "2026-07-07", "2")}),
            ]
        },
    }


def world(stores: dict[str, str] | None = None, **more: Any) -> Workspace:
    own = stores or {"a": "tmall", "b": "jd", "c": "shopify"}
    texts = {id_: {"platform": platform} for id_, platform in own.items()}
    return built(company(texts, {"net_sales": {"value": "1000"}}) | {"calendar": calendars(), **more})


def found(text: str, scope: str = "company", made: Workspace | None = None) -> EventYear | None:
    period = parse_period(text)
    assert period is not None
    return event_year(made or world(), scope, period)


@pytest.mark.parametrize(
    ("text", "id_", "first", "last"),
    [
        # 2026-11-11 is a Wednesday, 2025-11-11 a Tuesday: one day off the same weekday.
        ("2026-11-11", "double-11", "2025-11-11", "2025-11-11"),
        ("2026-W46", "double-11", "2025-11-09", "2025-11-15"),
        # The last day of both windows, where all days are lifted alike: 19 days further apart than a year.
        ("2026-02-11", "cny", "2025-01-23", "2025-01-23"),
        ("2026-W08", "cny", "2025-01-28", "2025-02-03"),
        # The day that the event names itself.
        ("2026-09-08", "anniversary", "2025-09-07", "2025-09-07"),
    ],
)
def test_days_lie_as_far_from_the_event(text: str, id_: str, first: str, last: str) -> None:
    made = found(text)
    assert made is not None
    assert (made.event, f"{made.period.start}", f"{made.period.last}") == (id_, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2026-W20",  # nothing lifts a day
        "2026-10-25",  # inside the window, on a day it leaves alone
        "2026-07-07",  # last year has no such event
        "2026-11",  # a month is compared by the calendar
        "2026-Q1",
    ],
)
def test_nothing_to_align_by(text: str) -> None:
    assert found(text) is None


def test_a_store_goes_by_its_own_platform() -> None:
    assert found("2026-11-11", "c") is None
    assert found("2026-11-11", "a") is not None


def test_most_stores_decide_for_a_team() -> None:
    texts = calendars(("tmall",))
    texts["2025"]["events"].append(event("early", {"jd": window("2025-11-01", "2025-11-01", "2")}))
    texts["2026"]["events"].append(event("early", {"jd": window("2026-11-11", "2026-11-11", "2")}))
    two = found("2026-11-11", made=world({"a": "tmall", "b": "jd", "c": "jd"}, calendar=texts))
    assert two is not None and (two.event, two.before) == ("early", date(2025, 11, 1))
    one = found("2026-11-11", made=world({"a": "tmall", "b": "tmall", "c": "jd"}, calendar=texts))
    assert one is not None and one.event == "double-11"


def test_the_same_days_are_not_told_twice() -> None:
    texts = calendars()
    texts["2025"]["events"] = [event("x", {"all": window("2025-11-12", "2025-11-12", "3")})]
    texts["2026"]["events"] = [event("x", {"all": window("2026-11-11", "2026-11-11", "3")})]
    assert found("2026-11-11", made=world(calendar=texts)) is None
