"""The boundary of the command line: languages, exit statuses, start-up, and nothing but sentences for the user."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from opsctl import __version__
from opsctl.cli import language
from opsctl.cli.app import run
from opsctl.cli.lazy import COMMANDS

SETTINGS = "opsctl: 1\nname: 测试\nlang: {lang}\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "opsctl.yaml").write_text(SETTINGS.format(lang="zh"), encoding="utf-8")
    (tmp_path / "teams").mkdir()
    (tmp_path / "teams" / "company.yaml").write_text("name: 公司\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["--lang", "en", "check"], {"OPSCTL_LANG": "zh", "LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang=zh", "check"], {"LANG": "en_US.UTF-8"}, "zh"),
        (["check"], {"OPSCTL_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        (["check"], {"OPSCTL_LANG": "fr", "LANG": "zh_CN.UTF-8"}, "zh"),
        (["check"], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        (["check"], {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_asked_of_option_environment_and_locale_in_that_order(
    arguments: list[str], environment: dict[str, str], expected: str, tmp_path: Path
) -> None:
    assert language.choose(["-C", str(tmp_path), *arguments], environment) == expected


@pytest.mark.parametrize(("lang", "other"), [("zh", "en_US.UTF-8"), ("en", "zh_CN.UTF-8")])
def test_the_settings_decide_the_language_before_the_locale(tmp_path: Path, lang: str, other: str) -> None:
    (tmp_path / "opsctl.yaml").write_text(SETTINGS.format(lang=lang), encoding="utf-8")
    (tmp_path / "deep").mkdir()
    assert language.choose(["-C", str(tmp_path / "deep"), "check"], {"LANG": other}) == lang


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "command",
    [[], *([name] for name in COMMANDS), *(["plan", name] for name in ("split", "show", "why", "weights", "compare"))],
)
def test_every_command_has_a_help_page_in_both_languages(
    lang: str, command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["--lang", lang, *command, "--help"]) == 0
    page = capsys.readouterr().out
    assert "…" not in page
    assert ("显示帮助" in page) == (lang == "zh")
    assert ("Show this help" in page) == (lang == "en")
    assert "completion" not in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "en", "plans"], "there is no command plans\n"),
        (["--lang", "zh", "plans"], "没有命令 plans\n"),
        (["--lang", "en", "review", "week'ly"], "there is no command week'ly; did you mean weekly?\n"),
        (["--lang", "zh", "review", "weekley"], "没有命令 weekley，是不是 weekly？\n"),
        (["--lang", "en", "review", "xyz"], "there is no command xyz\n"),
        (["--lang", "en", "check", "--zzzz"], "there is no option --zzzz\n"),
        (["--lang", "zh", "check", "--formt"], "没有选项 --formt，是不是 --format？\n"),
        (["--lang", "zh", "plan", "show"], "缺少 PERIOD"),
        (["--lang", "en", "plan", "split", "26"], "26 is not a year"),
        (["--lang", "en", "plan", "show", "2026-W54"], "2026-W54 is not a period"),
        (
            ["--lang", "en", "review", "weekly", "--format", "pdf"],
            "--format is pdf, expected one of text, markdown, html, xlsx, docx, json",
        ),
        (["--lang", "en", "review", "weekly", "--today", "tomorrow"], "tomorrow is not a day"),
        (["--lang", "fr", "check"], "--lang"),
    ],
)
def test_a_wrong_call_gets_a_sentence_and_exit_2(
    arguments: list[str], said: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(workspace), *arguments]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_a_folder_without_settings_gets_a_sentence_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(tmp_path), "--lang", "en", "check"]) == 2
    assert "opsctl init" in capsys.readouterr().err


def test_a_bug_is_exit_3_and_shows_no_traceback_without_debug(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("opsctl.commands.check.load", lambda root, **_: 1 // 0)
    assert run(["-C", str(workspace), "--lang", "en", "check"]) == 3
    quiet = capsys.readouterr()
    assert "ZeroDivisionError" in quiet.err
    assert "Traceback" not in quiet.err
    assert run(["-C", str(workspace), "--lang", "en", "--debug", "check"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_is_exit_130(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(root: Path, **_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("opsctl.commands.check.load", interrupt)
    assert run(["-C", str(workspace), "--lang", "en", "check"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_json_comes_in_one_envelope_equal_in_both_languages(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = []
    for lang in ("zh", "en"):
        assert run(["-C", str(workspace), "--lang", lang, "check", "--format", "json"]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert set(json.loads(printed[0])) == {"schema_version", "command", "data", "diagnostics"}


def test_the_version_is_told_alike_by_both_paths(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    typed = capsys.readouterr().out
    fast = subprocess.run([sys.executable, "-m", "opsctl", "--version"], capture_output=True, text=True, check=True)
    assert fast.stdout == typed == f"opsctl {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--version"], ("typer", "pydantic", "ruamel", "rich", "duckdb", "jinja2")),
        (["check"], ("duckdb", "jinja2", "rich.table", "opsctl.sources")),
        (["plan", "show", "2026"], ("duckdb", "jinja2", "opsctl.sources")),
    ],
)
def test_a_command_imports_only_what_it_uses(arguments: list[str], absent: tuple[str, ...], workspace: Path) -> None:
    code = (
        "import sys, runpy; sys.argv[1:] = sys.argv[1:]\n"
        "from opsctl.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=workspace,
        capture_output=True,
        text=True,
        env={**os.environ},
        check=False,
    )
    loaded = set(done.stderr.split())
    assert "opsctl.__main__" in loaded
    assert not loaded & set(absent)


def test_a_console_that_knows_only_gbk_gets_no_crash(workspace: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "opsctl", "check"],
        cwd=workspace,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "gbk", "OPSCTL_LANG": "zh"},
        check=False,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_ratio_whose_parts_have_no_targets_has_none_and_names_the_parts(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(workspace), "--lang", "en", "plan", "why", "cvr/company/2026-W23"]) == 2
    assert "buyers_paid, visitors" in capsys.readouterr().err


def test_a_full_disk_is_no_bug(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "opsctl", "check"], cwd=workspace, stdout=full, check=False)
    assert done.returncode == 2


def test_json_of_a_call_without_an_answer_is_an_envelope_too(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(workspace), "plan", "show", "2026-W99", "--format", "json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert (told["command"], told["data"]) == ("plan show", None)
    assert told["diagnostics"][0]["message"]["id"] == "cli.bad_period"


def test_numbers_from_wrong_records_carry_a_warning(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "teams" / "east.yaml").write_text("name: East\nparent: nowhere\n", encoding="utf-8")
    assert run(["-C", str(workspace), "--lang", "en", "plan", "show", "2026"]) == 0
    assert "the records have 1 errors" in capsys.readouterr().err
