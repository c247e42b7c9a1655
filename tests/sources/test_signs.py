"""Amounts under the sign of another currency than the source's are not understood, and told where they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.sources.reading import DAYS, DAYS_HEADER, source, told, value, values

from opsctl.diagnostics import Severity
from opsctl.records.currencies import CURRENCIES
from opsctl.reviewing.facts import Facts
from opsctl.sources import signs
from opsctl.sources.read import read_facts

# How an amount is written, and which of these currencies it may be of.
WRITTEN = [
    ("$1,234.50", {"USD", "CAD", "AUD", "MXN", "HKD"}),
    ("US$1,234.50", {"USD"}),
    ("MX$1,234.50", {"MXN"}),
    ("CA$1,234.50", {"CAD"}),
    ("A$1,234.50", {"AUD"}),
    ("HK$1,234.50", {"HKD"}),
    ("R$1,234.50", {"BRL"}),
    ("￥1,234.50", {"CNY", "JPY"}),
    ("¥1,234.50", {"CNY", "JPY"}),
    ("1,234.50元", {"CNY", "HKD"}),
    ("1,234.50€", {"EUR"}),
    ("-€1,234.50", {"EUR"}),
    ("(£1,234.50)", {"GBP"}),
    ("RMB 1,234.50", {"CNY"}),
    ("USD 1,234.50", {"USD"}),
    ("SEK 1,234.50", {"SEK"}),
    ("1,234.50", {"USD", "CAD", "AUD", "MXN", "HKD", "BRL", "CNY", "JPY", "EUR", "GBP", "SEK"}),
]
KNOWN = ("USD", "CAD", "AUD", "MXN", "HKD", "BRL", "CNY", "JPY", "EUR", "GBP", "SEK")


def facts(folder: Path, amounts: list[str], currency: str | None, home: str | None = None) -> Facts:
    rows = "".join(f'2026-06-{day:02},North,100,"{amount}"\n' for day, amount in enumerate(amounts, start=1))
    folder.mkdir(exist_ok=True)
    (folder / "days.csv").write_text(DAYS_HEADER + rows, "utf-8")
    money = {"shop": home} if home else {}
    return read_facts({"shop": source(DAYS, currency=currency)}, folder, groups={}, periods=(), money=money)


@pytest.mark.parametrize("currency", KNOWN)
def test_an_amount_counts_only_under_signs_of_its_currency(currency: str, tmp_path: Path) -> None:
    found = values(facts(tmp_path, [written for written, _ in WRITTEN], currency), "north", "gmv_paid")
    negative = {"-€1,234.50", "(£1,234.50)"}
    assert found == {
        f"06-{day:02}": "-1234.5" if written in negative else "1234.5"
        for day, (written, of) in enumerate(WRITTEN, start=1)
        if currency in of
    }


def test_the_other_sign_is_told_apart_from_what_is_no_number(tmp_path: Path) -> None:
    found = facts(tmp_path, ["$5", "MX$7", "€8", "many"], "USD")
    mixed = told(found, "other_sign")
    assert (mixed["example"], mixed["count"], mixed["currency"], mixed["column"]) == ("MX$7", "2", "USD", "Paid")
    assert told(found, "not_a_number")["example"] == "many"
    (trouble,) = [one for one in found.troubles if one.kind == "currency-mix"]
    assert (trouble.row, trouble.severity, len(trouble.days)) == (3, Severity.ERROR, 2)
    assert values(found, "north", "visitors") == {f"06-0{day}": "100" for day in (1, 2, 3, 4)}


def test_a_source_without_a_currency_is_in_its_stores(tmp_path: Path) -> None:
    assert value(facts(tmp_path, ["$5"], None, "CNY"), "north", "gmv_paid", "2026-06-01") is None
    assert value(facts(tmp_path, ["￥5"], None, "CNY"), "north", "gmv_paid", "2026-06-01") == 5
    assert value(facts(tmp_path, ["$5"], None), "north", "gmv_paid", "2026-06-01") == 5


def test_every_currency_is_known_by_its_code() -> None:
    for currency in CURRENCIES:
        assert re.fullmatch(signs.before(currency), currency)
        assert re.fullmatch(signs.behind(currency), currency)
