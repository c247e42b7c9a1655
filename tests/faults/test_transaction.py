"""
A write fails or dies at every call that changes the disk: the workspace is all old or all new, and the next run says
which.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from opsctl.errors import OpsctlError
from opsctl.loading import disk
from opsctl.loading.state import state_folder
from opsctl.loading.transaction import Recovered, pending, recover, write

OLD = {"opsctl.yaml": "opsctl: 1\r\nname: A\r\n", "teams/a.yaml": "name: 旧\n", "teams/gone.yaml": "name: G\n",
       "teams/same.yaml": "name: S\n"}  # fmt: skip
ONE: dict[str, str | None] = {"teams/a.yaml": "name: 新\n"}
FIVE: dict[str, str | None] = {
    **ONE, "opsctl.yaml": "opsctl: 1\nname: B\n", "teams/gone.yaml": None, "stores/new/b.yaml": "name: N\n",
    "teams/same.yaml": "name: S\n",
}  # fmt: skip
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and permissions of POSIX")


@pytest.fixture(params=[False, True], ids=["plain", "git"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workspace in a folder, and in a repository."""
    root = tmp_path / "workspace"
    if request.param:
        subprocess.run(["git", "init", "-q", str(root)], check=True)
    put(root, OLD)
    return root


def put(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())


def texts(root: Path) -> dict[str, str]:
    """Every file of the workspace itself."""
    found = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes().decode() for path in found}


def after(changes: Mapping[str, str | None]) -> dict[str, str]:
    """What all new looks like."""
    return {name: text for name, text in {**OLD, **changes}.items() if text is not None}


def steps(root: Path, changes: Mapping[str, str | None], folder: Path) -> int:
    """How many calls a write makes, counted on a copy."""
    copy = Path(shutil.copytree(root, folder / "counted"))
    seen: list[str] = []
    with disk.watched(lambda what, path: seen.append(what)):
        write(copy, changes)
    shutil.rmtree(copy)
    return len(seen)


def at(number: int, act: Callable[[], None]) -> Callable[[str, str], None]:
    """A watcher that acts at the n-th call."""
    left = [number]

    def step(what: str, path: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            act()

    return step


def failing(code: int) -> Callable[[], None]:
    def act() -> None:
        raise OSError(code, os.strerror(code))

    return act


def interrupted() -> None:
    raise KeyboardInterrupt


ACTS = {**{errno.errorcode[code]: failing(code) for code in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)},
        "Ctrl-C": interrupted}  # fmt: skip


@pytest.mark.parametrize("changes", [ONE, FIVE], ids=["one", "five"])
@pytest.mark.parametrize("name", ACTS)
def test_a_write_that_fails_at_any_call_is_all_old_or_all_new(
    name: str, changes: dict[str, str | None], root: Path, tmp_path: Path
) -> None:
    count = steps(root, changes, tmp_path)
    assert count > 12
    outcomes = set()
    for number in range(1, count + 1):
        copy = Path(shutil.copytree(root, tmp_path / f"copy-{number}"))
        with disk.watched(at(number, ACTS[name])), pytest.raises((OpsctlError, KeyboardInterrupt)) as raised:
            write(copy, changes)
            # The last steps tidy up after everything has happened; an empty folder that stays is no failure.
            raise KeyboardInterrupt
        outcomes.add(check_recovery(copy, changes))
        assert name == "Ctrl-C" or isinstance(raised.value, OpsctlError) or texts(copy) == after(changes)
        shutil.rmtree(copy)
    assert outcomes == {"old", "new"}


def check_recovery(root: Path, changes: Mapping[str, str | None]) -> str:
    """Recover, and say which of the two the workspace is; nothing of the write may be left."""
    counted = pending(root)
    before = texts(root)
    found = recover(root)
    now = {name: text for name, text in texts(root).items() if not name.startswith(".opsctl/")}
    assert now in (OLD, after(changes))
    if counted:
        assert found is not None and found.finished and now == after(changes)
    elif found is not None:
        assert found == Recovered(False, ()) and now == OLD
    else:
        assert now == {name: text for name, text in before.items() if not name.startswith(".opsctl/")}
    assert recover(root) is None
    assert not state_folder(root).exists() and not (root / ".opsctl").exists()
    return "old" if now == OLD else "new"


KILLED = """
import os, signal, sys
from pathlib import Path
from opsctl.loading import disk
from opsctl.loading.transaction import write
left = [int(sys.argv[2])]
def step(what, path):
    left[0] -= 1
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
with disk.watched(step):
    write(Path(sys.argv[1]), eval(sys.argv[3]))
"""


