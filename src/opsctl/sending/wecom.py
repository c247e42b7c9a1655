"""
WeCom (企业微信), push to a group: Markdown of version 2, at most 4,096 bytes; the key in the address is the secret.

https://developer.work.weixin.qq.com/document/path/99110
"""

from __future__ import annotations

from opsctl.sending.answers import by_code
from opsctl.sending.note import Note, listed_markdown
from opsctl.sending.service import Payload, Service, unsigned

_MOST = 4_096
_LIMITS = (45009, 45033)


def payload(note: Note, _seconds: int, _secret: str) -> Payload:
    """Markdown, with tables and no mentions; the key in the address is all there is to keep."""
    return {"msgtype": "markdown_v2", "markdown_v2": {"content": listed_markdown(note, "#", _MOST)}}


WECOM = Service("wecom", payload, unsigned, by_code("errcode", "errmsg", _LIMITS))
