"""
Values as data: exact where a decimal can be, six places where none can, and no word of any language.
"""

from __future__ import annotations

from fractions import Fraction

from opsctl.period import Period
from opsctl.quantity import plain, rounded
from opsctl.reviewing.view import Reading
from opsctl.workspace import Workspace

Json = dict[str, object]

_PLACES = 6


def period_json(period: Period) -> Json:
    """A period with both its days included; days that are no unit of the calendar have no label."""
    label = None if period.kind == "span" else period.label
    return {"label": label, "first": period.start.isoformat(), "last": period.last.isoformat()}


def exact_text(value: Fraction | None) -> str | None:
    """A number as the decimal it is exactly; one that no decimal can hold, to six places."""
    if value is None:
        return None
    rest, digits = value.denominator, 0
    while rest % 10 == 0:
        rest, digits = rest // 10, digits + 1
    for factor in (2, 5):
        while rest % factor == 0:
            rest, digits = rest // factor, digits + 1
    return places_text(value) if rest > 1 else plain(rounded(value, digits))


def scenario_json(workspace: Workspace) -> Json:
    """The scenario that numbers stand under, where there is one."""
    return {} if workspace.scenario is None else {"scenario": workspace.scenario}


def places_text(value: Fraction | None) -> str | None:
    """A number rounded to six places."""
    return None if value is None else plain(rounded(value, _PLACES))


def reading_json(reading: Reading) -> Json:
    """A measured value with its days, those that are missing, and the parts of a ratio."""
    days: Json = {"days": reading.days, "missing": [day.isoformat() for day in reading.missing]}
    if reading.denominator is None:
        return {"value": exact_text(reading.value), **days}
    parts = {"numerator": exact_text(reading.numerator), "denominator": exact_text(reading.denominator)}
    return {"value": places_text(reading.value), **parts, **days}
