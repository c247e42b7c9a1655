"""
A write fails or dies at every call that changes the disk: the workspace is all old or all new, and the next run says
which. What is not written over: what somebody else is writing, has changed or has forbidden.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.faults import (
    FIVE,
    OLD,
    ONE,
    POSIX,
    Changes,
    after,
    at,
    calls,
    cut,
    failing,
    interrupted,
    killed,
    nth,
    put,
    settled,
    texts,
)

from opsctl.errors import OpsctlError
from opsctl.loading import disk
from opsctl.loading.recovery import recover, unfinished
from opsctl.loading.transaction import write

ACTS = {
    **{errno.errorcode[code]: failing(code) for code in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)},
    "Ctrl-C": interrupted,
}


@pytest.fixture(params=[False, True], ids=["plain", "git"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workspace in a folder, and in a repository."""
    root = tmp_path / "workspace"
    if request.param:
        subprocess.run(["git", "init", "-q", "--template=", str(root)], check=True)
    put(root, OLD)
    return root


@pytest.mark.parametrize("changes", [ONE, FIVE], ids=["one", "five"])
@pytest.mark.parametrize("name", ACTS)
def test_a_write_that_fails_at_any_call_is_all_old_or_all_new(
    name: str, changes: Changes, root: Path, tmp_path: Path
) -> None:
    made = calls(root, changes)
    assert len(made) >= 20
    outcomes = set()
    for number in range(1, len(made) + 1):
        copy = Path(shutil.copytree(root, tmp_path / f"copy-{number}", symlinks=True))
        said = failed_with(copy, changes, name, number)
        if name == "Ctrl-C":
            assert said == "interrupted"
        elif texts(copy) == OLD and not unfinished(copy):
            assert said in ("load.write.failed", "load.write.denied")
        else:
            assert said == ("load.write.cut_off" if unfinished(copy) else "written")
        outcomes.add(settled(copy, changes))
        shutil.rmtree(copy)
    assert outcomes == {"old", "new"}


def failed_with(root: Path, changes: Changes, name: str, number: int) -> str:
    """Write with a failure at the n-th call, and say how the write ended."""
    try:
        with disk.watched(at(number, ACTS[name])):
            write(root, changes)
    except OpsctlError as error:
        assert error.hint is not None
        return error.said.id
    except KeyboardInterrupt:
        return "interrupted"
    # The last calls tidy up after everything has happened; an empty folder that stays is no failure.
    return "written"


@POSIX
@pytest.mark.parametrize("changes", [ONE, FIVE], ids=["one", "five"])
def test_a_write_that_is_killed_at_any_call_is_all_old_or_all_new(changes: Changes, root: Path, tmp_path: Path) -> None:
    copies = list(killed(root, tmp_path, f"write(copy, {changes!r})"))
    assert len(copies) == len(calls(root, changes))
    assert {settled(copy, changes) for copy in copies} == {"old", "new"}


@POSIX
def test_a_recovery_that_is_killed_at_any_call_is_taken_up_by_the_next(root: Path, tmp_path: Path) -> None:
    cut(root, FIVE, "rename", 3)
    code = "from opsctl.loading.recovery import recover; recover(copy)"
    copies = list(killed(root, tmp_path, code))
    assert len(copies) > 8
    assert {settled(copy, FIVE) for copy in copies} == {"new"}


def test_the_next_write_finishes_the_one_before_and_says_so(root: Path) -> None:
    cut(root, FIVE, "rename", 2)
    later: Changes = {"teams/later.yaml": "name: L\n"}
    with pytest.raises(OpsctlError) as raised:
        write(root, later)
    assert raised.value.said.id == "load.write.finished_first"
    # What this write was to hold may have been worked out from a mix of old and new.
    assert texts(root) == after(FIVE)
    assert write(root, later) == ("teams/later.yaml",)


