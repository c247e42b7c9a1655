"""Opening files safely, and writing them all or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from opsctl.diagnostics import Message
from opsctl.errors import OpsctlError
from opsctl.loading import files
from opsctl.loading.files import read_bytes, remove, write_text

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file types")


def said(path: Path, limit: int = 100) -> str:
    found = read_bytes(str(path), limit)
    assert isinstance(found, Message)
    return found.id


def test_reads_whole_files_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a"
    for size in (0, 1, 65_535, 65_536, 65_537, 200_000):
        path.write_bytes(b"x" * size)
        assert read_bytes(str(path), 200_000) == b"x" * size
    path.write_bytes(b"x" * 200_001)
    assert said(path, 200_000) == "load.file.too_large"


def test_a_file_that_grows_while_it_is_read_stays_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "read", lambda handle, size: b"x" * size)
    assert said(path, 100_000) == "load.file.too_large"


def test_refuses_what_is_no_file(tmp_path: Path) -> None:
    assert said(tmp_path / "absent") == "load.file.gone"
    assert said(Path(str(tmp_path / "a\0b"))) == "load.file.failed"


@POSIX
def test_refuses_links_folders_pipes_and_devices(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("x")
    (tmp_path / "link").symlink_to("real")
    os.mkfifo(tmp_path / "pipe")
    assert said(tmp_path / "link") == "load.file.link"
    assert said(tmp_path) == "load.file.not_regular"
    assert said(tmp_path / "pipe") == "load.file.not_regular"
    assert said(Path("/dev/zero")) == "load.file.not_regular"


def test_system_errors_are_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_text("x")

    def refuse(code: int) -> None:
        def fail(*_: object) -> bytes:
            raise OSError(code, "no")

        monkeypatch.setattr(os, "read", fail)

    for code, expected in ((errno.EACCES, "denied"), (errno.EIO, "failed"), (errno.ENOENT, "gone")):
        refuse(code)
        assert said(path) == f"load.file.{expected}"


def test_writes_what_differs_and_nothing_else(tmp_path: Path) -> None:
    assert write_text(tmp_path, {"b/c.csv": "店\n", "a.csv": "1\n"}) == ("a.csv", "b/c.csv")
    assert (tmp_path / "b/c.csv").read_bytes() == "店\n".encode()
    before = (tmp_path / "a.csv").stat().st_mtime_ns
    assert write_text(tmp_path, {"a.csv": "1\n", "b/c.csv": "2\n"}) == ("b/c.csv",)
    assert (tmp_path / "a.csv").stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.csv", "b", "c.csv"]


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    assert write_text(tmp_path, {"x/a.csv": "1\n"}, dry_run=True) == ("x/a.csv",)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", ".git/config", ".github/x", "C:\\a", "a:b", "", "."])
def test_never_writes_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(OpsctlError) as refused:
        write_text(tmp_path, {name: "x"})
    assert refused.value.said.id == "load.write.outside"


@POSIX
def test_never_writes_through_a_link(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (inside / "targets").symlink_to(outside)
    (inside / "a.csv").symlink_to(outside / "a.csv")
    for name in ("targets/a.csv", "a.csv"):
        with pytest.raises(OpsctlError) as refused:
            write_text(inside, {name: "x"})
        assert refused.value.said.id == "load.write.link"
    assert list(outside.iterdir()) == []


def test_a_failure_while_staging_changes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text(tmp_path, {"a": "1", "b": "1"})
    stage = files._stage

    def full(target: Path, data: bytes, number: int) -> Path:
        if number == 1:
            raise OSError(errno.ENOSPC, "full")
        return stage(target, data, number)

    monkeypatch.setattr(files, "_stage", full)
    with pytest.raises(OpsctlError) as failed:
        write_text(tmp_path, {"a": "2", "b": "2"})
    assert failed.value.said.id == "load.write.failed"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "1", "b": "1"}


def test_a_file_open_elsewhere_is_a_sentence_that_says_to_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError(errno.EACCES, "used by another process")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(OpsctlError) as failed:
        write_text(tmp_path, {"targets/2026/company.csv": "x"})
    assert failed.value.said.id == "load.write.denied"
    assert failed.value.hint is not None and failed.value.hint.id == "load.write.close_it"
    assert not list(tmp_path.rglob("*company*")) and not list(tmp_path.rglob(".opsctl*"))


@POSIX
def test_keeps_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("1")
    path.chmod(0o640)
    write_text(tmp_path, {"a": "2"})
    assert path.stat().st_mode & 0o777 == 0o640


def test_removes(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    remove(tmp_path, ["a", "gone"])
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OpsctlError):
        remove(tmp_path, ["../x"])
