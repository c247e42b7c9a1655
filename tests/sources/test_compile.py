"""The compiled SQL: no text of a record or a file becomes SQL, and lines agree with a slow and plain reading."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.reading import LINES, LINES_HEADER, read, source
from tests.sources.retail import retail

from opsctl.period import week
from opsctl.records.source import Source
from opsctl.sources.compile import needs
from opsctl.sources.engine import Failed, connected
from opsctl.sources.grouping import grouped
from opsctl.sources.table import Table
from opsctl.sources.values import Column, literal, quoted

HOSTILE = """x'; DROP TABLE grouped; --" || $p0 {} \\ %s"""


def table(mapping: Source, types: dict[str, str] | None = None) -> Table:
    """A table with every column of the mapping, as text unless another type is given."""
    spec = mapping.files[0]
    headers = [mapping.titles(spec, alias)[0] for alias in mapping.used(spec)]
    columns = {title: Column(quoted(title), (types or {}).get(title, "VARCHAR")) for title in headers}
    return Table("read_parquet($f0)", columns, spec)


def test_values_of_a_record_travel_as_parameters() -> None:
    rows = {"sale": [{"column": "order", "is": HOSTILE}, {"column": "order", "not_starts": [HOSTILE, "C"]}]}
    mapping = source(
        rows=rows, where=[{"column": "shop", "in": [HOSTILE]}], metrics={"x": {"sum": "price", "of": "sale"}}
    )
    sql, params = grouped(mapping, [table(mapping)], mapping)
    assert "DROP" not in sql
    assert sorted(params.values()) == sorted([HOSTILE, HOSTILE, HOSTILE, "C"])
    assert sorted(set(re.findall(r"\$(p[0-9]+)\b", sql))) == sorted(params)


def test_names_are_quoted() -> None:
    assert quoted('a"b') == '"a""b"'
    assert literal("a'b") == "'a''b'"
    mapping = source(columns={**LINES["columns"], "price": HOSTILE})
    sql, _ = grouped(mapping, [table(mapping)], mapping)
    assert quoted(HOSTILE) in sql
    assert "DROP" not in re.sub(r'"(?:[^"]|"")*"', "", sql)


def test_hostile_values_only_ever_compare(tmp_path: Path) -> None:
    mapping = source(
        columns={**LINES["columns"], "price": "Price'; --"},
        store={"column": "shop", "map": {HOSTILE: "north"}},
        rows={"sale": [{"column": "order", "is": HOSTILE}]},
        metrics={"gmv_paid": {"sum": "pieces * price", "of": "sale"}},
    )
    cell = '"' + HOSTILE.replace('"', '""') + '"'
    header = "Day,Shop,Order,Buyer,Pieces,Price'; --\n"
    facts = read(tmp_path, mapping, {"a.csv": f"{header}2026-06-01,{cell},{cell},b,2,3\n"})
    assert [sum(days.values()) for days in facts.daily.values()] == [6]


@pytest.mark.parametrize(
    ("quantity", "price", "scales", "doubtful"),
    [
        ("INTEGER", "DOUBLE", {"quantity": 0, "price": 4}, {"price"}),
        ("VARCHAR", "VARCHAR", {"quantity": 4, "price": 4}, {"quantity", "price"}),
        ("BIGINT", "DECIMAL(12,2)", {"quantity": 0, "price": 4}, {"quantity"}),
        ("SMALLINT", "DECIMAL(38,10)", {"quantity": 0, "price": 4}, {"price"}),
    ],
)
def test_types_decide_what_may_be_wrong(quantity: str, price: str, scales: dict[str, int], doubtful: set[str]) -> None:
    mapping = retail()
    found = needs(mapping, [table(mapping, {"Quantity": quantity, "Price": price})])
    assert (dict(found.numbers), set(found.doubtful)) == (scales, doubtful)


def test_the_engine_reads_the_named_files_and_nothing_else(tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.csv", tmp_path / "other.csv"
    mine.write_text("a\n1\n")
    other.write_text("a\n2\n")
    read_csv = "read_csv($f, columns = {'a': 'VARCHAR'}, header = true, auto_detect = false)"
    with connected([str(mine)], tmp_path / "spill") as engine:
        assert engine.rows(f"SELECT a FROM {read_csv}", {"f": str(mine)}) == [("1",)]
        for statement, params in (
            (f"SELECT a FROM {read_csv}", {"f": str(other)}),
            (f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'", {}),
            (f"ATTACH '{tmp_path / 'x.db'}'", {}),
            ("SET enable_external_access = true", {}),
            ("SET threads = 8", {}),
            ("INSTALL httpfs", {}),
        ):
            with pytest.raises(Failed):
                engine.rows(statement, params)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.csv", "other.csv"]


@pytest.mark.parametrize(
    ("type_", "value", "said"),
    [
        ("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ '2026-06-01 12:00:00+00'", "column_type"),
        ("BOOLEAN", "true", "column_type"),
        ("DOUBLE", "'nan'::DOUBLE", "not_a_number"),
        ("DOUBLE", "1e300", "not_a_number"),
        ("DECIMAL(18,6)", "1.234567::DECIMAL(18,6)", "not_a_number"),
        ("HUGEINT", "1000000000000000000000::HUGEINT", "not_a_number"),
        ("DOUBLE", "1.1::DOUBLE", None),
        ("DECIMAL(18,6)", "1.100000::DECIMAL(18,6)", None),
        ("VARCHAR", "' 1.1 '", None),
    ],
)
def test_parquet_types(tmp_path: Path, type_: str, value: str, said: str | None) -> None:
    day = value if "TIME ZONE" in type_ else "DATE '2026-06-01'"
    number = "1.1" if "TIME ZONE" in type_ else value
    path = tmp_path / "a.parquet"
    duckdb.connect().execute(
        f"COPY (SELECT {day} AS day, 'North' AS shop, {number} AS paid) TO '{path}' (FORMAT parquet)"
    )
    mapping = source(
        files="a.parquet",
        columns={"at": "day", "shop": "shop", "paid": "paid"},
        store={"column": "shop", "map": {"North": "north"}},
        rows=None,
        metrics={"gmv_paid": {"sum": "paid"}},
    )
    facts = read(tmp_path, mapping, {})
    kinds = [trouble.message.id.removeprefix("sources.") for trouble in facts.troubles]
    assert kinds == ([said] if said else [])
    known = {value for days in facts.daily.values() for value in days.values()}
    assert known == (set() if said else {Decimal("1.1")})


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", "empty"),
        (b"hello", "opening.no_header"),
        (b"PAR1" + bytes(100) + b"PAR1", "broken_parquet"),
    ],
)
def test_broken_parquet_is_a_trouble(tmp_path: Path, content: bytes, trouble: str) -> None:
    facts = read(tmp_path, retail(files="*.parquet", columns=HEADERS), {"a.parquet": content})
    assert [(one.file, one.message.id.removeprefix("sources.")) for one in facts.troubles] == [("a.parquet", trouble)]


