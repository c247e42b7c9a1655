"""The formats in which diagnostics are printed, spelled out by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from opsctl.rendering.formats import concise, github, gitlab, json, junit, markdown, rdjson, sarif, text
from opsctl.rendering.formats.outcome import Aside, Guide, Outcome

Format = Callable[[Outcome, str], str]

FORMATS: Mapping[str, Format] = {
    "text": text.render,
    "concise": concise.render,
    "json": json.render,
    "github": github.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "gitlab": gitlab.render,
    "rdjson": rdjson.render,
    "markdown": markdown.render,
}
# Those that people read in a terminal, where places count from the workspace.
TERMINAL = ("text", "concise")

__all__ = ["FORMATS", "TERMINAL", "Aside", "Format", "Guide", "Outcome"]
