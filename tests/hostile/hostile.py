"""Hostile cases on small workspaces: what to change in them, and what an answer must look like."""

from __future__ import annotations

import io
import re
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import FrameType
from typing import NoReturn

import pytest

from opsctl.cli.app import run
from opsctl.commands.init import init

SECONDS = 8
SENTENCE_STATUSES = (0, 1, 2)
SHOP = "actuals/shop-daily/"
HEADER = "date,store,visitors,buyers,paid amount,ad spend,refunds\n"
LINE = "2026-11-09,Sample Tmall flagship,10,5,100.5,3,1\n"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
_COMMAND = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)

Change = str | bytes | Callable[[str], str] | None


@dataclass(frozen=True)
class Answer:
    """What a call gave."""

    status: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """Everything it printed."""
        return self.out + self.err


def small(folder: Path) -> Path:
    """A workspace as `opsctl init` makes it, in English."""
    init(folder, "en", "small", date(2026, 11, 18), dry_run=False)
    return folder


def changed(root: Path, files: Mapping[str, Change]) -> Path:
    """The workspace after files were written, rewritten or (None) removed."""
    for name, change in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if change is None:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            continue
        text = change(path.read_text("utf-8")) if callable(change) else change
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def answer(*arguments: str) -> Answer:
    """Run opsctl in this process, and fail where it does not come back."""
    out, err = io.StringIO(), io.StringIO()
    with _limited(arguments), redirect_stdout(out), redirect_stderr(err):
        status = run(arguments)
    return Answer(status, out.getvalue(), err.getvalue())


def assert_sound(found: Answer) -> None:
    """A sentence and an exit status; no trace, no control character, no command to a build server."""
    assert found.status in SENTENCE_STATUSES, found.text
    assert found.text.strip()
    assert "Traceback" not in found.text
    assert len(found.text) < 2_000_000
    assert not _CONTROL.search(found.text)
    assert not _COMMAND.search(found.text)


@contextmanager
def _limited(arguments: tuple[str, ...]) -> Iterator[None]:
    if not hasattr(signal, "setitimer"):  # Windows has no such clock; there the runner's limit has to do.
        yield
        return

    def too_long(signum: int, frame: FrameType | None) -> NoReturn:
        pytest.fail(f"no answer within {SECONDS} s: {arguments}")

    before = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
