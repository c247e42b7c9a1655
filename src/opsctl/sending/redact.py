"""Addresses and secrets leave no trace: whatever is printed has stars where one stood, in any spelling."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, unquote, urlsplit

STARS = "***"
# Shorter ones would put stars into every other word.
_SHORTEST = 4


def redacted(text: str, secrets: Iterable[str]) -> str:
    """The text without the secrets, their parts and their other spellings; the longest go first."""
    for spelling in sorted({one for secret in secrets for one in _spellings(secret)}, key=len, reverse=True):
        text = text.replace(spelling, STARS)
    return text


def host_of(address: str) -> str:
    """The host of an address, which is no secret; stars where there is none."""
    try:
        return urlsplit(address).hostname or STARS
    except ValueError:
        return STARS


def _spellings(secret: str) -> Iterable[str]:
    parts = [secret]
    try:
        address = urlsplit(secret)
    except ValueError:
        address = None
    if address is not None and address.netloc:
        parts += [address.username or "", address.password or "", f"{address.path}?{address.query}", address.query]
        parts += [address.path if len(address.path) > 1 else "", address.path.rpartition("/")[2]]
        parts += [value for _, value in parse_qsl(address.query)]
    for part in parts:
        for spelling in (part, quote(part, safe=""), quote(part), unquote(part)):
            if len(spelling) >= _SHORTEST:
                yield spelling
