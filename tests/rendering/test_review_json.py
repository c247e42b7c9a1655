"""The weekly review as data: exact where a decimal can be, six places where none can, and no word of any language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering.example import review, sales

from opsctl.rendering.exact_json import exact_text
from opsctl.rendering.review_json import review_json


def written() -> dict[str, object]:
    """The example after a JSON writer and a JSON reader."""
    read: dict[str, object] = json.loads(json.dumps(review_json(review()), allow_nan=False))
    return read


def numbers(value: object) -> Iterator[object]:
    """Every number of a JSON value that is no text."""
    if isinstance(value, dict):
        for inside in value.values():
            yield from numbers(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from numbers(inside)
    elif not isinstance(value, str) and value is not None:
        yield value


def test_it_survives_a_json_writer() -> None:
    assert written() == review_json(review())


def test_only_counts_of_days_and_rows_are_json_numbers() -> None:
    assert all(type(number) is int for number in numbers(written()))


def test_a_row() -> None:
    rows = written()["metrics"]
    assert isinstance(rows, list)
    first, second, third = rows
    assert first["actual"] == {"value": "1123456.78", "days": 7, "missing": []}
    assert (first["target"], first["gap"], first["attainment"]) == ("1200000", "76543.22", "0.936214")
    assert first["previous"]["change"] == "0.123400"
    assert first["last_year"] == {
        "period": {"label": "2025-W46", "first": "2025-11-10", "last": "2025-11-16"},
        "actual": {"value": None, "days": 0, "missing": []},
        "change": None,
    }
    assert second["actual"]["missing"] == ["2026-11-14", "2026-11-15"]
    assert (second["distinct"], second["gap"], second["target_days"]) == ("63008", "-1234", 5)
    assert third["actual"] == {
        "value": "0.003333",
        "numerator": "100",
        "denominator": "30000",
        "days": 7,
        "missing": [],
    }
    assert (third["target"], third["gap"]) == ("0.012500", "0.009167")


def test_the_rest() -> None:
    data = written()
    assert list(data) == [
        "scope", "period", "data_until", "currency", "headline", "metrics", "pace", "forecast", "daily_rate", "tiers",
        "days", "parts", "event", "channels", "product_roles", "people", "maturity", "restated", "stores", "missing",
        "judgement", "troubles", "rates", "broken_guardrails", "newer", "attribution",
    ]  # fmt: skip
    assert data["pace"] == [
        {
            "metric": "gmv_paid",
            "period": {"label": label, "first": first, "last": last},
            "until": "2026-11-15",
            "actual": {"value": "3000000", "days": 15, "missing": []},
            "target": "5000000",
            "attainment": "0.600000",
            "due": due,
            "pace": pace,
            "original_target": None,
            "original_attainment": None,
        }
        for label, first, last, due, pace in (
            ("2026-11", "2026-11-01", "2026-11-30", "0.617000", "-0.017000"),
            ("2026", "2026-01-01", "2026-12-31", "0.580000", "0.020000"),
        )
    ]
    assert data["missing"] == [
        {
            "scope": "tmall-flagship",
            "metrics": ["visitors"],
            "first": "2026-11-14",
            "last": "2026-11-15",
            "last_known": "2026-11-13",
        }
    ]
    judgement = data["judgement"]
    assert isinstance(judgement, dict) and judgement["worst"] == "error"
    assert judgement["objections"][0] == {
        "code": "ACT115", "name": "actuals-future", "severity": "error", "source": "shop-daily",
        "scope": "tmall-flagship", "file": None, "metrics": [], "days": [],
        "message": {"id": "gate.future", "params": {"count": "1", "days": "2026-11-14", "today": "2026-11-10"}},
    }  # fmt: skip
    assert data["troubles"] == [
        {
            "source": "shop-daily",
            "file": "actuals/a.csv",
            "severity": "warning",
            "rows": 12,
            "message": {"id": "review.no_target", "params": {"actual": "1", "here": "x", "metric": "m"}},
        }
    ]
    assert data["days"] == [
        {"day": f"2026-11-{day:02d}", "actual": None if day == 15 else str(20_000 * (day - 4)), "target": "160000"}
        for day in range(9, 16)
    ]


def test_no_cent_is_lost_whatever_the_size() -> None:
    row = sales("123456789012345678901234567890.12", "0.01")
    told: Any = review_json(replace(review(), rows=(row,)))["metrics"]
    assert told[0]["actual"]["value"] == "123456789012345678901234567890.12"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**24), max_value=10**24))
def test_decimals_come_back_exactly(value: Decimal) -> None:
    text = exact_text(Fraction(value))
    assert text is not None and Fraction(text) == Fraction(value)
    assert "E" not in text


@pytest.mark.parametrize(("value", "text"), [("1/3", "0.333333"), ("-2/3", "-0.666667"), ("1/8", "0.125"), ("7", "7")])
def test_what_no_decimal_holds_has_six_places(value: str, text: str) -> None:
    assert exact_text(Fraction(value)) == text
