"""
Feishu (飞书), custom bot: a card of JSON 2.0, signed in the body with seconds.

https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from typing import Any

from opsctl.sending.answers import by_code
from opsctl.sending.note import Note, cut_bytes
from opsctl.sending.service import Payload, Service, unsigned

_COLOURS = {"good": "green", "bad": "red", "plain": "blue"}
# The request may have 20 KB; the card around the text takes less than one.
_MOST = 18_000
# Feishu shows these as characters where they stand as entities, and as markup or mentions where they do not.
_MARKUP = {ord(sign): f"&#{ord(sign)};" for sign in "<>*~[]_`@"}
_LIMITS = (11232, 9499)


def payload(note: Note, seconds: int, secret: str) -> Payload:
    """A card with a coloured head, the lines, and a button where there is a link."""
    text = "\n".join(line.replace("&", "&amp;").translate(_MARKUP) for line in note.lines)
    elements: list[dict[str, Any]] = [{"tag": "markdown", "content": cut_bytes(text, _MOST)}]
    if note.link:
        elements.append(
            {
                "tag": "button",
                "text": {"tag": "plain_text", "content": note.press},
                "type": "primary",
                "behaviors": [{"type": "open_url", "default_url": note.link}],
            }
        )
    head = {"template": _COLOURS[note.mood], "title": {"tag": "plain_text", "content": note.title}}
    card = {"schema": "2.0", "config": {"update_multi": True}, "header": head, "body": {"elements": elements}}
    signed = {"timestamp": f"{seconds}", "sign": sign(seconds, secret)} if secret else {}
    return {**signed, "msg_type": "interactive", "card": card}


def sign(seconds: int, secret: str) -> str:
    """The signature: the time and the secret are the key, and the message is empty."""
    made = hmac.new(f"{seconds}\n{secret}".encode(), b"", hashlib.sha256).digest()
    return base64.b64encode(made).decode()


FEISHU = Service("feishu", payload, unsigned, by_code("code", "msg", _LIMITS), signs=True)
