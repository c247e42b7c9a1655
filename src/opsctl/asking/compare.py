"""Comparing two values: true, false, or nothing where one side is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from opsctl.asking.neighbours import entry, key_text
from opsctl.asking.trouble import Stretch, refused
from opsctl.asking.values import Thing, Value, Word, sketched, texts
from opsctl.period import Period, parse_period
from opsctl.records.target import WORDS


def compared(sign: str, left: Value, right: Value, at: Stretch) -> bool | None:
    """Answer one of the six comparisons; only things of one sort can be compared."""
    if left is None or right is None:
        return None
    if sign in ("=", "!="):
        same = _equal(left, right)
        if same is None:
            raise refused("not_comparable", at, left=sketched(left), right=sketched(right))
        return same == (sign == "=")
    if isinstance(left, Word) or isinstance(right, Word):
        return None
    order = _order(left, right)
    if order is None:
        raise refused("no_order", at, left=sketched(left), right=sketched(right))
    return {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0}[sign]


def contained(inside: Value, around: Value, at: Stretch) -> bool | None:
    """Say whether a list, mapping, text or period holds a value."""
    if around is None or inside is None:
        return None
    if isinstance(around, tuple):
        return either(_same(inside, each) for each in around)
    if isinstance(around, Thing) and around.record is None:
        key = key_text(inside)
        return isinstance(around.data, dict) and key is not None and entry(around.data, key) is not None
    period = _period(around)
    if period is not None and isinstance(inside, date):
        return period.contains(inside)
    if period is not None and isinstance(inside, Period):
        return period.start <= inside.start and inside.end <= period.end
    raise refused("not_in", at, inside=sketched(inside), around=sketched(around))


def holds_text(text: Value, part: Value, at: Stretch) -> bool | None:
    """Say whether a text, in either language, has a part; lists, mappings and periods hold what is in them."""
    if text is None or part is None:
        return None
    whole, parts = texts(text), texts(part)
    if whole is None:
        return contained(part, text, at)
    if parts is None:
        raise refused("expected_text", at, value=sketched(part))
    return any(piece in each for each in whole for piece in parts)


def either(answers: Iterable[bool | None]) -> bool | None:
    """True where one is true, nothing where one is missing, else false."""
    missing = False
    for answer in answers:
        if answer:
            return True
        missing = missing or answer is None
    return None if missing else False


def _same(left: Value, right: Value) -> bool | None:
    """Equality inside lists, where things of another sort are merely different."""
    return None if left is None or right is None else bool(_equal(left, right))


def _equal(left: Value, right: Value) -> bool | None:
    """None where the two cannot be compared."""
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(_same(a, b) for a, b in zip(left, right, strict=True))
    if (_is_word(left) and isinstance(right, Fraction)) or (_is_word(right) and isinstance(left, Fraction)):
        return False
    first, second = texts(left), texts(right)
    if first is not None and second is not None:
        return not set(first).isdisjoint(second)
    if first is not None or second is not None or isinstance(left, tuple | Thing) or isinstance(right, tuple | Thing):
        return None
    if isinstance(left, Period) or isinstance(right, Period):
        before, after = _period(left), _period(right)
        return None if before is None or after is None else before == after
    return left == right if type(left) is type(right) else None


def _is_word(value: Value) -> bool:
    """Where a number may stand, these words may stand too; they are no number."""
    return isinstance(value, Word) or value in WORDS


def _order(left: Value, right: Value) -> int | None:
    """Below, at or above zero as the left is less, equal or more; None where there is no order."""
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return (left > right) - (left < right)
    if isinstance(left, Period) or isinstance(right, Period):
        before, after = _period(left), _period(right)
        # Periods of one kind lie one after the other; a month is neither before nor after its year.
        return (before > after) - (before < after) if before and after and before.kind == after.kind else None
    return (left > right) - (left < right) if isinstance(left, date) and isinstance(right, date) else None


def _period(value: Value) -> Period | None:
    """A period, or the year that a whole number means beside one."""
    if isinstance(value, Fraction) and value.denominator == 1:
        return parse_period(str(value.numerator))
    return value if isinstance(value, Period) else None
