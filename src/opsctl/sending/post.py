"""
Post a message once, and again a little later where the service says that it was too fast.

No redirect is followed, and nothing that is raised here or told to people holds the address, the secret or the
signature.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from opsctl.diagnostics import Message, message
from opsctl.errors import OpsctlError
from opsctl.sending.note import Note
from opsctl.sending.redact import host_of, redacted
from opsctl.sending.service import Service, Verdict

_SECONDS = 10
_MOST_ANSWER = 64 * 1024
_TOO_MANY, _MOST_PATIENCE = 429, 60
# How long to wait before each further try.
WAITS = (2.0, 8.0, 30.0)
_HERE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Posting:
    """A message on its way: to which service, to which address, with which secret."""

    service: Service
    address: str
    secret: str
    note: Note


@dataclass(frozen=True, slots=True)
class _Tried:
    """What one try came to; `wait` is what the service asks for, in seconds."""

    verdict: Verdict | None = None
    trouble: Message | None = None
    wait: float | None = None


def refuse_address(service: Service, address: str) -> None:
    """Raise OpsctlError unless the address is one that may be posted to: https, or this machine itself."""
    try:
        split = urlsplit(address)
        good = split.scheme == "https" or (split.scheme == "http" and split.hostname in _HERE)
        good = good and bool(split.hostname) and address.isascii() and address.isprintable() and " " not in address
        _ = split.port
    except ValueError:
        good = False
    if not good:
        raise OpsctlError(message("digest.bad_address", variable=service.address_variable))


def post(
    posting: Posting,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
    waits: Sequence[float] = WAITS,
) -> int:
    """Send the message, and return how often it was tried; OpsctlError where it is refused or does not arrive."""
    refuse_address(posting.service, posting.address)
    for number in range(len(waits) + 1):
        tried = _try(posting, int(clock()))
        if tried.verdict is not None and tried.verdict.sent:
            return number + 1
        again = tried.verdict is not None and tried.verdict.again
        if not again or number == len(waits):
            break
        sleep(min(tried.wait if tried.wait is not None else waits[number], _MOST_PATIENCE))
    raise OpsctlError(*_told(posting, tried))


def _try(posting: Posting, seconds: int) -> _Tried:
    """One try. What goes wrong is told by its kind only, because errors of the network may quote the address."""
    service, secret = posting.service, posting.secret
    body = json.dumps(service.payload(posting.note, seconds, secret), ensure_ascii=False).encode()
    request = Request(service.signed(posting.address, seconds, secret), body, _HEADERS, method="POST")
    try:
        with build_opener(_NoRedirect()).open(request, timeout=_SECONDS) as answer:
            return _Tried(service.verdict(answer.read(_MOST_ANSWER)))
    except HTTPError as error:
        again = error.code == _TOO_MANY
        wait = error.headers.get("Retry-After", "")
        words = error.read(200).decode("utf-8", "replace")
        return _Tried(
            Verdict(False, f"HTTP {error.code}", words, again), wait=float(wait) if wait.isdecimal() else None
        )
    except URLError as error:
        return _Tried(trouble=_unreachable(posting, error.reason))
    except (OSError, HTTPException, ValueError) as error:
        return _Tried(trouble=_unreachable(posting, error))


def _unreachable(posting: Posting, reason: object) -> Message:
    return message("digest.unreachable", host=host_of(posting.address), reason=type(reason).__name__)


def _told(posting: Posting, tried: _Tried) -> tuple[Message, Message | None]:
    service = posting.service
    if tried.verdict is None:
        assert tried.trouble is not None
        return tried.trouble, message("digest.unreachable_hint", variable=service.address_variable)
    hidden = (posting.address, posting.secret)
    words = redacted(f"{tried.verdict.code} {tried.verdict.words}".strip() or "—", hidden)
    said = "digest.too_fast" if tried.verdict.again else "digest.refused"
    hint = "digest.too_fast_hint" if tried.verdict.again else "digest.refused_hint"
    return message(said, service=service.name, words=words), message(hint, variable=service.address_variable)


class _NoRedirect(HTTPRedirectHandler):
    """A redirect would carry the message to whoever answers."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Follow none: the answer itself is an error."""
        return


_HEADERS = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "opsctl"}
