"""The private folder beside a repository: looked at where it is there and asked for, and never spoken of elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from opsctl.cli.app import run
from opsctl.commands.check import Asked, check
from opsctl.commands.records import list_kind, show

DAY = date(2026, 6, 8)
SETTINGS = "```yaml opsctl.yaml\nopsctl: 1\nname: A\nprivate: ../{name}\n```\n"
GOOD = "person: li-na\nby: li-na\nlevels: {data-analysis: 3}\nevidence: 618 复盘\n"
Writer = Callable[[str], Path]


@pytest.fixture
def beside(folder_from: Writer, tmp_path: Path) -> Callable[[str], Path]:
    """A workspace whose private folder holds one assessment."""

    def write(text: str) -> Path:
        root = folder_from(SETTINGS.format(name="private"))
        (tmp_path / "private" / "assessments").mkdir(parents=True)
        (tmp_path / "private" / "assessments" / "2026-06-30-li-na.yaml").write_text(text, "utf-8")
        return root

    return write


def test_everything_passes_without_it(folder_from: Writer) -> None:
    root = folder_from(SETTINGS.format(name="nowhere"))
    assert check(root, Asked(DAY, private=True)).diagnostics == ()
    assert list_kind(root, "assessment").ids == ()


def test_what_is_wrong_there_is_found_when_asked(beside: Callable[[str], Path]) -> None:
    root = beside(GOOD.replace("person: li-na", "person: ghost").replace("3", "6"))
    found = [(each.name, each.file) for each in check(root, Asked(DAY, private=True)).diagnostics]
    assert found == [("bad-value", "../private/assessments/2026-06-30-li-na.yaml")]
    assert check(root, Asked(DAY)).diagnostics == ()


def test_references_of_a_sound_one_are_followed(beside: Callable[[str], Path]) -> None:
    root = beside(GOOD.replace("by: li-na", "by: ghost"))
    assert [each.name for each in check(root, Asked(DAY, private=True)).diagnostics] == ["unknown-reference"]


def test_its_records_are_listed_and_shown_by_their_kind_only(beside: Callable[[str], Path]) -> None:
    root = beside(GOOD)
    assert list_kind(root, "能力评估").ids == ("2026-06-30-li-na",)
    assert show(root, "assessment:2026-06-30-li-na").kind == "assessment"
    assert list_kind(root, "person").workspace.all("assessment") == {}


@pytest.mark.parametrize("arguments", [[], ["--format", "json", "--private"], ["--baseline-write", "--private"]])
def test_nothing_of_it_reaches_what_others_read(
    arguments: list[str], beside: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = beside(GOOD.replace("3", "6"))
    assert run(["-C", str(root), "check", *arguments]) == 0
    printed = capsys.readouterr()
    assert "assessments" not in printed.out + printed.err
    assert not any("assessments" in path.read_text("utf-8") for path in root.rglob("*.*") if path.is_file())


def test_it_is_checked_where_asked_and_on_a_terminal(
    beside: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(beside(GOOD.replace("3", "6"))), "check", "--private"]) == 1
    assert "../private/assessments/2026-06-30-li-na.yaml:3:25" in capsys.readouterr().out


@pytest.mark.parametrize(
    "folder", ["private", "./private", "../", "..", "/tmp", "a/../../b", "../a/../b", "../..", "..\\\\b", "../.", "~/b"]
)
def test_a_private_folder_stands_outside(folder: str, folder_from: Writer) -> None:
    root = folder_from(f"```yaml opsctl.yaml\nopsctl: 1\nname: A\nprivate: '{folder}'\n```\n")
    assert [each.name for each in check(root, Asked(DAY)).diagnostics] == ["bad-value"]


@pytest.mark.parametrize("folder", ["../b", "../../b", "../b/c", "../晨禾-私有", "../b c"])
def test_folders_beside_are_fine(folder: str, folder_from: Writer) -> None:
    root = folder_from(f"```yaml opsctl.yaml\nopsctl: 1\nname: A\nprivate: '{folder}'\n```\n")
    assert check(root, Asked(DAY)).diagnostics == ()
