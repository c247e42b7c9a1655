"""
DingTalk (钉钉), custom robot: Markdown, signed in the address with milliseconds.

https://open.dingtalk.com/document/robots/custom-robot-access
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from urllib.parse import quote

from opsctl.sending.answers import by_code
from opsctl.sending.note import Note, cut_bytes, listed_markdown
from opsctl.sending.service import Payload, Service

_MOST, _MOST_TITLE = 18_000, 1_000
_LIMITS = (130101,)


def payload(note: Note, _seconds: int, _secret: str) -> Payload:
    """Markdown in the few forms that DingTalk knows: a heading, a list, a link."""
    markdown = {"title": cut_bytes(note.title, _MOST_TITLE), "text": listed_markdown(note, "##", _MOST)}
    return {"msgtype": "markdown", "markdown": markdown, "at": {"isAtAll": False}}


def signed(address: str, seconds: int, secret: str) -> str:
    """The address with the time in milliseconds and the signature; as it is without a secret."""
    if not secret:
        return address
    stamp = seconds * 1000
    return f"{address}&timestamp={stamp}&sign={quote(sign(stamp, secret), safe='')}"


def sign(stamp: int, secret: str) -> str:
    """The signature: the secret is the key, the time and the secret are the message."""
    made = hmac.new(secret.encode(), f"{stamp}\n{secret}".encode(), hashlib.sha256).digest()
    return base64.b64encode(made).decode()


DINGTALK = Service("dingtalk", payload, signed, by_code("errcode", "errmsg", _LIMITS), signs=True)
