"""`plan weights`: last year's actuals frozen into the calendar and the sheets, and what is said where they lack."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from opsctl.cli.app import run
from opsctl.loading.edits import data_of

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
STORES = ("douyin-main", "jd-pop", "shopify-us", "tmall-flagship")
MARKED = "marked: [{from: 2025-09-12, until: 2025-09-13, what: stock-out, why: 亚麻四件套断货, at: %s}]\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the example, to work in; what happened in the year to plan is nobody's business yet."""
    later = shutil.ignore_patterns("*-2026.csv")
    return Path(shutil.copytree(EXAMPLE, tmp_path / "home", ignore=later))


@pytest.fixture
def weights(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `plan weights` as users do; give back the exit status and both streams."""

    def run_it(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run(["--lang", "en", "-C", str(root), "plan", "weights", *arguments])
        return (status, *capsys.readouterr())

    return run_it


def calendar(root: Path, year: int = 2026) -> Any:
    """A calendar as it stands."""
    return data_of("a.yaml", (root / "calendar" / f"{year}.yaml").read_text("utf-8"))


def goals(root: Path, scope: str = "company") -> Any:
    """The goals of a sheet as they stand."""
    return data_of("a.yaml", (root / "targets" / "2026" / f"{scope}.yaml").read_text("utf-8"))["goals"]


def edit(file: Path, old: str, new: str) -> None:
    """Replace text that has to be there."""
    text = file.read_text("utf-8")
    assert old in text, old
    write(file, text.replace(old, new))


def write(file: Path, text: str) -> None:
    """Write a file as it is."""
    file.write_text(text, "utf-8", newline="")


def drop_days(root: Path, store: str, *days: str) -> None:
    """Take days out of a store's export of 2025."""
    file = root / "actuals" / "shop-daily" / f"{store}-2025.csv"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith(days)), "utf-8", newline="")