@POSIX
def test_a_write_that_is_killed_at_any_call_is_all_old_or_all_new(root: Path, tmp_path: Path) -> None:
    count = steps(root, FIVE, tmp_path)
    # Each takes a process of its own; the failures above visit every call, here every second one is enough.
    stride = 1 if os.environ.get("OPSCTL_FUZZ") else 2
    outcomes = set()
    for number in range(1, count + 1, stride):
        copy = Path(shutil.copytree(root, tmp_path / f"copy-{number}"))
        done = subprocess.run([sys.executable, "-c", KILLED, str(copy), str(number), repr(FIVE)], check=False)
        assert done.returncode == -signal.SIGKILL
        outcomes.add(check_recovery(copy, FIVE))
    assert outcomes == {"old", "new"}


def test_the_next_write_finishes_the_one_before(root: Path) -> None:
    cut(root, FIVE, "rename", 2)
    assert write(root, {"teams/later.yaml": "name: L\n"}) == ("teams/later.yaml",)
    assert texts(root) == {**after(FIVE), "teams/later.yaml": "name: L\n"}


def cut(root: Path, changes: Mapping[str, str | None], what: str, number: int) -> None:
    """Cut a write off at its n-th call of a kind."""
    left = [number]

    def step(called: str, path: str) -> None:
        left[0] -= called == what
        if left[0] == 0:
            raise KeyboardInterrupt

    with disk.watched(step), pytest.raises(KeyboardInterrupt):
        write(root, changes)


def test_a_file_changed_after_the_cut_stops_the_recovery(root: Path) -> None:
    cut(root, FIVE, "rename", 2)
    (root / "teams/a.yaml").write_text("name: mine\n")
    before = texts(root)
    with pytest.raises(OpsctlError) as raised:
        recover(root)
    assert raised.value.said.id == "load.write.torn"
    assert texts(root) == before


def test_a_file_changed_since_it_was_read_is_refused(root: Path) -> None:
    with pytest.raises(OpsctlError) as raised:
        write(root, FIVE, expected={"teams/a.yaml": "name: other\n"})
    assert raised.value.said.id == "load.write.changed"
    with pytest.raises(OpsctlError):
        write(root, FIVE, expected={"teams/absent.yaml": ""})
    assert texts(root) == OLD
    assert write(root, ONE, expected={"teams/a.yaml": OLD["teams/a.yaml"]}) == ("teams/a.yaml",)


def test_a_file_held_by_another_program_is_said_and_finished_later(root: Path) -> None:
    held = at(steps_until(root, "rename", 2), failing(errno.EACCES))
    with disk.watched(held), pytest.raises(OpsctlError) as raised:
        write(root, FIVE)
    assert raised.value.said.id == "load.write.cut_off"
    assert raised.value.hint is not None and raised.value.hint.id == "load.write.finish"
    assert recover(root) is not None and texts(root) == after(FIVE)


def steps_until(root: Path, what: str, number: int) -> int:
    """The number of the call that is the n-th of a kind."""
    copy = Path(shutil.copytree(root, root.parent / "counted"))
    seen: list[str] = []
    with disk.watched(lambda called, path: seen.append(called)):
        write(copy, FIVE)
    return [index for index, called in enumerate(seen, 1) if called == what][number - 1]


def test_a_second_run_touches_nothing(root: Path) -> None:
    write(root, FIVE)
    stamps = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    assert write(root, FIVE) == ()
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == stamps


def test_a_dry_run_changes_nothing_and_names_the_same(root: Path) -> None:
    assert write(root, FIVE, dry_run=True) == ("opsctl.yaml", "stores/new/b.yaml", "teams/a.yaml", "teams/gone.yaml")
    assert texts(root) == OLD
    assert len(write(root, FIVE)) == 4


@POSIX
def test_permissions_and_byte_order_marks_stay(root: Path) -> None:
    path = root / "teams/a.yaml"
    path.write_bytes(b"\xef\xbb\xbfname: A\r\n")
    path.chmod(0o640)
    assert write(root, {"teams/a.yaml": "name: B\r\n"}, expected={"teams/a.yaml": "name: A\r\n"}) == ("teams/a.yaml",)
    assert path.read_bytes() == b"\xef\xbb\xbfname: B\r\n"
    assert path.stat().st_mode & 0o777 == 0o640