HEADERS = {
    "at": "InvoiceDate",
    "quantity": "Quantity",
    "country": "Country",
    "invoice": "Invoice",
    "price": "Price",
    "buyer": "Buyer",
}

LINE = st.tuples(
    st.sampled_from(["2026-06-01", "2026-06-02", "2026-06-04", "2026/6/5", "", "?"]),
    st.sampled_from(["North", "South", "East"]),
    st.sampled_from(["o1", "o2", "o3", ""]),
    st.sampled_from(["b1", "b2", ""]),
    st.sampled_from(["1", "2", "-1", "-3", "0", "", "x"]),
    st.sampled_from(["0.1", "0.2", "1,000.05", "", "x"]),
)


@settings(max_examples=20)
@given(st.lists(LINE, max_size=12))
def test_lines_agree_with_a_plain_reading(lines: list[tuple[str, ...]]) -> None:
    text = LINES_HEADER + "".join(",".join(f'"{cell}"' for cell in line) + "\n" for line in lines)
    with TemporaryDirectory() as folder:
        facts = read(
            Path(folder), source(), {"a.csv": text}, groups={"all": ("north", "south")}, periods=[week(2026, 23)]
        )
    days, weeks = plainly(lines)
    found = {(*series, f"{day}"): value for series, values in facts.daily.items() for day, value in values.items()}
    assert found == days
    assert {key[:2]: value for key, value in facts.distinct.items()} == weeks


def plainly(lines: list[tuple[str, ...]]) -> tuple[dict[tuple[str, str, str], Decimal], dict[tuple[str, str], Decimal]]:
    """The same numbers by loops and sets: values by day, and orders and buyers of the week."""
    scopes = {"North": "north", "South": "south"}
    sums: dict[tuple[str, str, str], Any] = defaultdict(Decimal)
    sets: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    doubt: set[tuple[str, str, str]] = set()
    dated = [(day.replace("/6/5", "-06-05"), *rest) for day, *rest in lines if day[:1] == "2"]
    for day, shop, order, buyer, pieces, price in dated:
        scope = scopes.get(shop, "")
        sale, refund = pieces in ("1", "2"), pieces in ("-1", "-3")
        if pieces == "x":
            doubt |= {(scope, metric, day) for metric in LINES["metrics"]}
        if price == "x":
            doubt |= {(scope, metric, day) for metric, on in (("gmv_paid", sale), ("refund_amount", refund)) if on}
        elif price and (sale or refund):
            amount = Decimal(pieces) * Decimal(price.replace(",", ""))
            sums[scope, "gmv_paid" if sale else "refund_amount", day] += abs(amount)
        if sale:
            sets[scope, "orders_paid", day] |= {order} - {""}
            sets[scope, "buyers_paid", day] |= {buyer} - {""}
    last = max((int(day[-2:]) for day, *_ in dated), default=0)
    span = [f"2026-06-{at:02d}" for at in range(min((int(day[-2:]) for day, *_ in dated), default=1), last + 1)]
    seen = {scopes[shop] for _, shop, *_ in lines if shop in scopes} if dated else set()
    values = {
        key: Decimal(len(sets[key])) if key[1] in ("orders_paid", "buyers_paid") else Decimal(sums[key])
        for key in ((scope, metric, day) for scope in seen for metric in LINES["metrics"] for day in span)
        if key not in doubt
    }
    return values, weekly(sets, doubt, seen)


def weekly(
    sets: dict[tuple[str, str, str], set[str]], doubt: set[tuple[str, str, str]], seen: set[str]
) -> dict[tuple[str, str], Decimal]:
    """De-duplicated counts of the week, for each store and, where both are there, for all."""
    groups = {**{scope: {scope} for scope in seen}, **({"all": seen} if len(seen) == 2 else {})}
    counts = {}
    for name, members in groups.items():
        for metric in ("orders_paid", "buyers_paid"):
            if not any(scope in members and id_ == metric for scope, id_, _ in doubt):
                found = [names for (scope, id_, _), names in sets.items() if scope in members and id_ == metric]
                counts[name, metric] = Decimal(len(set().union(*found)))
    return counts


def test_the_engine_draws_nothing_into_the_output(tmp_path: Path) -> None:
    with connected([], tmp_path) as engine:
        assert engine.rows("SELECT current_setting('enable_progress_bar')") == [(False,)]
