"""The written text: how a quick look works, where a match stands, and that no text makes a search slow."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.commands.check import Asked, check
from opsctl.diagnostics import Span
from opsctl.loading.read import load
from opsctl.records.settings import Settings
from opsctl.rendering.formats import FORMATS
from opsctl.rules import repo
from opsctl.rules.scanning import any_of, run_of, span_of
from opsctl.workspace import Workspace

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CLEAN, BROKEN = EXAMPLES / "chenhe-home", EXAMPLES / "broken"
# What lets every quick look pass.
OPENER = "x :// passwd 密码 0123456789abcdef 12345678901 收 薪 锟斤拷\n"
# Each repeats what a careless pattern would try again from every position.
HOSTILE = (
    "a.", "https://a.", "a://b:", "token:", "token: a1", "password=a1", "1", "12 ", "1380-", "-----BEGIN A", "eyJa.",
    "sk-a", "x-salary: 1", "月薪 1", "salary:\t", "{ ", "收货人 :", "buyer_name : ", "\ufffd", "锟斤拷", "卡 6222 ",
)  # fmt: skip


def workspace_of(text: str) -> Workspace:
    """A workspace with one text in it."""
    settings = Settings.model_validate({"opsctl": "1", "name": "X"})
    return Workspace(settings, (), texts={"teams/a.yaml": text})


@pytest.mark.parametrize("rule", repo.RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_no_text_makes_a_search_slow(rule: ModuleType) -> None:
    for repeated in HOSTILE:
        begun = time.perf_counter()
        sum(1 for _ in rule.check(workspace_of(OPENER + repeated * (300_000 // len(repeated)) + "\n")))
        assert time.perf_counter() - begun < 5, repeated


@pytest.mark.parametrize("name", FORMATS)
def test_no_report_repeats_what_must_not_be_there(name: str) -> None:
    outcome = check(BROKEN, Asked(date(2026, 6, 8)))
    said = FORMATS[name](outcome, "en")
    assert {"REPO103", "REPO104", "REPO105", "REPO107"} <= {found.code for found in outcome.diagnostics}
    assert not [secret for secret in ("hush-hush", "13900139001", "8765", "阿福的小店") if secret in said]


def test_texts_are_those_that_people_write() -> None:
    texts = load(CLEAN).workspace.texts
    assert "opsctl.yaml" in texts
    assert any(file.endswith(".md") for file in texts)
    assert {file.rpartition(".")[2] for file in texts} == {"yaml", "md"}


def test_folders_are_those_at_the_top_that_hold_something(tmp_path: Path) -> None:
    (tmp_path / "opsctl.yaml").write_text("opsctl: 1\nname: X\n", "utf-8")
    for name in ("assessments", "appraisals/deep"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "scorecards").write_text("a file", "utf-8")
    assert load(tmp_path).workspace.folders == {"appraisals"}


@given(st.text(alphabet="ab1- \n店", max_size=40), st.integers(1, 5))
def test_a_run_is_found_where_a_pattern_finds_it(text: str, length: int) -> None:
    bare = text.replace("-", "").replace(" ", "")
    assert run_of(re.compile("[a-z]"), length, b"- ")(text) == bool(re.search(f"[a-z]{{{length}}}", bare))


def test_any_of_the_words() -> None:
    assert any_of("店", "shop")("the shop")
    assert not any_of("店", "shop")("the ship")


@given(st.text(alphabet="ab\n店", min_size=1, max_size=30), st.data())
def test_a_span_names_the_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = span_of(text, start, end)
    lines = text.split("\n")
    offset = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    assert (offset[span.line - 1] + span.column - 1, offset[span.end_line - 1] + span.end_column - 1) == (start, end)
    assert isinstance(span, Span)
