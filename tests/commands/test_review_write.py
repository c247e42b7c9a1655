"""`opsctl review weekly --write`: a draft that passes every check, and blocks renewed around what people wrote."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opsctl.commands.check import Asked, check
from opsctl.commands.review import ReviewResult, review_of
from opsctl.commands.review_write import WriteResult, write_review
from opsctl.errors import OpsctlError
from opsctl.loading.read import load

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chenhe-home"
TODAY = date(2026, 11, 24)
FILE = "reviews/2026-W42/tmall-flagship.md"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("company") / "chenhe-home"
    shutil.copytree(EXAMPLE, root)
    return root


@pytest.fixture(scope="module")
def reviewed(company: Path) -> ReviewResult:
    return review_of(company, "weekly", "2026-W42", "tmall-flagship", TODAY, None)


def write(company: Path, reviewed: ReviewResult, *, dry_run: bool = False) -> WriteResult:
    """Write with what was reviewed, in the workspace as it is now."""
    now = replace(reviewed, workspace=load(company).workspace)
    return write_review(company, now, None, TODAY, dry_run=dry_run)


@pytest.fixture
def drafted(company: Path, reviewed: ReviewResult) -> Path:
    page = company / FILE
    page.unlink(missing_ok=True)
    assert write(company, reviewed).written
    return page


def test_a_draft_says_what_is_known_and_asks_what_is_not(drafted: Path) -> None:
    text = drafted.read_text("utf-8")
    assert text.startswith("---\nowner: li-na\nstatus: draft\ndata_until: 2026-10-18\n# meeting: ")
    assert "#   - {id: C1, metric: " in text
    assert "#   - {id: A019, does: 做什么, owner: li-na, due: 2026-10-25, metric: " in text
    assert "达成周目标 ￥24.41万 的 93.4%" in text
    assert "<!-- opsctl:waiting " in text
    assert text.endswith("## 下期计划\n\n<!-- 请写：下期先做哪几件事 -->\n")


def test_a_draft_passes_every_check(drafted: Path, company: Path) -> None:
    assert check(company, Asked(TODAY)).diagnostics == ()


def test_a_second_run_changes_nothing(drafted: Path, company: Path, reviewed: ReviewResult) -> None:
    before = drafted.read_bytes()
    done = write(company, reviewed)
    assert (done.written, done.stale, done.unplaced) == (False, (), ())
    assert drafted.read_bytes() == before


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(alphabet="判断 a|#-\n`é", max_size=30), returns=st.booleans(), ends=st.booleans())
def test_what_people_wrote_stays_byte_for_byte(
    drafted: Path, company: Path, reviewed: ReviewResult, words: str, returns: bool, ends: bool
) -> None:
    good = drafted.read_text("utf-8")
    stale = good.replace("达成周目标", "达成目标", 1)
    pages = [text.replace("## 下期计划\n", f"## 下期计划\n{words}\n") for text in (good, stale)]
    wanted, before = (text.replace("\n", "\r\n") if returns else text for text in pages)
    if not ends:
        wanted, before = wanted.rstrip("\r\n"), before.rstrip("\r\n")
    drafted.write_bytes(before.encode())
    done = write(company, reviewed)
    assert done.stale == ("headline",)
    assert drafted.read_bytes() == wanted.encode()
    drafted.write_bytes(good.encode())


def test_a_dry_run_writes_nothing(drafted: Path, company: Path, reviewed: ReviewResult) -> None:
    stale = drafted.read_text("utf-8").replace("93.4%", "99.9%", 1)
    drafted.write_text(stale, "utf-8")
    done = write(company, reviewed, dry_run=True)
    assert done.is_stale and not done.written
    assert drafted.read_text("utf-8") == stale


def test_marks_that_do_not_pair_are_told_and_nothing_is_written(
    drafted: Path, company: Path, reviewed: ReviewResult
) -> None:
    torn = drafted.read_text("utf-8").replace("<!-- opsctl:begin pace -->\n", "")
    drafted.write_text(torn, "utf-8")
    with pytest.raises(OpsctlError) as told:
        write(company, reviewed)
    assert told.value.said.id == "review_write.broken"
    assert drafted.read_text("utf-8") == torn


def test_a_block_that_people_left_out_stays_out_and_is_named(
    drafted: Path, company: Path, reviewed: ReviewResult
) -> None:
    text = drafted.read_text("utf-8")
    start = text.index("<!-- opsctl:begin days -->")
    end = text.index("\n", text.index("<!-- opsctl:end", start)) + 1
    drafted.write_text(text[:start] + text[end:], "utf-8")
    done = write(company, reviewed)
    assert (done.written, done.unplaced) == (False, ("days",))


def test_a_closed_review_keeps_its_numbers(drafted: Path, company: Path, reviewed: ReviewResult) -> None:
    text = drafted.read_text("utf-8").replace("status: draft", "status: closed").replace("93.4%", "90.0%", 1)
    drafted.write_text(text, "utf-8")
    done = write(company, reviewed)
    assert done.closed and not done.is_stale
    assert drafted.read_text("utf-8") == text


def test_a_month_rolls_up_its_weeks_and_proposes_the_months_left(company: Path) -> None:
    reviewed = review_of(company, "monthly", "2026-10", "tmall-flagship", TODAY, None)
    (company / "reviews/2026-10/tmall-flagship.md").unlink()
    text = write(company, reviewed, dry_run=True).new
    assert "| 访客数 | 1 | 1 | 推广花费只投到目标的 94% (2026-W43 天猫旗舰店) |" in text
    assert "- 推广预算按节奏曲线拆到周（2026-W43 天猫旗舰店 → handbook/promotion.md）" in text
    assert "```diff\n-gmv_paid 2026-11  1,630,590.62\n+gmv_paid 2026-11  1,698,932.39\n" in text
    assert '`opsctl plan split 2026 --from 2026-11 --policy spread --reason "2026-10 复盘" --owner li-na`' in text
