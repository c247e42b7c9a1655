"""The upright axis that bars and lines share: round numbers, each with a faint line across the chart."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from opsctl.rendering.svg.element import ems, tag, words
from opsctl.rendering.svg.scale import Scale, ticks

_TYPE, _GAP = 11.5, 6.0


def room_for(scale: Scale, label: Callable[[Fraction], str]) -> float:
    """How much room the numbers take on the left."""
    return max(ems(label(value)) for value in ticks(scale)) * _TYPE + _GAP


def grid(scale: Scale, left: float, right: float, label: Callable[[Fraction], str]) -> list[str]:
    """The lines from `left` to `right` and the numbers before them."""
    pieces = []
    for value in ticks(scale):
        at = scale.at(value)
        pieces.append(tag("line", x1=left, x2=right, y1=at, y2=at, class_="zero" if value == 0 else "grid"))
        pieces.append(words(label(value), left - _GAP, at + 4, "axis", "end"))
    return pieces
