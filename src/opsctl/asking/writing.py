"""A tree as text again: one spelling for each meaning, with no bracket that is not needed."""

from __future__ import annotations

from opsctl.asking.grammar import SIGN_STRENGTH, STRENGTH, TIGHTEST
from opsctl.asking.tokens import quoted
from opsctl.asking.tree import Call, Chain, Item, Key, Literal, Name, Node, Pair, Several, Turned

_ATOM = TIGHTEST + 1


def written(node: Node) -> str:
    """Write an expression; reading it again gives the same tree."""
    match node:
        case Literal():
            return quoted(node.value) if isinstance(node.value, str) else node.text
        case Name():
            return node.word
        case Key():
            return f"{_within(node.of, TIGHTEST)}.{node.word}"
        case Item():
            return f"{_within(node.of, TIGHTEST)}[{written(node.index)}]"
        case Call():
            return f"{node.word}({', '.join(map(written, node.arguments))})"
        case Several():
            return f"[{', '.join(map(written, node.items))}]"
        case Turned():
            return f"not {_within(node.of, _strength(node))}" if node.sign == "not" else f"-{_signed(node.of)}"
        case Chain():
            return f" {node.sign} ".join(_within(part, STRENGTH[node.sign] + 1) for part in node.parts)
        case Pair():
            # A comparison stands between two arithmetic operands; arithmetic goes on to the left.
            left = STRENGTH[node.sign] + (node.sign not in ("+", "-", "*", "/"))
            return f"{_within(node.left, left)} {node.sign} {_within(node.right, STRENGTH[node.sign] + 1)}"


def _within(node: Node, least: int) -> str:
    text = written(node)
    return text if _strength(node) >= least else f"({text})"


def _signed(of: Node) -> str:
    return _within(of, SIGN_STRENGTH)


def _strength(node: Node) -> int:
    if isinstance(node, Chain | Pair):
        return STRENGTH[node.sign]
    if isinstance(node, Turned):
        return STRENGTH["not"] if node.sign == "not" else SIGN_STRENGTH
    return TIGHTEST if isinstance(node, Key | Item) else _ATOM
