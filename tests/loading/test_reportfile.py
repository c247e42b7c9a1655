"""Reports are written where they were asked for, whole or not at all, and nowhere that would do harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from opsctl.errors import OpsctlError
from opsctl.loading.reportfile import report_file, write_report


def refused(path: Path) -> str:
    """The sentence with which a place is refused."""
    with pytest.raises(OpsctlError) as caught:
        report_file(path)
    return caught.value.said.id


def test_a_report_is_written_and_replaces_an_older_one(tmp_path: Path) -> None:
    target = report_file(tmp_path / "报告 1.md")
    for text in ("first\n", "第二\n"):
        write_report(target, text)
        assert target.read_bytes().decode() == text
    assert [path.name for path in tmp_path.iterdir()] == ["报告 1.md"]


def test_a_path_counts_from_the_folder_opsctl_runs_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert report_file(Path("a.md")) == tmp_path.resolve() / "a.md"


@pytest.mark.parametrize("inside", [".git", ".git/hooks", ".GIT", "sub/.git/x"])
def test_git_keeps_its_folder_for_itself(tmp_path: Path, inside: str) -> None:
    (tmp_path / inside).mkdir(parents=True)
    assert refused(tmp_path / inside / "post-checkout") == "report.in_git"
    assert refused(tmp_path / inside / ".." / Path(inside).name / "x") == "report.in_git"


def test_a_link_into_git_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    _link(tmp_path / "harmless", tmp_path / ".git")
    assert refused(tmp_path / "harmless" / "config") == "report.in_git"


def test_a_folder_has_to_be_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "nowhere" / "a.md") == "report.no_folder"
    assert list(tmp_path.iterdir()) == []


def test_only_a_regular_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert refused(tmp_path / "folder") == "report.not_a_file"
    _link(tmp_path / "link", tmp_path / "target")
    assert refused(tmp_path / "link") == "report.not_a_file"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("device", ["/dev/null", "/dev/stdout"])
def test_a_device_is_not_replaced(device: str) -> None:
    assert refused(Path(device)) == "report.not_a_file"


def test_what_cannot_be_written_leaves_no_trace(tmp_path: Path) -> None:
    target = report_file(tmp_path / "a.md")
    target.mkdir()
    with pytest.raises(OpsctlError) as caught:
        write_report(target, "text")
    assert caught.value.said.id == "report.unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def _link(link: Path, target: Path) -> None:
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("links may not be made here")
