"""An answer that is kept is the answer that would be given; nothing that is in the cache folder can change one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from opsctl.cli.app import run
from opsctl.cli.warm import answer, warm
from opsctl.loading.looked import FILES, FOLDERS
from opsctl.records import BASELINE_FILE, KINDS, SETTINGS_FILE
from opsctl.records.waiver import WAIVERS_FILE

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "broken"


def check(root: Path, cache: Path, *arguments: str) -> tuple[int, str, bool]:
    """Check as `main` does: status, output, and whether the workspace had to be looked at."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "HOME": str(cache), "LOCALAPPDATA": str(cache)}
    environment.pop("GITHUB_BASE_REF", None)
    words = ["-C", str(root), "check", "--today", "2026-06-08", *arguments]
    known = warm(words, environment)
    kept = answer(known) if known else None
    if kept is not None:
        return (*kept, False)
    with redirect_stdout(StringIO()) as printed, redirect_stderr(StringIO()):
        status = run(words, known)
    return status, printed.getvalue(), True


def entries(cache: Path) -> list[Path]:
    """What is kept."""
    return sorted(path for path in cache.rglob("check-*") if path.is_file())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of a workspace with many findings."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "workspace"))


def test_a_second_process_says_the_same_without_importing_anything(root: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from opsctl.__main__ import main as go\n"
        "try: go()\nfinally: sys.stderr.write(str('pydantic' in sys.modules))"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path / "cache")}
    command = [sys.executable, "-c", code, "-C", str(root), "check", "--today", "2026-06-08"]
    first, second = (subprocess.run(command, capture_output=True, env=environment, check=False) for _ in range(2))
    assert (first.returncode, first.stderr.strip()) == (1, b"True")
    assert (second.returncode, second.stdout, second.stderr.strip()) == (1, first.stdout, b"False")


def test_the_second_run_says_the_same_without_looking(root: Path, tmp_path: Path) -> None:
    status, printed, loaded = check(root, tmp_path / "cache")
    assert (status, loaded) == (1, True)
    assert check(root, tmp_path / "cache") == (1, printed, False)
    assert len(entries(tmp_path / "cache")) == 1
    assert not any(path.name.startswith("check-") for path in root.rglob("*"))


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "stores" / "north-shop.yaml").write_text("name: N\nplatform: jd\nteam: ghost\n", "utf-8"),
        lambda root: (root / "stores" / "new-shop.yaml").write_text("name: N\nplatform: jd\nteam: company\n", "utf-8"),
        lambda root: (root / "stores" / "north-shop.yaml").unlink(),
        lambda root: (root / "stores" / "north-shop.yaml").rename(root / "stores" / "far-shop.yaml"),
        lambda root: (root / "waivers.yaml").unlink(),
        lambda root: (root / "baseline.json").unlink(),
        lambda root: (root / "opsctl.yaml").write_text("opsctl: 1\nname: A\nlang: en\n", "utf-8"),
        lambda root: (root / "targets" / "2025" / "north-shop.csv").unlink(),
    ],
)
def test_any_change_is_looked_at(change: object, root: Path, tmp_path: Path) -> None:
    assert callable(change)
    _, before, _ = check(root, tmp_path / "cache")
    change(root)
    status, after, loaded = check(root, tmp_path / "cache")
    assert loaded and after != before
    assert (status, after) == check(root, tmp_path / "other")[:2]


@pytest.mark.parametrize(
    "arguments",
    [("--lang-of-the-day",), ("stores",), ("--fail-on", "warning"), ("--format", "json"), ("--no-baseline",)],
)
def test_other_arguments_have_their_own_answer(arguments: tuple[str, ...], root: Path, tmp_path: Path) -> None:
    check(root, tmp_path / "cache")
    fresh = check(root, tmp_path / "other", *arguments)
    assert check(root, tmp_path / "cache", *arguments)[:2] == fresh[:2]
    assert check(root, tmp_path / "cache", *arguments)[:2] == fresh[:2]


def a_folder_instead(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


def a_file_for_the_folder(entry: Path) -> None:
    shutil.rmtree(entry.parent)
    entry.parent.write_bytes(b"")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda entry: entry.unlink(),
        lambda entry: entry.write_bytes(b""),
        lambda entry: entry.write_bytes(entry.read_bytes()[:-1]),
        lambda entry: entry.write_bytes(entry.read_bytes().replace(b"1 ", b"0 ", 1)),
        lambda entry: entry.write_bytes(b"0 00\nno problems\n"),
        lambda entry: entry.write_bytes(entry.read_bytes() + b"more"),
        a_folder_instead,
        lambda entry: entry.chmod(0o666),
        lambda entry: entry.parent.chmod(0o777),
        a_file_for_the_folder,
    ],
)  # fmt: skip
def test_a_spoilt_cache_changes_nothing(spoil: object, root: Path, tmp_path: Path) -> None:
    assert callable(spoil)
    answer = check(root, tmp_path / "cache")
    (entry,) = entries(tmp_path / "cache")
    spoil(entry)
    assert check(root, tmp_path / "cache") == answer


def test_an_answer_moved_under_another_key_is_none(root: Path, tmp_path: Path) -> None:
    check(root, tmp_path / "cache")
    (old,) = entries(tmp_path / "cache")
    (root / "waivers.yaml").unlink()
    answer = check(root, tmp_path / "cache")
    new = next(entry for entry in entries(tmp_path / "cache") if entry != old)
    shutil.copyfile(old, new)
    assert check(root, tmp_path / "cache") == answer


def test_a_cache_inside_the_workspace_is_not_used(root: Path) -> None:
    first = check(root, root / "cache")
    assert check(root, root / "cache") == first
    assert not (root / "cache").exists()


def test_a_run_that_asks_for_none_keeps_none(root: Path, tmp_path: Path) -> None:
    check(root, tmp_path / "cache", "--no-cache")
    assert entries(tmp_path / "cache") == []


def test_the_folders_looked_at_are_those_of_the_kinds() -> None:
    assert set(FOLDERS) == {kind.folder for kind in KINDS}
    assert set(FILES) == {SETTINGS_FILE, BASELINE_FILE, WAIVERS_FILE}
