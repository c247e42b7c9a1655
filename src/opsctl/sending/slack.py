"""
Slack, incoming webhook: a header and a section in blocks; the address is the secret, and the answer is the word `ok`.

https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
"""

from __future__ import annotations

from opsctl.sending.note import Note
from opsctl.sending.service import Payload, Service, Verdict, unsigned

_MOST_HEAD, _MOST_TEXT = 150, 3_000
_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def payload(note: Note, _seconds: int, _secret: str) -> Payload:
    """A header, the lines, and a link below them; `text` is what notifications show."""
    link = f"\n<{note.link}|{_plain(note.press)}>" if note.link else ""
    text = _cut("\n".join(f"• {_plain(line)}" for line in note.lines), _MOST_TEXT - len(link)) + link
    head = {"type": "header", "text": {"type": "plain_text", "text": _cut(note.title, _MOST_HEAD)}}
    section = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
    return {"text": _plain(note.title), "blocks": [head, section]}


def verdict(body: bytes) -> Verdict:
    """Only `ok` is sent; anything else is the name of what is wrong."""
    said = body.decode("utf-8", "replace").strip()
    return Verdict(said == "ok", said[:200] if said != "ok" else "")


def _plain(text: str) -> str:
    return text.translate(_MARKUP)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


SLACK = Service("slack", payload, unsigned, verdict)
