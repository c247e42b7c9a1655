"""Typer's complaints about how a command was called, in the user's language."""

from __future__ import annotations

import re

from opsctl.locales import say

# Typer has no class of its own for this complaint; it names the nearest command first.
_NO_COMMAND = re.compile(r"""No such command (['"])(?P<name>.*?)\1\.(?: Did you mean (['"])(?P<meant>.*?)\3)?""")


def complaint(error: Exception, lang: str) -> str:
    """Say what is wrong with the call; complaints we know by their class, the rest in Typer's words."""
    kind = type(error).__name__
    unknown = _NO_COMMAND.match(str(getattr(error, "message", "")))
    if unknown:
        return _unknown("command", unknown["name"], unknown["meant"], lang)
    if kind == "NoSuchOption":
        meant = next(iter(getattr(error, "possibilities", None) or ()), None)
        return _unknown("option", str(getattr(error, "option_name", "")), meant, lang)
    if kind == "MissingParameter":
        return say(lang, "cli.missing", name=_parameter(error))
    if kind == "BadParameter":
        return say(lang, "cli.bad_value", name=_parameter(error), text=str(getattr(error, "message", "")))
    if kind == "BadOptionUsage":
        return say(lang, "cli.option_usage", option=str(getattr(error, "option_name", "")))
    return str(error.format_message())  # type: ignore[attr-defined]


def _unknown(what: str, name: str, meant: str | None, lang: str) -> str:
    said = say(lang, f"cli.no_such_{what}", name=name)
    return said if meant is None else say(lang, "cli.perhaps", said=said, meant=meant)


def _parameter(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "?"
    options = [name for name in getattr(parameter, "opts", ()) if name.startswith("-")]
    return options[0] if options else str(parameter.make_metavar(getattr(error, "ctx", None)))
