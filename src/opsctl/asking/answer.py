"""From a tree and a record to a value. Exact, without a clock, and never longer than its steps allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from opsctl.asking.compare import compared, contained, either, holds_text
from opsctl.asking.glob import glob_matches
from opsctl.asking.neighbours import World, below, followed, key_text
from opsctl.asking.steps import Steps
from opsctl.asking.tree import Call, Chain, Item, Key, Literal, Name, Node, Pair, Several, Turned
from opsctl.asking.trouble import Stretch, refused
from opsctl.asking.values import Link, Value, Word, Words, sketched, texts, valued
from opsctl.diagnostics import Listed
from opsctl.period import Period, parse_period

MOST_BITS = 4096
_ARITHMETIC = ("+", "-", "*", "/")
_LOOKING = ("in", "not in", "contains", "matches")
_TIME_KEYS: Mapping[type, tuple[str, ...]] = {date: ("year", "month", "day"), Period: ("start", "last", "kind")}


@dataclass(frozen=True, slots=True)
class Scope:
    """What plain names are looked up in: a record, or an item of a list with its key."""

    value: Value
    key: Value = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An expression's surroundings: the scopes from the record inwards, and to which of them each name belongs."""

    world: World
    steps: Steps
    functions: Mapping[str, Callable[[Call, Asked], Value]]
    homes: Mapping[Stretch, int]
    scopes: tuple[Scope, ...]

    def inside(self, value: Value, key: Value) -> Asked:
        """The same, one item further in."""
        return Asked(self.world, self.steps, self.functions, self.homes, (*self.scopes, Scope(value, key)))


def answer(node: Node, asked: Asked) -> Value:
    """Work out an expression."""
    asked.steps.spend(1, node.at)
    match node:
        case Literal():
            return _literal(node, asked)
        case Name():
            return _name(node, asked)
        case Key():
            return under(answer(node.of, asked), node.word, asked, node.of.at, node.word_at)
        case Item():
            return _item(node, asked)
        case Several():
            return tuple(answer(each, asked) for each in node.items)
        case Turned():
            return _turned(node, asked)
        case Chain():
            return _chain(node, asked)
        case Pair():
            return _pair(node, asked)
        case Call():
            return asked.functions[node.word](node, asked)


def _literal(node: Literal, asked: Asked) -> Value:
    """A value as it is written; a week is one of the workspace's weeks, if it has one of that number."""
    value = node.value
    if isinstance(value, Period) and value.kind == "week":
        return parse_period(value.label, asked.world.workspace.weeks)
    return value


def truth(node: Node, asked: Asked) -> bool | None:
    """Work out a condition: true, false or nothing."""
    found = answer(node, asked)
    if found is None or isinstance(found, bool):
        return found
    raise refused("expected_condition", node.at, value=sketched(found))


def number(node: Node, asked: Asked) -> Fraction | None:
    """Work out a number, or nothing."""
    return as_number(answer(node, asked), node.at)


def as_number(value: Value, at: Stretch) -> Fraction | None:
    """A value as a number; a word such as `inherited` is none yet."""
    if value is None or isinstance(value, Word):
        return None
    if isinstance(value, Fraction):
        return value
    raise refused("expected_number", at, value=sketched(value))


def under(value: Value, key: str, asked: Asked, at: Stretch, key_at: Stretch) -> Value:
    """What stands under a key of any value."""
    if isinstance(value, Words) and key in ("zh", "en"):
        return value.zh if key == "zh" else value.en
    for kind, known in _TIME_KEYS.items():
        if isinstance(value, kind):
            if key not in known:
                raise refused("no_key", key_at, key=key, known=Listed(known))
            return valued(getattr(value, key))
    if value is None:
        return None
    thing = followed(asked.world, value)
    if thing is not None:
        found = below(asked.world, thing, key)
        asked.steps.spend(len(found) if isinstance(found, tuple) else 0, key_at)
        return found
    if isinstance(value, Link):
        return None
    raise refused("no_keys_at_all" if not isinstance(value, tuple) else "list_has_no_keys", at, value=sketched(value))


