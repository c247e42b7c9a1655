"""The formats in which diagnostics are printed, spelled out by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from opsctl.rendering.formats import json, text
from opsctl.rendering.formats.outcome import Outcome

Format = Callable[[Outcome, str], str]

FORMATS: Mapping[str, Format] = {"text": text.render, "json": json.render}

__all__ = ["FORMATS", "Format", "Outcome"]
