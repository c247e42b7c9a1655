"""`owners`: who is asked about which record follows from roles, places and dates."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.repository import committed, example, replaced, run_git

from opsctl.cli.app import run as cli
from opsctl.commands.owners import OwnersResult, owners
from opsctl.errors import OpsctlError
from opsctl.records import KINDS
from opsctl.rendering.codeowners import BEGIN, END, handle, with_block

DAY = date(2026, 3, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = example(tmp_path, data=False)
    for person in (root / "people").glob("*.yaml"):
        handles = f"handles: {{github: {person.stem}, gitlab: '@{person.stem}', gitee: {person.stem}@example.com}}\n"
        person.write_text(without_handles(person) + handles, "utf-8")
    return root


def without_handles(person: Path) -> str:
    """A person's record without its own handles."""
    lines = person.read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("handles:"))


def asked(result: OwnersResult) -> dict[str, str]:
    return {line.pattern: " ".join(line.handles) for line in result.lines}


def test_each_record_is_asked_of_who_answers_for_it(root: Path) -> None:
    found = asked(owners(root, "github", DAY, write=False))
    expected = {
        "opsctl.yaml": "@chen-dong",
        "targets/": "@chen-dong",
        "approvals/": "@chen-dong",
        ".github/CODEOWNERS": "@chen-dong",
        "targets/2026/company.yaml": "@zhao-min",
        "targets/2026/company.csv": "@zhao-min",
        "stores/jd-pop.yaml": "@sun-jie",
        "stores/tmall-flagship.yaml": "@li-na",
        "teams/tmall.yaml": "@chen-dong",
        "teams/service.yaml": "@tang-li",
        "teams/content.yaml": "@zhao-min",
        "people/li-na.yaml": "@zhao-min",
        "people/zhao-min.yaml": "@chen-dong",
        "people/zhou-yu.yaml": "@sun-jie",
        "roles/service-agent.yaml": "@tang-li",
        "roles/promotion-specialist.yaml": "@zhao-min",
    }
    assert {path: found[path] for path in expected} == expected
    # Who stands at the top is asked by the folder's line.
    assert "people/chen-dong.yaml" not in found and "roles/general-manager.yaml" not in found


def test_folders_come_first_so_that_a_new_record_has_an_owner_and_the_last_match_wins(root: Path) -> None:
    patterns = [line.pattern for line in owners(root, "github", DAY, write=False).lines]
    assert len(set(patterns)) == len(patterns)
    for kind in KINDS:
        inside = [at for at, pattern in enumerate(patterns) if pattern.startswith(f"{kind.folder}/")]
        assert patterns[inside[0]] == f"{kind.folder}/"


def test_who_holds_the_role_depends_on_the_day(root: Path) -> None:
    replaced(root, "people/sun-jie.yaml", "at: jd-pop, ", "at: jd-pop, until: 2026-03-31, ")
    assert asked(owners(root, "github", date(2026, 3, 31), write=False))["stores/jd-pop.yaml"] == "@sun-jie"
    later = asked(owners(root, "github", date(2026, 4, 1), write=False))
    assert later["stores/jd-pop.yaml"] == later["targets/2026/jd-pop.yaml"] == "@zhao-min"


@pytest.mark.parametrize(
    ("platform", "file", "line"),
    [
        ("github", ".github/CODEOWNERS", "/stores/jd-pop.yaml @sun-jie"),
        ("gitlab", ".gitlab/CODEOWNERS", "/stores/jd-pop.yaml @sun-jie"),
        ("gitee", ".gitee/CODEOWNERS", "/stores/jd-pop.yaml sun-jie@example.com"),
    ],
)
def test_written_where_the_platform_looks(root: Path, platform: str, file: str, line: str) -> None:
    result = owners(root, platform, DAY, write=True)
    text = (root / file).read_text("utf-8")
    assert result.file == file and text == result.new and line in text.splitlines()
    assert not [one for one in text.splitlines() if one.startswith("#") and "@" in one]
    assert not owners(root, platform, DAY, write=True).stale


def test_the_file_that_counts_is_the_one_that_is_there(root: Path) -> None:
    own = "# ours\n* @team\n"
    (root / "CODEOWNERS").write_text(own, "utf-8")
    assert owners(root, "gitlab", DAY, write=True).file == "CODEOWNERS"
    text = (root / "CODEOWNERS").read_text("utf-8")
    assert text.startswith(own + "\n" + BEGIN) and text.endswith(END + "\n")
    (root / "CODEOWNERS").write_text(text + "/last @x\n", "utf-8")
    replaced(root, "people/sun-jie.yaml", "github: sun-jie, gitlab: '@sun-jie'", "gitlab: sj")
    again = owners(root, "gitlab", DAY, write=True).new
    assert again.startswith(own) and again.endswith(END + "\n/last @x\n") and "/stores/jd-pop.yaml @sj" in again
    assert again.count(BEGIN) == 1