def exported(root: Path, store: str) -> Iterator[dict[str, str]]:
    """The rows of a store's export of 2025, read by Python's own reader."""
    with (root / "actuals" / "shop-daily" / f"{store}-2025.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def total(root: Path, store: str, column: str) -> Fraction:
    """The sum of a column."""
    return sum((Fraction(row[column]) for row in exported(root, store)), Fraction(0))


def test_what_is_written_passes_every_check_and_a_second_run_has_nothing_to_write(root: Path, weights: Run) -> None:
    status, diff, said = weights("--from", "2025")
    assert status == 0 and diff.startswith("--- a/calendar/2026.yaml")
    assert "written: calendar/2026.yaml; next: opsctl plan split 2026" in said
    for name, curve in calendar(root)["curves"].items():
        assert sum(Decimal(share.removesuffix("%")) for share in curve["months"].values()) == 100, name
        assert list(curve["months"]) == [str(month) for month in range(1, 13)]
        assert curve["source"].startswith("2025 年 net_sales（shop-daily；")
    assert run(["-C", str(root), "plan", "split", "2026"]) == 0
    assert run(["-C", str(root), "check"]) == 0
    before = (root / "calendar" / "2026.yaml").read_bytes()
    status, diff, said = weights("--from", "2025")
    assert (status, diff) == (0, "") and "the files hold these numbers already" in said
    assert (root / "calendar" / "2026.yaml").read_bytes() == before


def test_it_can_only_be_looked_at(root: Path, weights: Run) -> None:
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    status, diff, said = weights("--from", "2025", "--dry-run", "--split", "net_sales", "--curve", "us-home")
    assert status == 0 and "+++ b/calendar/2026.yaml" in diff and "+++ b/targets/2026/company.yaml" in diff
    assert "only shown, nothing written" in said
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_spring_festival_and_promotions_go_where_they_are_in_the_new_year(root: Path, weights: Run) -> None:
    assert weights("--from", "2025")[0] == 0
    written = calendar(root)
    months = {month: Decimal(share[:-1]) for month, share in written["curves"]["cn-home"]["months"].items()}
    assert months["1"] > 6 and months["2"] < 5, "2025's trough was in January, 2026's is in February"
    events = {event["id"]: event["windows"] for event in written["events"]}
    assert max(events["double-11"]["jd"]["lift"], key=lambda day: Decimal(events["double-11"]["jd"]["lift"][day])) == (
        "2026-11-11"
    )
    assert "2026-06-18" in events["618"]["tmall"]["lift"]
    assert Decimal(events["cny"]["tmall"]["usual"]) < Decimal("0.5")
    assert Decimal("2.4") < Decimal(events["black-friday"]["shopify"]["lift"]) < Decimal("3.2")


def test_marked_days_are_taken_out_where_they_belong(root: Path, weights: Run) -> None:
    """Two lost days of a flagship make September larger; the same days of a store on another curve do not."""
    shares = []
    plain = (root / "calendar" / "2025.yaml").read_text("utf-8").partition("marked:")[0]
    for more in ("", MARKED % "tmall", MARKED % "shopify-us"):
        place = "tmall-flagship" if more == MARKED % "tmall" else "shopify-us"
        (root / "calendar" / "2025.yaml").write_text(plain + (MARKED % place if more else ""), "utf-8", newline="")
        status, _, said = weights("--from", "2025", "--curve", "cn-home")
        assert status == 0
        shares.append(calendar(root)["curves"]["cn-home"])
        assert ("2 marked days taken out" in said) == (place == "tmall-flagship" and bool(more))
    assert shares[0] == shares[2] and "断货" not in shares[2]["source"]
    assert "剔除 2025-09-12..2025-09-13 亚麻四件套断货 (tmall-flagship)" in shares[1]["source"]
    assert Decimal(shares[1]["months"]["9"][:-1]) > Decimal(shares[0]["months"]["9"][:-1])


def test_shares_are_last_year_s_and_add_up_to_a_hundred(root: Path, weights: Run) -> None:
    status, diff, _ = weights("--from", "2025", "--split", "net_sales")
    assert status == 0 and "calendar" not in diff
    split = goals(root)["net_sales"]["split"]
    sold = {store: total(root, store, "支付金额") - total(root, store, "成功退款金额") for store in STORES}
    numbers = {store: Decimal(number) for store, number in split["weights"].items()}
    assert sum(numbers.values()) == 100
    for store in STORES:
        assert abs(Fraction(numbers[store]) - 100 * sold[store] / sum(sold.values())) < Fraction(1, 100), store
    assert (split["from"], split["source"]) == ("last-year", "2025 年 net_sales（shop-daily）")
    assert split["hold"]["jd-pop"]["value"] == "320万"


@pytest.mark.parametrize(
    ("metric", "above", "below", "scale", "sign"),
    [("refund_rate", "成功退款金额", "支付金额", 100, "%"), ("aov_buyer", "支付金额", "支付买家数", 1, "")],
)
def test_a_ratio_goes_down_by_each_store_s_own(
    root: Path, weights: Run, metric: str, above: str, below: str, scale: int, sign: str
) -> None:
    assert weights("--from", "2025", "--split", metric)[0] == 0
    split = goals(root)[metric]["split"]
    assert set(split["relative"]) == set(STORES) and split["from"] == "last-year" and "weights" not in split
    for store, number in split["relative"].items():
        real = scale * total(root, store, above) / total(root, store, below)
        assert number.endswith(sign) and abs(Fraction(number.removesuffix(sign)) - real) <= Fraction(1, 200), store


def test_a_split_that_says_last_year_is_written_without_being_named(root: Path, weights: Run) -> None:
    sheet = root / "targets" / "2026" / "company.yaml"
    edit(
        sheet,
        "      weights: {tmall-flagship: 55, douyin-main: 25, jd-pop: 15, shopify-us: 5}\n",
        "      from: last-year\n",
    )
    assert run(["-C", str(root), "--lang", "en", "check"]) == 1
    status, _, said = weights("--from", "2025")
    assert status == 0 and "net_sales of company: douyin-main 23.02" in said
    assert set(goals(root)["net_sales"]["split"]["weights"]) == set(STORES)
    assert run(["-C", str(root), "plan", "split", "2026"]) == 0
    assert run(["-C", str(root), "check"]) == 0


def test_check_says_which_command_writes_last_year(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = root / "targets" / "2026" / "company.yaml"
    edit(
        sheet,
        "      weights: {tmall-flagship: 55, douyin-main: 25, jd-pop: 15, shopify-us: 5}\n",
        "      from: last-year\n",
    )
    run(["-C", str(root), "--lang", "en", "check"])
    assert "run opsctl plan weights --from 2025" in capsys.readouterr().out


def test_comments_and_everything_else_stay(root: Path, weights: Run) -> None:
    file = root / "targets" / "2026" / "company.yaml"
    edit(file, "      weights: {tmall-flagship: 55, douyin-main: 25, jd-pop: 15, shopify-us: 5}\n",
         "      weights:                  # 谁分多少\n        tmall-flagship: 55      # 主店\n        douyin-main: 25\n"
         "        jd-pop: 15\n        shopify-us: 5           # 新店\n")  # fmt: skip
    assert weights("--from", "2025", "--split", "net_sales")[0] == 0
    text = file.read_text("utf-8")
    assert "weights:                  # 谁分多少\n        tmall-flagship: 56.54      # 主店\n" in text
    assert "shopify-us: 4.56           # 新店\n" in text and "# 净销售额 ÷ (1 − 退款率)" in text


def test_a_year_without_a_calendar_gets_one(root: Path, weights: Run) -> None:
    (root / "calendar" / "2026.yaml").unlink()
    status, diff, _ = weights("--from", "2025", "--curve", "home", "--scope", "tmall-flagship")
    assert status == 0 and diff.startswith("--- /dev/null\n+++ b/calendar/2026.yaml")
    assert list(calendar(root)["curves"]) == ["home"]
    assert set(calendar(root)["curves"]["home"]) == {"months", "weekdays", "source"}


def test_windows_that_other_stores_share_stay(root: Path, weights: Run) -> None:
    before = {event["id"]: event["windows"] for event in calendar(root)["events"]}
    status, _, said = weights("--from", "2025", "--curve", "us-home")
    after = {event["id"]: event["windows"] for event in calendar(root)["events"]}
    assert status == 0 and "there are stores on douyin, jd, tmall that are not fitted now" in said
    assert after["anniversary"] == before["anniversary"] and after["618"] == before["618"]
    assert after["black-friday"] != before["black-friday"]


def test_days_without_data_are_filled_in_and_told(root: Path, weights: Run) -> None:
    drop_days(root, "jd-pop", "2025-04-01", "2025-04-02")
    status, _, said = weights("--from", "2025", "--curve", "cn-home", "--split", "net_sales")
    assert status == 0
    assert "2 missing days filled in" in said
    assert (
        "jd-pop lacks 2 days of 2025, filled with the ordinary level of their weekday: 2025-04-01, 2025-04-02" in said
    )
    assert (
        "jd-pop lacks 2 days of net_sales in 2025 (2025-04-01 to 2025-04-02); only the days known are counted" in said
    )


def test_a_store_that_opened_during_the_year_is_left_out_of_the_curve(root: Path, weights: Run) -> None:
    (root / "stores" / "jd-pop.yaml").write_text(
        (root / "stores" / "jd-pop.yaml").read_text("utf-8").replace("opened: ", "x-opened: ") + "opened: 2025-05-01\n",
        "utf-8", newline="")  # fmt: skip
    status, _, said = weights("--from", "2025", "--curve", "cn-home")
    assert status == 0 and "jd-pop was not open all of 2025 and is left out of the fit" in said
    assert "curve cn-home: douyin-main, tmall-flagship;" in said


@pytest.mark.parametrize(
    ("arguments", "said", "hint"),
    [
        ("--from 2024 --year 2026", "cannot fit curve cn-home: there are no daily actuals of net_sales for "
         "douyin-main, jd-pop, tmall-flagship in 2024", "add the data of 2024"),
        ("--from 2026 --year 2026", "--from 2026 is expected to be before the year to plan, 2026", ""),
        ("--from 2026", "there is nothing to fit for 2027", "name a curve with --curve"),
        ("--from 2025 --split sessions", "there is no goal sessions in the sheet of company for 2026",
         "name another sheet's scope with --scope"),
        ("--from 2025 --split inquirers --scope tmall-flagship --metric x --curve a", "there is no metric x", ""),
        ("--from 2025 --metric cvr --curve cn-home", "there are no daily actuals of cvr", "another metric"),
        ("--from 2025 --scope nobody", "there is no team, store or person nobody", "there are: "),
        ("--from 2025 --data nowhere", "nowhere", ""),
        ("--from soon", "soon", ""),
        ("--from 2025 --curve a/b", "a/b is not an id", "lower-case letters"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused(weights: Run, arguments: str, said: str, hint: str) -> None:
    status, out, talk = weights(*arguments.split())
    assert (status, out) == (2, "")
    assert said in " ".join(talk.split()) and hint in talk


def sell(root: Path, numbers: str, stores: str = "*") -> None:
    """Give every day of 2025 the same numbers: sales, orders, buyers, visitors, four more and refunds."""
    for file in sorted((root / "actuals" / "shop-daily").glob(f"{stores}-2025.csv")):
        head, *rows = file.read_text("utf-8").splitlines()
        write(file, "\n".join((head, *(",".join((*row.split(",")[:2], numbers)) for row in rows), "")))


@pytest.mark.parametrize("sold", ["0", "-5"])
def test_a_year_without_sales_is_refused(root: Path, weights: Run, sold: str) -> None:
    sell(root, f"{sold},1,1,1,1,1,1,1,0")
    status, out, err = weights("--from", "2025")
    assert (status, out) == (2, "")
    assert "cannot fit curve cn-home: no month of 2025 comes to more than 0" in err


@pytest.mark.parametrize("metric", ["net_sales", "cvr"])
def test_shares_and_ratios_of_nothing_are_refused(root: Path, weights: Run, metric: str) -> None:
    sell(root, "0,0,0,0,0,0,0,0,0")
    status, out, err = weights("--from", "2025", "--split", metric)
    assert (status, out) == (2, "")
    assert f"nothing under company came to more than 0 of {metric} in 2025" in err


def test_a_ratio_of_parts_below_zero_is_not_written(root: Path, weights: Run) -> None:
    sell(root, "1,1,-3,-3,1,1,1,1,0", "jd-pop")
    status, out, err = weights("--from", "2025", "--split", "cvr", "--dry-run")
    assert status == 0
    assert "cvr of jd-pop was -1095 ÷ -1095 in 2025; neither should be below 0" in " ".join((out + err).split())
    assert "jd-pop" not in out.split("+    split")[-1].split("tmall")[0]
    sell(root, "1,1,-3,-3,1,1,1,1,0")
    status, out, err = weights("--from", "2025", "--split", "cvr", "--dry-run")
    assert (status, out) == (2, "") and "neither should be below 0" in err


@pytest.mark.parametrize("asked", [(), ("--split", "net_sales"), ("--split", "cvr"), ("--curve", "cn-home")])
def test_actuals_that_cannot_be_read_are_named_instead_of_called_none(
    root: Path, weights: Run, asked: tuple[str, ...]
) -> None:
    for file in (root / "actuals" / "shop-daily").glob("*-2025.csv"):
        head, *rows = file.read_text("utf-8").splitlines()
        changed = head.replace("支付金额", "付款额").replace("支付买家数", "人数")
        write(file, "\n".join((changed, *rows, "")))
    status, out, err = weights("--from", "2025", *asked)
    assert (status, out) == (2, "")
    assert "there are no" not in err
    assert "actuals/shop-daily/douyin-main-2025.csv: " in err and "支付" in err


def test_a_store_whose_ratio_there_is_not_is_told(root: Path, weights: Run) -> None:
    sell(root, "0,0,0,0,0,0,0,0,0", "jd-pop")
    status, out, err = weights("--from", "2025", "--split", "cvr", "--dry-run")
    assert status == 0
    assert "jd-pop had no cvr in 2025" in out + err


def test_a_month_without_days_is_refused_and_named(root: Path, weights: Run) -> None:
    first = [f"2025-04-{day:02d}" for day in range(1, 25)]
    drop_days(root, "jd-pop", "2025-03", *first)
    status, _, said = weights("--from", "2025")
    assert status == 2
    assert "jd-pop has fewer than 7 days of data in 2025-03, 2025-04, too few" in " ".join(said.split())
    assert weights("--from", "2025", "--curve", "us-home")[0] == 0


def test_without_last_year_s_calendar_promotions_count_as_ordinary(root: Path, weights: Run) -> None:
    (root / "calendar" / "2025.yaml").unlink()
    status, _, said = weights("--from", "2025", "--curve", "us-home")
    assert status == 0 and "there is no calendar of 2025" in said
    assert "event black-friday is on shopify in 2026 only" in said


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_calendar_that_cannot_be_read_is_named(root: Path, weights: Run, year: int) -> None:
    write(root / "calendar" / f"{year}.yaml", "curves: [\n")
    status, out, said = weights("--from", "2025", "--curve", "us-home")
    assert (status, out) == (2, "") and f"cannot read calendar/{year}.yaml" in said


def test_as_data(root: Path, weights: Run) -> None:
    status, out, _ = weights("--from", "2025", "--split", "net_sales", "--curve", "us-home", "--format", "json")
    data = json.loads(out)["data"]
    assert status == 0 and (data["from"], data["year"], data["metric"], data["written"]) == (
        2025,
        2026,
        "net_sales",
        True,
    )
    (curve,) = data["curves"]
    assert sum(Decimal(share) for share in curve["months"]) == 1 and curve["stores"] == ["shopify-us"]
    assert [lift["window"] for lift in data["lifts"]] == ["shopify"]
    assert data["splits"][0]["numbers"] == goals(root)["net_sales"]["split"]["weights"]
    assert data["files"] == ["calendar/2026.yaml", "targets/2026/company.yaml"]


def test_money_of_unlike_bases_is_not_added(root: Path, weights: Run) -> None:
    """One shop's export counts orders when they are placed; each store alone can be fitted, the sum cannot."""
    source = (root / "sources" / "shop-daily.yaml").read_text("utf-8")
    jd = " 晨禾家居京东店: jd-pop,"
    assert jd in source and "basis: paid" in source
    write(root / "sources" / "shop-daily.yaml", source.replace(jd, "").replace("/*.csv", "/[dst]*.csv"))
    head, _, tail = source.partition("  map: {")
    other = f"{head}  map: {{晨禾家居京东店: jd-pop}}{tail.partition('}')[2]}".replace("basis: paid", "basis: ordered")
    write(root / "sources" / "jd-daily.yaml", other.replace("/*.csv", "/j*.csv"))
    for arguments in (("--curve", "cn-home"), ("--split", "net_sales")):
        status, _, said = weights("--from", "2025", *arguments)
        assert status == 2 and "they cannot be added" in " ".join(said.split())
    assert weights("--from", "2025", "--split", "refund_rate")[0] == 0
    assert weights("--from", "2025", "--scope", "jd", "--curve", "cn-home")[0] == 0


def test_money_of_another_currency_counts_at_the_budget_rate(root: Path, weights: Run) -> None:
    numbers = []
    for rate in ("1", "2"):
        source = (EXAMPLE / "sources" / "shop-daily.yaml").read_text("utf-8")
        write(root / "sources" / "shop-daily.yaml", source.replace("currency: CNY", "currency: USD"))
        (root / "fx").mkdir(exist_ok=True)
        write(root / "fx" / "2025.yaml", f"budget: {{USD: {rate}}}\n")
        assert weights("--from", "2025", "--split", "aov_buyer")[0] == 0
        numbers.append(goals(root)["aov_buyer"]["split"]["relative"])
    for store in STORES:
        assert abs(Decimal(numbers[1][store]) - 2 * Decimal(numbers[0][store])) <= Decimal("0.01")
