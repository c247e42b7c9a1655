"""Posting against a real server on this machine: what arrives, what is tried again, and what never comes to light."""

from __future__ import annotations

import json
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from opsctl.errors import OpsctlError
from opsctl.locales import tell
from opsctl.sending.note import Note
from opsctl.sending.post import Posting, post
from opsctl.sending.services import SERVICES

TOKEN, SECRET = "tok3n-0123456789", "s3cr3t-value"
NOTE = Note("周复盘", ("GMV 455 万",))


Answer = tuple[int, bytes, dict[str, str]]


@dataclass
class Seen:
    """What the server answers, one after the other, and what it was sent."""

    answers: list[Answer]
    bodies: list[bytes] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)


@contextmanager
def serving(seen: Seen) -> Iterator[str]:
    """A server of one chat service; gives the address of its robot."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            seen.paths.append(self.path)
            seen.types.append(self.headers["Content-Type"])
            seen.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            status, body, headers = seen.answers[min(len(seen.bodies), len(seen.answers)) - 1]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/hook/{TOKEN}?access_token={TOKEN}"
    finally:
        server.shutdown()
        server.server_close()


def posted(seen: Seen, name: str = "feishu", secret: str = SECRET) -> tuple[int, list[float]]:
    """Post to the server; gives the tries and the pauses between them."""
    slept: list[float] = []
    with serving(seen) as address:
        tries = post(Posting(SERVICES[name], address, secret, NOTE), lambda: 1_700_000_000.9, slept.append, (2.0, 8.0))
    return tries, slept


OK = {"feishu": b'{"code":0}', "dingtalk": b'{"errcode":0}', "wecom": b'{"errcode":0}', "slack": b"ok"}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_message_arrives_whole(name: str) -> None:
    seen = Seen([(200, OK[name], {})])
    assert posted(seen, name) == (1, [])
    assert json.loads(seen.bodies[0]) == SERVICES[name].payload(NOTE, 1_700_000_000, SECRET)
    assert seen.types == ["application/json; charset=utf-8"]
    assert ("sign=" in seen.paths[0]) == (name == "dingtalk")


def test_too_fast_is_tried_again_with_longer_pauses() -> None:
    limit: Answer = (200, b'{"code":11232,"msg":"frequency limited"}', {})
    assert posted(Seen([limit, limit, (200, OK["feishu"], {})])) == (3, [2.0, 8.0])


def test_the_server_may_say_how_long_to_wait() -> None:
    assert posted(Seen([(429, b"", {"Retry-After": "7"}), (200, b"ok", {})]), "slack") == (2, [7.0])
    assert posted(Seen([(429, b"", {"Retry-After": "86400"}), (200, b"ok", {})]), "slack") == (2, [60.0])


def test_too_fast_for_too_long_is_a_failure() -> None:
    seen = Seen([(200, b'{"errcode":130101,"errmsg":"send too fast"}', {})])
    with pytest.raises(OpsctlError) as caught:
        posted(seen, "dingtalk")
    assert caught.value.said.id == "digest.too_fast"
    assert len(seen.bodies) == 3


REFUSALS: list[tuple[str, Answer]] = [
    ("feishu", (200, b'{"code":19021,"msg":"sign match fail"}', {})),
    ("feishu", (200, b"not json", {})),
    ("feishu", (500, b"oops", {})),
    ("slack", (200, b"invalid_token", {})),
    ("wecom", (302, b"", {"Location": "https://example.org/elsewhere"})),
]


@pytest.mark.parametrize(("name", "answer"), REFUSALS)
def test_a_refusal_is_told_once_and_not_tried_again(name: str, answer: Answer) -> None:
    seen = Seen([answer])
    with pytest.raises(OpsctlError) as caught:
        posted(seen, name)
    assert caught.value.said.id == "digest.refused"
    assert len(seen.bodies) == 1


def everything_said(act: Callable[[], object]) -> str:
    """Both messages in both languages, and the traceback with the values of every frame in it."""
    with pytest.raises(OpsctlError) as caught:
        act()
    said = [each for each in (caught.value.said, caught.value.hint) if each is not None]
    words = [tell(lang, each) for each in said for lang in ("zh", "en")]
    return "\n".join([*words, *traceback.format_exception(caught.value)])


def test_nothing_that_is_told_holds_address_or_secret() -> None:
    echo = f'{{"code":1,"msg":"bad token {TOKEN} for {SECRET} at /hook/{TOKEN}?access_token={TOKEN}"}}'.encode()
    said = everything_said(lambda: posted(Seen([(200, echo, {})])))
    assert "bad token" in said
    assert TOKEN not in said
    assert SECRET not in said


@pytest.mark.parametrize(
    "address",
    [
        f"http://127.0.0.1:1/hook/{TOKEN}",
        f"https://nowhere.invalid/hook/{TOKEN}",
        f"http://oapi.example.com/robot?access_token={TOKEN}",
        f"ftp://example.org/{TOKEN}",
        f"https://example.org:port/{TOKEN}",
        f"https://example.org/{TOKEN}\r\nHost: x",
        f"file:///etc/{TOKEN}",
        f"{TOKEN}",
    ],
)
def test_an_address_that_cannot_be_reached_stays_unsaid(address: str) -> None:
    said = everything_said(lambda: post(Posting(SERVICES["feishu"], address, SECRET, NOTE), sleep=lambda _: None))
    assert TOKEN not in said
    assert SECRET not in said
