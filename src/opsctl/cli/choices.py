"""Options that take one of a few words, refused with the words that would do."""

from __future__ import annotations

from typing import Any

from opsctl.diagnostics import Listed, message
from opsctl.errors import OpsctlError
from opsctl.locales import say

FORMATS = ("text", "json")


def format_option(lang: str, choices: tuple[str, ...] = FORMATS) -> Any:
    """The `--format` option, text unless asked otherwise."""
    import typer

    return typer.Option("text", "--format", metavar="FORMAT", help=say(lang, "cli.format", choices=Listed(choices)))


def one_of(option: str, value: str, choices: tuple[str, ...]) -> str:
    """Give the value back where it is one of the choices; an error naming them otherwise."""
    if value not in choices:
        raise OpsctlError(message("cli.bad_choice", option=option, value=value, choices=Listed(choices)))
    return value
