"""
Student's t distribution for whole degrees of freedom: how likely values are, and between which most of them lie.

The finite sums of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
"""

from __future__ import annotations

from math import atan, pi, sqrt

_STEPS = 80
_FAR = 1e6


def below(t: float, degrees: int) -> float:
    """The share of the distribution below a value."""
    return (1 + _inside(t, degrees)) / 2


def quantile(share: float, degrees: int) -> float:
    """The value below which that share of the distribution lies, by bisection."""
    low, high = -_FAR, _FAR
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle, degrees) < share else (low, middle)
    return (low + high) / 2


def _inside(t: float, degrees: int) -> float:
    """The share between minus and plus a value, with the value's sign."""
    square = degrees / (degrees + t * t)
    sine, cosine = t / sqrt(degrees + t * t), sqrt(square)
    odd = degrees % 2
    term = cosine if odd else 1.0
    terms = 0.0
    for number in range(1 + odd, degrees, 2):
        terms += term
        term *= square * number / (number + 1)
    return 2 / pi * (atan(t / sqrt(degrees)) + sine * terms) if odd else sine * terms
