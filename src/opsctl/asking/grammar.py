"""
From text to tree: a parser by binding strength.

Loosest first: `or`, `and`, `not`, comparisons, `+ -`, `* /`, the sign `-`, and `.key` and `[item]`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from opsctl.asking.tokens import Token, tokens
from opsctl.asking.tree import Call, Chain, Item, Key, Literal, Name, Node, Pair, Several, Turned
from opsctl.asking.trouble import Refused, Trouble, refused
from opsctl.period import Period

DEEPEST = 40
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=", "in", "not in", "contains", "matches")
_OR, _AND, _NOT, _COMPARE, _ADD, _MULTIPLY, _SIGN, _POSTFIX = range(1, 9)
STRENGTH = {
    "or": _OR,
    "and": _AND,
    "not": _NOT,
    **dict.fromkeys(COMPARISONS, _COMPARE),
    "+": _ADD,
    "-": _ADD,
    "*": _MULTIPLY,
    "/": _MULTIPLY,
    ".": _POSTFIX,
    "[": _POSTFIX,
}
SIGN_STRENGTH = _SIGN
TIGHTEST = _POSTFIX


def parse(text: str) -> Node | Trouble:
    """Read an expression, or say what is wrong with it and where."""
    try:
        reader = _Reader(tokens(text))
        node = reader.expression(0)
        reader.expect("end", "")
    except Refused as refusal:
        return refusal.trouble
    return node


@dataclass(slots=True)
class _Reader:
    """The tokens and how many of them are read; `level` counts brackets and signs that are still open."""

    tokens: tuple[Token, ...]
    next: int = 0
    level: int = 0

    @property
    def here(self) -> Token:
        """The next token."""
        return self.tokens[self.next]

    def take(self) -> Token:
        """Read one token."""
        token = self.here
        self.next += token.kind != "end"
        return token

    def sees(self, *texts: str) -> bool:
        """Say whether the next token is one of these signs or keywords."""
        return self.here.kind in ("sign", "keyword") and self.here.text in texts

    def expect(self, kind: str, text: str) -> Token:
        """Read a token that has to be there."""
        token = self.here
        if token.kind != kind or token.text != text:
            raise _unexpected(token) if kind == "end" else _missing(token, text)
        return self.take()

    def expression(self, strength: int) -> Node:
        """Read everything that binds at least so strongly."""
        self.level += 1
        if self.level > DEEPEST:
            raise refused("too_deep", self.here.at, limit=DEEPEST)
        node = _first(self)
        while (sign := _sign_at(self)) and STRENGTH[sign] > strength:
            node = _next(self, node, sign)
        self.level -= 1
        return node


def _sign_at(reader: _Reader) -> str:
    """The sign that would go on with what was read; `not in` is one."""
    token = reader.here
    if token.kind not in ("sign", "keyword"):
        return ""
    if token.text == "not":
        follows = reader.tokens[reader.next + 1]
        return "not in" if (follows.kind, follows.text) == ("keyword", "in") else ""
    return token.text if token.text in STRENGTH else ""


def _first(reader: _Reader) -> Node:
    token = reader.take()
    if token.kind in ("number", "time", "text"):
        assert token.value is not None
        return Literal(token.value, token.text, token.at)
    if token.kind == "word":
        return _call(reader, token) if reader.sees("(") else Name(token.text, token.at)
    if token.kind == "keyword" and token.text in ("true", "false"):
        return Literal(token.text == "true", token.text, token.at)
    if (token.kind, token.text) in (("keyword", "not"), ("sign", "-")):
        of = reader.expression(_NOT if token.text == "not" else _SIGN)
        return _checked(lambda deep: Turned(token.text, of, (token.at[0], of.at[1]), deep), of)
    if (token.kind, token.text) == ("sign", "("):
        inside = reader.expression(0)
        reader.expect("sign", ")")
        return inside
    if (token.kind, token.text) == ("sign", "["):
        items, end = _listed(reader, "]")
        return _checked(lambda deep: Several(items, (token.at[0], end), deep), *items)
    raise _unexpected(token)


def _next(reader: _Reader, node: Node, sign: str) -> Node:
    if sign in ("and", "or"):
        return _chain(reader, node, sign)
    token = reader.take()
    if sign == ".":
        return _key(reader, node)
    if sign == "[":
        index = reader.expression(0)
        end = reader.expect("sign", "]").at[1]
        return _checked(lambda deep: Item(node, index, (node.at[0], end), deep), node, index)
    if sign == "not in":
        reader.take()
    right = reader.expression(STRENGTH[sign])
    if sign in COMPARISONS and _sign_at(reader) in COMPARISONS:
        raise refused("two_comparisons", reader.here.at, sign=token.text)
    return _checked(lambda deep: Pair(sign, node, right, (node.at[0], right.at[1]), deep), node, right)


def _chain(reader: _Reader, first: Node, sign: str) -> Node:
    parts = [first]
    while reader.sees(sign):
        reader.take()
        parts.append(reader.expression(STRENGTH[sign]))
    at = (first.at[0], parts[-1].at[1])
    return _checked(lambda deep: Chain(sign, tuple(parts), at, deep), *parts)


def _key(reader: _Reader, node: Node) -> Node:
    token = reader.take()
    if token.kind not in ("word", "keyword"):
        raise refused("key_after_dot", token.at)
    return _checked(lambda deep: Key(node, token.text, (node.at[0], token.at[1]), token.at, deep), node)


def _call(reader: _Reader, word: Token) -> Node:
    reader.take()
    arguments, end = _listed(reader, ")")
    return _checked(lambda deep: Call(word.text, arguments, (word.at[0], end), word.at, deep), *arguments)


def _listed(reader: _Reader, closing: str) -> tuple[tuple[Node, ...], int]:
    found: list[Node] = []
    while not reader.sees(closing):
        if found and not reader.sees(","):
            raise _missing(reader.here, closing)
        if found:
            reader.take()
        found.append(reader.expression(0))
    return tuple(found), reader.take().at[1]


def _checked(make: Callable[[int], Node], *below: Node) -> Node:
    node = make(1 + max((each.deep for each in below), default=0))
    if node.deep > DEEPEST:
        raise refused("too_deep", node.at, limit=DEEPEST)
    return node


def _unexpected(token: Token) -> Refused:
    if token.kind == "end":
        return refused("unfinished", token.at)
    return refused("unexpected", token.at, found=token.text)


def _missing(token: Token, text: str) -> Refused:
    if token.kind == "end":
        return refused("missing_at_end", token.at, sign=text)
    return refused("missing_sign", token.at, sign=text, found=token.text)


def path_of(text: str) -> tuple[str | int, ...] | Trouble:
    """Read a route of keys such as `goals.net_sales.value` or `tasks[0].due`."""
    node = parse(text)
    if isinstance(node, Trouble):
        return node
    steps: list[str | int] = []
    while not isinstance(node, Name):
        if isinstance(node, Key):
            steps.append(node.word)
        elif isinstance(node, Item) and (step := _step(node.index)) is not None:
            steps.append(step)
        else:
            return refused("no_path", node.at).trouble
        node = node.of
    return (node.word, *reversed(steps))


def _step(index: Node) -> str | int | None:
    if not isinstance(index, Literal):
        return None
    value = index.value
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else None
    if isinstance(value, Period):
        return value.label
    return None if isinstance(value, bool) else str(value)
