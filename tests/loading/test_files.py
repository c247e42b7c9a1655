"""Opening files safely, and which may be written."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from opsctl.diagnostics import Message
from opsctl.errors import OpsctlError
from opsctl.loading.files import read_bytes, target

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


@pytest.mark.parametrize(
    "name",
    ["../a", "/a", "a/../../b", ".git/config", ".github/x", "C:\\a", "a:b", "", ".", ".opsctl/write/0", ".opsctl"],
)
def test_no_file_outside_is_one_to_write(tmp_path: Path, name: str) -> None:
    with pytest.raises(OpsctlError) as refused:
        target(tmp_path, name)
    assert refused.value.said.id == "load.write.outside"


@pytest.mark.parametrize("name", ["a", "targets/2026/company.csv", ".gitignore", ".opsctl/schemas/team.schema.json"])
def test_files_of_the_workspace_are_ones_to_write(tmp_path: Path, name: str) -> None:
    assert target(tmp_path, name) == tmp_path / name


@POSIX
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (inside / "targets").symlink_to(outside)
    (inside / "a.csv").symlink_to(outside / "a.csv")
    for name in ("targets/a.csv", "a.csv"):
        with pytest.raises(OpsctlError) as refused:
            target(inside, name)
        assert refused.value.said.id == "load.write.link"
