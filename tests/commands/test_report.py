"""`check --output`: several reports beside the answer, wrong calls, and what the exit status says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.loading.test_repository import commit, git, needs_git

from opsctl.cli.app import run
from opsctl.cli.checked import FORMATS as OFFERED
from opsctl.commands.report import reports_of
from opsctl.errors import OpsctlError
from opsctl.rendering.formats import FORMATS

WRONG = "```yaml teams/a.yaml\nname: A\nparent: x\n```\n"
Writer = Callable[[str], Path]
Captured = pytest.CaptureFixture[str]


def test_every_format_is_offered() -> None:
    assert tuple(FORMATS) == OFFERED


def test_one_run_writes_several_reports_beside_the_text(folder_from: Writer, tmp_path: Path, capsys: Captured) -> None:
    root = folder_from(WRONG)
    outputs = [f"--output={name}:{tmp_path / f'报告.{name}'}" for name in FORMATS]
    assert run(["--lang", "zh", "-C", str(root), "check", *outputs]) == 1
    assert capsys.readouterr().out.startswith("teams/a.yaml:2:9: 错误 REF102")
    for name in FORMATS:
        assert "unknown-reference" in (tmp_path / f"报告.{name}").read_text("utf-8")
    assert json.loads((tmp_path / "报告.sarif").read_text("utf-8"))["runs"][0]["language"] == "zh-CN"


def test_a_report_is_the_same_as_what_is_printed(folder_from: Writer, tmp_path: Path, capsys: Captured) -> None:
    root = folder_from(WRONG)
    for name in FORMATS:
        run(["--lang", "en", "-C", str(root), "check", "--format", name, "--output", f"{name}:{tmp_path / 'one'}"])
        assert (tmp_path / "one").read_bytes().decode() == capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "id_"),
    [
        ("sarif", "report.no_colon"),
        ("sarif:", "report.no_colon"),
        (":a", "report.bad_format"),
        ("sariff:a", "report.bad_format_near"),
        ("SARIF:a", "report.bad_format_near"),
        ("html:a", "report.bad_format"),
        ("json:-", "report.stdout"),
        ("json:nowhere/a", "report.no_folder"),
        ("json:.", "report.not_a_file"),
    ],
)
def test_a_wrong_output_is_refused(value: str, id_: str) -> None:
    with pytest.raises(OpsctlError) as caught:
        reports_of([value])
    assert caught.value.said.id == id_


def test_two_reports_in_one_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OpsctlError) as caught:
        reports_of([f"json:{tmp_path / 'a'}", f"sarif:{tmp_path / '.' / 'a'}"])
    assert caught.value.said.id == "report.twice"


def test_a_wrong_output_is_told_in_words_and_nothing_is_written(
    folder_from: Writer, tmp_path: Path, capsys: Captured
) -> None:
    root = folder_from(WRONG)
    good = f"--output=json:{tmp_path / 'good'}"
    assert run(["--lang", "en", "-C", str(root), "check", good, "--output", f"sariff:{tmp_path / 'bad'}"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and "there is no format sariff; did you mean sarif?" in said.err
    assert "there are: text, concise, json, github" in said.err
    assert not (tmp_path / "good").exists()


def test_a_report_does_not_replace_a_record(folder_from: Writer, capsys: Captured) -> None:
    root = folder_from(WRONG)
    before = (root / "teams" / "a.yaml").read_bytes()
    assert run(["--lang", "en", "-C", str(root), "check", f"--output=json:{root / 'teams' / 'a.yaml'}"]) == 2
    assert "is a record of the workspace" in capsys.readouterr().err
    assert (root / "teams" / "a.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--exit-zero", "--fail-on", "info"], 0),
        (["--format", "sarif"], 1),
        (["--format", "xml"], 2),
        (["--exit-zero", "--output", "json:nowhere/a"], 2),
    ],
)
def test_the_exit_status_is_the_answer(folder_from: Writer, options: list[str], status: int) -> None:
    assert run(["--lang", "en", "-C", str(folder_from(WRONG)), "check", *options]) == status


def test_places_count_from_the_top_of_the_repository(folder_from: Writer, tmp_path: Path, capsys: Captured) -> None:
    shutil.copytree(folder_from(WRONG), tmp_path / "repository" / "运营")
    (tmp_path / "repository" / ".git").mkdir()
    run(["--lang", "en", "-C", str(tmp_path / "repository" / "运营"), "check", "--format", "github"])
    assert capsys.readouterr().out.startswith("::error file=运营/teams/a.yaml,line=2")


@needs_git
def test_on_a_pull_request_what_it_changed_comes_first(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q")
    wrong = "name: A\nparent: x\n"
    commit(tmp_path, {"opsctl.yaml": "opsctl: 1\nname: E\n", "teams/company.yaml": "name: E\n", "teams/a.yaml": wrong})
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    commit(tmp_path, {"teams/b.yaml": wrong})
    arguments = ["--lang", "en", "-C", str(tmp_path), "check", "--format", "github"]
    for branch, first in (("main", "b"), ("nowhere", "a"), ("", "a")):
        monkeypatch.setenv("GITHUB_BASE_REF", branch)
        assert run(arguments) == 1
        assert capsys.readouterr().out.startswith(f"::error file=teams/{first}.yaml,")
