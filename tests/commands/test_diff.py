"""`diff`: what a change does to records and numbers, compared with figures worked out by other means."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.repository import committed, example, replaced, run_git

from opsctl.changes.view import Difference, Move
from opsctl.cli.app import run as cli
from opsctl.commands.diff import Asked, diff
from opsctl.commands.replan import replan
from opsctl.commands.replan_sheets import Asked as Again
from opsctl.commands.split import split
from opsctl.period import month
from opsctl.rendering.diff_markdown import diff_markdown

TODAY = date(2026, 7, 20)
COMPANY = "targets/2026/company.yaml"


def compared(root: Path, base: str = "HEAD", head: str | None = None) -> Difference:
    return diff(root, Asked(base, head, TODAY))


def move(found: Difference, scope: str, metric: str) -> Move:
    (one,) = (each for each in found.moves if (each.scope, each.metric, each.tier) == (scope, metric, None))
    return one


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return example(tmp_path, data=False)


@pytest.fixture
def with_data(tmp_path: Path) -> Path:
    return example(tmp_path)


def test_nothing_changed_says_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not compared(root)
    for format_ in ("text", "markdown"):
        assert cli(["-C", str(root), "diff", "HEAD", "--format", format_]) == 0
        assert capsys.readouterr().out == ""


def test_another_spelling_is_no_change(root: Path) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 20_000_000  # 二千万")
    replaced(root, COMPANY, "refund_rate:\n    value: 12%\n", "退款率:\n    value: 0.12\n")
    replaced(root, "opsctl.yaml", "currency: CNY\n", "")
    sheet = (root / "targets/2026/tmall-flagship.yaml").read_text("utf-8")
    (root / "targets/2026/tmall-flagship.yaml").write_bytes(sheet.replace("\n", "\r\n").encode())
    role = (root / "people/li-na.yaml").read_text("utf-8").splitlines()
    (root / "people/li-na.yaml").write_text("\n".join((role[0], role[1], role[3], role[2], *role[4:])) + "\n", "utf-8")
    plan = next((root / "plans").rglob("*.md"))
    plan.write_text(plan.read_text("utf-8").rstrip() + "  \n\n\n", "utf-8")
    found = compared(root)
    assert (found.records, found.moves, found.guards) == ((), (), ())


def test_a_goal_moves_every_level_by_what_arithmetic_says(root: Path) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    found = compared(root)
    (record,) = found.records
    (field,) = record.fields
    assert (record.id, field.route, field.old, field.new) == (
        "2026/company", ("goals", "net_sales", "value"), Decimal(20_000_000), Decimal(21_000_000),
    )  # fmt: skip
    # 京东的 320万 is held; the rest goes by 55 : 25 : 5, and here plain rounding of each share adds up.
    stores = {"tmall-flagship": 55, "douyin-main": 25, "shopify-us": 5}
    for total, side in ((20_000_000, "old"), (21_000_000, "new")):
        cents = {store: round(Fraction((total - 3_200_000) * 100 * weight, 85)) for store, weight in stores.items()}
        assert sum(cents.values()) == (total - 3_200_000) * 100
        for store, amount in cents.items():
            assert getattr(move(found, store, "net_sales"), side) == Fraction(amount, 100)
    assert move(found, "tmall", "net_sales").new == move(found, "tmall-flagship", "net_sales").new
    held = [one for one in found.moves if one.scope in ("jd", "jd-pop") and one.metric == "net_sales"]
    assert all(one.tier is not None for one in held)
    # net sales ÷ (1 − 12%) is paid sales
    assert move(found, "company", "gmv_paid").new == Fraction(round(Fraction(21_000_000 * 100) / Fraction("0.88")), 100)
    assert move(found, "company", "net_sales").relative == Fraction(1, 20)


def test_a_tier_moves_by_itself_and_is_labelled(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(root, COMPANY, "stretch: 2200万", "stretch: 2400万")
    found = compared(root)
    assert {(each.metric, each.tier) for each in found.moves} == {("net_sales", "stretch")}
    assert found.guards == ()
    tops = [each for each in found.moves if each.scope == "company"]
    assert [(each.old, each.new) for each in tops] == [(22_000_000, 24_000_000)]
    stores = [each for each in found.moves if each.scope in ("tmall-flagship", "douyin-main", "jd-pop", "shopify-us")]
    assert sum(each.new or 0 for each in stores) == 24_000_000
    assert sum(sum(each.new_months) for each in stores) == 24_000_000
    for lang, name in (("zh", "净销售额（冲刺）"), ("en", "net sales (stretch)")):
        for format_ in ("text", "markdown"):
            assert cli(["--lang", lang, "-C", str(root), "diff", "HEAD", "--format", format_]) == 0
            assert name in capsys.readouterr().out
    assert cli(["-C", str(root), "diff", "HEAD", "--format", "json"]) == 0
    assert {row["tier"] for row in json.loads(capsys.readouterr().out)["data"]["targets"]} == {"stretch"}


def test_the_tiers_of_a_goal_move_with_it(root: Path) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    found = compared(root)
    # What is typed at the top stays; below, a tier follows the commit cells, of which one is held.
    floors = {each.scope: each for each in found.moves if each.tier == "floor"}
    assert floors["company"].old == floors["company"].new == 18_000_000
    assert floors["jd-pop"].old != floors["jd-pop"].new
    below = [floors[store] for store in ("tmall-flagship", "douyin-main", "jd-pop", "shopify-us")]
    assert sum(each.new or 0 for each in below) == 18_000_000


def test_months_before_and_after_are_those_of_the_cell_files(root: Path) -> None:
    before = _cells(root / "targets/2026/tmall-flagship.csv")
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    found = compared(root)
    split(root, 2026, dry_run=False)
    after = _cells(root / "targets/2026/tmall-flagship.csv")
    for metric in ("net_sales", "gmv_paid", "visitors"):
        one = move(found, "tmall-flagship", metric)
        assert list(one.old_months) == before[metric] and list(one.new_months) == after[metric]
        assert before[metric] != after[metric]
    # The month of the hold keeps its number.
    assert move(found, "tmall-flagship", "net_sales").new_months[1] == 420_000


def test_a_changed_sheet_between_two_commits(root: Path) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    head = committed(root)
    replaced(root, COMPANY, "value: 2100万", "value: 9000万")
    found = compared(root, "HEAD~1", head)
    assert move(found, "company", "net_sales").new == 21_000_000


def test_the_change_counts_from_where_it_left_the_base(root: Path) -> None:
    run_git(root, "checkout", "-q", "-b", "change")
    replaced(root, "stores/jd-pop.yaml", "platform: jd", "platform: jd2")
    committed(root)
    run_git(root, "checkout", "-q", "main")
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    committed(root)
    found = compared(root, "main", "change")
    assert [change.file for change in found.records] == ["stores/jd-pop.yaml"] and not found.moves


def test_the_best_week_so_far_is_that_of_the_actuals(with_data: Path) -> None:
    root = with_data
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    found = compared(root)
    assert "倍" in diff_markdown(found, "zh")
    stretch = move(found, "tmall-flagship", "gmv_paid").stretch
    assert stretch is not None
    days: dict[date, Decimal] = {}
    for year in (2025, 2026):
        with (root / f"actuals/shop-daily/tmall-flagship-{year}.csv").open(encoding="utf-8-sig") as lines:
            days |= {date.fromisoformat(row["日期"]): Decimal(row["支付金额"]) for row in csv.DictReader(lines)}
    weeks: dict[date, list[Decimal]] = {}
    for day, amount in days.items():
        if day < TODAY:
            weeks.setdefault(day - timedelta(days=day.weekday()), []).append(amount)
    best = max((sum(found), monday) for monday, found in weeks.items() if len(found) == 7)
    assert (stretch.best, stretch.best_week.start) == best
    assert stretch.week.end > TODAY and stretch.times == stretch.target / stretch.best


def test_a_week_that_has_only_begun_is_not_the_best(with_data: Path) -> None:
    replaced(with_data, COMPANY, "value: 2000万", "value: 2100万")
    before = move(compared(with_data), "tmall-flagship", "gmv_paid").stretch
    file = with_data / "actuals/shop-daily/tmall-flagship-2026.csv"
    text = file.read_bytes().decode("utf-8-sig")
    file.write_bytes(re.sub("(2026-07-20,[^,]*,)[^,]*", r"\g<1>9999999", text).encode())
    found = diff(with_data, Asked("HEAD", None, date(2026, 7, 22)))
    assert before == move(found, "tmall-flagship", "gmv_paid").stretch


def test_without_data_nothing_is_said_of_weeks(root: Path) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    found = compared(root)
    assert found.moves and not [one for one in found.moves if one.stretch]
    assert "倍" not in diff_markdown(found, "zh")


def test_whose_targets_move(root: Path) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    found = compared(root)
    assert ("tmall-flagship", "net_sales") in found.owners["li-na"]
    # The store he owns the sheet of, and his own part of it.
    assert {scope for scope, _ in found.owners["wang-lei"]} == {"douyin-main", "wang-lei"}
    assert "李娜" in diff_markdown(found, "zh")


def test_a_joiner_moves_the_numbers_of_people_and_no_guardrail(root: Path) -> None:
    join = "roles:\n  - {role: promotion-specialist, at: tmall-flagship, from: 2026-07-01}\n"
    (root / "people/new-hand.yaml").write_text("name: 新人\n" + join, "utf-8")
    found = compared(root)
    assert {one.scope for one in found.moves} == {"new-hand", "zhou-yu"} and not found.guards
    came, had = move(found, "new-hand", "ad_spend"), move(found, "zhou-yu", "ad_spend")
    assert came.old is None and came.change == -had.change and not any(came.new_months[:6])
    # Both hold the role all day from July on: half of each month, to the cent.
    for mine, before, after in zip(came.new_months[6:], had.old_months[6:], had.new_months[6:], strict=True):
        assert mine + after == before and abs(mine - after) <= Fraction(1, 100)
    assert "新人" in diff_markdown(found, "zh")


def test_a_renamed_store_keeps_its_numbers(root: Path) -> None:
    run_git(root, "mv", "stores/jd-pop.yaml", "stores/jd-mall.yaml")
    run_git(root, "mv", "targets/2026/jd-pop.yaml", "targets/2026/jd-mall.yaml")
    run_git(root, "mv", "targets/2026/jd-pop.csv", "targets/2026/jd-mall.csv")
    for file in root.rglob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("jd-pop", "jd-mall"), "utf-8")
    found = compared(root)
    renamed = {change.id: change.before for change in found.records if change.how == "renamed"}
    assert renamed == {"jd-mall": "jd-pop", "2026/jd-mall": "2026/jd-pop"}
    assert not found.moves and "removed-records" not in [guard.name for guard in found.guards]


def test_records_that_came_went_and_broke(root: Path) -> None:
    (root / "teams/new.yaml").write_text("name: 新组\nparent: company\n", "utf-8")
    (root / "people/zhou-yu.yaml").unlink()
    (root / "people/wu-tao.yaml").write_text("name: [", "utf-8")
    found = compared(root)
    assert [(change.how, change.file) for change in found.records] == [
        ("removed", "people/zhou-yu.yaml"), ("added", "teams/new.yaml"),
    ]  # fmt: skip
    assert ("people/wu-tao.yaml", "FILE101") in [(one.file, one.code) for one in found.caused]


def test_the_text_of_a_page_is_meaning(root: Path) -> None:
    plan = next((root / "plans").rglob("*.md"))
    plan.write_text(plan.read_text("utf-8") + "\n我们再多备 500 件。\n", "utf-8")
    ((field,),) = (change.fields for change in compared(root).records)
    assert (field.route, field.old, field.new) == ((), (), ("我们再多备 500 件。",))


def guards(found: Difference) -> dict[str, int]:
    return {guard.name: len(guard.cases) for guard in found.guards}


def test_guardrails(root: Path) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2000.1万")
    assert "closed-period" in guards(compared(root)) and "change-amount" not in guards(compared(root))
    replaced(root, COMPANY, "value: 2000.1万", "value: 2300万")
    assert {"change-amount", "change-percent", "closed-period"} <= guards(compared(root)).keys()
    settings = (root / "opsctl.yaml").read_text("utf-8")
    limits = "checks: {thresholds: {change-amount: 1亿, change-percent: 50%, removed-records: 1}}\n"
    (root / "opsctl.yaml").write_text(settings + limits, "utf-8")
    (root / "people/zhou-yu.yaml").unlink()
    assert guards(compared(root)).keys() == {"closed-period"}
    (root / "people/wu-tao.yaml").unlink()
    assert guards(compared(root))["removed-records"] == 2


def test_a_closed_period_is_one_that_ended_before_today(root: Path) -> None:
    replaced(root, "targets/2026/tmall-flagship.yaml", "at_most: 118万", "at_most: 117万")
    june = diff(root, Asked("HEAD", None, date(2026, 6, 30)))
    (case, *_) = next(guard for guard in june.guards if guard.name == "closed-period").cases
    # The June cap moves what all other free months get; February is held.
    assert dict(case.params)["first"] == "2026-01" and dict(case.params)["count"] == "4"
    assert not [guard for guard in diff(root, Asked("HEAD", None, date(2026, 1, 31))).guards]


def test_a_re_plan_moves_no_closed_period_but_a_change_of_what_was_frozen_does(with_data: Path) -> None:
    asked = Again(month(2026, 7), "spread", "carry", "上半年差一截", "zhao-min", TODAY)
    replan(with_data, asked, dry_run=False)
    found = compared(with_data)
    assert move(found, "tmall-flagship", "gmv_paid").change == 0 and "closed-period" not in guards(found)
    committed(with_data)
    sheet = "targets/2026/tmall-flagship.yaml"
    replaced(with_data, sheet, "gmv_paid: {2026-01: ", "gmv_paid: {2026-01: 1")
    split(with_data, 2026, dry_run=False)
    (case, *_) = next(guard for guard in compared(with_data).guards if guard.name == "closed-period").cases
    assert dict(case.params)["first"] == "2026-01"
    # A late re-plan, from a month that is over by now, moves what that month was judged by.
    late = diff(with_data, Asked("HEAD~1", "HEAD", date(2026, 9, 1)))
    (case, *_) = next(guard for guard in late.guards if guard.name == "closed-period").cases
    assert (dict(case.params)["first"], dict(case.params)["count"]) == ("2026-07", "2")


def test_fail_on_guardrail(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2300万")
    arguments = ["-C", str(root), "diff", "HEAD", "--today", "2026-07-20"]
    assert cli(arguments) == 0
    assert cli([*arguments, "--fail-on-guardrail"]) == 1
    capsys.readouterr()


def test_new_and_fixed_findings(root: Path) -> None:
    replaced(root, "stores/jd-pop.yaml", "team: jd", "team: nowhere")
    committed(root)
    replaced(root, "stores/jd-pop.yaml", "team: nowhere", "team: jd")
    replaced(root, "stores/douyin-main.yaml", "team: douyin", "team: nowhere")
    found = compared(root)
    assert "stores/jd-pop.yaml" in {one.file for one in found.fixed}
    assert "stores/douyin-main.yaml" in {one.file for one in found.caused}


def test_json_recomputes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(root, COMPANY, "value: 2000万", "value: 2100万")
    assert cli(["-C", str(root), "diff", "HEAD", "--format", "json", "--today", "2026-07-20"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["schema_version"], document["command"]) == (1, "diff")
    targets: list[dict[str, Any]] = document["data"]["targets"]
    amounts = [one for one in targets if one["old_months"]]
    assert amounts
    for one in amounts:
        assert Decimal(one["new"]) - Decimal(one["old"]) == Decimal(one["change"])
        assert sum(map(Decimal, one["new_months"])) == Decimal(one["new"])
    assert document["data"]["records"][0]["fields"][0]["old"] == "20000000"


def _cells(path: Path) -> dict[str, list[Fraction]]:
    with path.open(encoding="utf-8") as lines:
        return {
            row["metric"]: [Fraction(row[f"2026-{month:02d}"]) for month in range(1, 13)]
            for row in csv.DictReader(lines)
            if row["tier"] == "commit"
        }
