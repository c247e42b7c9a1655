"""A course in time: what was reached, day after day, against what was planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from opsctl.rendering.svg.axis import grid, room_for
from opsctl.rendering.svg.element import ems, picture, tag, words
from opsctl.rendering.svg.scale import Scale, scale_over

_WIDTH, _HEIGHT = 440.0, 230.0
_RIGHT, _TOP, _BOTTOM = 12.0, 18.0, 26.0
_TYPE = 13


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is called at its end, its value at each place (None: not known), and its look."""

    label: str
    values: tuple[Fraction | None, ...]
    look: str


def lines(
    name: str,
    title: str,
    told: str,
    places: Sequence[str],
    shown: Sequence[Line],
    label: Callable[[Fraction], str],
) -> str:
    """Draw lines over the same places; each is named at its last known value, so that no legend is needed."""
    scale = scale_over((value for line in shown for value in line.values if value is not None), _HEIGHT - _BOTTOM, _TOP)
    left = room_for(scale, label)
    step = (_WIDTH - left - _RIGHT) / max(len(places) - 1, 1)
    pieces = [*grid(scale, left, _WIDTH - _RIGHT, label), *_places(places, left, step)]
    for line in shown:
        pieces += _drawn(line, scale, left, step)
    return picture(name, title, told, _WIDTH, _HEIGHT, *pieces, *_names(shown, scale, left, step))


def _drawn(line: Line, scale: Scale, left: float, step: float) -> list[str]:
    """Each run of known values as one line; what is not known stays open."""
    pieces, run = [], list[tuple[float, float]]()
    for number, value in enumerate((*line.values, None)):
        if value is not None:
            run.append((left + step * number, scale.at(value)))
        elif run:
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
            pieces.append(tag("polyline", points=points, class_=f"line {line.look}"))
            last, run = run[-1], []
            if number == len(line.values) or all(later is None for later in line.values[number:]):
                pieces.append(tag("circle", cx=last[0], cy=last[1], r=3.5, class_=f"dot {line.look}"))
    return pieces


def _names(shown: Sequence[Line], scale: Scale, left: float, step: float) -> list[str]:
    """The names at the ends, moved apart where they would cover each other."""
    found = []
    for line in shown:
        known = [(number, value) for number, value in enumerate(line.values) if value is not None]
        if known:
            number, value = known[-1]
            found.append((scale.at(value), left + step * number, line))
    pieces, above = [], -_TYPE * 2.0
    for y, x, line in sorted(found, key=lambda each: each[:2]):
        room, wide = _WIDTH - _RIGHT - x, ems(line.label) * _TYPE
        right = room > wide + 8
        place = max(y - 7 if not right else y + 4, above + _TYPE + 3, _TOP - 4)
        above = place
        pieces.append(
            words(line.label, x + 8 if right else x - 8, place, f"value {line.look}", None if right else "end")
        )
    return pieces


def _places(places: Sequence[str], left: float, step: float) -> list[str]:
    """The first place, the last and one between: more would not fit on a phone."""
    wanted = sorted({0, len(places) // 2, len(places) - 1}) if places else []
    anchors = {0: "start", len(places) - 1: "end"}
    return [
        words(places[number], left + step * number, _HEIGHT - 8, "axis", anchors.get(number, "middle"))
        for number in wanted
    ]
