"""How wide and how colourful: a terminal gets its own, everything else plain text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.text import Text

from opsctl.rendering.console import Fitted, render

ROOM = Fitted(lambda width: Text(f"{width}", style="bold red"))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "text"),
    [
        (io.StringIO(), {}, "160\n"),
        (io.StringIO(), {"COLUMNS": "90"}, "90\n"),
        (io.StringIO(), {"COLUMNS": "0"}, "160\n"),
        (io.StringIO(), {"COLUMNS": "wide"}, "160\n"),
        (io.StringIO(), {"COLUMNS": "7"}, "40\n"),
        (io.StringIO(), {"COLUMNS": "90", "FORCE_COLOR": "1"}, "\x1b[1;31m90\x1b[0m\n"),
        (Terminal(), {"COLUMNS": "90"}, "\x1b[1;31m90\x1b[0m\n"),
        (Terminal(), {"COLUMNS": "90", "NO_COLOR": "1"}, "90\n"),
        (Terminal(), {"COLUMNS": "90", "NO_COLOR": "1", "FORCE_COLOR": "1"}, "90\n"),
        (Terminal(), {"COLUMNS": "90", "TERM": "dumb"}, "90\n"),
    ],
)
def test_width_and_colour(stream: io.StringIO, environ: dict[str, str], text: str) -> None:
    assert render(ROOM, stream=stream, environ=environ) == text


def test_values_are_never_markup() -> None:
    assert render("[bold]a[/bold] :smile: 3", environ={}) == "[bold]a[/bold] :smile: 3\n"


def test_no_line_ends_in_spaces() -> None:
    assert render(Text("a   "), Text("b"), environ={}) == "a\nb\n"


def test_only_one_module_makes_a_console() -> None:
    rooms = sorted((Path(__file__).parents[2] / "src/opsctl").rglob("*.py"))
    makers = [path.name for path in rooms if "Console(" in path.read_text("utf-8")]
    assert makers == ["console.py"]
