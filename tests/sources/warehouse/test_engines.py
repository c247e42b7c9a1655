"""One mapping, the same rows, several engines: every number is equal to the last decimal place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.sources.same_months import agreeing, open_between
from tests.sources.warehouse.engines import PASSWORD, USER, mariadb, postgres, spark_connect, use_spark
from tests.sources.warehouse.lines import (
    COLUMNS,
    NORTH,
    TYPES,
    VARIABLE,
    Line,
    as_facts,
    mapping,
    numbers,
    order_lines,
    write_lines,
)

from opsctl.locales import tell
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts

LINES = order_lines(6_000)


@pytest.fixture(scope="module")
def from_files(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """The rows as DuckDB reads them from a file, as exports are."""
    folder = tmp_path_factory.mktemp("files")
    write_lines(folder / "lines.parquet", LINES)
    return as_facts(mapping(files="lines.parquet"), folder)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server with the rows in a table, and somebody who may only read them."""
    with postgres() as (owner, reader):
        import psycopg

        with psycopg.connect(owner) as connection:
            fill(connection, 'sh."OrderLines"', LINES)
            connection.execute(f"""CREATE ROLE {USER} LOGIN PASSWORD 'p@ss;w''rd-秘密'""")
            connection.execute(f"GRANT USAGE ON SCHEMA sh TO {USER}; GRANT SELECT ON ALL TABLES IN SCHEMA sh TO {USER}")
        yield reader


def fill(connection: object, table: str, lines: list[Line]) -> None:
    """Make the table and copy the rows into it."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in zip(COLUMNS.values(), TYPES, strict=True))
    connection.execute("CREATE SCHEMA IF NOT EXISTS sh")  # type: ignore[attr-defined]
    connection.execute(f"CREATE TABLE {table} ({columns})")  # type: ignore[attr-defined]
    with connection.cursor().copy(f"COPY {table} FROM STDIN") as rows:  # type: ignore[attr-defined]
        for line in lines:
            rows.write_row(line)


def test_the_rows_are_worth_comparing(from_files: Facts) -> None:
    assert len(from_files.daily) == 18
    assert from_files.distinct["two", "buyers_paid", "2026-W01"] > 20
    gmv = sum(from_files.daily["north", "gmv_paid"].values(), Decimal(0))
    sold = [line for line in LINES if line[0] and line[0] < datetime(2026, 3, 20) and line[1] == NORTH]
    sold = [line for line in sold if not (line[2] or "").startswith(("C", "测_%")) and (line[4] or 0) > 0]
    assert gmv == sum((line[4] * line[5] for line in sold if line[4] and line[5] is not None), Decimal(0))


@pytest.mark.parametrize("place", [{"table": "sh.OrderLines"}, {"query": "queries/lines.sql"}], ids=["table", "query"])
def test_postgresql_gives_the_same(
    from_files: Facts, server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: dict[str, str]
) -> None:
    monkeypatch.setenv(VARIABLE, server)
    (tmp_path / "queries").mkdir()
    query = """-- 每日订单 :day
    WITH wanted AS (SELECT * FROM sh."OrderLines" WHERE ':no parameter' <> '100 %' AND 7 % 4 = 3) SELECT * FROM wanted;
    """
    (tmp_path / "queries" / "lines.sql").write_text(query, "utf-8")
    facts = as_facts(mapping(connection={"env": VARIABLE}, **place), tmp_path)
    assert [tell("en", trouble.message) for trouble in facts.troubles if "day" not in tell("en", trouble.message)] == []
    assert numbers(facts) == numbers(from_files)


def test_months_of_a_warehouse_are_its_days_added_up(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, server)
    needed = open_between(("north", "rest", "south"), [date(2026, month, 1) for month in range(1, 5)])
    source = mapping(connection={"env": VARIABLE}, table="sh.OrderLines")
    assert agreeing({"shop": source}, tmp_path, needed)[1]


@pytest.fixture(scope="module")
def maria() -> Iterator[str]:
    """A server of MariaDB with the rows in a table, and somebody who may only read them."""
    with mariadb() as (owner, reader):
        fill_maria(owner, LINES)
        yield reader


def fill_maria(owner: str, lines: list[Line]) -> None:
    """Make the table, copy the rows into it, and let somebody read them and more than that."""
    from sqlalchemy import create_engine

    kinds = ("datetime", "varchar(80)", "varchar(80)", "bigint", "integer", "decimal(14, 4)")
    columns = ", ".join(f"`{name}` {kind}" for name, kind in zip(COLUMNS.values(), kinds, strict=True))
    engine = create_engine(owner.replace("mariadb://", "mariadb+pymysql://"))
    with engine.begin() as connection:
        # Its own way of comparing text takes capitals and accents for the same.
        for statement in (
            "CREATE DATABASE sh CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
            f"CREATE TABLE sh.order_lines ({columns})",
            f"""CREATE USER '{USER}'@'127.0.0.1' IDENTIFIED BY 'p@ss;w\\'rd-秘密'""",
            f"GRANT SELECT, DELETE ON sh.* TO '{USER}'@'127.0.0.1'",
        ):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("INSERT INTO sh.order_lines VALUES (%s, %s, %s, %s, %s, %s)", lines)
    engine.dispose()


