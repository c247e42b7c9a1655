"""The same from outside, as the system sees it: nothing goes past the one module, and what counts is on the disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.faults.faults import FIVE, OLD, SWEEP, after, put, settled, texts

from opsctl.loading.state import state_folder

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
CHANGING = (
    "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,chmod,fchmod,fchmodat,chown,fsync,link,linkat,"
)
CHANGING += "symlink,symlinkat,truncate,ftruncate,utimensat,mknod,mknodat"
CODE = """
import sys
from pathlib import Path
from opsctl.errors import OpsctlError
from opsctl.loading.transaction import write
try:
    write(Path(sys.argv[1]), eval(sys.argv[2]))
except OpsctlError:
    sys.exit(2)
"""


@pytest.fixture(params=[False, True], ids=["plain", "git"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workspace in a folder, and in a repository."""
    root = tmp_path / "workspace"
    if request.param:
        subprocess.run(["git", "init", "-q", "--template=", str(root)], check=True)
    put(root, OLD)
    return root


def traced(root: Path, *options: str) -> tuple[int, list[tuple[str, str]]]:
    """Run a write under strace; its exit status, and the calls that change the workspace with what they are about."""
    log = root.parent / "log"
    command = ["strace", "-f", "-y", "-qq", "-o", str(log), *options, sys.executable, "-B", "-c", CODE]
    done = subprocess.run([*command, str(root), repr(FIVE)], check=False, stderr=subprocess.DEVNULL)
    calls = (line.partition(" ")[2].strip().partition("(")[::2] for line in log.read_text().splitlines())
    return done.returncode, [(call, rest) for call, rest in calls if str(root) in rest]


def test_every_file_is_on_the_disk_before_it_counts(root: Path) -> None:
    status, calls = traced(root, "-e", f"trace={CHANGING},openat")
    assert status == 0
    synced: set[str] = set()
    new: set[str] = set()
    state = str(state_folder(root))
    counted = renamed = 0
    for call, rest in calls:
        if call == "fsync":
            synced.add(path_of(rest))
            new -= {folder for folder in new if str(Path(folder).parent) == path_of(rest)}
        elif call.startswith("mkdir"):
            new.add(rest.split('"')[1])
        elif call.startswith("rename"):
            source, target = rest.split('"')[1], rest.split('"')[3]
            assert source in synced, f"{source} is put in place before its bytes are on the disk"
            assert not {folder for folder in new if target.startswith(folder)}, "in a folder that may be lost"
            assert state in synced
            if target.endswith("COMMIT"):
                counted += 1
                synced.discard(state)
            assert counted == 1, "nothing changes before it counts"
            renamed += 1
        elif call.startswith("unlink") and rest.split('"')[1].endswith("COMMIT"):
            assert {str(root / "teams"), str(root / "stores/new"), str(root)} <= synced
    assert renamed == 5
    assert texts(root) == after(FIVE)


def path_of(rest: str) -> str:
    """The path that strace shows for a handle."""
    return rest.partition("<")[2].partition(">")[0]


def test_only_the_state_is_opened_to_write(root: Path) -> None:
    _, calls = traced(root, "-e", "trace=openat,open,creat")
    opened = [rest.split('"')[1] for call, rest in calls if call == "creat" or "O_WRONLY" in rest or "O_RDWR" in rest]
    assert opened and all(path.startswith(f"{state_folder(root)}/") for path in opened)


KINDS = ["signal=SIGKILL", "error=ENOSPC", "error=EIO", "error=EROFS", "error=EACCES"]


@pytest.mark.parametrize("kind", KINDS)
def test_killed_or_failed_from_outside_it_is_all_old_or_all_new(kind: str, root: Path, tmp_path: Path) -> None:
    calls = [
        call for call, _ in traced(Path(shutil.copytree(root, tmp_path / "counted")), "-e", f"trace={CHANGING}")[1]
    ]
    # The system counts each kind of call on its own.
    points = [(call, calls[:place].count(call) + 1) for place, call in enumerate(calls)]
    assert len(points) > 25
    # Each takes an interpreter of its own; the hook visits every call, here one before and one after it counts.
    turn = KINDS.index(kind)
    chosen = points if SWEEP else [points[2 * turn], points[-turn - 2]]
    outcomes = set()
    for call, number in chosen:
        copy = Path(shutil.copytree(root, tmp_path / f"copy-{call}-{number}"))
        status, _ = traced(copy, "-e", f"trace={CHANGING}", "-e", f"inject={call}:{kind}:when={number}")
        assert status in ((-9, 137) if kind == "signal=SIGKILL" else (0, 2))
        outcomes.add(settled(copy, FIVE))
    assert outcomes == {"old", "new"}


def test_a_full_disk_changes_nothing(root: Path, tmp_path: Path) -> None:
    number = 1
    while True:
        copy = Path(shutil.copytree(root, tmp_path / f"full-{number}"))
        options = ["-P", str(state_folder(copy) / f"{number - 1}"), "-e", "trace=write"]
        status, calls = traced(copy, *options, "-e", "inject=write:error=ENOSPC")
        if not calls:
            break
        assert status == 2 and texts(copy) == OLD and not os.path.lexists(state_folder(copy))
        number += 1
    assert number > 4
