"""`calendar show`, and commands that speak of weeks and fiscal years, on the example company as a user runs them."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from opsctl.cli.app import run
from opsctl.loading.read import load
from opsctl.period import parse_period
from opsctl.planning.curves.almanac import Asked, almanac, settled
from opsctl.rendering.calendar_text import calendar_text

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
NARROW = 60
PHASES = (
    "phases: [{id: presale, from: 2026-05-20, until: 2026-05-30, lift: 1.1}, {id: extra, name: 加场, from: 2026-06-19,"
    " until: 2026-06-20, lift: 1.4}, {id: encore, from: 2026-06-19, until: 2026-06-20}]"
)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str, root: Path = EXAMPLE, lang: str = "zh") -> str:
    """What a command prints, which has to succeed."""
    status = run(["--lang", lang, "-C", str(root), *arguments])
    captured = capsys.readouterr()
    assert status == 0, captured.err
    return captured.out


def data(capsys: pytest.CaptureFixture[str], *arguments: str, root: Path = EXAMPLE) -> Any:
    """A command's data."""
    return json.loads(shown(capsys, *arguments, "--format", "json", root=root))["data"]


def refused(capsys: pytest.CaptureFixture[str], *arguments: str, root: Path = EXAMPLE) -> str:
    """What is said of a call that has no answer."""
    assert run(["--lang", "en", "-C", str(root), *arguments]) == 2
    return capsys.readouterr().err


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the example that may be changed."""
    return shutil.copytree(EXAMPLE, tmp_path / "company")


def settings(root: Path, more: str) -> Path:
    """Add settings."""
    file = root / "opsctl.yaml"
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("week:")]
    file.write_text("\n".join([*lines, *more.splitlines()]) + "\n", "utf-8")
    return root


def test_a_year_is_drawn_by_month_with_the_shares_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "calendar", "show", "2026", "--scope", "tmall-flagship")
    assert (found["scope"], found["curve"], found["platform"]) == ("tmall-flagship", "cn-home", "tmall")
    assert [bar["label"] for bar in found["bars"]] == [f"2026-{month:02d}" for month in range(1, 13)]
    assert [bar["share"] for bar in found["bars"]][:3] == ["0.064", "0.041", "0.076"]
    assert sum(Decimal(bar["share"]) for bar in found["bars"]) == 1
    february = found["bars"][1]
    assert (february["events"], february["holidays"]) == (["cny"], ["spring-festival"])
    assert february["worked"] == ["2026-02-14", "2026-02-28"]
    assert february["weeks"] == ["2026-W05", "2026-W06", "2026-W07", "2026-W08", "2026-W09"]
    assert found["holidays"][0]["status"] == "official"


def test_the_events_of_all_platforms_may_be_asked_for_by_their_name(capsys: pytest.CaptureFixture[str]) -> None:
    named = data(capsys, "calendar", "show", "2026-09", "--curve", "cn-home", "--platform", "all")
    unnamed = data(capsys, "calendar", "show", "2026-09", "--curve", "cn-home")
    assert named == {**unnamed, "platform": "all"}


def test_a_month_is_drawn_by_day_and_its_days_are_the_month(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "calendar", "show", "2026-06", "--curve", "cn-home", "--platform", "jd")
    assert [bar["label"] for bar in found["bars"]] == [f"2026-06-{day:02d}" for day in range(1, 31)]
    shares = [Decimal(bar["share"]) for bar in found["bars"]]
    assert abs(sum(shares) - Decimal("0.113")) < Decimal("0.00002")
    # The 17th is a Wednesday, the 18th a Thursday: the same factor, lifts of 2.6 and 3.6.
    assert abs(shares[16] * 36 - shares[17] * 26) < Decimal("0.0001")
    assert found["bars"][18]["holidays"] == ["dragon-boat"]


def test_a_quarter_is_drawn_by_week_and_says_what_lies_outside(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, "calendar", "show", "2026-q1")
    assert [found["bars"][0]["label"], found["bars"][0]["whole"]] == ["2026-W01", False]
    assert abs(sum(Decimal(bar["share"]) for bar in found["bars"]) - Decimal("0.181")) < Decimal("0.00002")
    assert "两端的周只算本期内的天" in shown(capsys, "calendar", "show", "2026-Q1")


def test_phases_are_named_and_lift(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = changed / "calendar" / "2026.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace(
            "tmall: {from: 2026-05-20, until: 2026-06-20,", f"tmall: {{from: 2026-05-20, until: 2026-06-20, {PHASES},"
        ),
        "utf-8",
    )
    june = shown(capsys, "calendar", "show", "2026-06", "--scope", "tmall-flagship", root=changed)
    assert "  预售：05-20 至 05-30，×1.1\n" in june and "  加场：06-19 至 06-20，×1.4\n" in june
    assert "618 年中大促 加场 返场 ×1.4、端午节" in june
    english = shown(capsys, "calendar", "show", "2026-06", "--scope", "tmall-flagship", root=changed, lang="en")
    assert "  presale: 05-20 to 05-30, ×1.1\n" in english
    found = data(capsys, "calendar", "show", "2026-06", "--scope", "tmall-flagship", root=changed)
    event = next(each for each in found["events"] if each["id"] == "618")
    assert [phase["id"] for phase in event["phases"]] == ["presale", "extra", "encore"]
    assert (event["lifts"]["2026-05-31"], event["lifts"]["2026-06-20"]) == ("3", "1.4")


def test_a_year_without_a_notice_says_that_it_is_provisional(capsys: pytest.CaptureFixture[str]) -> None:
    assert "2027 年节假日（暂定）" in shown(capsys, "calendar", "show", "2027")
    assert "Holidays of 2027 (provisional)" in shown(capsys, "calendar", "show", "2026-W53", lang="en")
    assert "春节（暂定）" in shown(capsys, "calendar", "show", "2027-02")
    assert "暂定" not in shown(capsys, "calendar", "show", "2026-02")
    found = data(capsys, "calendar", "show", "2027")["holidays"][0]
    assert (found["status"], found["worked"]) == ("provisional", [])
    assert data(capsys, "calendar", "show", "2012")["holidays"] == [{"year": 2012, "status": "unknown"}]
    assert "write holidays: in calendar/2012.yaml" in shown(capsys, "calendar", "show", "2012", lang="en")


def test_the_calendar_s_own_holidays_come_first(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    free = "{founders-day: {from: 2027-03-01, until: 2027-03-02}}"
    own = f"holidays: {{source: 公司通知, free: {free}, worked: [2027-03-06]}}\n"
    (changed / "calendar" / "2027.yaml").write_text(own, "utf-8")
    march = shown(capsys, "calendar", "show", "2027-03", root=changed)
    assert "2027 年节假日（本日历自定）" in march and "founders-day：03-01 至 03-02，2 天" in march
    assert "依据：公司通知" in march and "调休上班：03-06 周六" in march


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("period", ["2026", "2026-06", "2026-Q4", "2027", "2026-W53", "2026-11-11"])
def test_sixty_columns_suffice_in_both_languages(period: str, lang: str) -> None:
    workspace = load(EXAMPLE).workspace
    asked, found = Asked("tmall-flagship", None, None), parse_period(period)
    assert found is not None
    drawn = almanac(workspace, found, settled(workspace, found, asked))
    lines = calendar_text(workspace, drawn, lang, width=NARROW).splitlines()
    assert max(cell_len(line) for line in lines) <= NARROW
    # A bar that wrapped would stand alone on a line.
    assert not [line for line in lines if line.strip() and not line.strip(" █▁▏▎▍▌▋▊▉")]
    assert sum("█" in line or "▁" in line for line in lines) == len(drawn.bars)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2026", "--scope", "nobody"], "no team, store or person"),
        (["2026", "--curve", "garden"], "cn-home, us-home"),
        (["2031", "--curve", "garden"], "write curves"),
        (["2026", "--platform", "ebay"], "shopify"),
        (["2026", "--scope", "jd-pop", "--curve", "cn-home"], "--scope cannot go with"),
        (["FY2026"], "fiscal years need fiscal: in opsctl.yaml"),
        (["soon"], "soon is not a period"),
    ],
)
def test_what_cannot_be_drawn_is_refused(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert said in refused(capsys, "calendar", "show", *arguments)


def test_weeks_are_read_in_small_letters_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert data(capsys, "plan", "show", "2026-w46") == data(capsys, "plan", "show", "2026-W46")
    assert data(capsys, "plan", "why", "gmv_paid/tmall-flagship/2026-w46")["period"]["label"] == "2026-W46"
    assert data(capsys, "review", "weekly", "2026-w46")["period"]["label"] == "2026-W46"


def test_reviews_and_targets_follow_sunday_weeks(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(changed, "week: sunday")
    review = data(capsys, "review", "weekly", "2026-W45", root=changed)
    assert review["period"] == {"label": "2026-W45", "first": "2026-11-08", "last": "2026-11-14"}
    assert [day["day"] for day in review["days"]][0::6] == ["2026-11-08", "2026-11-14"]
    row = next(each for each in review["metrics"] if each["metric"] == review["headline"])
    assert row["previous"]["period"]["label"] == "2026-W44"
    assert row["last_year"]["period"] == {"label": "2025-W46", "first": "2025-11-09", "last": "2025-11-15"}
    assert row["last_year_same_number"]["period"]["label"] == "2025-W45"
    assert row["last_year_same_number"]["change"] != row["last_year"]["change"]
    text = shown(capsys, "review", "weekly", "2026-W45", root=changed, lang="en")
    assert "YoY no." in text and "is against 2025-W45, the same number last year" in " ".join(text.split())
    target = data(capsys, "plan", "show", "2026-W45", root=changed)
    days = [data(capsys, "plan", "show", f"2026-11-{day:02d}", root=changed) for day in range(8, 15)]
    of = [next(each for each in shown_["targets"] if each["metric"] == "gmv_paid") for shown_ in (target, *days)]
    assert Decimal(of[0]["value"]) == sum(Decimal(each["value"]) for each in of[1:])


def test_fiscal_periods_are_shown_where_the_settings_have_them(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(changed, "week: 445\nfiscal: {start: 1, first_day: mon}")
    found = data(capsys, "calendar", "show", "fy2026", "--scope", "tmall-flagship", root=changed)
    assert [bar["label"] for bar in found["bars"]] == [f"FY2026-P{number:02d}" for number in range(1, 13)]
    assert [len(bar["weeks"]) for bar in found["bars"]] == [4, 4, 5] * 3 + [4, 4, 6]
    month = data(capsys, "plan", "show", "FY2026-P02", root=changed)
    assert month["period"] == {"label": "FY2026-P02", "first": "2026-01-26", "last": "2026-02-22"}
    steps = shown(capsys, "plan", "why", "gmv_paid/tmall-flagship/FY2026-Q1", root=changed)
    assert "整月与零散日子之和" in steps
    plan = changed / "plans" / "FY2026-Q1"
    plan.mkdir()
    shutil.copy(next((changed / "plans").glob("2026*/*.md")), plan / "company.md")
    assert not [each for each in load(changed).workspace.findings if each.rule == "bad-file-name"]


def test_a_week_that_only_another_setting_has_is_a_bad_file_name(changed: Path) -> None:
    # 2026 has 53 ISO weeks and 52 that begin on Sunday.
    page = next((changed / "plans").glob("2026*/*.md"))
    (changed / "plans" / "2026-W53").mkdir()
    shutil.copy(page, changed / "plans" / "2026-W53" / page.name)
    assert not [each for each in load(changed).workspace.findings if each.rule == "bad-file-name"]
    settings(changed, "week: sunday")
    assert [each for each in load(changed).workspace.findings if each.rule == "bad-file-name"]