HOLDING = """
import sys, time
from pathlib import Path
from opsctl.loading.state import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_two_writers_at_once_and_one_wins(root: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline().strip() == b"held"
        with pytest.raises(OpsctlError) as raised:
            write(root, ONE)
        assert raised.value.said.id == "load.write.locked"
        assert texts(root) == OLD
        other.kill()
    assert write(root, ONE) == ("teams/a.yaml",)


PLANTED: tuple[str, ...] = ("../out.txt", "/tmp/out.txt", "a/../../out.txt", ".git/hooks/post-checkout", "link/out.txt",
                            "teams/../../out.txt", ".opsctl/write/COMMIT", "C:\\\\out.txt", "")  # fmt: skip


@pytest.mark.parametrize("path", PLANTED)
def test_a_planted_journal_leads_nowhere(path: str, root: Path, tmp_path: Path) -> None:
    (tmp_path / "beside").mkdir()
    (root / "link").symlink_to(tmp_path / "beside")
    state = state_folder(root)
    state.mkdir(parents=True)
    new = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
    (state / "0").write_text("foo")
    (state / "COMMIT").write_text(
        f'{{"opsctl": 1, "changes": [{{"path": "{path}", "old": null, "new": "{new}", "staged": "0"}}]}}'
    )
    with pytest.raises(OpsctlError):
        recover(root)
    assert not any((tmp_path / name).exists() for name in ("out.txt", "beside/out.txt"))
    assert not Path("/tmp/out.txt").exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"opsctl": 2, "changes": []}', '{"opsctl": 1}', '{"opsctl": 1, "changes": [1]}',
             '{"opsctl": 1, "changes": [{"path": "a", "old": "x", "new": null, "staged": "0"}]}',
             '{"opsctl": 1, "changes": [{"path": "a", "old": null, "new": null, "staged": "../0"}]}',
             '{"opsctl": 1, "changes": [{"path": 1, "old": null, "new": null, "staged": "0"}]}', "[" * 90_000],
)  # fmt: skip
def test_a_journal_that_cannot_be_read_stops_the_recovery(text: str, root: Path) -> None:
    state_folder(root).mkdir(parents=True)
    (state_folder(root) / "COMMIT").write_text(text)
    with pytest.raises(OpsctlError) as raised:
        recover(root)
    assert raised.value.said.id == "load.write.bad_journal"


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_what_cannot_be_written_is_refused_before_anything_changes(root: Path) -> None:
    (root / "teams/a.yaml").chmod(0o400)
    with pytest.raises(OpsctlError) as raised:
        write(root, FIVE)
    assert raised.value.said.id == "load.write.denied"
    assert texts(root) == OLD


def test_links_on_the_way_are_refused(root: Path, tmp_path: Path) -> None:
    (root / "linked").symlink_to(tmp_path)
    for name in ("linked/a.yaml", "../a.yaml", ".git/config", ".github/workflows/x.yml", ".opsctl/write/0"):
        with pytest.raises(OpsctlError):
            write(root, {"teams/a.yaml": "name: B\n", name: "x"})
    assert texts(root) == OLD


def test_a_new_workspace_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    for number in range(1, 12):
        with disk.watched(at(number, failing(errno.ENOSPC))), pytest.raises(OpsctlError):
            write(tmp_path / "new", {"opsctl.yaml": "opsctl: 1\n", "teams/a.yaml": "name: A\n"})
        assert not (tmp_path / "new").exists()
    write(tmp_path / "new", {"opsctl.yaml": "opsctl: 1\n"})
    assert texts(tmp_path / "new") == {"opsctl.yaml": "opsctl: 1\n"}


def traced(root: Path, log: Path) -> Iterator[tuple[str, str]]:
    """The calls that change the disk, as the system sees them, with what they are about."""
    code = (
        f"from pathlib import Path; from opsctl.loading.transaction import write; write(Path({str(root)!r}), {FIVE!r})"
    )
    calls = "trace=rename,renameat,renameat2,fsync,unlink,unlinkat,mkdir,rmdir,openat"
    subprocess.run(["strace", "-f", "-y", "-o", str(log), "-e", calls, sys.executable, "-c", code], check=True)
    for line in log.read_text().splitlines():
        call, _, rest = line.partition(" ")[2].strip().partition("(")
        if str(root) in rest and not rest.endswith("(No such file or directory)"):
            yield call, rest


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_seen_from_outside_every_file_is_on_the_disk_before_it_counts(root: Path, tmp_path: Path) -> None:
    calls = list(traced(root, tmp_path / "log"))
    synced: set[str] = set()
    state = str(state_folder(root))
    committed = False
    renamed = 0
    for call, rest in calls:
        if call == "fsync":
            synced.add(rest.partition("<")[2].partition(">")[0])
        elif call.startswith("rename"):
            source = rest.split('"')[1]
            assert source in synced
            committed = committed or source.endswith("COMMIT.new")
            renamed += 1
            assert committed and (source.endswith("COMMIT.new") or state in synced)
        elif call.startswith("unlink") and rest.split('"')[1].endswith("COMMIT"):
            assert {str(root / "teams"), str(root / "stores" / "new"), str(root)} <= synced
    assert renamed == 4
