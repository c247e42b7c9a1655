"""
A second process that takes half of a long row of work, where the machine can run one and the work is worth it.

It is a copy of this one, made by `fork`, and begins at the start of the row while this one begins at the end, until
they meet; so neither waits, however unequal the pieces. What it has made comes back through a pipe. It changes nothing
and it may die at any moment: what it has not delivered is done here, and a mistake in a piece shows itself here too.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from typing import NoReturn, TypeVar

# From so many records on, a copy costs less than it saves.
WORTHWHILE = 3_000
_VARIABLE = "OPSCTL_JOBS"
# How long to wait for the last piece before it is done here after all.
_PATIENCE_MS = 20_000
_LENGTH = 8

Made = TypeVar("Made")


def may_help(count: int) -> bool:
    """Say whether a second process may be started for so many records: not where threads run, and not on one core."""
    if count < WORTHWHILE or sys.platform != "linux" or os.environ.get(_VARIABLE) == "1":
        return False
    try:
        return len(os.sched_getaffinity(0)) > 1 and _alone()
    except OSError:
        return False


def helped(work: Callable[[int], Made], count: int, most: int | None = None) -> Iterator[tuple[int, Made | None]]:
    """Every piece by its number, once, in no order: with what the other process made of it, or None to be done here.

    The other process makes the first pieces, `most` of them at most.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        _work_in_the_copy(work, count if most is None else most, reader, writer)
    os.close(writer)
    ready = select.poll()
    ready.register(reader, select.POLLIN)
    first, last, alive = 0, count, True
    try:
        while first < last:
            # The last piece is being made there, so waiting is quicker than making it twice.
            if alive and ready.poll(_PATIENCE_MS if last - first == 1 else 0):
                found = _receive(reader)
                alive = found is not None
                if found is not None:
                    yield first, pickle.loads(found)
                    first += 1
            else:
                alive = alive and last - first > 1
                last -= 1
                yield last, None
    finally:
        os.close(reader)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _alone() -> bool:
    """Say whether this process has one thread only, those of libraries included: a copy would miss the others."""
    return threading.active_count() == 1 and len(os.listdir("/proc/self/task")) == 1


def _work_in_the_copy(work: Callable[[int], object], count: int, reader: int, writer: int) -> NoReturn:
    """Make one piece after another until nobody reads them; whatever happens, nothing of the program goes on here."""
    try:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
            signal.signal(each, signal.SIG_DFL)
        os.close(reader)
        for number in range(count):
            data = pickle.dumps(work(number), protocol=pickle.HIGHEST_PROTOCOL)
            _send(writer, len(data).to_bytes(_LENGTH, "big") + data)
    finally:
        os._exit(0)


def _send(writer: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(writer, left) :]


def _receive(reader: int) -> bytes | None:
    """One piece; None where the other process has ended."""
    head = _exactly(reader, _LENGTH)
    return None if head is None else _exactly(reader, int.from_bytes(head, "big"))


def _exactly(reader: int, size: int) -> bytes | None:
    parts = []
    while size:
        part = os.read(reader, size)
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
