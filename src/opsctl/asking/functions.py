"""What can be called in an expression; the functions over texts, numbers, times and the workspace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from opsctl.asking.answer import Asked, answer, number
from opsctl.asking.items import Work, all_, any_, count, distinct, each_, extreme, filter_, first, sum_
from opsctl.asking.names import ALL, PLAIN, Shape
from opsctl.asking.neighbours import followed, records_of
from opsctl.asking.tree import Call, Literal, Node
from opsctl.asking.trouble import refused
from opsctl.asking.values import Link, Thing, Value, Words, sketched, texts
from opsctl.diagnostics import Listed
from opsctl.period import Period, parse_period
from opsctl.quantity import parse_amount, parse_rate, rounded

_MOST_DIGITS = 12
_TARGETS = Shape(("target",))


@dataclass(frozen=True, slots=True)
class Function:
    """How many arguments it takes, whether the second is asked of every item of the first, and what comes out.

    `gives` makes the result's shape from those of the arguments.
    """

    work: Work
    least: int
    most: int
    over_items: bool = False
    gives: Callable[[Call, list[Shape]], Shape] = lambda call, shapes: PLAIN


def _length(call: Call, asked: Asked) -> Value:
    value = answer(call.arguments[0], asked)
    if value is None:
        return None
    if isinstance(value, tuple | str):
        return Fraction(len(value))
    if isinstance(value, Thing) and isinstance(value.data, dict):
        return Fraction(len(value.data))
    raise refused("expected_list", call.arguments[0].at, value=sketched(value))


def _exists(call: Call, asked: Asked) -> Value:
    """Whether there is anything: a link needs its record, a list or mapping something in it."""
    value = answer(call.arguments[0], asked)
    if isinstance(value, Link):
        return followed(asked.world, value) is not None
    if isinstance(value, Thing) and isinstance(value.data, dict):
        return bool(value.data)
    return value is not None and value != ()


def _text(node: Node, asked: Asked) -> str | None:
    value = answer(node, asked)
    if value is None:
        return None
    said = texts(value)
    if said is None or isinstance(value, Words):
        raise refused("expected_one_text" if said else "expected_text", node.at, value=sketched(value))
    asked.steps.read(said[0], at=node.at)
    return said[0]


def _lower(call: Call, asked: Asked) -> Value:
    text = _text(call.arguments[0], asked)
    return None if text is None else text.lower()


def _edge(test: Callable[[str, str], bool]) -> Work:
    def work(call: Call, asked: Asked) -> Value:
        value, part = answer(call.arguments[0], asked), _text(call.arguments[1], asked)
        if value is None or part is None:
            return None
        said = texts(value)
        if said is None:
            raise refused("expected_text", call.arguments[0].at, value=sketched(value))
        return any(test(each, part) for each in said)

    return work


def _number(call: Call, asked: Asked) -> Value:
    value = answer(call.arguments[0], asked)
    if value is None or isinstance(value, Fraction):
        return value
    text = _text(call.arguments[0], asked) or ""
    amount = parse_amount(text)
    rate = parse_rate(text) if amount is None else amount
    return None if rate is None else Fraction(rate)


def _round(call: Call, asked: Asked) -> Value:
    amount = number(call.arguments[0], asked)
    digits = number(call.arguments[1], asked) if len(call.arguments) > 1 else Fraction(0)
    if amount is None or digits is None:
        return None
    if digits.denominator != 1 or not 0 <= digits <= _MOST_DIGITS:
        raise refused("bad_digits", call.arguments[1].at, limit=_MOST_DIGITS)
    return Fraction(rounded(amount, int(digits)))


def _absolute(call: Call, asked: Asked) -> Value:
    amount = number(call.arguments[0], asked)
    return None if amount is None else abs(amount)


def _days_between(call: Call, asked: Asked) -> Value:
    days = []
    for argument in call.arguments:
        value = answer(argument, asked)
        if value is None:
            return None
        if not isinstance(value, date):
            raise refused("expected_date", argument.at, value=sketched(value))
        days.append(value)
    return Fraction((days[1] - days[0]).days)


def _period(call: Call, asked: Asked) -> Value:
    """A period from the way it is written; a year as a number."""
    value = answer(call.arguments[0], asked)
    if value is None or isinstance(value, Period):
        return value
    if isinstance(value, Fraction):
        return parse_period(str(value.numerator)) if value.denominator == 1 else None
    return parse_period(_text(call.arguments[0], asked) or "", asked.world.workspace.weeks)


def _records(call: Call, asked: Asked) -> Value:
    kind = _text(call.arguments[0], asked)
    if kind is not None and kind not in ALL:
        raise refused("no_kind", call.arguments[0].at, kind=kind, kinds=Listed(ALL))
    found = () if kind is None else records_of(asked.world, kind)
    asked.steps.spend(len(found), call.at)
    return None if kind is None else found


def _sheet(call: Call, asked: Asked) -> Value:
    """The target sheet of a year: of the record that is asked, or of another scope."""
    year = number(call.arguments[0], asked)
    of = answer(call.arguments[1], asked) if len(call.arguments) > 1 else asked.scopes[0].value
    scope = texts(of)
    if year is None or scope is None or year.denominator != 1:
        return None
    sheet = asked.world.workspace.sheet(scope[0], int(year))
    return Link("target", sheet.id) if sheet else None


def _list_of_first(call: Call, shapes: list[Shape]) -> Shape:
    return shapes[0]


def _list_of_second(call: Call, shapes: list[Shape]) -> Shape:
    return Shape(items=shapes[1])


def _item(call: Call, shapes: list[Shape]) -> Shape:
    return shapes[1] if len(shapes) > 1 else shapes[0].items or PLAIN


def _of_kind(call: Call, shapes: list[Shape]) -> Shape:
    kind = call.arguments[0]
    if not isinstance(kind, Literal) or not isinstance(kind.value, str):
        return Shape(items=Shape(ALL))
    if kind.value not in ALL:
        raise refused("no_kind", kind.at, kind=kind.value, kinds=Listed(ALL))
    return Shape(items=Shape((kind.value,)))


FUNCTIONS: Mapping[str, Function] = {
    "any": Function(any_, 2, 2, over_items=True),
    "all": Function(all_, 2, 2, over_items=True),
    "count": Function(count, 1, 2, over_items=True),
    "filter": Function(filter_, 2, 2, over_items=True, gives=_list_of_first),
    "each": Function(each_, 2, 2, over_items=True, gives=_list_of_second),
    "sum": Function(sum_, 1, 2, over_items=True),
    "min": Function(extreme("<"), 1, 2, over_items=True, gives=_item),
    "max": Function(extreme(">"), 1, 2, over_items=True, gives=_item),
    "first": Function(first, 1, 1, gives=_item),
    "distinct": Function(distinct, 1, 1, gives=_list_of_first),
    "len": Function(_length, 1, 1),
    "exists": Function(_exists, 1, 1),
    "lower": Function(_lower, 1, 1),
    "starts_with": Function(_edge(str.startswith), 2, 2),
    "ends_with": Function(_edge(str.endswith), 2, 2),
    "number": Function(_number, 1, 1),
    "round": Function(_round, 1, 2),
    "abs": Function(_absolute, 1, 1),
    "days_between": Function(_days_between, 2, 2),
    "period": Function(_period, 1, 1),
    "records": Function(_records, 1, 1, gives=_of_kind),
    "sheet": Function(_sheet, 1, 2, gives=lambda call, shapes: _TARGETS),
}
WORK: Mapping[str, Work] = {name: function.work for name, function in FUNCTIONS.items()}
