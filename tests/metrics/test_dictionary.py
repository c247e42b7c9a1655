"""A team's own entries lie over the built-in ones, key by key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from opsctl.metrics import BUILTIN, merged, resolve, spellings


@dataclass(frozen=True)
class Name:
    zh: str | None
    en: str | None


def test_nothing_overridden_changes_nothing() -> None:
    assert merged(BUILTIN, {}) == BUILTIN
    assert merged(BUILTIN, {"net_sales": {"owner": "zhao-min", "basis": None, "x-note": "?"}}) == BUILTIN


def test_only_the_given_keys_are_overridden() -> None:
    own = {"net_sales": {"basis": "net_pay_date", "matures_after": 15}}
    expected = replace(BUILTIN["net_sales"], basis="net_pay_date", matures_after=15)
    assert merged(BUILTIN, own)["net_sales"] == expected


def test_an_own_entry_comes_after_the_built_in_ones() -> None:
    own: dict[str, dict[str, object]] = {
        "sample_rate": {
            "name": {"zh": "打样率", "en": "sample rate"},
            "unit": "percent",
            "aggregation": "ratio",
            "numerator": "samples",
            "denominator": "ideas",
            "factor": Decimal("1000"),
            "owners": ["P"],
            "definition": {"zh": "打样占选品", "en": "samples on ideas"},
        },
        "net_after_ads": {"name": "去推广净额", "parts": {"net_sales": 1, "ad_spend": -1}},
        "by_pairs": {"name": Name("对", None), "parts": [["net_sales", 1]]},
    }
    metrics = merged(BUILTIN, own)
    assert list(metrics) == [*BUILTIN, "by_pairs", "net_after_ads", "sample_rate"]
    assert metrics["sample_rate"].formula == "samples / ideas × 1000"
    assert (metrics["sample_rate"].zh, metrics["sample_rate"].en) == ("打样率", "sample rate")
    assert metrics["sample_rate"].owners == ("P",)
    assert metrics["sample_rate"].note("en") == "samples on ideas"
    assert metrics["net_after_ads"].parts == (("net_sales", 1), ("ad_spend", -1))
    assert (metrics["by_pairs"].zh, metrics["by_pairs"].en) == ("对", "对")


def test_an_own_alias_is_added_and_taken_from_whoever_had_it() -> None:
    metrics = merged(BUILTIN, {"gmv_ordered": {"aliases": ["GMV"]}})
    assert metrics["gmv_ordered"].aliases == (*BUILTIN["gmv_ordered"].aliases, "GMV")
    known = spellings(metrics)
    assert resolve("gmv", known) == "gmv_ordered"
    assert resolve("成交金额", known) == "gmv_paid"
    assert resolve("拍下金额", known) == "gmv_ordered"


def test_ids_beat_aliases_and_aliases_beat_names() -> None:
    metrics = merged(BUILTIN, {"clicks": {"aliases": ["cvr", "支付金额"]}})
    known = spellings(metrics)
    assert resolve("cvr", known) == "cvr"
    assert resolve("支付金额", known) == "clicks"


def test_the_order_of_overrides_changes_nothing() -> None:
    own: dict[str, dict[str, object]] = {"b": {"name": "乙"}, "a": {"name": "甲"}}
    assert list(merged(BUILTIN, own).items()) == list(merged(BUILTIN, dict(reversed(own.items()))).items())
