"""Two processes say what one says, and nothing that happens to the second is seen outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from opsctl.loading.beside import WORTHWHILE, helped, may_help

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does all the work")
COUNT = 40
HERE = os.getpid()


def square(number: int) -> int:
    """A piece of work."""
    return number * number


def there_only(what: Callable[[], object]) -> Callable[[int], int]:
    """A piece of work with which something happens in the other process, never in this one."""

    def work(number: int) -> int:
        if os.getpid() != HERE and number == 3:
            what()
        return number * number

    return work


def waiting(reader: int, writer: int) -> Callable[[int], int]:
    """A piece of work in which the other process waits at its fourth until this one has made one."""

    def work(number: int) -> int:
        if os.getpid() == HERE:
            os.write(writer, b".")
        elif number == 3:
            os.read(reader, 1)
        return number * number

    return work


def crash() -> None:
    """Fail like a bug."""
    raise RuntimeError("only there")


def collected(work: Callable[[int], int], pause: float = 0.002) -> tuple[list[int], int]:
    """Every result in order, with how many the other process made."""
    found, there = {}, 0
    for number, made in helped(work, COUNT):
        assert number not in found
        there += made is not None
        time.sleep(0 if made is not None else pause)
        found[number] = work(number) if made is None else made
    return [found[number] for number in range(COUNT)], there


def no_child_is_left() -> bool:
    """Say whether this process has no children, dead ones included."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


def test_every_piece_is_made_once_by_either() -> None:
    # However busy the machine is, neither can do everything before the other has begun.
    reader, writer = os.pipe()
    made, there = collected(waiting(reader, writer))
    os.close(reader)
    os.close(writer)
    assert made == [square(number) for number in range(COUNT)]
    assert 0 < there < COUNT
    assert no_child_is_left()


@pytest.mark.parametrize(
    "what",
    [
        crash,
        lambda: os._exit(7),
        lambda: os.kill(os.getpid(), signal.SIGKILL),
        lambda: sys.exit(1),
        lambda: os.kill(os.getpid(), signal.SIGINT),
    ],
)
def test_what_a_dead_process_owes_is_done_here(what: Callable[[], object], capfd: pytest.CaptureFixture[str]) -> None:
    made, there = collected(there_only(what))
    assert made == [square(number) for number in range(COUNT)]
    assert there <= 3
    assert no_child_is_left()
    assert capfd.readouterr() == ("", "")


def test_a_piece_may_be_larger_than_a_pipe() -> None:
    pieces = dict(helped(lambda number: b"x" * 300_000 * number, 5))
    assert sorted(pieces) == [0, 1, 2, 3, 4]
    assert all(made is None or len(made) == 300_000 * number for number, made in pieces.items())


def test_the_other_process_makes_no_more_than_it_may() -> None:
    found = {}
    for number, made in helped(square, COUNT, 5):
        found[number] = made
        time.sleep(0 if made is not None else 0.002)
    assert sorted(found) == list(range(COUNT))
    assert all(made is None for number, made in found.items() if number >= 5)
    assert no_child_is_left()


def test_the_other_process_ends_when_this_one_stops_early() -> None:
    with pytest.raises(KeyboardInterrupt):
        for _ in helped(lambda _: time.sleep(60), 3):
            raise KeyboardInterrupt
    assert no_child_is_left()


def test_no_second_process_where_it_would_not_pay_or_not_be_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not may_help(WORTHWHILE - 1)
    monkeypatch.setenv("OPSCTL_JOBS", "1")
    assert not may_help(WORTHWHILE)
    monkeypatch.delenv("OPSCTL_JOBS")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert not may_help(WORTHWHILE)


def test_no_second_process_beside_a_thread() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not may_help(WORTHWHILE)
    finally:
        done.set()
        thread.join()


PROGRAM = """
import resource, sys
from opsctl.__main__ import main
sys.argv = ["opsctl", "-C", sys.argv[1], "check", "--no-cache", "--today", "2026-06-08", "--format", "json"]
try:
    main()
finally:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime > 0.1, file=sys.stderr)
"""


def many(root: Path) -> Path:
    """A workspace large enough for two processes, with faults of every sort: names, YAML, values, references, cells."""
    files = {
        "opsctl.yaml": "opsctl: 1\nname: Example\n",
        "teams/company.yaml": "name: Example\n",
        "roles/owner.yaml": "name: Owner\n",
        "targets/2026/company.yaml": "owner: person-1\ngoals: {net_sales: {value: 100万, split: {equal: true}}}\n",
        "people/Bad Name.yaml": "name: a\n",
        "people/broken.yaml": "name: [a\nroles: }\n",
        "people/twice.yaml": "name: a\nname: b\nroles: []\n",
        "people/block.yaml": "name: |\n  two\n  lines\nroles: []\n",
        "plans/2026/company.md": "---\nowner: person-2\n---\nText\n",
        "stores/shop.yaml": "name: Shop\nplatform: tmall\nteam: nobody\n",
        "targets/2026/shop.csv": "metric,tier\n",
    }
    for number in range(WORTHWHILE + 100):
        role = "owner" if number % 50 else "ghost"
        key = "roles" if number % 70 else "rolls"
        text = f"name: P{number}\n{key}:\n  - {{role: {role}, at: company, from: 2026-01-01}}\n"
        files[f"people/person-{number}.yaml"] = text
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.skipif(os.cpu_count() == 1, reason="one core")
def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    root = many(tmp_path)
    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(root)],
            capture_output=True,
            text=True,
            env={**os.environ, "OPSCTL_JOBS": jobs},
            check=False,
        )
        for jobs in ("1", "2")
    ]
    assert [run.stderr.strip() for run in runs] == ["False", "True"]
    assert [run.returncode for run in runs] == [1, 1]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.count('"code"') > 100
