"""A sign of life on stderr for work that takes longer than a second; nothing where nobody looks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

_SOON = 1.0


@contextmanager
def patience(words: str) -> Iterator[None]:
    """Show the words with a moving sign while the work inside runs, on a terminal and after a second."""
    if not sys.stderr.isatty():
        yield
        return
    from opsctl.rendering.console import moving

    status = moving(words)
    timer = Timer(_SOON, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        # Otherwise the sign could begin to move just after it was stopped.
        timer.join()
        status.stop()
