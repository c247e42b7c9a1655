"""The one place that makes a rich console: how wide, in colour or plain, and never reading markup out of values."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.status import Status

from opsctl.rendering.colour import coloured, is_terminal

# Logs and pipes have no width of their own; 160 columns hold every table of ours on one line a row.
_PLAIN_WIDTH = 160
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Fitted:
    """Something that is built for the width it will get."""

    build: Callable[[int], RenderableType]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Build for the room there is."""
        yield self.build(options.max_width)


def moving(words: str) -> Status:
    """Words with a sign that moves on standard error, for whoever starts and stops it."""
    return Console(stderr=True).status(words)


def render(
    *parts: RenderableType, stream: TextIO | None = None, environ: Mapping[str, str] | None = None, width: int = 0
) -> str:
    """Lay out parts for a stream (standard output): its width and colours if it is a terminal, else plain text."""
    environ = os.environ if environ is None else environ
    stream = sys.stdout if stream is None else stream
    in_colour = coloured(stream, environ)
    console = Console(
        file=io.StringIO(),
        width=width or _width(is_terminal(stream), environ),
        force_terminal=in_colour,
        color_system="standard" if in_colour else None,
        no_color=not in_colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    lines = captured.get().splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _width(terminal: bool, environ: Mapping[str, str]) -> int:
    wanted = environ.get("COLUMNS", "")
    if wanted.isascii() and wanted.isdigit() and int(wanted):
        return max(int(wanted), _NARROWEST)
    return max(shutil.get_terminal_size().columns, _NARROWEST) if terminal else _PLAIN_WIDTH
