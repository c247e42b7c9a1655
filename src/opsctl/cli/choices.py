"""Options that take one of a few words, refused with the words that would do."""

from __future__ import annotations

from opsctl.diagnostics import message
from opsctl.errors import OpsctlError

FORMATS = ("text", "json")


def one_of(option: str, value: str, choices: tuple[str, ...]) -> str:
    """Give the value back where it is one of the choices; an error naming them otherwise."""
    if value not in choices:
        raise OpsctlError(message("cli.bad_choice", option=option, value=value, choices=", ".join(choices)))
    return value
