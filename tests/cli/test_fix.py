"""`check --fix` and `--diff`: what is printed, what is written, and the exit status."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from opsctl.checking.explain import File
from opsctl.cli.app import run

Writer = Callable[[Iterable[File]], Path]
STORE = "name: A\r\nplatform: jd\r\nteam: {team}  # who\r\nopened: {opened}\r\nchannels: [search, live, search]\r\n"


@pytest.fixture
def root(folder_from: Writer) -> Path:
    """A store with a safe repair, an unsafe one that needs it made first, and one of another kind."""
    return folder_from([("stores/a.yaml", STORE.format(team="compny", opened="2026/6/1"))])


def check(root: Path, *options: str) -> int:
    """Run the check in English."""
    return run(["-C", str(root), "--lang", "en", "check", "--no-cache", *options])


def test_diff_prints_writes_nothing_and_exits_1(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / "stores" / "a.yaml").read_bytes()
    assert check(root, "--diff") == 1
    printed = capsys.readouterr()
    assert printed.out == (
        "--- a/stores/a.yaml\n+++ b/stores/a.yaml\n@@ -1,5 +1,5 @@\n name: A\n platform: jd\n team: compny  # who\n"
        "-opened: 2026/6/1\n+opened: 2026-06-01\n channels: [search, live, search]\n"
    )
    assert (root / "stores" / "a.yaml").read_bytes() == before


def test_fix_writes_says_so_and_reports_what_is_left(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(root, "--fix") == 1
    printed = capsys.readouterr()
    assert printed.err == "findings repaired: 1, in 1 files\n"
    assert "unknown-reference" in printed.out and "bad-value" not in printed.out
    assert "can be repaired by a guess: 2;" in printed.out
    expected = STORE.format(team="compny", opened="2026-06-01").encode()
    assert (root / "stores" / "a.yaml").read_bytes() == expected
    assert check(root, "--diff") == 0


def test_guesses_are_made_where_asked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(root, "--fix", "--unsafe-fixes") == 0
    assert capsys.readouterr().err == "findings repaired: 3, in 1 files\n"
    text = STORE.format(team="company", opened="2026-06-01").replace(", search]", "]")
    assert (root / "stores" / "a.yaml").read_bytes() == text.encode()
    assert check(root, "--diff", "--unsafe-fixes") == 0


def test_only_the_files_asked_for_are_repaired(root: Path) -> None:
    (root / "stores" / "b.yaml").write_text(STORE.format(team="company", opened="2026/6/1"), "utf-8")
    assert check(root, "--fix", "stores/b.yaml") == 0
    assert "2026-06-01" in (root / "stores" / "b.yaml").read_text("utf-8")
    assert "2026/6/1" in (root / "stores" / "a.yaml").read_text("utf-8")


def test_guesses_alone_are_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(root, "--unsafe-fixes") == 2
    assert "--diff --unsafe-fixes" in capsys.readouterr().err
