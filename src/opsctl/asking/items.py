"""The functions over lists and mappings, most of which ask their second argument of every item of the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from opsctl.asking.answer import Asked, answer, as_number, bounded, truth
from opsctl.asking.compare import compared, either
from opsctl.asking.tree import Call
from opsctl.asking.trouble import refused
from opsctl.asking.values import Thing, Value, sketched, texts, valued

Work = Callable[[Call, Asked], Value]


def _items(call: Call, asked: Asked) -> Iterator[tuple[Value, Value]] | None:
    """The items of the first argument, each with its position or key; None where there is nothing to look through."""
    around = answer(call.arguments[0], asked)
    return None if around is None else _pairs(around, call, asked)


def _pairs(around: Value, call: Call, asked: Asked) -> Iterator[tuple[Value, Value]]:
    if isinstance(around, tuple):
        asked.steps.spend(len(around), call.at)
        return ((each, Fraction(place)) for place, each in enumerate(around))
    if isinstance(around, Thing) and isinstance(around.data, dict):
        asked.steps.spend(len(around.data), call.at)
        return ((valued(each, around.link), valued(key)) for key, each in around.data.items())
    raise refused("expected_list", call.arguments[0].at, value=sketched(around))


def each_(call: Call, asked: Asked) -> tuple[Value, ...] | None:
    """The second argument for every item, or the items themselves where there is none."""
    items = _items(call, asked)
    if items is None:
        return None
    if len(call.arguments) == 1:
        return tuple(value for value, _ in items)
    return tuple(answer(call.arguments[1], asked.inside(value, key)) for value, key in items)


def any_(call: Call, asked: Asked) -> Value:
    """Whether it is true of one item; nothing where an item does not say and none is true."""
    items = _items(call, asked)
    return None if items is None else either(truth(call.arguments[1], asked.inside(*item)) for item in items)


def all_(call: Call, asked: Asked) -> Value:
    """Whether it is true of every item."""
    items = _items(call, asked)
    if items is None:
        return None
    answers = (truth(call.arguments[1], asked.inside(*item)) for item in items)
    refuted = either(None if found is None else not found for found in answers)
    return None if refuted is None else not refuted


def filter_(call: Call, asked: Asked) -> Value:
    """The items of which it is true; of a mapping with their keys."""
    around = answer(call.arguments[0], asked)
    if around is None:
        return None
    kept = [pair for pair in _pairs(around, call, asked) if truth(call.arguments[1], asked.inside(*pair))]
    return tuple(value for value, _ in kept) if isinstance(around, tuple) else Thing({key: v for v, key in kept})


def count(call: Call, asked: Asked) -> Value:
    """How many items there are, or of how many it is true."""
    items = _items(call, asked)
    if items is None:
        return None
    test = call.arguments[1] if len(call.arguments) == 2 else None
    return Fraction(sum(1 for pair in items if test is None or truth(test, asked.inside(*pair))))


def sum_(call: Call, asked: Asked) -> Value:
    """Missing is not zero: a sum with a hole in it is nothing."""
    found = each_(call, asked)
    if found is None:
        return None
    total = Fraction(0)
    for each in found:
        amount = as_number(each, call.at)
        if amount is None:
            return None
        total = bounded(total + amount, call.at)
    return total


def extreme(sign: str) -> Work:
    """The least or the greatest item; nothing where one is missing."""

    def work(call: Call, asked: Asked) -> Value:
        found = each_(call, asked)
        if not found or None in found:
            return None
        best = found[0]
        for each in found[1:]:
            best = each if compared(sign, each, best, call.at) else best
        return best

    return work


def first(call: Call, asked: Asked) -> Value:
    """The first item, or nothing."""
    found = each_(call, asked)
    return found[0] if found else None


def distinct(call: Call, asked: Asked) -> Value:
    """Every item once, in order."""
    found = each_(call, asked)
    if found is None:
        return None
    kept: dict[object, Value] = {}
    for each in found:
        said = texts(each)
        if said is None and isinstance(each, tuple | Thing):
            raise refused("expected_plain", call.at, value=sketched(each))
        kept.setdefault(said or each, each)
    return tuple(kept.values())
