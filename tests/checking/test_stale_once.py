"""An edited sheet moves many cell files and gives one finding, which stays the same one while somebody works."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.repository import example

from opsctl.checking.engine import run
from opsctl.commands.split import split
from opsctl.diagnostics import Diagnostic
from opsctl.loading.read import load
from opsctl.locales import tell

SHEET = "targets/2026/company.yaml"


def stale(root: Path) -> list[Diagnostic]:
    """What check says of the cells."""
    loaded = load(root)
    return [each for each in run(loaded.workspace, loaded.sources.span) if each.name == "stale-cells"]


def edited(root: Path, old: str, new: str) -> Path:
    """The example with its company sheet changed."""
    text = (root / SHEET).read_text("utf-8")
    assert text.count(old) == 1
    (root / SHEET).write_text(text.replace(old, new), "utf-8")
    return root


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_edited_sheet_gives_one_finding_that_names_the_highest_files(tmp_path: Path, lang: str) -> None:
    root = edited(example(tmp_path, data=False), "value: 2000万", "value: 2010万")
    [found] = stale(root)
    moved = split(root, 2026, dry_run=True).stale
    assert (found.file, len(moved)) == ("targets/2026/company.csv", 17)
    said = tell(lang, found.problem.message)
    assert "17" in said
    assert (
        "company.csv、douyin.csv、global.csv …" if lang == "zh" else "company.csv, douyin.csv, global.csv …"
    ) in said
    assert said.endswith("opsctl plan split 2026")


def test_it_stays_the_same_finding_after_another_edit(tmp_path: Path) -> None:
    root = edited(example(tmp_path, data=False), "value: 2000万", "value: 2010万")
    [before] = stale(root)
    (root / "targets/2026/jd.csv").unlink()
    [after] = stale(root)
    assert before.fingerprint == after.fingerprint
    assert dict(after.problem.message.params) | {"missing": "1"} == dict(after.problem.message.params)


def test_a_split_settles_it(tmp_path: Path) -> None:
    root = edited(example(tmp_path, data=False), "value: 2000万", "value: 2010万")
    split(root, 2026, dry_run=False)
    assert stale(root) == []
