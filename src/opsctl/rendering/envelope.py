"""The envelope that every command's JSON comes in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from opsctl.rendering.clean import json_text

SCHEMA_VERSION = 1


def envelope(command: str, data: object, diagnostics: Iterable[Mapping[str, object]] = ()) -> str:
    """A command's data and diagnostics as JSON text."""
    return json_text(
        {"schema_version": SCHEMA_VERSION, "command": command, "data": data, "diagnostics": list(diagnostics)}
    )
