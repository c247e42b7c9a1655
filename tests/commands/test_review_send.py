"""`review send` as people run it: 800 characters, the payload on --dry-run, no trace of address or secret."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from tests.rendering.example import review, workspace
from tests.sending.test_post import SECRET, TOKEN, Seen, serving

from opsctl.cli.app import run
from opsctl.rendering.digest import MOST, digest
from opsctl.reviewing.view import PeriodReview

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ["-C", str(ROOT / "examples" / "chenhe-home")]
ASKED = ["review", "send", "2026-W46", "--scope", "tmall-flagship", "--to"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_digest_says_what_matters_in_800_characters(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", lang, *EXAMPLE, *ASKED, "feishu", "--dry-run"]) == 0
    shown = capsys.readouterr()
    card = json.loads(shown.out)["card"]
    text = card["body"]["elements"][0]["content"]
    assert "73.1%" in text
    assert "2026-11-20" in text, "an action with its day"
    assert len(text) + len(card["header"]["title"]["content"]) <= MOST
    assert card["header"]["template"] == "red"
    assert "OPSCTL_FEISHU_URL" in shown.err


def test_a_long_digest_is_cut_and_keeps_what_comes_first() -> None:
    many = replace(review(), stores=tuple(store for store in review().stores for _ in range(50)))
    made = digest(workspace("很长的名字" * 100), many, "zh")
    assert len("\n".join((made.title, *made.lines))) <= MOST
    assert made.lines[0]


def test_the_mood_is_that_of_the_headline() -> None:
    def mood(attainment: str | None) -> str:
        found: PeriodReview = review()
        share = None if attainment is None else Fraction(attainment)
        rows = tuple(replace(row, attainment=share) if row.metric == "gmv_paid" else row for row in found.rows)
        return digest(workspace(), replace(found, rows=rows), "en").mood

    assert [mood("1"), mood("0.99"), mood(None)] == ["good", "bad", "plain"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["feishu"], "OPSCTL_FEISHU_URL"),
        (["telegram"], "wecom"),
        (["slack", "--link", "javascript:alert(1)"], "javascript:alert(1)"),
        (["slack", "--link", "https://example.org/a)b"], "example.org"),
    ],
)
def test_what_cannot_be_sent_is_told_with_the_next_step(
    lang: str, more: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPSCTL_FEISHU_URL", raising=False)
    assert run(["--lang", lang, *EXAMPLE, *ASKED, *more]) == 2
    assert said in capsys.readouterr().err


def test_it_is_sent_and_nothing_printed_holds_address_or_secret(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Seen([(200, b'{"code":0}', {})])
    with serving(seen) as address:
        monkeypatch.setenv("OPSCTL_FEISHU_URL", address)
        monkeypatch.setenv("OPSCTL_FEISHU_SECRET", SECRET)
        assert run([*EXAMPLE, *ASKED, "feishu", "--link", "https://example.org/pr/1"]) == 0
        assert run([*EXAMPLE, *ASKED, "feishu", "--dry-run"]) == 0
    shown = capsys.readouterr()
    sent = json.loads(seen.bodies[0])
    assert sent["sign"] and SECRET not in seen.bodies[0].decode()
    assert sent["card"]["body"]["elements"][1]["behaviors"][0]["default_url"] == "https://example.org/pr/1"
    assert len(seen.bodies) == 1, "nothing is sent on --dry-run"
    assert json.loads(shown.out)["sign"] == "***"
    for secret in (TOKEN, SECRET, sent["sign"]):
        assert secret not in shown.out + shown.err


def test_a_refusal_fails_though_the_status_is_200(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    echo = f'{{"code":19021,"msg":"sign match fail {TOKEN}"}}'.encode()
    with serving(Seen([(200, echo, {})])) as address:
        monkeypatch.setenv("OPSCTL_FEISHU_URL", address)
        assert run(["--debug", *EXAMPLE, *ASKED, "feishu"]) == 2
    shown = capsys.readouterr()
    assert "19021" in shown.err
    assert TOKEN not in shown.err


def test_a_period_without_a_review_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", *EXAMPLE, "review", "send", "2026-H1", "--to", "slack", "--dry-run"]) == 2
    assert "2026-W46" in capsys.readouterr().err


def test_a_month_can_be_sent_too(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["review", "send", "2026-10", "--to", "wecom", "--dry-run", "--today", f"{date(2026, 11, 24)}"]
    assert run([*EXAMPLE, *asked]) == 0
    assert "2026-10" in json.loads(capsys.readouterr().out)["markdown_v2"]["content"]
