"""Each platform's export is recognised as what it is, from its titles alone."""

from __future__ import annotations

import csv
from collections.abc import Mapping

import pytest

from opsctl.sources.recognise import ranked, shape

ADAPTER: Mapping[str, object] = {
    "columns": {"day": ["统计日期", "日期"], "gmv": "支付金额", "buyers": {"header": "买家 数", "missing": "ok"}},
}


def found(titles: str, *adapters: Mapping[str, object]) -> list[str]:
    shapes = [shape(f"{at}", adapter) for at, adapter in enumerate(adapters)]
    return [match.id for match in ranked(next(csv.reader([titles])), shapes)]


@pytest.mark.parametrize(
    ("titles", "fits"),
    [
        ("日期,支付金额,买家数", True),
        ("日期,支付金额,买家 数,别的", True),
        ("统计日期,支付金额,别的", False),
        ("支付金额,买家数,别的", False),
        ("日期,买家数", False),
        ("日期,支付金额,别的", False),
        ("", False),
    ],
)
def test_an_adapter_fits_where_its_required_columns_and_enough_others_are_there(titles: str, fits: bool) -> None:
    assert bool(found(titles, ADAPTER)) is fits


def test_a_store_comes_before_its_products_and_the_fuller_match_before_both() -> None:
    products = {**ADAPTER, "dimension": {"product": {"column": "buyers"}}}
    more = {"columns": {**ADAPTER["columns"], "more": {"header": "更多", "missing": "ok"}}}  # type: ignore[dict-item]
    assert found("日期,支付金额,买家数", products, ADAPTER, more) == ["1", "0", "2"]
    assert found("日期,支付金额,买家数,更多", products, ADAPTER, more)[0] == "2"


def test_a_report_of_few_chosen_columns_is_known_by_having_hardly_any_other() -> None:
    many = {f"m{at}": {"header": f"指标{at}", "missing": "ok"} for at in range(9)}
    wide = {"columns": {"day": "日期", "gmv": "支付金额", **many}}
    assert found("日期,支付金额,指标3", wide) == ["0"]
    assert found("日期,支付金额,指标3,店铺红包", wide) == ["0"]
    assert found("日期,支付金额,指标3,店铺红包,别的", wide) == []