def test_the_next_write_drops_one_that_had_not_counted(root: Path) -> None:
    cut_and_stay(root)
    found = unfinished(root)
    assert found is not None and not found.finished
    assert write(root, ONE) == ("teams/a.yaml",)
    assert texts(root) == after(ONE)
    assert unfinished(root) is None


def cut_and_stay(root: Path) -> None:
    """Leave what a write leaves that was killed while it staged."""
    tidying = ("unlink", "rmdir")

    def step(what: str, path: str) -> None:
        if what == "rename":
            raise KeyboardInterrupt
        if what in tidying:
            raise OSError(errno.EIO, "gone")

    with disk.watched(step), pytest.raises(KeyboardInterrupt):
        write(root, FIVE)


def test_a_file_changed_after_the_cut_stops_the_recovery(root: Path) -> None:
    cut(root, FIVE, "rename", 3)
    (root / "teams/a.yaml").write_text("name: mine\n")
    before = texts(root)
    with pytest.raises(OpsctlError) as raised:
        recover(root)
    assert raised.value.said.id == "load.write.torn"
    assert texts(root) == before


@pytest.mark.parametrize(
    "expected",
    [{"teams/a.yaml": "name: other\n"}, {"teams/a.yaml": None}, {"teams/absent.yaml": ""}, {"teams/same.yaml": ""}],
    ids=["changed", "appeared", "gone", "not-written-itself"],
)
def test_a_file_changed_since_it_was_read_is_refused(expected: dict[str, str | None], root: Path) -> None:
    with pytest.raises(OpsctlError) as raised:
        write(root, FIVE, expected=expected)
    assert raised.value.said.id == "load.write.changed"
    assert texts(root) == OLD


def test_files_that_are_as_they_were_read_are_written(root: Path) -> None:
    expected = {"teams/a.yaml": OLD["teams/a.yaml"], "stores/new/b.yaml": None}
    assert len(write(root, FIVE, expected=expected)) == 5
    assert texts(root) == after(FIVE)


def test_a_file_held_by_another_program_is_said_and_finished_later(root: Path) -> None:
    held = at(nth(root, FIVE, "rename", 2), failing(errno.EACCES))
    with disk.watched(held), pytest.raises(OpsctlError) as raised:
        write(root, FIVE)
    assert raised.value.said.id == "load.write.cut_off"
    assert raised.value.hint is not None and raised.value.hint.id == "load.write.finish"
    assert recover(root) is not None and texts(root) == after(FIVE)


def test_a_second_run_touches_nothing(root: Path) -> None:
    write(root, FIVE)
    stamps = {path: path.stat().st_mtime_ns for path in (root, *root.rglob("*"))}
    seen: list[str] = []
    with disk.watched(lambda what, path: seen.append(what)):
        assert write(root, FIVE) == ()
    assert {path: path.stat().st_mtime_ns for path in (root, *root.rglob("*"))} == stamps
    assert sys.platform == "win32" or seen == []


def test_a_dry_run_changes_nothing_and_names_the_same(root: Path) -> None:
    seen: list[str] = []
    with disk.watched(lambda what, path: seen.append(what)):
        named = write(root, FIVE, dry_run=True)
    assert seen == [] and texts(root) == OLD
    assert named == ("opsctl.yaml", "stores/new/b.yaml", "teams/a.yaml", "teams/e.yaml", "teams/gone.yaml")
    assert write(root, FIVE) == named


