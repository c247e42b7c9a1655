"""The record of a source: a closed vocabulary, and every wrong name at its place."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from tests.sources.reading import DAYS, LINES, source
from tests.sources.retail import retail

from opsctl.records.source import Condition, Product, Source, Sum

NO = {"column": "no", "is": "1"}


def errors(value: Any) -> list[tuple[str, str, str]]:
    """Where, of what kind and with which value a source is refused."""
    with pytest.raises(ValidationError) as caught:
        Source.model_validate(value)
    return [
        (".".join(str(key) for key in error["loc"]), error["type"], str(error.get("ctx", {}).get("value", "")))
        for error in caught.value.errors()
    ]


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("price", (Product(("price",)),)),
        ("-price", (Product(("price",), negative=True),)),
        ("pieces * price", (Product(("pieces", "price")),)),
        ("-pieces*price * 汇率", (Product(("pieces", "price", "汇率"), negative=True),)),
        ("price + pieces", (Product(("price",)), Product(("pieces",)))),
        ("-price-pieces * 汇率", (Product(("price",), True), Product(("pieces", "汇率"), True))),
    ],
)
def test_expressions(written: str, terms: tuple[Product, ...]) -> None:
    columns = {**LINES["columns"], "汇率": "Rate"}
    read = source(columns=columns, metrics={"x": {"sum": written}}).metrics["x"].sum
    assert read == Sum(terms)
    assert source(columns=columns, metrics={"x": {"sum": str(read)}}).metrics["x"].sum == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "a +",
        "+",
        "a ++ b",
        "a + 2",
        "2 * a",
        "sum(a)",
        "a *",
        "* a",
        "--a",
        "a * -b",
        "a; DROP TABLE x",
        '"a"',
        "a * a * a * a",
    ],
)
def test_anything_else_is_no_expression(written: str) -> None:
    value = {**LINES, "metrics": {"x": {"sum": written}}}
    assert errors(value) == [("metrics.x.sum", "expression", written)]


@pytest.mark.parametrize(
    ("changes", "where", "kind", "name"),
    [
        ({"metrics": {"x": {"sum": "pices * price"}}}, "metrics.x.sum", "unknown_alias", "pices"),
        ({"metrics": {"x": {"count_distinct": "client"}}}, "metrics.x.count_distinct", "unknown_alias", "client"),
        ({"metrics": {"x": {"sum": "price", "of": "sales"}}}, "metrics.x.of", "unknown_rows", "sales"),
        ({"day": "when"}, "day", "unknown_alias", "when"),
        ({"store": {"column": "store", "other": "a"}}, "store.column", "unknown_alias", "store"),
        ({"where": [NO]}, "where.0.column", "unknown_alias", "no"),
        (
            {"files": [{"path": "a", "where": [{"column": "no", "is": "1"}]}]},
            "files.0.where.0.column",
            "unknown_alias",
            "no",
        ),
        ({"period": "at"}, "", "day_or_period", "day, period"),
        ({"day": None}, "", "day_or_period", "day, period"),
        ({"store": {"map": {"A": "a"}}}, "store", "store_column", "column"),
        ({"store": {"column": "shop"}}, "store", "store_map", "shop"),
        ({"metrics": {"x": {}}}, "metrics.x", "one_measure", "~"),
        ({"metrics": {"x": {"sum": "price", "count_distinct": "buyer"}}}, "metrics.x", "one_measure", "~"),
        ({"where": [{"column": "shop"}]}, "where.0", "one_test", "shop"),
        ({"where": [{"column": "shop", "is": "a", "above": "1"}]}, "where.0", "one_test", "shop"),
        ({"where": [{"column": "shop", "above": "many"}]}, "where.0.above", "amount", "many"),
        ({"where": [{"column": "shop", "before": "01/02/2026"}]}, "where.0.before", "day", "01/02/2026"),
        ({"files": None}, "files", "missing", "files"),
        ({"columns": {"at": {"header": "Day", "order": "dym"}}}, "columns.at.order", "literal_error", ""),
        ({"columns": {"at": {"header": []}}}, "columns.at.header", "too_short", ""),
        ({"day": {"file_name": "export"}}, "day", "file_name", "export"),
        ({"day": {"column": "at", "preamble": "Start"}}, "day", "one_place", "~"),
        ({"keys": ["at", "no"]}, "keys.1", "unknown_alias", "no"),
        ({"dimension": {"channel": {"column": "no"}}}, "dimension.channel.column", "unknown_alias", "no"),
        (
            {"dimension": {"channel": {"column": "shop"}, "product": {"column": "shop"}}},
            "dimension",
            "one_dimension",
            "channel, product",
        ),
        ({"header": {"rows": "3"}}, "header", "header_rows", "3"),
        ({"table": "dw.shop"}, "table", "needs_connection", "dw.shop"),
        ({"connection": {"env": "SHOP"}, "table": "dw.shop"}, "files", "files_or_connection", "files"),
        ({"connection": {"env": "SHOP"}, "files": None}, "connection", "table_or_query", "table, query"),
        ({"connection": {"env": "mysql://u:p@h"}, "table": "a"}, "connection.env", "variable", "mysql://u:p@h"),
        (
            {"metrics": {"x": {"count_distinct": "buyer", "adds": True}}},
            "metrics.x.adds",
            "adds_sums",
            "adds",
        ),
        (
            {"day": None, "period": "at", "metrics": {"x": {"sum": "price", "adds": True}}},
            "metrics.x.adds",
            "adds_sums",
            "adds",
        ),
        (
            {"dimension": {"channel": {"column": "shop"}}, "metrics": {"x": {"sum": "price", "adds": True}}},
            "metrics.x.adds",
            "adds_sums",
            "adds",
        ),
        ({"freshness": {"warn_after": "2 days"}}, "freshness.warn_after", "days", "2 days"),
    ],
)
def test_a_wrong_name_is_refused_at_its_place(changes: dict[str, Any], where: str, kind: str, name: str) -> None:
    value = {key: part for key, part in {**LINES, **changes}.items() if part is not None}
    assert (where, kind, name) in errors(value)


@pytest.mark.parametrize(
    "path",
    ["../a.csv", "/etc/passwd", "a/../b.csv", "C:\\a.csv", "C:/a.csv", "a\\b.csv", "./a.csv", "a//b", "a\0b", "", " a"],
)
def test_a_path_stays_inside(path: str) -> None:
    assert errors({**LINES, "files": path}) == [("files", "glob", path)]
    assert errors({**LINES, "files": [{"path": path}]}) == [("files.0.path", "glob", path)]


def test_unknown_keys_are_refused() -> None:
    assert errors({**LINES, "sql": "SELECT 1"}) == [("sql", "extra_forbidden", "")]
    assert errors({**LINES, "encoding": "gbk"})[0][:2] == ("encoding.0", "literal_error")


def test_the_grain_follows_from_the_metrics_unless_it_is_said() -> None:
    assert source().by_lines
    assert not source(DAYS).by_lines
    assert source(DAYS, grain="lines").by_lines
    assert not source(grain="days").by_lines


def test_a_header_may_differ_from_file_to_file() -> None:
    mapping = retail()
    first, second = mapping.files
    assert (mapping.titles(first, "price"), mapping.titles(second, "price")) == (("Price",), ("UnitPrice",))
    assert mapping.titles(first, "InvoiceDate") == ("InvoiceDate",)
    assert mapping.titles(first, "UnitPrice") == ()
    assert mapping.used(second) == ("at", "country", "invoice", "quantity", "price", "buyer")


@pytest.mark.parametrize(
    ("written", "test"),
    [
        ({"is": "a"}, ("is", ("a",))),
        ({"in": ["a", "b"]}, ("in", ("a", "b"))),
        ({"starts": "a"}, ("starts", ("a",))),
        ({"is_not": "a"}, ("is_not", ("a",))),
    ],
)
def test_what_a_condition_tests(written: dict[str, Any], test: object) -> None:
    assert Condition.model_validate({"column": "x", **written}).test == test
