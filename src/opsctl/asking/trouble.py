"""What is wrong with an expression, and where in its text."""

from __future__ import annotations

from dataclasses import dataclass

from opsctl.diagnostics import Message, message

Stretch = tuple[int, int]
"""A part of an expression's text: its first character and the one after its last."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why an expression cannot be read or answered, and the part of it that is to blame."""

    said: Message
    at: Stretch


class Refused(Exception):
    """Leaves the work inside this room; whoever asks from outside gets the `Trouble` as a value."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.said.id)
        self.trouble = trouble


def refused(id_: str, at: Stretch, /, **params: str | int) -> Refused:
    """An exception to raise: the sentence's id after `asking.`, the part it is about and what fills the sentence."""
    return Refused(Trouble(message(f"asking.{id_}", **params), at))
