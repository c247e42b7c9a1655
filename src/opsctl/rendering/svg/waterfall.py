"""How one number becomes another, effect by effect, each beginning where the one before ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from opsctl.rendering.svg.element import clipped, picture, tag, words
from opsctl.rendering.svg.scale import Scale

_WIDTH, _ROW, _TOP = 440.0, 30.0, 6.0
_NAMES, _VALUES, _TYPE = 132.0, 92.0, 13
# Below this part of the largest number, effects are too small to see on an axis that begins at zero.
_SMALL = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Step:
    """A whole (where it starts and ends) or an effect on it, with its label and its number in words."""

    label: str
    value: Fraction
    said: str
    whole: bool = False
    good: bool = True


def waterfall(name: str, title: str, told: str, steps: Sequence[Step]) -> str:
    """Draw the steps from top to bottom; signs stand in the numbers, so nothing hangs on colour.

    Where all wholes are large the axis begins near them, and a cut through their bars says so.
    """
    spans = _spans(steps)
    scale, cut = _scale([value for span in spans for value in span], steps)
    pieces = []
    for number, (step, span) in enumerate(zip(steps, spans, strict=True)):
        top = _TOP + _ROW * number
        pieces += _drawn(step, span, scale, top, cut)
        if number + 1 < len(steps):
            at = scale.at(span[1])
            pieces.append(tag("line", x1=at, x2=at, y1=top + _ROW - 6, y2=top + _ROW + 6, class_="link"))
    return picture(name, title, told, _WIDTH, _TOP * 2 + _ROW * len(steps), *pieces)


def _spans(steps: Sequence[Step]) -> list[tuple[Fraction, Fraction]]:
    """From where to where each bar goes."""
    found, level = [], Fraction(0)
    for step in steps:
        start = Fraction(0) if step.whole else level
        level = step.value if step.whole else level + step.value
        found.append((start, level))
    return found


def _scale(ends: Sequence[Fraction], steps: Sequence[Step]) -> tuple[Scale, bool]:
    levels = [end for end in ends if end != 0] or [Fraction(0)]
    low, high = min(levels), max(levels)
    cut = bool(steps) and low > 0 and low >= high * _SMALL
    start = low - (high - low) * Fraction(2, 5) if cut and high > low else min(low, Fraction(0))
    top = max(high, start + 1)
    return Scale(start, top, _NAMES, _WIDTH - _VALUES), cut and high > low


def _drawn(step: Step, span: tuple[Fraction, Fraction], scale: Scale, top: float, cut: bool) -> list[str]:
    left, right = sorted(scale.at(end) for end in span)
    look = "whole" if step.whole else "gain" if step.good else "loss"
    middle = top + _ROW / 2
    pieces = [
        words(clipped(step.label, (_NAMES - 8) / _TYPE), _NAMES - 8, middle + 4, "name", "end"),
        tag("rect", x=left, y=top + 6, width=max(right - left, 1.5), height=_ROW - 12, rx=2, class_=look),
        words(step.said, _WIDTH, middle + 4, "value strong" if step.whole else "value", "end"),
    ]
    if cut and step.whole:
        pieces.append(tag("path", d=f"M{left + 8:.1f} {top + 4:.1f}l-4 {_ROW - 8:.1f}", class_="cut"))
        pieces.append(tag("path", d=f"M{left + 13:.1f} {top + 4:.1f}l-4 {_ROW - 8:.1f}", class_="cut"))
    return pieces
