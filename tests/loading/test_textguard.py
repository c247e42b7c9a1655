"""Bytes that are refused, each with a line and a column."""

from __future__ import annotations

import pytest

from opsctl.loading.textguard import guard

REFUSED = {
    "gbk": ("a: 1\nname: 旗舰店\n".encode("gbk"), [(2, 7, "gbk")]),
    "latin-1": (b"name: caf\xe9\n", [(1, 10, "not_utf8")]),
    "cut in a character": ("a: 店".encode()[:-1], [(1, 4, "not_utf8")]),
    "surrogate": (b"a: \xed\xa0\x80\n", [(1, 4, "not_utf8")]),
    "damage after good text": ("店: ".encode() + b"\xc0\xaf\n", [(1, 4, "not_utf8")]),
    "utf-16 with mark": ("a: 1\n".encode("utf-16"), [(1, 1, "utf16")]),
    "utf-16 without mark": ("a: 1\n".encode("utf-16-le"), [(1, 1, "utf16")]),
    "utf-16 of chinese": ("店: 1\n旗: 舰\n".encode("utf-16-be"), [(1, 2, "utf16")]),
    "nul": ("店: x\nb: a\0b\n".encode(), [(2, 5, "control")]),
    "escape, c1, delete": ("\x1b\x9b\x7f".encode(), [(1, 1, "control"), (1, 2, "control"), (1, 3, "control")]),
    "bidi and zero width": ("店\u202e\n\u200bx".encode(), [(1, 2, "hidden"), (2, 1, "hidden")]),
    "invisible tags": ("a\U000e0041".encode(), [(1, 2, "hidden")]),
    "line separators": ("a\u2028b\u0085".encode(), [(1, 2, "hidden"), (1, 4, "control")]),
    "second byte order mark": (b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", [(1, 1, "hidden")]),
    "noncharacters": ("\ufdd0\uffff\U0001fffe".encode(), [(1, 1, "nobody"), (1, 2, "nobody"), (1, 3, "nobody")]),
    "lone carriage return": (b"a: 1\rb: 2\n", [(1, 5, "cr")]),
    "only so many are named": (b"\x01" * 99, [(1, column, "control") for column in range(1, 11)]),
}

TAKEN = {
    "chinese and emoji": "旗舰店 👩‍👩‍👧 葛\U000e0100城\n",
    "full-width space, tab, private use": "　a\tb\ue000\n",
    "windows line ends": "a: 1\r\nb: 2\r\n",
    "soft hyphen and combining marks": "a\u00ad cafe\u0301\n",
    "nothing": "",
}


@pytest.mark.parametrize("name", REFUSED)
def test_refuses_with_a_place(name: str) -> None:
    data, expected = REFUSED[name]
    found = [(flaw.span.line, flaw.span.column, flaw.message.id) for flaw in guard(data).problems]
    assert found == [(line, column, f"load.text.{said}") for line, column, said in expected]


@pytest.mark.parametrize("name", TAKEN)
def test_takes_what_people_write(name: str) -> None:
    assert guard(TAKEN[name].encode()).text == TAKEN[name]
    assert guard(TAKEN[name].encode()).problems == ()


def test_drops_one_byte_order_mark() -> None:
    assert guard(b"\xef\xbb\xbfa: 1\n").text == "a: 1\n"
