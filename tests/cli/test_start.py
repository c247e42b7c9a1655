"""`init` as a user meets it: one command, then check, split and review work at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from opsctl.cli.app import run
from opsctl.locales import LANGUAGES

TODAY = ("--today", "2026-11-24")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, in no language yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OPSCTL_LANG", raising=False)
    return tmp_path


@pytest.fixture(params=LANGUAGES)
def shop(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> str:
    """A new workspace, once in each language."""
    assert run(["init", "shop", "--lang", request.param, *TODAY]) == 0
    capsys.readouterr()
    return str(request.param)


def test_check_finds_nothing(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", "shop", "check", "--fail-on", "info", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["diagnostics"] == []


def test_the_cells_are_fresh(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = (Path("shop") / "targets/2026/company.csv").read_bytes()
    assert run(["-C", "shop", "plan", "split", "2026", "--check"]) == 0, capsys.readouterr()
    assert run(["-C", "shop", "plan", "split", "2026"]) == 0
    assert (Path("shop") / "targets/2026/company.csv").read_bytes() == before


def test_last_week_can_be_reviewed(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", "shop", "review", "weekly"]) == 0, capsys.readouterr()
    page = capsys.readouterr().out
    assert "2026-W47" in page
    assert {"zh": "支付金额", "en": "paid gmv"}[shop] in page.lower()
    for store in ("tmall-flagship", "douyin-main"):
        assert run(["-C", "shop", "review", "weekly", "--scope", store]) == 0, capsys.readouterr()


def test_what_it_says_to_type_next_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "init", "my shop", *TODAY]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "27 files written in my shop:" in captured.err
    assert "  targets/2026/company.csv\n" in captured.err
    typed = [line.strip() for line in captured.err.splitlines() if line.startswith("  opsctl ")]
    assert typed == [f'opsctl -C "my shop" {step}' for step in ("check", "plan show 2026-W47", "review weekly")]
    for command in typed:
        arguments = command.removeprefix('opsctl -C "my shop" ').split()
        assert run(["-C", "my shop", *arguments]) == 0, capsys.readouterr()


def test_the_commands_of_its_readme_work(shop: str, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (Path("shop") / "README.md").read_text("utf-8")
    commands = [part.removeprefix("opsctl ").split() for part in readme.split("`") if part.startswith("opsctl ")]
    assert len(commands) >= 7
    for arguments in commands:
        assert run(["-C", "shop", *arguments]) == 0, (arguments, capsys.readouterr())


def test_a_week_over_new_year_can_be_reviewed(capsys: pytest.CaptureFixture[str]) -> None:
    for today in ("2026-01-05", "2027-01-04"):
        assert run(["init", today, "--today", today]) == 0
        assert run(["-C", today, "check", "--fail-on", "info"]) == 0
        assert run(["-C", today, "review", "weekly", "--today", today]) == 0, capsys.readouterr()


def test_in_an_empty_folder_no_name_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "init", *TODAY]) == 0
    assert "\n  opsctl check\n" in capsys.readouterr().err
    assert Path("opsctl.yaml").is_file()


def test_a_folder_is_named_from_where_c_points(here: Path) -> None:
    (here / "deep").mkdir()
    assert run(["-C", "deep", "init", "shop", *TODAY]) == 0
    assert (here / "deep" / "shop" / "opsctl.yaml").is_file()


@pytest.mark.parametrize(
    ("lang", "said", "hint"), [("zh", "已经有文件", "从不覆盖"), ("en", "has files", "never overwrites")]
)
def test_a_second_time_is_refused(lang: str, said: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "shop", "--lang", lang, *TODAY]) == 0
    (Path("shop") / "opsctl.yaml").write_text("mine", "utf-8")
    capsys.readouterr()
    assert run(["init", "shop", "--lang", lang, *TODAY]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert hint in captured.err
    assert (Path("shop") / "opsctl.yaml").read_text("utf-8") == "mine"


def test_a_dry_run_lists_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "init", "shop", "--dry-run", *TODAY]) == 0
    captured = capsys.readouterr()
    assert "27 files would be written in shop:" in captured.err
    assert captured.out.splitlines()[0] == ".gitattributes"
    assert not Path("shop").exists()


def test_json_says_what_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "shop", "--format", "json", *TODAY]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["command"], answer["data"]["folder"], answer["data"]["written"]) == ("init", "shop", True)
    assert all((Path("shop") / name).is_file() for name in answer["data"]["files"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--template", "large"], "there are: small"),
        (["--today", "monday"], "monday is not a day"),
        (["--format", "yaml"], "--format is yaml"),
    ],
)
def test_a_wrong_call_is_refused(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "init", "shop", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not Path("shop").exists()


def test_without_today_the_clock_decides(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "shop"]) == 0
    assert run(["-C", "shop", "check", "--fail-on", "info"]) == 0, capsys.readouterr()