def _name(node: Name, asked: Asked) -> Value:
    home = asked.homes[node.at]
    if node.word == "record" and home < 0:
        return asked.scopes[0].value
    scope = asked.scopes[home]
    if node.word == "it":
        return scope.value
    if node.word == "key":
        return scope.key
    return under(scope.value, node.word, asked, node.at, node.at)


def _item(node: Item, asked: Asked) -> Value:
    of, index = answer(node.of, asked), answer(node.index, asked)
    if of is None or index is None:
        return None
    if isinstance(of, tuple):
        place = as_number(index, node.index.at)
        if place is None or place.denominator != 1 or not -len(of) <= place < len(of):
            return None
        return of[int(place)]
    key = key_text(index)
    if key is None:
        raise refused("expected_key", node.index.at, value=sketched(index))
    return under(of, key, asked, node.of.at, node.index.at)


def _turned(node: Turned, asked: Asked) -> Value:
    if node.sign == "not":
        found = truth(node.of, asked)
        return None if found is None else not found
    amount = number(node.of, asked)
    return None if amount is None else -amount


def _chain(node: Chain, asked: Asked) -> bool | None:
    """`and` is `or` upside down."""
    if node.sign == "or":
        return either(truth(part, asked) for part in node.parts)
    refuted = either(None if (found := truth(part, asked)) is None else not found for part in node.parts)
    return None if refuted is None else not refuted


def _pair(node: Pair, asked: Asked) -> Value:
    left, right = answer(node.left, asked), answer(node.right, asked)
    if node.sign in _ARITHMETIC:
        return _reckoned(node, left, right)
    if node.sign in _LOOKING or isinstance(left, tuple):
        _pay_for(node, left, right, asked)
    if node.sign in ("in", "not in"):
        found = contained(left, right, node.at)
        return found if found is None or node.sign == "in" else not found
    if node.sign == "contains":
        return holds_text(left, right, node.at)
    if node.sign == "matches":
        return _matches(node, left, right, asked)
    return compared(node.sign, left, right, node.at)


def _pay_for(node: Pair, left: Value, right: Value, asked: Asked) -> None:
    """Lists and long texts take longer to look through."""
    for side in (left, right):
        if isinstance(side, tuple):
            asked.steps.spend(len(side), node.at)
        else:
            asked.steps.read(*(texts(side) or ()), at=node.at)


def _matches(node: Pair, left: Value, right: Value, asked: Asked) -> bool | None:
    if left is None or right is None:
        return None
    whole, patterns = texts(left), texts(right)
    if whole is None or patterns is None:
        side, value = (node.left, left) if whole is None else (node.right, right)
        raise refused("expected_text", side.at, value=sketched(value))
    asked.steps.spend(sum(len(each) * len(pattern) for each in whole for pattern in patterns), node.at)
    return any(glob_matches(each, pattern) for each in whole for pattern in patterns)


def _reckoned(node: Pair, left: Value, right: Value) -> Value:
    if left is None or right is None:
        return None
    if isinstance(left, date) and node.sign in ("+", "-"):
        return _days(node, left, right)
    first, second = as_number(left, node.left.at), as_number(right, node.right.at)
    if first is None or second is None or (node.sign == "/" and second == 0):
        return None
    made: dict[str, Any] = {"+": first.__add__, "-": first.__sub__, "*": first.__mul__, "/": first.__truediv__}
    return bounded(made[node.sign](second), node.at)


def bounded(amount: Fraction, at: Stretch) -> Fraction:
    """A number that is not longer than any number of a record could make it."""
    if max(amount.numerator.bit_length(), amount.denominator.bit_length()) > MOST_BITS:
        raise refused("number_too_long", at)
    return amount


def _days(node: Pair, day: date, other: Value) -> Value:
    """A date and a number of days make a date, two dates the days between them; outside of all calendars is nothing."""
    if isinstance(other, date):
        if node.sign == "-":
            return Fraction((day - other).days)
        raise refused("expected_number", node.right.at, value=sketched(other))
    days = as_number(other, node.right.at)
    if days is None or days.denominator != 1:
        return None
    try:
        return day + timedelta(int(days)) * (1 if node.sign == "+" else -1)
    except OverflowError:
        return None
