"""A tree over which some files are changed, new or gone reads like a folder in which they really are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from opsctl.loading.tree import FILE, FOLDER, NOTHING, Disk, Over

FILES = {"a/x.yaml": "x", "a/y.yaml": "y", "b/c/z.yaml": "z", "top.yaml": "t"}


def put(root: Path, files: Mapping[str, str | None]) -> None:
    """Write files, and delete those that are None."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (root / name).unlink()
        else:
            (root / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"a/x.yaml": "new"},
        {"a/w.yaml": "w", "top2.yaml": "u"},
        {"a/x.yaml": None},
        {"a/x.yaml": None, "a/w.yaml": "x"},
        {"d/e/f.yaml": "f", "b/c/q.yaml": "q"},
    ],
)
def test_it_reads_like_a_folder_in_which_they_are(texts: Mapping[str, str | None], tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    put(tmp_path / "below", FILES)
    (tmp_path / "real").mkdir()
    put(tmp_path / "real", FILES)
    put(tmp_path / "real", texts)
    over, real = Over(Disk(str(tmp_path / "below")), texts), Disk(str(tmp_path / "real"))
    for folder in ("", "a", "b", "b/c", "d", "d/e"):
        if folder == "" or real.what(folder) == FOLDER:
            assert over.entries(folder) == real.entries(folder)
    for path in ("a", "b", "d", "d/e", "nowhere", *FILES, *texts):
        assert over.what(path) == real.what(path)
        if real.what(path) == FILE:
            assert over.read(path, 99) == real.read(path, 99)
    assert over.what("nowhere") == NOTHING
