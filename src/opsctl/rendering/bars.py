"""Bars of block characters, eighths of a cell fine; every one of them is in GBK."""

from __future__ import annotations

from fractions import Fraction

from opsctl.quantity import round_units

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL, _TRACK = "█", "▁"


def bar(share: Fraction | None, width: int, track: Fraction = Fraction(1)) -> str:
    """Draw a share of the width; where it falls short of `track`, a low line goes on to there."""
    if share is None:
        return ""
    eighths = round_units(min(max(share, Fraction(0)), Fraction(1)) * width * 8, 0)
    whole, rest = divmod(eighths, 8)
    drawn = _FULL * whole + (_EIGHTHS[rest] if rest else "")
    return drawn.ljust(round_units(min(track, Fraction(1)) * width, 0), _TRACK)
