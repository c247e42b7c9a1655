"""`plan split --from`: what is frozen is what the exports say, the year adds up, and nothing is written by halves."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from opsctl.cli.app import run
from opsctl.commands.check import Asked as Check
from opsctl.commands.check import check
from opsctl.commands.replan import replan
from opsctl.commands.replan_sheets import Asked
from opsctl.commands.split import split
from opsctl.errors import OpsctlError
from opsctl.loading.read import load
from opsctl.period import month
from opsctl.planning.replans.remake import Policy
from opsctl.rendering.replan_text import replan_json, replan_text

SHEET = "# 先看这里\nowner: zhao-min\ngoals:\n  gmv_paid: inherited   # 上面拆下来\n"
FILES = {
    "opsctl.yaml": "opsctl: 1\nname: 晨禾\nlang: zh\n",
    "teams/company.yaml": "name: 公司\n",
    "roles/owner.yaml": "name: 负责人\n",
    "roles/store-manager.yaml": "name: 店长\nreports_to: owner\none_per: store\n",
    "people/zhao-min.yaml": "name: 赵敏\nroles: [{role: owner, at: company, from: 2020-01-01}]\n",
    "people/li-na.yaml": "name: 李娜\nroles: [{role: store-manager, at: a, from: 2020-01-01}]\n",
    "people/wang-lei.yaml": "name: 王磊\nroles: [{role: store-manager, at: b, from: 2020-01-01}]\n",
    "stores/a.yaml": "name: 甲店\nplatform: tmall\nteam: company\n",
    "stores/b.yaml": "name: 乙店\nplatform: jd\nteam: company\n",
    "sources/daily.yaml": (
        "files: actuals/*.csv\ngrain: days\ncolumns: {day: 日期, shop: 店铺, gmv: 支付金额, uv: 访客数}\n"
        "store: {column: 店铺, map: {甲店: a, 乙店: b}}\nday: day\nmetrics:\n  gmv_paid: {sum: gmv}\n"
        "  visitors: {sum: uv}\nmoney: {basis: paid, tax: included}\ncurrency: CNY\n"
    ),
    "targets/2026/company.yaml": (
        "owner: zhao-min\ngoals:\n  gmv_paid: {value: 1200000, split: {weights: {a: 2, b: 1}}}\n"
        "  visitors: {value: 90000, split: {weights: {a: 1, b: 1}}}\n"
        "  orders_paid: {value: 6000, split: {weights: {a: 1, b: 1}}}\n"
    ),
    "targets/2026/a.yaml": SHEET,
}
DAYS = [date(2026, 1, 1) + timedelta(days=at) for at in range(120)]


def rows() -> list[tuple[date, str, str, int]]:
    """What happened: a sells less than planned, b more, to an odd cent."""
    return [
        (day, shop, f"{1_500 + 10 * at}.{at % 100:02d}" if shop == "甲店" else "1200.07", 100 + at)
        for at, day in enumerate(DAYS)
        for shop in ("甲店", "乙店")
    ]


def table(kept: Callable[[date, str], bool] = lambda day, shop: True) -> str:
    """The export, without the rows that are not kept."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("日期", "店铺", "支付金额", "访客数"))
    writer.writerows(row for row in rows() if kept(row[0], row[1]))
    return out.getvalue()


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A company of two stores with actuals from January to April, its cells written."""
    for name, text in {**FILES, "actuals/all.csv": table()}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    split(tmp_path, 2026, dry_run=False)
    return tmp_path


def asked(first: int = 4, policy: Policy = "spread", share: str = "carry", **more: object) -> Asked:
    """A re-plan of 2026 from a month on."""
    plain = {"reason": "一季度差一截", "owner": "zhao-min", "on": date(2026, first, 5)}
    return Asked(month(2026, first), policy, share, **{**plain, **more})  # type: ignore[arg-type]


def everything(root: Path) -> dict[str, str]:
    """Every file of a folder."""
    return {f"{file.relative_to(root)}": file.read_text("utf-8") for file in root.rglob("*") if file.is_file()}


def cells(root: Path, scope: str) -> dict[str, list[Decimal]]:
    """The months of each metric in a cell file."""
    found = csv.reader((root / f"targets/2026/{scope}.csv").read_text("utf-8").splitlines()[1:])
    return {row[0]: [Decimal(value) for value in row[8:]] for row in found}


def truth(shop: str, number: int, column: int) -> Decimal:
    """One month added up from the rows, by hand."""
    return sum((Decimal(f"{row[column]}") for row in rows() if row[1] == shop and row[0].month == number), Decimal(0))


@pytest.mark.parametrize("policy", ["spread", "next", "absorb"])
@pytest.mark.parametrize("share", ["carry", "pool"])
def test_closed_months_are_what_the_exports_say_and_the_year_adds_up(shop: Path, policy: Policy, share: str) -> None:
    before = {scope: cells(shop, scope) for scope in ("company", "a", "b")}
    result = replan(shop, asked(policy=policy, share=share), dry_run=False)
    assert (result.written, result.scopes) == (True, ("a", "b"))
    for scope, name in (("a", "甲店"), ("b", "乙店")):
        for metric, column in (("gmv_paid", 2), ("visitors", 3)):
            assert cells(shop, scope)[metric][:3] == [truth(name, number, column) for number in (1, 2, 3)]
        assert cells(shop, scope)["orders_paid"] == before[scope]["orders_paid"]
        if share == "carry" and policy != "absorb":
            assert sum(cells(shop, scope)["gmv_paid"]) == sum(before[scope]["gmv_paid"])
    for metric, months in cells(shop, "company").items():
        assert months == [x + y for x, y in zip(cells(shop, "a")[metric], cells(shop, "b")[metric], strict=True)]
        if policy != "absorb":
            assert sum(months) == sum(before["company"][metric])
        else:
            assert months[3:] == before["company"][metric][3:]
    assert dict(result.unmeasured) == {"a": ("orders_paid",), "b": ("orders_paid",)}
    errors = [each for each in check(shop, Check(date(2026, 4, 5))).diagnostics if each.severity == "error"]
    assert errors == []


def test_a_sheet_keeps_its_words_and_a_missing_one_gets_its_manager(shop: Path) -> None:
    replan(shop, asked(), dry_run=False)
    assert (shop / "targets/2026/a.yaml").read_text("utf-8").startswith(SHEET + "replan:\n  - from: 2026-04\n")
    assert (shop / "targets/2026/b.yaml").read_text("utf-8").startswith("owner: wang-lei\nreplan:\n  - from: 2026-04\n")
    version = load(shop).workspace.all("target")["2026/a"].data.replan[0]
    assert (version.policy, version.share, version.reason, version.owner) == (
        "spread", "carry", "一季度差一截", "zhao-min",
    )  # fmt: skip
    assert version.on == date(2026, 4, 5)


def test_the_same_again_changes_nothing_and_says_so(shop: Path) -> None:
    replan(shop, asked(), dry_run=False)
    before = everything(shop)
    again = replan(shop, asked(), dry_run=False)
    assert again.refused is None and not again.texts and everything(shop) == before
    assert "没有什么要改" in replan_text(again, "zh", width=100)


def test_a_dry_run_shows_what_would_be_and_writes_nothing(shop: Path) -> None:
    before = everything(shop)
    result = replan(shop, asked(), dry_run=True)
    assert everything(shop) == before and not result.written
    assert sorted(result.texts) == sorted(replan(shop, asked(), dry_run=False).texts)
    assert "没有写入" in replan_text(result, "zh", width=100)


def test_of_many_scopes_those_furthest_from_their_plan_are_shown(shop: Path) -> None:
    names = [f"s{number:02d}" for number in range(45)]
    for name in names:
        (shop / f"stores/{name}.yaml").write_text(f"name: {name}\nplatform: tmall\nteam: company\n", encoding="utf-8")
    (shop / "roles/store-manager.yaml").write_text("name: 店长\nreports_to: owner\n", encoding="utf-8")
    weights = ", ".join(f"{name}: 1" for name in names)
    goals = f"gmv_paid: {{value: 4500000, split: {{weights: {{{weights}}}}}}}"
    (shop / "targets/2026/company.yaml").write_text(f"owner: zhao-min\ngoals:\n  {goals}\n", encoding="utf-8")
    (shop / "targets/2026/a.yaml").unlink()
    source = FILES["sources/daily.yaml"].replace("甲店: a, 乙店: b", ", ".join(f"{name}: {name}" for name in names))
    (shop / "sources/daily.yaml").write_text(source, encoding="utf-8")
    days = [f"{day},{name},{at},1\n" for at, name in enumerate(names) for day in DAYS]
    (shop / "actuals/many.csv").write_text("日期,店铺,支付金额,访客数\n" + "".join(days), encoding="utf-8")
    said = replan_text(replan(shop, asked(), dry_run=True), "en")
    assert [name for name in names if name not in said] == names[40:]
    assert "and 5 more that are nearer to their plan" in said


def test_a_later_version_leaves_the_months_that_were_closed(shop: Path) -> None:
    replan(shop, asked(), dry_run=False)
    # March comes out otherwise in a later export, as it does when refunds arrive.
    (shop / "actuals/all.csv").write_text(table().replace("2026-03-31,甲店,", "2026-03-31,甲店,9"), "utf-8")
    replan(shop, asked(5), dry_run=False)
    assert cells(shop, "a")["gmv_paid"][:4] == [truth("甲店", number, 2) for number in (1, 2, 3, 4)]
    first, second = load(shop).workspace.all("target")["2026/a"].data.replan
    assert all(dict(second.closed[metric]).items() >= months.items() for metric, months in first.closed.items())


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (lambda day, shop: (day, shop) != (date(2026, 2, 3), "乙店"), "b gmv_paid/visitors 2026-02-03"),
        (lambda day, shop: day < date(2026, 3, 30), "2026-03-30..2026-03-31"),
    ],
)
def test_a_month_with_a_hole_is_not_frozen_and_its_days_are_named(
    shop: Path, lost: Callable[[date, str], bool], said: str
) -> None:
    (shop / "actuals/all.csv").write_text(table(lost), "utf-8")
    before = everything(shop)
    with pytest.raises(OpsctlError) as error:
        replan(shop, asked(), dry_run=False)
    assert error.value.said.id == "replan.incomplete"
    assert said in dict(error.value.said.params)["runs"]
    assert everything(shop) == before


def test_days_before_a_store_opens_are_no_hole(shop: Path) -> None:
    (shop / "stores/b.yaml").write_text(FILES["stores/b.yaml"] + "opened: 2026-02-10\n", "utf-8")
    (shop / "actuals/all.csv").write_text(table(lambda day, shop: shop == "甲店" or day > date(2026, 2, 9)), "utf-8")
    replan(shop, asked(), dry_run=False)
    assert cells(shop, "b")["gmv_paid"][0] == 0


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (asked(4, "next"), "replan.another_version"),
        (asked(3), "replan.another_version"),
        (asked(1), "replan.bad_start"),
        (asked(5, owner="nobody"), "replan.no_person"),
        (asked(5, reason=" "), "replan.no_reason"),
        (Asked(month(2031, 4), "spread", "carry", "r", "zhao-min", date(2031, 4, 5)), "plan.no_sheets"),
    ],
)
def test_what_cannot_be_is_refused_with_the_next_step(shop: Path, wanted: Asked, said: str) -> None:
    replan(shop, asked(), dry_run=False)
    before = everything(shop)
    with pytest.raises(OpsctlError) as error:
        replan(shop, wanted, dry_run=False)
    assert error.value.said.id == said
    assert everything(shop) == before


def test_a_sheet_in_brackets_is_refused_by_name(shop: Path) -> None:
    (shop / "targets/2026/a.yaml").write_text("{owner: zhao-min}\n", "utf-8")
    with pytest.raises(OpsctlError) as error:
        replan(shop, asked(), dry_run=False)
    assert dict(error.value.said.params) == {"file": "targets/2026/a.yaml"}


def test_without_a_source_there_is_nothing_to_freeze(shop: Path) -> None:
    (shop / "sources/daily.yaml").unlink()
    with pytest.raises(OpsctlError) as error:
        replan(shop, asked(), dry_run=False)
    assert error.value.said.id == "replan.nothing_measured"


def test_what_has_no_room_is_a_finding_and_nothing_is_written(shop: Path) -> None:
    held = "{value: 66666, reason: 定了, owner: zhao-min, until: 2026-04-30}"
    text = SHEET.replace("inherited   # 上面拆下来", f"{{value: inherited, hold: {{2026-04: {held}}}}}")
    (shop / "targets/2026/a.yaml").write_text(text, "utf-8")
    split(shop, 2026, dry_run=False)
    before = everything(shop)
    result = replan(shop, asked(policy="next"), dry_run=False)
    assert result.refused is not None
    (found,) = result.refused.diagnostics
    assert (found.name, found.problem.message.id) == ("impossible-split", "replan.no_room")
    assert everything(shop) == before


def test_the_answer_adds_up_in_words_and_as_data(shop: Path) -> None:
    result = replan(shop, asked(share="pool"), dry_run=True)
    data = json.loads(json.dumps(replan_json(result)))
    assert (data["from"], data["policy"], data["share"], data["written"]) == ("2026-04", "spread", "pool", False)
    for row in data["moved"]:
        number = {key: Decimal(value) for key, value in row.items() if key not in ("scope", "metric", "unit")}
        assert number["gap"] == number["closed_planned"] - number["closed_actual"]
        assert number["year_before"] == number["closed_planned"] + number["left_before"]
        assert number["year_after"] == number["closed_actual"] + number["left_after"]
        if row["scope"] == "company":
            assert number["year_before"] == number["year_after"]
    for lang in ("zh", "en"):
        text = replan_text(result, lang, width=160)
        assert text.encode("gbk").decode("gbk") == text


def test_the_command_speaks_on_both_streams(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["-C", str(shop), "plan", "split", "2026"]
    full = [*call, "--from", "2026-04", "--policy", "spread", "--reason", "差一截", "--owner", "zhao-min"]
    assert run([*full, "--today", "2026-04-05", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["data"]["written"] is True
    assert run(call) == 0
    assert run([*full, "--today", "2026-04-06"]) == 0
    assert "没有什么要改" in capsys.readouterr().out
    for wrong in (
        [*call, "--policy", "spread"],
        [*call, "--from", "2026-05"],
        [*full[:-2], "--check"],
        [*call, "--from", "2027-05", *full[7:]],
        [*full[:7], "sprad", *full[8:]],
    ):
        assert run(wrong) == 2
    assert run(["-C", str(shop), "plan", "show", "2026", "--scope", "a"]) == 0
    shown = capsys.readouterr().out
    assert "原目标" in shown and "差一截" in shown


def test_rows_for_a_spreadsheet_have_the_original_behind_the_current(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["-C", str(shop), "plan", "show", "2026", "--scope", "a", "--format"]
    replan(shop, asked(), dry_run=False)
    assert run([*call, "csv"]) == 0
    head, *rows = csv.reader(capsys.readouterr().out.splitlines())
    assert run([*call, "json"]) == 0
    data = json.loads(capsys.readouterr().out)["data"]
    for version, key in (("current", "targets"), ("original", "original")):
        found = {row[1]: row for row in rows if row[2:4] == ["commit", version]}
        assert list(found) == [target["metric"] for target in data[key]]
        for target in data[key]:
            cells = dict(zip(head, found[target["metric"]], strict=True))
            assert cells["2026"] == target["value"]
            assert all(cells[each["period"]] == each["value"] for each in (*target["parts"], *target["sums"]))
    assert [row[3] for row in rows[:2]] == ["current", "original"]
    assert rows[0][6:] != rows[1][6:]


def test_a_review_judges_by_the_plan_in_force_and_tells_the_original(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replan(shop, asked(), dry_run=False)
    week = json.loads(reviewed(shop, "2026-W16", capsys))
    rows = {row["metric"]: row for row in week["metrics"]}
    paid = rows["gmv_paid"]
    assert paid["original_target"] is not None and Decimal(paid["original_target"]) != Decimal(paid["target"])
    actual = Decimal(paid["actual"]["value"])
    for target, share in (("target", "attainment"), ("original_target", "original_attainment")):
        assert abs(actual / Decimal(paid[target]) - Decimal(paid[share])) < Decimal("0.000001")
    before = json.loads(reviewed(shop, "2026-W10", capsys))
    assert all(row["original_target"] is None for row in before["metrics"])
    assert {row["period"]["label"]: row["original_target"] is None for row in week["pace"]} == {
        "2026-04": False,
        "2026-Q2": False,
        "2026": True,
    }


def reviewed(root: Path, week: str, capsys: pytest.CaptureFixture[str]) -> str:
    """A weekly review as data."""
    assert run(["-C", str(root), "review", "weekly", week, "--format", "json"]) == 0
    return json.dumps(json.loads(capsys.readouterr().out)["data"])
