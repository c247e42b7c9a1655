"""`check --since`: everything is checked, and only what the change caused is reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.repository import committed, example, replaced, run_git

from opsctl.cli.app import run as cli
from opsctl.commands.check import Asked, check
from opsctl.errors import OpsctlError
from opsctl.rendering.formats import Outcome

DAY = date(2026, 6, 8)
OLD = "name: 甲组\nparent: gone\n"
Writer = Callable[[str], Path]


def since(root: Path, revision: str = "main", paths: tuple[Path, ...] = ()) -> Outcome:
    return check(root, Asked(DAY, paths, since=revision))


def found(outcome: Outcome) -> list[tuple[str, str]]:
    return [(each.file, each.code) for each in outcome.diagnostics]


@pytest.fixture
def root(folder_from: Writer) -> Path:
    root = folder_from(f"```yaml teams/a.yaml\n{OLD}```\n")
    committed(root)
    run_git(root, "checkout", "-q", "-b", "change")
    return root


def test_what_was_wrong_before_is_counted_not_shown(root: Path) -> None:
    outcome = since(root)
    assert (found(outcome), outcome.aside.older) == ([], 1)
    (root / "teams/b.yaml").write_text("name: 乙组\nparent: lost\n", "utf-8")
    outcome = since(root)
    assert (found(outcome), outcome.aside.older) == ([("teams/b.yaml", "REF102")], 1)


def test_a_finding_whose_line_moved_is_old(root: Path) -> None:
    (root / "teams/a.yaml").write_text("# one\n# two\npurpose: 做事\n" + OLD, "utf-8")
    assert since(root).aside.older == 1 and not since(root).diagnostics


def test_a_finding_that_says_something_else_now_is_new(root: Path) -> None:
    replaced(root, "teams/a.yaml", "gone", "nobody")
    assert found(since(root)) == [("teams/a.yaml", "REF102")]


def test_a_change_here_that_breaks_a_file_there_is_reported_there(tmp_path: Path) -> None:
    root = example(tmp_path, data=False)
    (root / "stores/jd-pop.yaml").unlink()
    files = {file for file, _ in found(since(root, "HEAD"))}
    assert "targets/2026/company.yaml" in files and "people/sun-jie.yaml" in files


def test_the_change_counts_from_where_it_began(root: Path) -> None:
    run_git(root, "checkout", "-q", "main")
    replaced(root, "teams/a.yaml", "gone", "company")
    committed(root)
    run_git(root, "checkout", "-q", "change")
    # main is clean now, but this change did not make the finding.
    assert since(root, "main").aside.older == 1


def test_paths_and_since_together(root: Path) -> None:
    for name in ("b", "c"):
        (root / f"teams/{name}.yaml").write_text("name: 新\nparent: lost\n", "utf-8")
    assert found(since(root, "main", (root / "teams/c.yaml",))) == [("teams/c.yaml", "REF102")]


def test_an_unknown_revision_gives_no_answer(root: Path) -> None:
    with pytest.raises(OpsctlError) as caught:
        since(root, "--output=x")
    assert caught.value.said.id == "git.unknown"


def test_the_command_says_how_many_are_older(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli(["-C", str(root), "--lang", "en", "check", "--since", "main"]) == 0
    assert "1 older findings were there before this change" in capsys.readouterr().out
    assert cli(["-C", str(root), "check", "--since", "main", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["data"]["set_aside"]["older"] == 1
    assert cli(["-C", str(root), "--lang", "en", "check"]) == 1
