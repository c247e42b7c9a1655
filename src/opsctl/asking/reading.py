"""Which scope each name of an expression belongs to, found before there is a record to ask."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from opsctl.asking.functions import FUNCTIONS, Function
from opsctl.asking.names import PLAIN, Shape, keys
from opsctl.asking.tree import Call, Chain, Item, Key, Literal, Name, Node, Pair, Several, Turned
from opsctl.asking.trouble import Refused, Stretch, refused
from opsctl.diagnostics import Listed


@dataclass(slots=True)
class Reading:
    """The shapes of the scopes from the record inwards, and the scope of each name so far."""

    scopes: tuple[Shape, ...]
    homes: dict[Stretch, int] = field(default_factory=dict)

    def inside(self, item: Shape) -> Reading:
        """The same, one item further in; names found there are kept in the same place."""
        return Reading((*self.scopes, item), self.homes)


def shape_of(node: Node, reading: Reading) -> Shape:
    """Find every name below this node, or refuse the first that is not there; give the shape of the result."""
    match node:
        case Name():
            return _name(node, reading)
        case Key():
            return _key(shape_of(node.of, reading), node)
        case Item():
            shape_of(node.index, reading)
            return _item(shape_of(node.of, reading), node)
        case Call():
            return _call(node, reading)
        case Several():
            found = [shape_of(each, reading) for each in node.items]
            return Shape(items=found[0] if found else PLAIN)
        case Turned():
            shape_of(node.of, reading)
        case Chain():
            for part in node.parts:
                shape_of(part, reading)
        case Pair():
            shape_of(node.left, reading)
            shape_of(node.right, reading)
        case Literal():
            pass
    return PLAIN


def _name(node: Name, reading: Reading) -> Shape:
    for home in range(len(reading.scopes) - 1, -1, -1):
        found = keys(reading.scopes[home]).get(node.word) if reading.scopes[home].named else None
        if found is None and home and node.word in ("it", "key"):
            found = reading.scopes[home] if node.word == "it" else PLAIN
        if found is not None:
            reading.homes[node.at] = home
            return found
    if node.word == "record":
        reading.homes[node.at] = -1
        return reading.scopes[0]
    raise _unknown_name(node, reading)


def _unknown_name(node: Name, reading: Reading) -> Refused:
    known = {key for shape in reading.scopes if shape.named for key in keys(shape)}
    known |= {"record"} | ({"it", "key"} if len(reading.scopes) > 1 else set())
    if node.word in FUNCTIONS:
        return refused("function_without_call", node.at, name=node.word)
    close = _nearest(node.word, known)
    if close:
        return refused("unknown_name_near", node.at, name=node.word, meant=close)
    return refused("unknown_name", node.at, name=node.word, known=Listed(keys(reading.scopes[-1])) or "it, key")


def _key(shape: Shape, node: Key) -> Shape:
    if not shape.named:
        return shape.items or PLAIN
    known = keys(shape)
    if node.word not in known:
        close = _nearest(node.word, known)
        if close:
            raise refused("unknown_key_near", node.word_at, key=node.word, meant=close)
        raise refused("no_key", node.word_at, key=node.word, known=Listed(known))
    return known[node.word]


def _item(shape: Shape, node: Item) -> Shape:
    if shape.items is not None:
        return shape.items
    known = keys(shape) if shape.named else {}
    word = node.index.value if isinstance(node.index, Literal) else None
    return known.get(word, PLAIN) if isinstance(word, str) else PLAIN


def _call(node: Call, reading: Reading) -> Shape:
    function = FUNCTIONS.get(node.word)
    if function is None:
        close = _nearest(node.word, FUNCTIONS)
        if close:
            raise refused("unknown_function_near", node.word_at, name=node.word, meant=close)
        raise refused("unknown_function", node.word_at, name=node.word, known=Listed(FUNCTIONS))
    if not function.least <= len(node.arguments) <= function.most:
        raise _arguments(node, function)
    shapes = [shape_of(node.arguments[0], reading)]
    for argument in node.arguments[1:]:
        inner = reading.inside(shapes[0].items or PLAIN) if function.over_items else reading
        shapes.append(shape_of(argument, inner))
    return function.gives(node, shapes)


def _arguments(node: Call, function: Function) -> Refused:
    wanted = str(function.least) if function.least == function.most else f"{function.least}-{function.most}"
    return refused("arguments", node.at, name=node.word, count=wanted, given=len(node.arguments))


def _nearest(written: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(written, sorted(known), n=1, cutoff=0.6)), "")