@POSIX
def test_permissions_line_ends_comments_and_byte_order_marks_stay(root: Path) -> None:
    path = root / "teams/a.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: A  # who\r\n")
    path.chmod(0o640)
    expected = {"teams/a.yaml": "name: A  # who\r\n"}
    assert write(root, {"teams/a.yaml": "name: B  # who\r\n"}, expected=expected) == ("teams/a.yaml",)
    assert path.read_bytes() == b"\xef\xbb\xbfname: B  # who\r\n"
    assert path.stat().st_mode & 0o777 == 0o640


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_owner_and_group_stay(root: Path) -> None:
    os.chown(root / "teams/a.yaml", 12345, 54321)
    (root / "teams").chmod(0o2775)
    os.chown(root / "teams", 12345, 23456)
    write(root, {**ONE, "teams/new.yaml": "name: N\n"})
    assert ((root / "teams/a.yaml").stat().st_uid, (root / "teams/a.yaml").stat().st_gid) == (12345, 54321)
    # A folder that hands its group down does so to files that were staged elsewhere.
    assert (root / "teams/new.yaml").stat().st_gid == 23456


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize(("name", "mode"), [("teams/a.yaml", 0o400), ("teams", 0o500)])
def test_what_cannot_be_written_is_refused_before_anything_changes(name: str, mode: int, root: Path) -> None:
    (root / name).chmod(mode)
    with pytest.raises(OpsctlError) as raised:
        write(root, FIVE)
    (root / name).chmod(0o700)
    assert raised.value.said.id == "load.write.denied"
    assert texts(root) == OLD and unfinished(root) is None


@POSIX
def test_links_devices_and_gits_own_files_are_refused(root: Path, tmp_path: Path) -> None:
    (root / "linked").symlink_to(tmp_path)
    (root / "teams/link.yaml").symlink_to(tmp_path / "x")
    os.mkfifo(root / "teams/pipe.yaml")
    for name in ("linked/a.yaml", "teams/link.yaml", "teams/pipe.yaml", "teams", "../a.yaml", "/a.yaml", ".git/config",
                 "a/.git/hooks/x", "a/.GIT/config", "a/git~1/config", ".github/workflows/x.yml",
                 ".opsctl/write/0"):  # fmt: skip
        with pytest.raises(OpsctlError):
            write(root, {"teams/a.yaml": "name: B\n", name: "x"})
    assert texts(root) == OLD


def test_a_new_workspace_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "er" / "new"
    files: Changes = {"opsctl.yaml": "opsctl: 1\n", "teams/a.yaml": "name: A\n"}
    outcomes = []
    for number in range(1, 60):
        with disk.watched(at(number, failing(errno.ENOSPC))):
            try:
                write(place, files)
            except OpsctlError:
                assert not (tmp_path / "deep").exists() or unfinished(place)
        outcomes.append(place.exists())
        if place.exists():
            recover(place)
            assert texts(place) == files
            shutil.rmtree(tmp_path / "deep")
    assert outcomes[0] is False and outcomes[-1] is True


WRITING = """
import sys
from pathlib import Path
from opsctl.errors import OpsctlError
from opsctl.loading import disk
from opsctl.loading.transaction import write
def step(what, path):
    if what == "rename" and path.endswith("COMMIT"):
        print("staged", flush=True)
        sys.stdin.readline()
with disk.watched(step):
    write(Path(sys.argv[1]), {"teams/a.yaml": "name: first\\n"})
"""


def test_two_writers_at_once_and_one_wins(root: Path) -> None:
    command = [sys.executable, "-c", WRITING, str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin is not None and other.stdout is not None
        assert other.stdout.readline().strip() == b"staged"
        for act in (lambda: write(root, ONE), lambda: recover(root)):
            with pytest.raises(OpsctlError) as raised:
                act()
            assert raised.value.said.id == "load.write.locked"
        # What the other one has staged is no write that was cut off.
        assert unfinished(root) is None
        assert texts(root) == OLD
        other.stdin.write(b"\n")
        other.stdin.close()
        assert other.wait(timeout=20) == 0
    assert texts(root)["teams/a.yaml"] == "name: first\n"
    assert write(root, ONE) == ("teams/a.yaml",)


def test_a_writer_that_was_killed_keeps_nobody_out(root: Path) -> None:
    command = [sys.executable, "-c", WRITING, str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == b"staged"
        other.kill()
    assert write(root, ONE) == ("teams/a.yaml",)
    assert texts(root) == after(ONE)
