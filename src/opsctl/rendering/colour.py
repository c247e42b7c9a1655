"""Whether a stream may be written to in colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO


def is_terminal(stream: TextIO) -> bool:
    """Say whether somebody watches the stream."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def coloured(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Terminals get colour unless NO_COLOR asks for none; FORCE_COLOR brings it to logs."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    if not is_terminal(stream) or environ.get("TERM") == "dumb":
        return False
    from rich.console import detect_legacy_windows

    # Old Windows consoles print escape codes as they are.
    return not detect_legacy_windows()
