"""A workspace before and after a write, ways to make the write fail or die at its n-th call, and what must hold."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from opsctl.loading import disk
from opsctl.loading.recovery import Recovered, pending, recover
from opsctl.loading.state import state_folder
from opsctl.loading.transaction import write

Changes = Mapping[str, str | None]

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals, links and permissions of POSIX")
SWEEP = bool(os.environ.get("OPSCTL_FUZZ"))

OLD = {
    "opsctl.yaml": "opsctl: 1\r\nname: A\r\n",
    "teams/a.yaml": "name: 旧  # a comment\n",
    "teams/e.yaml": "name: E\n",
    "teams/gone.yaml": "name: G\n",
    "teams/same.yaml": "name: S\n",
}
ONE: Changes = {"teams/a.yaml": "name: 新  # a comment\n"}
FIVE: Changes = {
    **ONE,
    "opsctl.yaml": "opsctl: 1\r\nname: B\r\n",
    "teams/e.yaml": "name: F\n",
    "teams/gone.yaml": None,
    "stores/new/b.yaml": "name: N\n",
    # Named, but nothing is to be done about it.
    "teams/same.yaml": "name: S\n",
}


def put(root: Path, files: Mapping[str, str]) -> None:
    """Write files as they are."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())


def texts(root: Path) -> dict[str, str]:
    """Every file of the workspace itself, without the state of a write."""
    inside = ((path, path.relative_to(root)) for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return {
        name.as_posix(): path.read_bytes().decode() for path, name in inside if name.parts[0] not in (".git", ".opsctl")
    }


def after(changes: Changes) -> dict[str, str]:
    """What all new looks like."""
    return {name: text for name, text in {**OLD, **changes}.items() if text is not None}


def calls(root: Path, changes: Changes) -> list[str]:
    """The names of the calls that a write makes, in their order, found on a copy."""
    copy = Path(shutil.copytree(root, root.parent / "counted", symlinks=True))
    seen: list[str] = []
    with disk.watched(lambda what, path: seen.append(what)):
        write(copy, changes)
    shutil.rmtree(copy)
    return seen


def nth(root: Path, changes: Changes, what: str, number: int) -> int:
    """The place among all calls of the n-th of a kind."""
    return [place for place, called in enumerate(calls(root, changes), 1) if called == what][number - 1]


def at(number: int, act: Callable[[], None]) -> Callable[[str, str], None]:
    """A watcher that acts at the n-th call."""
    left = [number]

    def step(what: str, path: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            act()

    return step


def failing(code: int) -> Callable[[], None]:
    """An error of the system."""

    def act() -> None:
        raise OSError(code, os.strerror(code))

    return act


def interrupted() -> None:
    """Ctrl-C."""
    raise KeyboardInterrupt


def cut(root: Path, changes: Changes, what: str, number: int) -> None:
    """Cut a write off at its n-th call of a kind, as a power failure would."""
    with disk.watched(at(nth(root, changes, what, number), interrupted)), pytest.raises(KeyboardInterrupt):
        write(root, changes)


def settled(root: Path, changes: Changes) -> str:
    """Recover, and say whether all is `old` or `new`; the recovery says the same, and nothing of the write is left."""
    counted = pending(root)
    before = texts(root)
    found = recover(root)
    now = texts(root)
    assert now in (OLD, after(changes))
    if counted:
        assert found is not None and found.finished and set(found.files) <= set(changes)
        assert now == after(changes)
    else:
        assert found in (None, Recovered(False, ()))
        assert now == before
        assert found is None or now == OLD
    assert recover(root) is None
    assert not state_folder(root).exists() and not (root / ".opsctl").exists()
    return "old" if now == OLD else "new"


# One process that forks for every point: a fresh interpreter for each would take most of the time.
_KILLING = """
import os, shutil, signal, sys
from pathlib import Path
import opsctl.commands.init, opsctl.commands.split, opsctl.cli.plan, opsctl.cli.start, opsctl.rendering.plan_text
from opsctl.cli.app import run
from opsctl.loading import disk
from opsctl.loading.transaction import write
root, folder, stride = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
code = compile(sys.argv[4], "code", "exec")
number = 1
while True:
    copy = folder / f"killed-{number}" / "workspace"
    if root.exists():
        shutil.copytree(root, copy, symlinks=True)
    else:
        copy.parent.mkdir(parents=True)
    child = os.fork()
    if child == 0:
        left = [number]
        def step(what, path):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        with disk.watched(step):
            exec(code, {"copy": copy, "run": run, "write": write})
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status):
        sys.exit(os.WEXITSTATUS(status))
    assert os.WTERMSIG(status) == signal.SIGKILL
    print(copy, flush=True)
    number += stride
"""


def killed(root: Path, folder: Path, code: str, stride: int = 1) -> Iterator[Path]:
    """Copies of a workspace in which `code` was killed at one call each, at every call it makes; `copy` is its root."""
    command = [sys.executable, "-c", _KILLING, str(root), str(folder), str(stride), code]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.returncode == 0, done.stderr
    yield from map(Path, (line for line in done.stdout.splitlines() if line.startswith(str(folder))))


def ended_by(process: subprocess.Popen[bytes], number: signal.Signals) -> int:
    """Send a signal and give back the exit status."""
    process.send_signal(number)
    return process.wait(timeout=20)
