"""What a chat service is: where its address comes from, how it wants a message, and what its answers mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from opsctl.sending.note import Note

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer means: sent, refused with the service's own code and words, or to be tried again later."""

    sent: bool
    code: str = ""
    words: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """A chat service.

    `payload` takes the note, the time in seconds and the secret, which is empty where none is set; `signed` gives the
    address to post to. `verdict` reads the body of an answer with HTTP status 200.
    """

    name: str
    payload: Callable[[Note, int, str], Payload]
    signed: Callable[[str, int, str], str]
    verdict: Callable[[bytes], Verdict]
    signs: bool = False

    @property
    def address_variable(self) -> str:
        """The environment variable that holds the address of the group's robot."""
        return f"OPSCTL_{self.name.upper()}_URL"

    @property
    def secret_variable(self) -> str:
        """The environment variable that holds the secret for signatures, where the service has them."""
        return f"OPSCTL_{self.name.upper()}_SECRET"


def unsigned(address: str, _seconds: int, _secret: str) -> str:
    """The address as it is, for services that sign in the body or not at all."""
    return address
