"""Numbers as people read them: rounded once, exactly, the unit chosen after rounding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.rendering.numbers import (
    Number,
    by_unit,
    change,
    count,
    difference,
    exact,
    money,
    multiple,
    percent,
    points,
)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("0", "￥0", "￥0"),
        ("0.004", "￥0", "￥0"),
        ("-0.004", "￥0", "￥0"),
        ("0.005", "￥0.01", "￥0.01"),
        ("-0.005", "-￥0.01", "-￥0.01"),
        ("1.005", "￥1.01", "￥1.01"),
        ("198", "￥198", "￥198"),
        ("1234.5", "￥1,234.50", "￥1,234.50"),
        ("-1234.5", "-￥1,234.50", "-￥1,234.50"),
        ("9999.99", "￥9,999.99", "￥9,999.99"),
        ("9999.994", "￥9,999.99", "￥9,999.99"),
        ("9999.995", "￥1万", "￥10,000"),
        ("10050", "￥1.01万", "￥10,050"),
        ("-10050", "-￥1.01万", "-￥10,050"),
        ("12345000", "￥1,234.5万", "￥12,345,000"),
        ("698234.5", "￥69.82万", "￥698,235"),
        ("99994999", "￥9,999.5万", "￥99,994,999"),
        ("99999949.9", "￥9,999.99万", "￥99,999,950"),
        ("99999950", "￥1亿", "￥99,999,950"),
        ("99999999", "￥1亿", "￥99,999,999"),
        ("123456789", "￥1.23亿", "￥123,456,789"),
        ("1000000000000", "￥10,000亿", "￥1,000,000,000,000"),
    ],
)
def test_money(value: str, zh: str, en: str) -> None:
    assert money(Decimal(value), "zh", "CNY") == zh
    assert money(Fraction(value), "en", "CNY") == en


@pytest.mark.parametrize(
    ("currency", "text"), [("USD", "-$1,234.50"), ("GBP", "GBP -1,234.50"), ("EUR", "EUR -1,234.50")]
)
def test_a_currency_whose_sign_gbk_lacks_stands_as_its_code(currency: str, text: str) -> None:
    assert money(Decimal("-1234.5"), "en", currency) == text


def test_even_amounts_align() -> None:
    amounts = (Decimal(100_000), Decimal(123_400), Decimal(5))
    assert [money(amount, "zh", "CNY", even=True) for amount in amounts] == ["￥10.00万", "￥12.34万", "￥5.00"]


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (0, "0", "0"),
        (-7, "-7", "-7"),
        (Fraction(5, 2), "3", "3"),
        (9_999, "9,999", "9,999"),
        (Fraction(19_999, 2), "1万", "10,000"),
        (81_234, "8.12万", "81,234"),
        (99_999_999, "1亿", "99,999,999"),
    ],
)
def test_count(value: Number, zh: str, en: str) -> None:
    assert (count(value, "zh"), count(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0.12345", "12.3%"),
        ("0.1235", "12.4%"),
        ("-0.1235", "-12.4%"),
        ("0", "0.0%"),
        ("-0.0001", "0.0%"),
        ("12", "1,200.0%"),
    ],
)
def test_percent(value: str, text: str) -> None:
    assert percent(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0.02", "+2.0pp"),
        ("-0.02", "-2.0pp"),
        ("0.0004", "+0.04pp"),
        ("0.00994", "+0.99pp"),
        ("0.00996", "+1.0pp"),
        ("-0.00996", "-1.0pp"),
        ("0", "0.0pp"),
        ("0.00004", "0.0pp"),
        ("-0.00004", "0.0pp"),
    ],
)
def test_points(value: str, text: str) -> None:
    assert points(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("0.1234", "+12.3%"), ("-0.0005", "-0.1%"), ("0.0004", "0.0%"), ("0", "0.0%"), ("25", "+2,500.0%")],
)
def test_change(value: str, text: str) -> None:
    assert change(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        ("0.015", "percent", "1.50%", "1.50%"),
        ("0.123", "percent", "12.3%", "12.3%"),
        ("0.09996", "percent", "10.0%", "10.0%"),
        ("3.205", "x", "3.21x", "3.21x"),
        ("4.8", "score", "4.80", "4.80"),
        ("27.5", "seconds", "28 秒", "28 s"),
        ("1.25", "hours", "1.3 小时", "1.3 h"),
        ("2", "days", "2.0 天", "2.0 d"),
        ("81234", "count", "8.12万", "81,234"),
        ("81234", "money", "￥8.12万", "￥81,234"),
    ],
)
def test_by_unit(value: str, unit: str, zh: str, en: str) -> None:
    assert (by_unit(Fraction(value), unit, "zh", "CNY"), by_unit(Fraction(value), unit, "en", "CNY")) == (zh, en)


def test_percentages_differ_by_points() -> None:
    assert difference(Fraction("0.0092"), "percent", "zh", "CNY") == "0.92pp"
    assert difference(Fraction("-0.02"), "percent", "zh", "CNY") == "-2.0pp"
    assert difference(Fraction(-1234), "count", "zh", "CNY") == "-1,234"


def test_exact_amounts_keep_every_unit() -> None:
    assert exact(Decimal("22727272.73"), "money", "CNY") == "￥22,727,272.73"
    assert exact(Decimal("20000000"), "money", "GBP") == "GBP 20,000,000.00"
    assert exact(Decimal("7652280"), "count", "CNY") == "7,652,280"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_a_dash(lang: str) -> None:
    said = {percent(None), points(None), change(None), multiple(None), count(None, lang), money(None, lang, "CNY")}
    said |= {
        by_unit(None, "seconds", lang, "CNY"),
        exact(None, "money", "CNY"),
        difference(None, "percent", lang, "CNY"),
    }
    assert said == {"—"}


@given(st.fractions())
def test_never_ten_thousand_of_a_unit_and_never_a_minus_zero(value: Fraction) -> None:
    text = money(value, "zh", "CNY")
    assert "10,000万" not in text
    assert text.startswith("-") == (value < 0 and any(digit in text for digit in "123456789"))
    assert text.encode("gbk").decode("gbk") == text
