"""Who owes what, what waits for a verdict, what a meeting decides, and what the ledger says came true."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from opsctl.checking.explain import File
from opsctl.loading.read import LoadResult
from opsctl.period import month, parse_period, week
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.written.agenda import agenda
from opsctl.reviewing.written.ledger import ledger, tallies
from opsctl.reviewing.written.records import is_due, waiting_actions, written_reviews
from opsctl.reviewing.written.rollup import rollup
from opsctl.reviewing.written.status import review_status
from opsctl.workspace import Workspace

Loader = Callable[[Iterable[File]], LoadResult]
TODAY = date(2026, 6, 30)


def review(front: str, page: str = "") -> str:
    return f"---\nowner: li-na\n{front}---\n{page}"


def action(id_: str, due: str, expect: str = "转化率 +0.2pp", owner: str = "li-na") -> str:
    return f"  - {{id: {id_}, does: d, owner: {owner}, due: {due}, metric: cvr, expect: {expect}, area: service}}\n"


def verdict(id_: str, said: str, evidence: str = "1.4% → 1.7%") -> str:
    return f"  - {{action: {id_}, verdict: {said}, evidence: {evidence}}}\n"


FILES = (
    ("stores/shop.yaml", "name: Shop\nplatform: tmall\nteam: company\n"),
    ("people/amy.yaml", "name: Amy\nroles: [{role: owner, at: shop, from: 2020-01-01}]\n"),
    ("targets/2026/company.yaml", "owner: li-na\ngoals: {orders_paid: 1}\n"),
    ("targets/2026/shop.yaml", "owner: amy\n"),
    (
        "reviews/2026-W22/shop.md",
        review(f"actions:\n{action('A1', '2026-06-05')}{action('A2', '2026-06-26', owner='amy')}"),
    ),
    (
        "reviews/2026-W23/shop.md",
        review(
            "causes:\n  - {id: C1, metric: cvr, because: b}\nverdicts:\n" + verdict("A1", "not_done")
            + "lessons:\n  - {keeps: k, into: handbook/a.md}\n"
        ),
    ),
    ("reviews/2026-W24/shop.md", review(f"verdicts:\n{verdict('A1', 'met')}actions:\n{action('A3', '2026-06-19')}")),
    ("reviews/2026-W25/shop.md", review("status: draft\n")),
)  # fmt: skip


@pytest.fixture
def world(workspace_from: Loader) -> Workspace:
    return workspace_from(FILES).workspace


def test_reviews_stand_in_the_order_of_their_periods(workspace_from: Loader) -> None:
    names = ("2026-W27", "2026-06", "2026-Q2", "2026-W23", "2026-06-02")
    loaded = workspace_from([(f"reviews/{name}/company.md", review("")) for name in names])
    found = [each.period.label for each in written_reviews(loaded.workspace)]
    assert found == ["2026-06-02", "2026-W23", "2026-06", "2026-Q2", "2026-W27"]


@pytest.mark.parametrize(
    ("number", "waiting"),
    [
        (22, {}),
        # What was not done is still to do; what is not due is under way.
        (23, {"A1": True, "A2": False}),
        (24, {"A1": True, "A2": False}),
        (25, {"A2": False, "A3": True}),
        (26, {"A2": True, "A3": True}),
    ],
)
def test_an_action_waits_until_a_verdict_settles_it(world: Workspace, number: int, waiting: dict[str, bool]) -> None:
    period = week(2026, number)
    found = waiting_actions(world, "shop", period)
    assert {taken.action.id: is_due(taken, period) for taken in found} == waiting


def test_its_own_verdict_does_not_take_an_action_off_the_list(world: Workspace) -> None:
    assert "A1" in {taken.action.id for taken in waiting_actions(world, "shop", week(2026, 24))}


def test_everybody_with_goals_owes_a_review_of_each_week(world: Workspace) -> None:
    status = review_status(world, month(2026, 6), TODAY)
    states = {(each.scope, each.period.label): each.state for each in status.reviews}
    assert states["shop", "2026-W23"] == "written"
    assert states["shop", "2026-W25"] == "draft"
    assert states["company", "2026-W23"] == "missing"
    assert states["shop", "2026-06"] == "ahead"
    assert status.owes
    assert [(each.taken.action.id, each.days) for each in status.verdicts] == [("A2", 4), ("A3", 11)]
    assert status.of("company", week(2026, 23)).owner == "li-na"  # type: ignore[union-attr]


def test_nothing_is_owed_where_everything_is_written(world: Workspace) -> None:
    assert not review_status(world, week(2026, 23), TODAY, "shop").owes


def test_without_a_period_the_last_of_each_kind_that_is_over_is_asked_for(world: Workspace) -> None:
    assert [period.label for period in review_status(world, None, TODAY).periods] == ["2026-W26"]


def test_a_meeting_decides_at_most_five_things_and_what_nobody_does_comes_first(workspace_from: Loader) -> None:
    actions = "".join(action(f"A{number}", f"2026-06-{30 - number}") for number in range(2, 8))
    undone = "verdicts:\n" + verdict("A1", "not_done", "none")
    files = (
        *FILES[:4],
        ("reviews/2026-W22/shop.md", review("actions:\n" + action("A1", "2026-06-05"))),
        ("reviews/2026-W23/shop.md", review(undone)),
        ("reviews/2026-W24/shop.md", review(f"{undone}actions:\n{actions}accepted:\n  - {{metric: uv, because: b}}\n")),
    )  # fmt: skip
    workspace = workspace_from(files).workspace
    found = agenda(workspace, written_reviews(workspace)[-1])
    assert [(each.about, each.action and each.action.id) for each in found.decisions] == [
        ("drop", "A1"), ("take", "A7"), ("take", "A6"), ("take", "A5"), ("take", "A4"),
    ]  # fmt: skip
    assert found.later == 3
    assert found.expected == ("li-na",)


def test_who_was_not_there_and_who_has_not_spoken_is_named(workspace_from: Loader) -> None:
    meeting = "meeting: {on: 2026-06-08, attended: [li-na]}\n"
    first = review("actions:\n" + action("A1", "2026-06-05", owner="amy"))
    files = (*FILES[:4], ("reviews/2026-W22/shop.md", first), ("reviews/2026-W23/shop.md", review(meeting)))
    workspace = workspace_from(files).workspace
    found = agenda(workspace, written_reviews(workspace)[-1])
    assert (found.expected, found.absent, found.owing) == (("li-na", "amy"), ("amy",), ("amy",))


def test_the_month_gathers_what_its_weeks_wrote(world: Workspace) -> None:
    found = rollup(world, "company", month(2026, 6))
    assert [each.period.label for each in found.reviews] == ["2026-W23", "2026-W24", "2026-W25"]
    assert [(each.metric, len(each.causes), each.inside) for each in found.causes] == [("cvr", 1, 1)]
    assert [taken.action.id for taken in found.actions] == ["A3"]
    assert [lesson.keeps for _, lesson in found.lessons] == ["k"]
    assert rollup(world, "shop", parse_period("2026-W23") or week(2026, 23)).reviews == ()


def daily(values: dict[int, tuple[int, int]]) -> Facts:
    """Buyers and visitors of the shop on every day of some weeks."""
    buyers = {day: count for number, (count, _) in values.items() for day in week(2026, number).days}
    visitors = {day: count for number, (_, count) in values.items() for day in week(2026, number).days}
    series = {("shop", "buyers_paid"): buyers, ("shop", "visitors"): visitors}
    return Facts(daily={key: {day: Decimal(count) for day, count in days.items()} for key, days in series.items()})


@pytest.mark.parametrize(("after", "true"), [((18, 1000), True), ((15, 1000), False)])
def test_the_ledger_measures_whether_what_was_expected_came_true(
    world: Workspace, after: tuple[int, int], true: bool
) -> None:
    entries = {each.taken.action.id: each for each in ledger(world, daily({22: (14, 1000), 24: after}), 2026)}
    first = entries["A1"]
    assert (first.outcome, first.before, first.came_true) == ("met", Fraction(14, 1000), true)
    assert first.address == "review:2026-W22/shop#A1"
    assert (entries["A2"].outcome, entries["A2"].came_true) == ("open", None)
    by_owner = {
        tally.key: (tally.total, tally.hit_rate)
        for tally in tallies(list(entries.values()), lambda e: e.taken.action.owner)
    }
    assert by_owner == {"li-na": (2, Fraction(1)), "amy": (1, None)}


def test_without_actual_values_the_evidence_is_compared(world: Workspace) -> None:
    entry = ledger(world, Facts(), 2026)[0]
    assert (entry.before, entry.after, entry.came_true) == (None, None, True)
    assert ledger(world, Facts(), 2025) == ()
