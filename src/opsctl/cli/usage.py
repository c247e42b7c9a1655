"""Typer's complaints about how a command was called, in the user's language."""

from __future__ import annotations

import re

from opsctl.locales import say

# Typer has no class of its own for this complaint.
_NO_COMMAND = re.compile(r"No such command '(.*)'")


def complaint(error: Exception, lang: str) -> str:
    """Say what is wrong with the call; complaints we know by their class, the rest in Typer's words."""
    kind = type(error).__name__
    unknown = _NO_COMMAND.match(str(getattr(error, "message", "")))
    if unknown:
        return say(lang, "cli.no_such_command", name=unknown[1])
    if kind == "NoSuchOption":
        return say(lang, "cli.no_such_option", option=str(getattr(error, "option_name", "")))
    if kind == "MissingParameter":
        return say(lang, "cli.missing", name=_parameter(error))
    if kind == "BadParameter":
        return say(lang, "cli.bad_value", name=_parameter(error), text=str(getattr(error, "message", "")))
    if kind == "BadOptionUsage":
        return say(lang, "cli.option_usage", option=str(getattr(error, "option_name", "")))
    return str(error.format_message())  # type: ignore[attr-defined]


def _parameter(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "?"
    options = [name for name in getattr(parameter, "opts", ()) if name.startswith("-")]
    return options[0] if options else str(parameter.make_metavar(getattr(error, "ctx", None)))
