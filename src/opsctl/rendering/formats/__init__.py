"""The formats in which diagnostics are printed, spelled out by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from opsctl.rendering.formats.outcome import Aside, Guide, Outcome

Format = Callable[[Outcome, str], str]


def _format(name: str) -> Format:
    """The format of the module with that name, which is imported when something is written in it."""

    def render(outcome: Outcome, lang: str) -> str:
        return str(import_module(f"{__name__}.{name}").render(outcome, lang))

    return render


NAMES = ("text", "concise", "json", "github", "sarif", "junit", "gitlab", "rdjson", "markdown")
FORMATS: Mapping[str, Format] = {name: _format(name) for name in NAMES}
# Those that people read in a terminal, where places count from the workspace.
TERMINAL = ("text", "concise")

__all__ = ["FORMATS", "TERMINAL", "Aside", "Format", "Guide", "Outcome"]
