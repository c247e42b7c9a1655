"""Bars with a target as a mark: small ones beside a number, and a whole chart of named ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from opsctl.rendering.svg.element import clipped, picture, tag, words
from opsctl.rendering.svg.scale import Scale, scale_over

_WIDTH, _ROW, _TOP = 440.0, 34.0, 4.0
_NAMES, _VALUES, _TYPE = 124.0, 60.0, 13
_SMALL_WIDTH, _SMALL_HEIGHT = 96.0, 12.0
# A bar of attainment ends a quarter beyond its target.
_BEYOND = Fraction(5, 4)


@dataclass(frozen=True, slots=True)
class Bullet:
    """A named number with its target, whether that was missed, and what to say at its end."""

    label: str
    actual: Fraction | None
    target: Fraction | None
    said: str
    short: bool = False


def share_bar(share: Fraction, due: Fraction = Fraction(1)) -> str:
    """A share as a bar with a mark at what was due; the number stands beside it, so nothing is read out."""
    scale = Scale(Fraction(0), max(_BEYOND * due, Fraction(1, 100)), 0, _SMALL_WIDTH)
    mark = scale.at(due)
    return tag(
        "svg",
        tag("rect", x=0, y=3, width=_SMALL_WIDTH, height=6, rx=3, class_="track"),
        tag("rect", x=0, y=3, width=scale.at(share), height=6, rx=3, class_="met" if share >= due else "short"),
        tag("line", x1=mark, x2=mark, y1=0, y2=_SMALL_HEIGHT, class_="aim"),
        class_="share",
        aria_hidden="true",
        viewBox=f"0 0 {_SMALL_WIDTH:.0f} {_SMALL_HEIGHT:.0f}",
        xmlns="http://www.w3.org/2000/svg",
    )


def bullets(name: str, title: str, told: str, shown: Sequence[Bullet]) -> str:
    """Named bars on one scale, each with its target as a mark."""
    known = [value for one in shown for value in (one.actual, one.target) if value is not None]
    scale = scale_over(known, _NAMES, _WIDTH - _VALUES)
    pieces = [piece for number, one in enumerate(shown) for piece in _drawn(one, scale, _TOP + _ROW * number)]
    return picture(name, title, told, _WIDTH, _TOP * 2 + _ROW * len(shown), *pieces)


def _drawn(one: Bullet, scale: Scale, top: float) -> list[str]:
    middle, ground = top + _ROW / 2, scale.at(Fraction(0))
    pieces = [words(clipped(one.label, (_NAMES - 8) / _TYPE), _NAMES - 8, middle + 4, "name", "end")]
    if one.actual is not None:
        left, right = sorted((scale.at(one.actual), ground))
        look = "short" if one.short else "met"
        pieces.append(tag("rect", x=left, y=top + 9, width=max(right - left, 1.5), height=_ROW - 18, rx=2, class_=look))
    if one.target is not None:
        at = scale.at(one.target)
        pieces.append(tag("line", x1=at, x2=at, y1=top + 5, y2=top + _ROW - 5, class_="aim"))
    return [*pieces, words(one.said, _WIDTH, middle + 4, "value", "end")]
