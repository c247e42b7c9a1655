"""What each service is sent: its payload to the letter, its signature, its limits, and nothing that calls people."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.sending.feishu import FEISHU
from opsctl.sending.note import Note, cut_bytes
from opsctl.sending.redact import redacted
from opsctl.sending.service import Service
from opsctl.sending.services import SERVICES

NOTE = Note("周复盘 2026-W46", ("GMV 455 万", "达成 108%"), "bad", "https://example.org/r", "看完整复盘")
SECONDS, SECRET = 1_700_000_000, "s3cr3t-value"

PAYLOADS = {
    "feishu": {
        "msg_type": "interactive",
        "card": {
            "schema": "2.0",
            "config": {"update_multi": True},
            "header": {"template": "red", "title": {"tag": "plain_text", "content": "周复盘 2026-W46"}},
            "body": {
                "elements": [
                    {"tag": "markdown", "content": "GMV 455 万\n达成 108%"},
                    {
                        "tag": "button",
                        "text": {"tag": "plain_text", "content": "看完整复盘"},
                        "type": "primary",
                        "behaviors": [{"type": "open_url", "default_url": "https://example.org/r"}],
                    },
                ]
            },
        },
    },
    "dingtalk": {
        "msgtype": "markdown",
        "markdown": {
            "title": "周复盘 2026-W46",
            "text": "## 周复盘 2026-W46\n- GMV 455 万\n- 达成 108%\n\n[看完整复盘](https://example.org/r)",
        },
        "at": {"isAtAll": False},
    },
    "wecom": {
        "msgtype": "markdown_v2",
        "markdown_v2": {
            "content": "# 周复盘 2026-W46\n- GMV 455 万\n- 达成 108%\n\n[看完整复盘](https://example.org/r)"
        },
    },
    "slack": {
        "text": "周复盘 2026-W46",
        "blocks": [
            {"type": "header", "text": {"type": "plain_text", "text": "周复盘 2026-W46"}},
            {
                "type": "section",
                "text": {
                    "type": "mrkdwn",
                    "text": "• GMV 455 万\n• 达成 108%\n<https://example.org/r|看完整复盘>",
                },
            },
        ],
    },
}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_the_payload_is_that_of_the_vendors_page(name: str) -> None:
    assert SERVICES[name].payload(NOTE, SECONDS, "") == PAYLOADS[name]


def test_feishu_signs_in_the_body_with_seconds_and_an_empty_message() -> None:
    payload = FEISHU.payload(NOTE, SECONDS, SECRET)
    key = f"{SECONDS}\n{SECRET}".encode()
    assert payload["timestamp"] == "1700000000"
    assert payload["sign"] == base64.b64encode(hmac.new(key, b"", hashlib.sha256).digest()).decode()
    # As openssl dgst computes it.
    assert payload["sign"] == "LRg7yV/nuxdShm07fkoEcTQ13uQVUrpIHPfotMzjjRM="
    assert FEISHU.signed("https://example.org/hook/x", SECONDS, SECRET) == "https://example.org/hook/x"


def test_dingtalk_signs_in_the_address_with_milliseconds() -> None:
    address = SERVICES["dingtalk"].signed("https://example.org/robot/send?access_token=x", SECONDS, SECRET)
    query = parse_qs(urlsplit(address).query)
    message = f"1700000000000\n{SECRET}".encode()
    made = base64.b64encode(hmac.new(SECRET.encode(), message, hashlib.sha256).digest()).decode()
    assert query == {"access_token": ["x"], "timestamp": ["1700000000000"], "sign": [made]}
    assert made == "aP1RCkmft1mhWEtTYugJfEbGEOeEJrLceQaG22Kk5Mk="
    assert "+" not in address.partition("sign=")[2], "a plus would be read as a space"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_name_in_a_record_calls_nobody_and_links_nowhere(name: str) -> None:
    hostile = ("<at id=all></at>", "<@U123> <!channel>", "[here](https://evil.example)", "@13800000000 **x**")
    sent = json.dumps(SERVICES[name].payload(Note("t", hostile), SECONDS, ""), ensure_ascii=False)
    for call in ("<at", "<@", "<!", "](http"):
        assert call not in sent or (name == "slack" and call == "](http"), sent


@pytest.mark.parametrize("name", sorted(SERVICES))
@pytest.mark.parametrize("char", ["万", "x", "𠮷", "<"])
def test_a_long_message_stays_within_the_limit(name: str, char: str) -> None:
    payload = SERVICES[name].payload(Note(char * 300, (char * 9_000,), link="https://example.org/r"), SECONDS, "")
    body = json.dumps(payload, ensure_ascii=False).encode()
    limits = {
        "feishu": len(body) <= 20_480,
        "dingtalk": len(body) <= 20_000,
        "wecom": len(payload.get("markdown_v2", {}).get("content", "").encode()) <= 4_096,
        "slack": all(len(block["text"]["text"]) <= most for block, most in _slack(payload)),
    }
    assert limits[name]
    assert "https://example.org/r" in body.decode()


def _slack(payload: dict[str, list[dict[str, dict[str, str]]]]) -> list[tuple[dict[str, dict[str, str]], int]]:
    return list(zip(payload.get("blocks", []), (150, 3_000), strict=False))


@given(st.text(), st.integers(3, 200))
def test_a_cut_text_fits_and_keeps_whole_characters(text: str, most: int) -> None:
    text = text.encode("utf-8", "ignore").decode()
    cut = cut_bytes(text, most)
    assert len(cut.encode()) <= most
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


ANSWERS = [
    ("feishu", b'{"code":0,"msg":"success"}', True, False),
    ("feishu", b'{"code":19021,"msg":"sign match fail"}', False, False),
    ("feishu", b'{"code":11232,"msg":"frequency limited"}', False, True),
    ("feishu", b"<html>", False, False),
    ("feishu", b"[]", False, False),
    ("dingtalk", b'{"errcode":0,"errmsg":"ok"}', True, False),
    ("dingtalk", b'{"errcode":310000,"errmsg":"keywords not in content"}', False, False),
    ("dingtalk", b'{"errcode":130101,"errmsg":"send too fast"}', False, True),
    ("wecom", b'{"errcode":0,"errmsg":"ok"}', True, False),
    ("wecom", b'{"errcode":40058,"errmsg":"markdown.content exceed max length 4096"}', False, False),
    ("wecom", b'{"errcode":45009,"errmsg":"api freq out of limit"}', False, True),
    ("slack", b"ok", True, False),
    ("slack", b"invalid_payload", False, False),
]


@pytest.mark.parametrize(("name", "body", "sent", "again"), ANSWERS)
def test_an_answer_of_status_200_is_sent_only_with_the_right_code(
    name: str, body: bytes, sent: bool, again: bool
) -> None:
    service: Service = SERVICES[name]
    verdict = service.verdict(body)
    assert (verdict.sent, verdict.again) == (sent, again)


def test_secrets_are_hidden_in_every_spelling() -> None:
    address = "https://user:pa%40ss@oapi.example.com/robot/send?access_token=abc%2Bdef123"
    text = f"{address} abc+def123 abc%2Bdef123 pa@ss {SECRET} robot"
    assert redacted(text, [address, SECRET]) == "*** *** *** *** *** robot"
    assert redacted("a hook of hooks", ["", "ho"]) == "a hook of hooks", "what is too short to be a secret stays"
