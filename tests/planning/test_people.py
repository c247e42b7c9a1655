"""People's numbers against an oracle of plain loops: FTE-days counted day by day, units handed out one by one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planning.worlds import FEW, World, built, company, made, sheet

from opsctl.locales import LANGUAGES, tell
from opsctl.period import Period, month, parse_period
from opsctl.planning.cells import cell_files, stale_files
from opsctl.planning.people import counted, people
from opsctl.planning.periods import month_days, units_by_day
from opsctl.planning.person_ratios import inherited_ratios
from opsctl.planning.person_receipt import person_receipt
from opsctl.planning.shown.show import shown_targets

PLACES = ("a", "b", "east", "company")
ROLES = {
    "seller": {"name": "销售", "owns": ["visitors", "cvr"]},
    "guest": {"name": "旁人", "owns": ["csat"]},
}


def shop(staff: dict[str, Any], goals: dict[str, str] | None = None, roles: dict[str, Any] | None = None) -> World:
    """A company with a team of one store, and another store; each store has a number of its own."""
    world = company({"a": {"team": "east"}, "b": {}}, {})
    world["team"]["east"] = {"name": "东区", "parent": "company"}
    for store, value in (goals or {"a": "1201", "b": "797"}).items():
        world["target"][f"2026/{store}"] = sheet({"visitors": value})
    return world | {"role": roles or ROLES, "person": staff}


def person(*roles: tuple[str, str, str, str | None, str]) -> dict[str, Any]:
    """Write a person: role, place, first day, last day, share of time."""
    held = [
        {"role": role, "at": place, "from": first, "fte": fte} | ({"until": last} if last else {})
        for role, place, first, last, fte in roles
    ]
    return {"name": "某人", "roles": held}


@st.composite
def staffs(draw: st.DrawFn) -> dict[str, Any]:
    """Draw people with one to three roles each, that begin and end around the year."""
    found = {}
    for number in range(draw(st.integers(0, 5))):
        roles = []
        for _ in range(draw(st.integers(1, 3))):
            first = date(2025, 10, 1) + timedelta(days=draw(st.integers(0, 500)))
            last = (first + timedelta(days=draw(st.integers(0, 400)))).isoformat() if draw(st.booleans()) else None
            fte = draw(st.sampled_from(("100%", "60%", "33.3%")))
            roles.append(
                (draw(st.sampled_from(tuple(ROLES))), draw(st.sampled_from(PLACES)), first.isoformat(), last, fte)
            )
        found[f"person-{number}"] = person(*roles)
    return found


def fte_days(staff: dict[str, Any], role: str, place: str, number: int) -> dict[str, Fraction]:
    """What each person gives to a role at a place in a month of 2026, day by day."""
    worked: dict[str, Fraction] = {}
    for who in sorted(staff):
        for held in staff[who]["roles"]:
            for day in range(1, monthrange(2026, number)[1] + 1):
                label = f"2026-{number:02d}-{day:02d}"
                if (held["role"], held["at"]) == (role, place) and held["from"] <= label <= held.get("until", "9999"):
                    worked[who] = worked.get(who, Fraction(0)) + Fraction(held["fte"].rstrip("%")) / 100
    return worked


def handed_out(weights: list[Fraction], total: int) -> list[int]:
    """Highest averages: the next unit goes where weight / (2 × units + 1) is highest, the first of equals."""
    cells = [0] * len(weights)
    for _ in range(total if weights else 0):
        worth = [weight / (2 * units + 1) for weight, units in zip(weights, cells, strict=True)]
        cells[worth.index(max(worth))] += 1
    return cells


def oracle(staff: dict[str, Any], world: World) -> dict[str, list[int]]:
    """Each person's visitors by month: at each place the holders' shares; of a place and what lies below the larger."""
    cells = made(world).cells
    found: dict[str, list[int]] = {}
    for number in range(1, 13):
        shares: dict[tuple[str, str], int] = {}
        for place in PLACES:
            worked = fte_days(staff, "seller", place, number)
            parts = handed_out(list(worked.values()), cells[place, "visitors"].months[number - 1])
            shares |= {(who, place): part for who, part in zip(worked, parts, strict=True)}
        for who in staff:
            a, b, east, top = (shares.get((who, place)) for place in PLACES)
            if (a, b, east, top) != (None, None, None, None):
                below = max(a or 0, east or 0) + (b or 0)
                found.setdefault(who, [0] * 12)[number - 1] = max(top or 0, below)
    return found


@given(staffs())
def test_shares_by_days_held_and_time_given(staff: dict[str, Any]) -> None:
    world = shop(staff)
    found = people(built(world), 2026)
    assert {who: list(cell.months) for (who, _), cell in found.cells.items()} == oracle(staff, world)


@given(staffs())
def test_those_who_hold_a_role_have_all_of_the_place_together(staff: dict[str, Any]) -> None:
    world = shop(staff)
    workspace, cells = built(world), made(world).cells
    found = people(workspace, 2026)
    seen = {(each.place, each.role): each for mine in found.divisions.values() for each in mine}
    for each in seen.values():
        for number in range(12):
            worked = fte_days(staff, each.role, each.place, number + 1)
            assert each.in_month(number + 1).keys() == worked.keys()
            assert (
                not worked
                or sum(share for _, share in each.in_month(number + 1).values())
                == cells[each.place, "visitors"].months[number]
            )


@given(staffs())
def test_what_belongs_to_nobody_is_said(staff: dict[str, Any]) -> None:
    world = shop(staff)
    workspace = built(world)
    said = {gap.place: gap for gap in people(workspace, 2026).unassigned}
    assert said.keys() <= {"a", "b"}
    for store, above in (("a", ("a", "east", "company")), ("b", ("b", "company"))):
        missing = tuple(
            number for number in range(1, 13) if not any(fte_days(staff, "seller", place, number) for place in above)
        )
        assert missing == (said[store].months if store in said else ())
        assert store not in said or said[store].whole is (len(missing) == 12)


@FEW
@given(staffs())
def test_days_add_up_to_the_month_and_lie_where_the_role_is_held(staff: dict[str, Any]) -> None:
    workspace = built(shop(staff))
    for (who, metric), cell in people(workspace, 2026).cells.items():
        for number in (2, 7):
            days = month_days(workspace, 2026, who, metric, number)
            assert sum(days) == cell.months[number - 1]
            for day, units in enumerate(days, 1):
                label = f"2026-{number:02d}-{day:02d}"
                held = [
                    each
                    for each in staff[who]["roles"]
                    if each["role"] == "seller" and each["from"] <= label <= each.get("until", "9999")
                ]
                assert held or not units


def period(text: str) -> Period:
    """A period from its label."""
    found = parse_period(text)
    assert found is not None
    return found


@FEW
@given(staffs(), st.sampled_from(("2026-06", "2026-Q1", "2026", "2026-W14", "2026-03-31")))
def test_a_receipt_recomputes(staff: dict[str, Any], asked: str) -> None:
    workspace = built(shop(staff))
    for who, metric in people(workspace, 2026).cells:
        steps = person_receipt(workspace, who, metric, period(asked))
        known = {asked: sum(units_by_day(workspace, who, metric, period(asked)).values())}
        for step in steps:
            data: Any = step.data
            assert all("{" not in tell(lang, step.said) for lang in LANGUAGES)
            if step.how == "sum" and data["period"] in known:
                assert sum(data["parts"].values()) == data["units"] == known[data["period"]]
                known |= data["parts"]
            elif step.how == "places":
                assert sum(data["parts"].values()) == data["units"] == known.get(data["period"], data["units"])
                known |= {f"{data['period']}/{place}": units for place, units in data["parts"].items()}
            elif step.how == "share":
                weights = [Fraction(weight) for weight in data["weights"].values()]
                assert list(data["results"].values()) == handed_out(weights, data["total"])
                assert data["results"][who] == data["units"]
                assert data["weights"].keys() == data["results"].keys()
                assert known.get(f"{data['period']}/{data['place']}", data["units"]) == data["units"]
            elif step.how == "person_days":
                assert sum(data["results"]) == data["units"]
        months = {day.month for day in period(asked).days}
        if any(counted(workspace, 2026, (who, metric), number) for number in months):
            assert steps[-1].how in ("typed", "derived", "children")


def test_a_joiner_and_a_leaver_have_only_their_own_months() -> None:
    staff = {
        "old": person(("seller", "a", "2025-01-01", "2026-03-15", "100%")),
        "new": person(("seller", "a", "2026-03-16", None, "50%")),
    }
    found, cell = people(built(shop(staff)), 2026), made(shop(staff)).cells["a", "visitors"]
    old, new = found.cells["old", "visitors"].months, found.cells["new", "visitors"].months
    assert (old[:2], old[3:]) == (cell.months[:2], (0,) * 9)
    assert (new[:2], new[3:]) == ((0, 0), cell.months[3:])
    # 15 whole days against 16 half ones: 15 of 23 parts.
    assert old[2] + new[2] == cell.months[2] and abs(old[2] - Fraction(cell.months[2] * 15, 23)) <= Fraction(1, 2)


def test_a_person_at_two_stores_has_the_sum_and_one_row() -> None:
    staff = {"x": person(("seller", "a", "2026-01-01", None, "50%"), ("seller", "b", "2026-01-01", None, "50%"))}
    world = shop(staff)
    workspace, cells = built(world), made(world).cells
    assert people(workspace, 2026).cells["x", "visitors"].year == 1201 + 797
    (head, row) = cell_files(workspace, 2026)["targets/2026/x.csv"].splitlines()
    numbers = [int(number) for number in row.split(",")[3:]]
    months = [
        first + second
        for first, second in zip(cells["a", "visitors"].months, cells["b", "visitors"].months, strict=True)
    ]
    assert head.startswith("metric,tier,unit,2026,2026-Q1") and row.startswith("visitors,commit,count,1998,")
    assert numbers[5:] == months and numbers[1:5] == [sum(months[first : first + 3]) for first in range(0, 12, 3)]


def test_who_leads_the_company_and_a_store_in_it_answers_for_the_store_once() -> None:
    staff = {"x": person(("seller", "company", "2026-01-01", None, "50%"), ("seller", "a", "2026-01-01", None, "50%"))}
    assert people(built(shop(staff)), 2026).cells["x", "visitors"].year == 1201 + 797
    other = person(("seller", "company", "2026-01-01", None, "100%"))
    # A third of the company is 666, and all of store a is more.
    assert people(built(shop(staff | {"y": other})), 2026).cells["x", "visitors"].year == 1201


def test_two_roles_that_own_one_number_count_once() -> None:
    roles = ROLES | {"host": {"name": "主管", "owns": ["访客数"]}}
    staff = {"x": person(("seller", "a", "2026-01-01", None, "50%"), ("host", "a", "2026-01-01", None, "50%"))}
    assert people(built(shop(staff, roles=roles)), 2026).cells["x", "visitors"].year == 1201


def test_a_file_of_nobody_is_stale_and_an_id_taken_by_a_store_gets_none() -> None:
    staff = {"a": person(("seller", "b", "2026-01-01", None, "100%"))}
    workspace = built(shop(staff))
    assert ("a", "visitors") not in people(workspace, 2026).cells
    assert set(cell_files(workspace, 2026)) == {f"targets/2026/{scope}.csv" for scope in PLACES}
    assert stale_files(workspace, 2026).keys() == cell_files(workspace, 2026).keys()


@pytest.mark.parametrize("value", ["797", "796"])
def test_a_persons_own_number_is_compared_with_what_the_roles_give(value: str) -> None:
    world = shop({"x": person(("seller", "b", "2026-01-01", None, "100%"))})
    world["target"]["2026/x"] = sheet({"访客数": value})
    found = people(built(world), 2026)
    assert found.cells["x", "visitors"].year == 797
    assert [each.rule for each in found.findings] == ["number-beside-share"] * (value == "796")


def test_ratios_are_inherited_and_recombined_over_places() -> None:
    staff = {
        "x": person(("seller", "a", "2026-01-01", "2026-06-30", "50%"), ("seller", "b", "2026-01-01", None, "50%")),
        "y": person(("seller", "a", "2026-01-01", None, "20%")),
        "z": person(("seller", "company", "2026-01-01", None, "50%"), ("seller", "a", "2026-01-01", None, "50%")),
    }
    world = shop(staff)
    for store, buyers in (("a", "120"), ("b", "40")):
        world["target"][f"2026/{store}"]["goals"]["buyers_paid"] = buyers
    workspace, cells = built(world), made(world).cells
    june, july = month(2026, 6), month(2026, 7)

    def of(who: str, asked: Period) -> Fraction:
        (one,) = inherited_ratios(workspace, who, asked)
        assert one.metric == "cvr" and one.whole
        return one.value

    def parts(metric: str, number: int, *stores: str) -> int:
        return sum(cells[store, metric].months[number - 1] for store in stores)

    # However little of the time is given, a ratio is not divided.
    assert of("y", june) == Fraction(parts("buyers_paid", 6, "a"), parts("visitors", 6, "a"))
    assert of("x", june) == Fraction(parts("buyers_paid", 6, "a", "b"), parts("visitors", 6, "a", "b"))
    # Store a is in the company already.
    assert of("z", june) == of("x", june)
    assert of("x", july) == Fraction(parts("buyers_paid", 7, "b"), parts("visitors", 7, "b"))
    shown = {target.metric: target.value for target in shown_targets(workspace, "y", june)}
    assert shown == {"visitors": people(workspace, 2026).cells["y", "visitors"].months[5], "cvr": of("y", june)}