def test_line_ends_stay(root: Path) -> None:
    (root / "CODEOWNERS").write_bytes(b"* @team\r\n")
    new = owners(root, "gitlab", DAY, write=True).new
    assert new.count("\n") == new.count("\r\n") > 10


def test_a_workspace_below_the_top_of_its_repository(tmp_path: Path) -> None:
    home = "手册 a"
    files = {
        "opsctl.yaml": "opsctl: 1\nname: X\n", "teams/company.yaml": "name: X\n", "roles/boss.yaml": "name: B\n",
        "people/li.yaml": "name: 李\nroles: [{role: boss, at: company, from: 2020-01-01}]\nhandles: {github: li}\n",
    }  # fmt: skip
    committed(tmp_path, {f"{home}/{name}": text for name, text in files.items()})
    owners(tmp_path / home, "github", DAY, write=True)
    lines = (tmp_path / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert "/手册\\ a/teams/company.yaml @li" in lines
    # The rest of the repository is not the workspace's to guard.
    assert all(line.startswith(("/手册\\ a/", "#")) for line in lines)


def test_without_git_the_workspace_is_the_top(root: Path) -> None:
    (root / ".git").rename(root.parent / "elsewhere")
    assert owners(root, "github", DAY, write=True).file == ".github/CODEOWNERS"
    assert (root / ".github/CODEOWNERS").is_file()


def test_people_without_a_handle_are_named_and_the_top_is_asked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(root, "people/sun-jie.yaml", "github: sun-jie", "github: 'x @admin'")
    arguments = ["-C", str(root), "--lang", "en", "owners", "--platform", "github", "--today", "2026-03-01"]
    assert cli([*arguments, "--dry-run"]) == 0
    captured = capsys.readouterr()
    assert "admin" not in captured.out and "/stores/jd-pop.yaml" not in captured.out
    assert "sun-jie" in captured.err and "handles: {github: name}" in captured.err
    assert not (root / ".github").exists()


def test_nobody_at_the_top_to_ask_gives_no_answer(tmp_path: Path) -> None:
    root = example(tmp_path, data=False)
    for person in (root / "people").glob("*.yaml"):
        person.write_text(without_handles(person), "utf-8")
    with pytest.raises(OpsctlError) as caught:
        owners(root, "github", DAY, write=True)
    assert caught.value.said.id == "owners.nobody"


def test_check_fails_when_stale(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["-C", str(root), "owners", "--platform", "github", "--today", "2026-03-01"]
    assert cli([*arguments, "--check"]) == 1
    assert cli(arguments) == 0
    assert cli([*arguments, "--check"]) == 0
    capsys.readouterr()
    replaced(root, "people/li-na.yaml", "github: li-na", "github: li-na-2")
    assert cli([*arguments, "--check"]) == 1
    out = capsys.readouterr().out
    assert "-/stores/tmall-flagship.yaml @li-na\n" in out and "+/stores/tmall-flagship.yaml @li-na-2\n" in out
    assert cli([*arguments, "--check", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)["data"]
    assert data["stale"] and not data["written"]
    assert {"pattern": "stores/tmall-flagship.yaml", "owners": ["@li-na-2"]} in data["lines"]


def test_a_link_in_its_place_is_refused(root: Path) -> None:
    (root / ".github").symlink_to(root / "teams")
    with pytest.raises(OpsctlError):
        owners(root, "github", DAY, write=True)
    assert not (root / "teams/CODEOWNERS").exists()


def test_the_day_of_the_run_changes_nothing_else(root: Path) -> None:
    run_git(root, "add", "-A")
    one, other = (owners(root, "github", day, write=False).new for day in (DAY, date(2026, 3, 2)))
    assert one == other


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("li-na", "@li-na"), ("@li-na", "@li-na"), ("group/sub", "@group/sub"), ("a@b.com", "a@b.com"),
        ("", None), ("a b", None), ("@a\n* @evil", None), ("@@maintainer", None), ("李娜", None), ("a@b", None),
    ],
)  # fmt: skip
def test_what_a_handle_is(written: str, expected: str | None) -> None:
    assert handle(written) == expected


def test_an_end_without_a_beginning_is_left_alone() -> None:
    assert with_block(f"{END}\n", "new\n") == f"{END}\n\nnew\n"