@pytest.mark.parametrize("scheme", ["mysql", "mariadb"])
@pytest.mark.parametrize("place", [{"table": "sh.order_lines"}, {"query": "lines.sql"}], ids=["table", "query"])
def test_mariadb_gives_the_same(
    from_files: Facts,
    maria: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    scheme: str,
    place: dict[str, str],
) -> None:
    monkeypatch.setenv(VARIABLE, maria.replace("mysql://", f"{scheme}://"))
    (tmp_path / "lines.sql").write_text("SELECT * FROM order_lines WHERE ':no %' <> '100 %' # 每日", "utf-8")
    facts = as_facts(mapping(connection={"env": VARIABLE}, **place), tmp_path)
    assert [tell("en", trouble.message) for trouble in facts.troubles if trouble.kind != "no-day"] == []
    assert numbers(facts) == numbers(from_files)


def test_text_is_no_number_in_mariadb(maria: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It makes 0 of text that is no number, and clips what is too large."""
    monkeypatch.setenv(VARIABLE, maria)
    written = ("12.50", "-3", "12.5x", "", "abc", "0.00001", "99999999999999999999", None)
    cells = ["NULL" if one is None else f"'{one}'" for one in written]
    days = (f"SELECT DATE '2026-01-0{at}' AS day, {cell} AS paid" for at, cell in enumerate(cells, 1))
    (tmp_path / "paid.sql").write_text(" UNION ALL ".join(days), "utf-8")
    source = Source.model_validate(
        {
            "connection": {"env": VARIABLE},
            "query": "paid.sql",
            "grain": "days",
            "columns": {"day": "day", "paid": "paid"},
            "store": "north",
            "day": "day",
            "metrics": {"gmv_paid": {"sum": "paid"}},
        }
    )
    facts = as_facts(source, tmp_path)
    assert facts.daily["north", "gmv_paid"] == {date(2026, 1, 1): Decimal("12.5"), date(2026, 1, 2): -3}
    (trouble,) = facts.troubles
    assert (trouble.kind, trouble.rows, [day.day for day in trouble.days]) == ("unread-value", 6, [3, 4, 5, 6, 7, 8])


def test_mariadb_is_not_written_to(maria: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from opsctl.sources.warehouse.address import Address, address_in
    from opsctl.sources.warehouse.ask import Refused, asking

    address = address_in(VARIABLE, {VARIABLE: maria})
    assert isinstance(address, Address)
    with pytest.raises(Refused) as refused, asking(address) as warehouse:
        warehouse.rows("DELETE FROM sh.order_lines")
    assert "READ ONLY" in tell("en", refused.value.said)


def test_spark_gives_the_same(from_files: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_spark()
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", 2).getOrCreate()
    try:
        kinds = ("timestamp", "string", "string", "bigint", "int", "decimal(14,4)")
        schema = ", ".join(f"`{name}` {kind}" for name, kind in zip(COLUMNS.values(), kinds, strict=True))
        session.createDataFrame(LINES, schema).createOrReplaceTempView("order_lines")
        monkeypatch.setenv(VARIABLE, "local[2]")
        facts = as_facts(mapping(connection={"env": VARIABLE}, table="order_lines"), tmp_path)
        assert numbers(facts) == numbers(from_files)
    finally:
        session.stop()


def test_spark_connect_gives_the_same(from_files: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with spark_connect() as url:
        fill_spark(url)
        monkeypatch.setenv(VARIABLE, url)
        facts = as_facts(mapping(connection={"env": VARIABLE}, table="sh.order_lines"), tmp_path)
    assert numbers(facts) == numbers(from_files)


def fill_spark(url: str) -> None:
    """Make a table that every session of the server sees, and copy the rows into it."""
    from pyspark.sql.connect.session import SparkSession

    kinds = ("timestamp_ntz", "string", "string", "bigint", "int", "decimal(14,4)")
    schema = ", ".join(f"`{name}` {kind}" for name, kind in zip(COLUMNS.values(), kinds, strict=True))
    with SparkSession.builder.remote(url).create() as session:
        session.sql("CREATE SCHEMA sh").collect()
        session.createDataFrame(LINES, schema).createOrReplaceTempView("lines")
        session.sql("CREATE TABLE sh.order_lines USING parquet AS SELECT * FROM lines").collect()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda url: url.replace(PASSWORD, "wrong-secret"), "password authentication failed"),
        (lambda url: url.replace("127.0.0.1", "no-such-host.invalid"), "gave no answer"),
        (lambda url: url.replace("/postgres", "/nowhere"), "does not exist"),
    ],
    ids=["password", "host", "database"],
)
def test_a_warehouse_that_does_not_answer_tells_no_secret(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: object, said: str
) -> None:
    url = change(server)  # type: ignore[operator]
    monkeypatch.setenv(VARIABLE, url)
    facts = as_facts(mapping(connection={"env": VARIABLE}, table="sh.lines"), tmp_path)
    (trouble,) = facts.troubles
    shown = tell("en", trouble.message) + tell("zh", trouble.message) + repr(facts)
    assert said in shown
    assert VARIABLE in shown
    for secret in (PASSWORD, "p@ss;w'rd-秘密", "wrong-secret", USER, url):
        assert secret not in shown


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"table": "sh.no_such"}, "no_such"),
        ({"table": 'sh."; DROP TABLE x; --'}, "DROP"),
        ({"query": "gone.sql"}, "cannot be read"),
        ({"query": "../outside.sql"}, "not read"),
        ({"query": "delete.sql"}, "only reads"),
    ],
)
def test_what_cannot_be_asked_is_said(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: dict[str, str], said: str
) -> None:
    monkeypatch.setenv(VARIABLE, server)
    (tmp_path / "delete.sql").write_text('DELETE FROM sh."OrderLines"', "utf-8")
    try:
        source = mapping(connection={"env": VARIABLE}, **place)
    except ValueError:
        return
    facts = as_facts(source, tmp_path)
    assert said in " ".join(tell("en", trouble.message) for trouble in facts.troubles)


def test_a_column_that_is_not_there_is_named(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, server)
    columns = {**COLUMNS, "price": "Price", "pieces": "quantity"}
    source = mapping(connection={"env": VARIABLE}, table="sh.OrderLines", columns=columns)
    said = [tell("en", trouble.message) for trouble in as_facts(source, tmp_path).troubles]
    assert len(said) == 2
    assert "price" in said[1] + said[0]


def test_without_an_address_the_variable_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    (trouble,) = as_facts(mapping(connection={"env": VARIABLE}, table="lines"), tmp_path).troubles
    assert VARIABLE in tell("zh", trouble.message)
