"""Days as bars, each with its target as a line across it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from opsctl.rendering.svg.axis import grid, room_for
from opsctl.rendering.svg.element import picture, tag, words
from opsctl.rendering.svg.scale import Scale, scale_over

_WIDTH, _HEIGHT = 440.0, 230.0
_RIGHT, _TOP, _BOTTOM = 6.0, 24.0, 26.0
# More bars than these have no room for a word above each.
_ROOMY = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the label under it, what was reached and aimed at (None: not known), whether that was missed."""

    label: str
    actual: Fraction | None
    target: Fraction | None
    short: bool = False
    above: str = ""


def bars(name: str, title: str, told: str, shown: Sequence[Bar], label: Callable[[Fraction], str]) -> str:
    """Draw bars on one scale; a missed one is hatched, so that it does not hang on colour."""
    known = [value for bar in shown for value in (bar.actual, bar.target) if value is not None]
    scale = scale_over(known, _HEIGHT - _BOTTOM, _TOP)
    left = room_for(scale, label)
    slot = (_WIDTH - left - _RIGHT) / max(len(shown), 1)
    every = -(-len(shown) // _ROOMY)
    pieces = [_hatch(name), *grid(scale, left, _WIDTH - _RIGHT, label)]
    for number, bar in enumerate(shown):
        pieces += _drawn(name, bar, left + slot * number, slot, scale, len(shown) <= _ROOMY)
        if number % every == 0:
            pieces.append(words(bar.label, left + slot * (number + 0.5), _HEIGHT - 8, "axis", "middle"))
    return picture(name, title, told, _WIDTH, _HEIGHT, *pieces)


def _drawn(name: str, bar: Bar, left: float, slot: float, scale: Scale, roomy: bool) -> list[str]:
    wide = slot * (0.62 if roomy else 0.7)
    x, ground = left + (slot - wide) / 2, scale.at(Fraction(0))
    pieces = []
    if bar.actual is not None:
        top, bottom = sorted((scale.at(bar.actual), ground))
        box = {"x": x, "y": top, "width": wide, "height": bottom - top, "rx": 2}
        pieces.append(tag("rect", **box, class_="short" if bar.short else "met"))
        if bar.short:
            pieces.append(tag("rect", **box, fill=f"url(#{name}-hatch)"))
    elif bar.target is not None:
        top = scale.at(bar.target)
        pieces.append(tag("rect", x=x, y=top, width=wide, height=ground - top, rx=2, class_="unknown"))
    if bar.target is not None:
        at = scale.at(bar.target)
        pieces.append(tag("line", x1=left + slot * 0.08, x2=left + slot * 0.92, y1=at, y2=at, class_="aim"))
    if roomy and bar.above:
        highest = min(scale.at(value) for value in (bar.actual, bar.target) if value is not None)
        pieces.append(words(bar.above, left + slot / 2, highest - 6, "value", "middle"))
    return pieces


def _hatch(name: str) -> str:
    """Slanted lines laid over what fell short."""
    line = tag("line", x1=0, y1=0, x2=0, y2=6, class_="hatch")
    made = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return tag("defs", tag("pattern", line, id=f"{name}-hatch", width=6, height=6, **made))
