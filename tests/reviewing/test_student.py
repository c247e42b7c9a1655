"""Student's t against the tables that every book of statistics prints."""

from __future__ import annotations

import pytest

from opsctl.reviewing.student import below, quantile


@pytest.mark.parametrize(
    ("degrees", "at_90", "at_95", "at_975", "at_995"),
    [
        (1, 3.078, 6.314, 12.706, 63.657),
        (2, 1.886, 2.920, 4.303, 9.925),
        (3, 1.638, 2.353, 3.182, 5.841),
        (5, 1.476, 2.015, 2.571, 4.032),
        (9, 1.383, 1.833, 2.262, 3.250),
        (10, 1.372, 1.812, 2.228, 3.169),
        (25, 1.316, 1.708, 2.060, 2.787),
        (60, 1.296, 1.671, 2.000, 2.660),
        (120, 1.289, 1.658, 1.980, 2.617),
    ],
)
def test_the_printed_table(degrees: int, at_90: float, at_95: float, at_975: float, at_995: float) -> None:
    found = [quantile(share, degrees) for share in (0.9, 0.95, 0.975, 0.995)]
    assert found == pytest.approx([at_90, at_95, at_975, at_995], abs=0.0006)


@pytest.mark.parametrize("degrees", [1, 2, 7, 40])
def test_it_is_symmetric_and_rises(degrees: int) -> None:
    values = [below(t / 4, degrees) for t in range(-40, 41)]
    assert values == sorted(values) and below(0, degrees) == 0.5
    assert [low + high for low, high in zip(values, reversed(values), strict=True)] == pytest.approx([1.0] * 81)


def test_with_many_degrees_it_is_the_normal_distribution() -> None:
    assert quantile(0.975, 2_000) == pytest.approx(1.96, abs=0.002)
