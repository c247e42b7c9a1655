"""`opsctl actuals`: what is shown, objected to and kept is what Python's own arithmetic makes of the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from opsctl.checking.explain import File
from opsctl.cli.app import run

Folder = Callable[[str | Iterable[File]], Path]

STORES = {"旗舰店": "tmall-flagship", "京东店": "jd-pop"}
SOURCE = """\
files: actuals/shop-daily*.csv
grain: days
columns: {day: 日期, shop: 店铺, gmv: 支付金额, buyers: 支付买家数, visitors: 访客数, back: 成功退款金额}
store: {column: shop, map: {旗舰店: tmall-flagship, 京东店: jd-pop}}
day: day
currency: CNY
money: {basis: paid, tax: included}
metrics:
  gmv_paid: {sum: gmv}
  buyers_paid: {sum: buyers}
  visitors: {sum: visitors}
  refund_amount: {sum: back}
"""
LINES = """\
files: actuals/orders/*.csv
grain: lines
columns: {day: 日期, order: 订单编号, buyer: 买家编号, gmv: 金额}
store: {other: tmall-flagship}
day: day
metrics:
  orders_paid: {count_distinct: order}
  cart_buyers: {count_distinct: buyer}
"""
FIRST = date(2026, 5, 25)
Row = tuple[date, str, Decimal, int, int, Decimal]


def rows(days: int = 21) -> list[Row]:
    """Two stores' days, with cents, and no two alike."""
    return [
        (
            FIRST + timedelta(days=n),
            shop,
            Decimal(100_000 + 1_237 * n + 31_415 * at) / 100,
            10 + n + at,
            400 + 7 * n + 90 * at,
            Decimal(n * at) + Decimal("0.07"),
        )
        for n in range(days)
        for at, shop in enumerate(STORES)
    ]


def export(found: Iterable[Row]) -> str:
    """The rows as their platform writes them."""
    lines = ["日期,店铺,支付金额,支付买家数,访客数,成功退款金额"]
    lines += [",".join(str(cell) for cell in row) for row in found]
    return "\n".join(lines) + "\n"


@pytest.fixture
def root(folder_from: Folder) -> Path:
    """A workspace of two stores, a daily export and some order lines."""
    orders = ["日期,订单编号,买家编号,金额"]
    orders += [f"{FIRST + timedelta(days=n % 21)},{1000 + n},{n % 17},5" for n in range(60)]
    return folder_from(
        [
            ("stores/tmall-flagship.yaml", "name: 天猫旗舰店\nplatform: tmall\nteam: company\n"),
            ("stores/jd-pop.yaml", "name: 京东店\nplatform: jd\nteam: company\n"),
            ("sources/shop-daily.yaml", SOURCE),
            ("sources/orders.yaml", LINES),
            (".gitignore", "/actuals/orders/\n"),
            ("actuals/shop-daily.csv", export(rows())),
            ("actuals/orders/2026.csv", "\n".join(orders) + "\n"),
        ]
    )


def called(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """What a command prints, after its exit status was looked at."""
    capsys.readouterr()
    assert run(["--lang", "en", "-C", str(root), *arguments]) == status
    return capsys.readouterr().out


def data(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> Any:
    """The data that a command prints as JSON."""
    return json.loads(called(root, capsys, *arguments, "--format", "json", status=status))["data"]


def shown(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    """The rows that `actuals show` prints as CSV."""
    text = called(root, capsys, "actuals", "show", *arguments, "--format", "csv", "--today", "2026-07-01")
    return list(csv.DictReader(io.StringIO(text)))


def test_sums_by_store_and_week_are_those_of_the_rows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for day, shop, gmv, *_ in rows():
        year, week, _ = day.isocalendar()
        expected[STORES[shop], f"{year}-W{week:02d}"] += gmv
    found = shown(root, capsys, "2026", "--by", "store,week", "--metric", "gmv_paid")
    known = {(row["store"], row["week"]): Decimal(row["value"]) for row in found if row["days"] != "0"}
    assert known == expected


def test_ratios_are_computed_from_their_parts_at_every_level(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = [row for row in rows() if date(2026, 6, 1) <= row[0] <= date(2026, 6, 7)]
    (whole,) = shown(root, capsys, "2026-W23", "--metric", "cvr")
    assert abs(Decimal(whole["value"]) - Decimal(sum(r[3] for r in inside)) / sum(r[4] for r in inside)) < Decimal(
        "1e-6"
    )
    by_store = shown(root, capsys, "2026-W23", "--by", "store", "--metric", "cvr")
    for row in by_store:
        own = [each for each in inside if STORES[each[1]] == row["store"]]
        expected = Decimal(sum(r[3] for r in own)) / sum(r[4] for r in own)
        assert abs(Decimal(row["value"]) - expected) < Decimal("1e-6")


def test_missing_days_are_counted_and_a_ratio_without_them_is_none(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = [row for row in rows() if not (row[1] == "京东店" and row[0] == date(2026, 6, 3))]
    (root / "actuals/shop-daily.csv").write_text(export(kept), "utf-8")
    found = shown(root, capsys, "2026-W23", "--by", "store,metric", "--metric", "gmv_paid", "--metric", "cvr")
    of = {(row["store"], row["metric"]): row for row in found}
    assert (of["jd-pop", "cvr"]["value"], of["jd-pop", "cvr"]["missing"]) == ("", "1")
    assert (of["jd-pop", "gmv_paid"]["days"], of["jd-pop", "gmv_paid"]["missing"]) == ("6", "1")
    assert of["tmall-flagship", "cvr"]["missing"] == "0"
    text = called(root, capsys, "actuals", "show", "2026-W23", "--by", "store", "--today", "2026-07-01")
    assert "— (1 d missing)" in text


def test_people_are_counted_in_two_ways_that_are_never_mixed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(root, capsys, "2026-W23", "--by", "metric", "--metric", "cart_buyers", "--scope", "tmall-flagship")
    lines = [(FIRST + timedelta(days=n % 21), n % 17) for n in range(60)]
    inside = [(day, buyer) for day, buyer in lines if date(2026, 6, 1) <= day <= date(2026, 6, 7)]
    expected = {"days": len(set(inside)), "distinct": len({buyer for _, buyer in inside})}
    assert {row["counting"]: int(row["value"]) for row in found} == expected
    assert expected["days"] > expected["distinct"]


@pytest.mark.parametrize(("by", "said"), [("shop", "shop"), ("store,store", "store")])
def test_a_cut_nobody_knows_is_refused(root: Path, capsys: pytest.CaptureFixture[str], by: str, said: str) -> None:
    assert run(["--lang", "en", "-C", str(root), "actuals", "show", "2026", "--by", by]) == 2
    assert said in capsys.readouterr().err


def objections(root: Path, capsys: pytest.CaptureFixture[str], status: int, *more: str) -> list[tuple[str, str, str]]:
    """Name, severity and scope of each objection in 2026-W23."""
    found = data(root, capsys, "actuals", "check", "2026-W23", "--today", "2026-07-01", *more, status=status)
    return [(each["name"], each["severity"], each["scope"]) for each in found["objections"]]


def test_good_data_is_not_objected_to(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert objections(root, capsys, 0) == []
    assert "sources: 2" in called(root, capsys, "actuals", "check", "2026-W23", "--today", "2026-07-01")


def spoil(root: Path, day: date, shop: str, **changes: object) -> None:
    """Change cells of one row of the export."""
    places = {"gmv": 2, "buyers": 3, "visitors": 4, "back": 5}
    found: list[list[object]] = [list(row) for row in rows()]
    for row in found:
        if (row[0], row[1]) == (day, shop):
            for name, value in changes.items():
                row[places[name]] = value
    (root / "actuals/shop-daily.csv").write_text(export(found), "utf-8")  # type: ignore[arg-type]


BAD = date(2026, 6, 2)


def test_what_an_error_is_about_is_not_judged_and_the_review_says_why(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(root, BAD, "京东店", visitors=3)
    assert objections(root, capsys, 1) == [("actuals-buyers-above-visitors", "error", "jd-pop")]
    review = data(root, capsys, "review", "weekly", "2026-W23", status=1)
    of = {row["metric"]: row for row in review["metrics"]}
    assert (of["cvr"]["actual"]["value"], of["cvr"]["actual"]["missing"]) == (None, [f"{BAD}"])
    assert of["gmv_paid"]["actual"]["days"] == 7
    assert review["judgement"]["worst"] == "error"
    text = called(root, capsys, "review", "weekly", "2026-W23", status=1)
    assert text.index("are not judged") < text.index("Key figures")
    assert "buyers exceed visitors on 1 day(s) (2026-06-02)" in " ".join(text.split())


def test_a_week_beside_the_bad_day_is_judged(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root, BAD, "京东店", visitors=3)
    review = data(root, capsys, "review", "weekly", "2026-W24")
    cvr = next(row for row in review["metrics"] if row["metric"] == "cvr")
    assert cvr["actual"]["value"] is not None
    assert cvr["previous"]["actual"]["value"] is None


@pytest.mark.parametrize(("severity", "status", "known"), [("warning", 0, True), ("off", 0, True), ("error", 1, False)])
def test_severities_are_those_of_the_settings(
    root: Path, capsys: pytest.CaptureFixture[str], severity: str, status: int, known: bool
) -> None:
    spoil(root, BAD, "京东店", visitors=3)
    (root / "opsctl.yaml").write_text(f"opsctl: 1\nname: A\nchecks: {{severity: {{ACT108: {severity}}}}}\n", "utf-8")
    assert bool(objections(root, capsys, status)) == (severity != "off")
    review = data(root, capsys, "review", "weekly", "2026-W23", status=status)
    cvr = next(row for row in review["metrics"] if row["metric"] == "cvr")
    assert (cvr["actual"]["value"] is not None) == known


def test_fail_on_decides_the_exit_status(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refunds = [("actuals-refunds-above-sales", "warning", "jd-pop")]
    spoil(root, BAD, "京东店", back=999_999)
    assert objections(root, capsys, 0) == refunds
    assert objections(root, capsys, 1, "--fail-on", "warning") == refunds


def test_days_that_the_store_does_not_have_are_no_gap(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = [row for row in rows() if not (row[1] == "京东店" and row[0] == BAD)]
    (root / "actuals/shop-daily.csv").write_text(export(kept), "utf-8")
    assert objections(root, capsys, 0) == [("actuals-gap", "warning", "jd-pop")]
    (root / "calendar").mkdir()
    (root / "calendar/2026.yaml").write_text(
        f"marked:\n  - {{from: {BAD}, until: {BAD}, what: closed, why: 盘点, at: jd-pop}}\n", "utf-8"
    )
    assert objections(root, capsys, 0) == []


def test_a_store_that_never_had_data_is_told_where_data_was_promised(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "sources/shop-daily.yaml").write_text(SOURCE + "freshness: {warn_after: 2d, error_after: 9d}\n", "utf-8")
    (root / "actuals/shop-daily.csv").write_text(export(row for row in rows(8) if row[1] == "旗舰店"), "utf-8")
    found = data(root, capsys, "actuals", "check", "2026-06", "--today", "2026-06-30", status=1)["objections"]
    told = {
        (each["scope"], each["severity"], each["message"]["id"]) for each in found if each["name"] == "actuals-stale"
    }
    assert told == {("jd-pop", "warning", "gate.never"), ("tmall-flagship", "error", "gate.stale")}


def test_markdown_keeps_words_of_files_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "actuals/shop-daily.csv").write_text(export(rows()) + "2026-06-02,<b>@all</b>,1,1,1,1\n", "utf-8")
    text = called(root, capsys, "actuals", "check", "2026-W23", "--today", "2026-07-01", "--format", "markdown")
    assert "<b>" not in text
    assert "@all" not in text
    assert "`ACT118`" in text


def snapshot(root: Path, source: str) -> Path:
    """Where the snapshot of a source's 2026 stands."""
    return root / f"actuals/snapshots/{source}/2026.csv"


def test_a_snapshot_has_every_day_to_the_cent_and_the_digest_of_every_input(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called(root, capsys, "actuals", "load")
    found = list(csv.DictReader(io.StringIO(snapshot(root, "shop-daily").read_text("utf-8"))))
    expected = {(STORES[shop], f"{day}"): gmv for day, shop, gmv, *_ in rows()}
    assert {
        (row["scope"], row["period"]): Decimal(row["value"]) for row in found if row["metric"] == "gmv_paid"
    } == expected
    assert found == sorted(found, key=lambda row: tuple(row.values())[:5])
    assert b"\r" not in snapshot(root, "shop-daily").read_bytes()
    manifest = json.loads(snapshot(root, "shop-daily").with_suffix(".json").read_text("utf-8"))
    export_ = root / "actuals/shop-daily.csv"
    assert manifest["inputs"] == [
        {
            "path": "actuals/shop-daily.csv",
            "sha256": sha256(export_.read_bytes()).hexdigest(),
            "size": export_.stat().st_size,
            "rows": len(rows()),
        }
    ]
    assert manifest["sha256"] == sha256(snapshot(root, "shop-daily").read_bytes()).hexdigest()


def test_a_snapshot_counts_people_once_in_weeks_months_quarters_and_years(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called(root, capsys, "actuals", "load", "2026")
    found = {
        (row["scope"], row["period"]): int(row["value"])
        for row in csv.DictReader(io.StringIO(snapshot(root, "orders").read_text("utf-8")))
        if row["metric"] == "cart_buyers"
    }
    lines = [(FIRST + timedelta(days=n % 21), n % 17) for n in range(60)]
    for label, first, last in (
        ("2026-W23", date(2026, 6, 1), date(2026, 6, 7)),
        ("2026-06", date(2026, 6, 1), date(2026, 6, 30)),
        ("2026-Q2", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ):
        assert found["tmall-flagship", label] == len({buyer for day, buyer in lines if first <= day <= last})


def test_loading_twice_changes_nothing_and_a_dry_run_writes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    would = data(root, capsys, "actuals", "load", "--dry-run")
    assert would["written"]
    assert not snapshot(root, "shop-daily").exists()
    called(root, capsys, "actuals", "load")
    before = {path: path.read_bytes() for path in (root / "actuals").rglob("*") if path.is_file()}
    again = data(root, capsys, "actuals", "load")
    assert (again["written"], [each["changed"] for each in again["snapshots"]]) == ([], [False, False])
    assert before == {path: path.read_bytes() for path in (root / "actuals").rglob("*") if path.is_file()}


def test_a_changed_day_is_told_with_what_it_was_and_is_and_since_which_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called(root, capsys, "actuals", "load")
    later = "日期,店铺,支付金额,支付买家数,访客数,成功退款金额\n2026-06-02,京东店,1.50,18,546,8.07\n"
    (root / "actuals/shop-daily_2.csv").write_text(later, "utf-8")
    told = data(root, capsys, "actuals", "load", "--source", "shop-daily")["snapshots"][0]
    was = next(gmv for day, shop, gmv, *_ in rows() if (day, shop) == (BAD, "京东店"))
    place = {"scope": "jd-pop", "dimension": "", "member": "", "metric": "gmv_paid", "period": f"{BAD}"}
    assert told["changed_files"] == ["actuals/shop-daily_2.csv"]
    assert [each for each in told["restated"] if each["metric"] == "gmv_paid"] == [
        {**place, "was": f"{was.normalize():f}", "is": "1.5"}
    ]


def test_a_review_is_rebuilt_byte_for_byte_without_the_exports(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root, BAD, "京东店", visitors=3)
    called(root, capsys, "actuals", "load")
    review = ("review", "weekly", "2026-W23", "--format", "markdown")
    with_files = called(root, capsys, *review, status=1)
    assert called(root, capsys, *review, "--snapshot", status=1) == with_files
    for path in ("shop-daily.csv", "orders/2026.csv"):
        (root / "actuals" / path).unlink()
    capsys.readouterr()
    assert run(["--lang", "en", "-C", str(root), *review]) == 1
    without = capsys.readouterr()
    assert without.out == with_files
    assert "shop-daily: the exports are not here" in without.err or "orders, shop-daily" in without.err


def test_a_year_whose_export_was_put_away_is_read_from_its_snapshot(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = root / "actuals/shop-daily-2025.csv"
    old.write_text(export([(date(2025, 6, 1), "旗舰店", Decimal("12.34"), 1, 9, Decimal(0))]), "utf-8")
    asked = ("2025-06", "--by", "metric", "--metric", "gmv_paid", "--scope", "tmall-flagship")
    assert shown(root, capsys, *asked)[0]["value"] == "12.34"
    called(root, capsys, "actuals", "load")
    old.unlink()
    assert shown(root, capsys, *asked)[0]["value"] == "12.34"
    inside = [gmv for day, shop, gmv, *_ in rows() if shop == "旗舰店" and day.month == 6]
    (june,) = shown(root, capsys, "2026-06", *asked[1:])
    assert Decimal(june["value"]) == sum(inside)


def test_a_snapshot_changed_by_hand_is_not_used(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called(root, capsys, "actuals", "load")
    path = snapshot(root, "shop-daily")
    path.write_text(path.read_text("utf-8").replace("gmv_paid,2026-06-02,", "gmv_paid,2026-06-02,9"), "utf-8")
    (root / "actuals/shop-daily.csv").unlink()
    assert ("actuals-file", "error", None) in objections(root, capsys, 1)
    assert "DATA120" in called(root, capsys, "check", status=1)


def test_a_source_in_trouble_keeps_the_snapshot_it_has(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called(root, capsys, "actuals", "load")
    before = snapshot(root, "shop-daily").read_bytes()
    (root / "actuals/shop-daily.csv").write_text("日期,店铺\n2026-06-01,旗舰店\n", "utf-8")
    found = data(root, capsys, "actuals", "load", status=1)
    assert {each["source"] for each in found["refused"]} == {"shop-daily"}
    assert snapshot(root, "shop-daily").read_bytes() == before
