"""The pages people start from: links resolve, and each command is written once and the same everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from opsctl.cli.app import run

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "handbook").rglob("*.md")])
COMMANDS = ("main-command", "test-command", "main-command-windows", "test-command-windows")
LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)")


def block(page: str, name: str) -> str:
    """Return the one line between the markers of this name, or everything where it is not one line."""
    found = re.findall(rf"^<!-- {name} -->\n```\w+\n(.*?)\n```\n<!-- /{name} -->$", page, re.DOTALL | re.MULTILINE)
    assert len(found) == 1, f"{name}: {len(found)} blocks"
    return str(found[0])


def broken_links(page: Path) -> list[str]:
    """Find relative links of a page that lead nowhere."""
    return [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]


def test_there_are_pages() -> None:
    assert {"README.md", "README.zh.md", "CONTRIBUTING.md", "architecture.md"} <= {page.name for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    assert broken_links(page) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[here](page.md) [there](nowhere.md) [web](https://example.org/a)", "utf-8")
    assert broken_links(page) == ["nowhere.md"]


@pytest.mark.parametrize("name", COMMANDS)
def test_both_readmes_show_the_same_one_line_command(name: str) -> None:
    english, chinese = (block((ROOT / page).read_text("utf-8"), name) for page in ("README.md", "README.zh.md"))
    # The example speaks Chinese by itself; the English page asks it for English.
    assert english.replace("--lang en ", "") == chinese
    assert "\n" not in english


def test_the_workflow_runs_the_windows_command_of_the_readme() -> None:
    command = block((ROOT / "README.md").read_text("utf-8"), "test-command-windows")
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8")
    assert f"run: {command}\n" in workflow
    assert "run: .ci/run\n" in workflow


@pytest.mark.skipif(shutil.which("bash") is None or shutil.which("awk") is None, reason="needs bash and awk")
@pytest.mark.parametrize(
    ("page", "code", "says"),
    [
        ("<!-- test-command -->\n```sh\necho one > ran && cat ran\n```\n<!-- /test-command -->\n", 0, "one"),
        ("no markers\n", 2, "one line of test command"),
        ("<!-- test-command -->\n```sh\necho one\necho two\n```\n<!-- /test-command -->\n", 2, "one line"),
        ("<!-- test-command -->\n```sh\nfalse && echo\n```\n<!-- /test-command -->\n", 1, "+ false"),
    ],
    ids=["one-line", "none", "two-lines", "failing"],
)
def test_ci_runs_what_the_readme_shows_or_fails(tmp_path: Path, page: str, code: int, says: str) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    (tmp_path / "README.md").write_text(page, "utf-8", newline="\n")
    (tmp_path / ".venv").mkdir()
    run = subprocess.run(["bash", ".ci/run"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == code
    assert says in run.stdout + run.stderr
    assert (tmp_path / ".venv").exists() == (code == 2)


@pytest.mark.parametrize(("page", "lang"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_picture_in_the_readme_is_what_the_main_command_prints(
    page: str, lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert run(["--lang", lang, "-C", str(ROOT / "examples" / "chenhe-home"), "review", "weekly"]) == 0
    printed = "\n".join(line.rstrip() for line in capsys.readouterr().out.strip().splitlines())
    shown = re.search(r"<!-- output:review -->\n```text\n(.*?)\n```", (ROOT / page).read_text("utf-8"), re.DOTALL)
    assert shown is not None
    top, rest = shown[1].rsplit("\n", 1)
    assert rest == "…", "the picture is the top of the page"
    assert printed.startswith(f"{top}\n")
