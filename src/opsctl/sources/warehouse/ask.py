"""
Asks a warehouse one statement and fetches its few rows.

Drivers are imported on first use and come as extras. Whatever goes wrong becomes a sentence in which nothing of the
address stands; the driver's own exception, which may quote it, goes no further.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from opsctl.diagnostics import Message, message
from opsctl.sources.warehouse.address import Address, redacted

Rows = list[tuple[Any, ...]]

# Of Spark Connect: after 0.05, 0.2, 0.8 and 3.2 seconds.
_RETRIES = 4
# Seconds until a server has to have taken up a connection, for the drivers that can be told.
_PATIENCE = 15
_PATIENT = ("psycopg", "psycopg2", "pymysql", "mysqldb")


class Refused(Exception):
    """A warehouse gave no answer; `said` is the sentence."""

    def __init__(self, said: Message) -> None:
        super().__init__(said.id)
        self.said = said


class Warehouse(Protocol):
    """What may be asked: the names of the columns that a statement gives, and its rows."""

    def columns(self, sql: str) -> tuple[str, ...]:
        """The names of the columns, in order."""

    def rows(self, sql: str) -> Rows:
        """All rows."""


@contextmanager
def asking(address: Address) -> Iterator[Warehouse]:
    """A warehouse to ask; raises `Refused` with a sentence where it cannot be reached or does not answer."""
    try:
        with _spark(address) if address.is_spark else _database(address) as warehouse:
            yield warehouse
    except Refused:
        raise
    except ImportError as error:
        extra = "spark" if address.is_spark else "warehouse"
        raise Refused(message("warehouse.not_installed", package=error.name or "", extra=extra)) from None
    # Every driver has exceptions of its own, and their texts may quote the address.
    except Exception as error:
        said = redacted(str(getattr(error, "orig", None) or error), address) or type(error).__name__
        raise Refused(message("warehouse.failed", variable=address.variable, reason=said)) from None


class _Database:
    """A connection of SQLAlchemy."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def columns(self, sql: str) -> tuple[str, ...]:
        return tuple(self._connection.exec_driver_sql(sql).keys())

    def rows(self, sql: str) -> Rows:
        return [tuple(row) for row in self._connection.exec_driver_sql(sql)]


class _Spark:
    """A session of Spark, this process's own or one through Spark Connect."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def columns(self, sql: str) -> tuple[str, ...]:
        return tuple(self._session.sql(sql).columns)

    def rows(self, sql: str) -> Rows:
        return [tuple(row) for row in self._session.sql(sql).collect()]


@contextmanager
def _database(address: Address) -> Iterator[_Database]:
    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url
    from sqlalchemy.pool import NullPool

    url = make_url(address.url)
    engine = create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=_arguments(address, url))
    # Without parameters a driver takes a per cent sign for itself.
    options: dict[str, Any] = {"no_parameters": True}
    if address.dialect == "postgres":
        options["postgresql_readonly"] = True
    try:
        with engine.connect().execution_options(**options) as connection:
            yield _Database(connection)
    finally:
        engine.dispose()


def _arguments(address: Address, url: Any) -> dict[str, Any]:
    """What the driver is told beside the address, where it is one that has words for it."""
    driver = url.drivername.partition("+")[2]
    if driver not in _PATIENT:
        return {}
    found: dict[str, Any] = {} if "connect_timeout" in url.query else {"connect_timeout": _PATIENCE}
    if address.dialect == "mysql":
        found["init_command"] = "SET SESSION TRANSACTION READ ONLY"
    if driver == "pymysql" and url.password:
        # Of a text it would take the letters of Western Europe only.
        found["password"] = url.password.encode()
    return found


@contextmanager
def _spark(address: Address) -> Iterator[_Spark]:
    with warnings.catch_warnings():
        # What PySpark thinks of the versions around it is no answer, and nothing of it is meant for who asks.
        warnings.simplefilter("ignore")
        if address.scheme == "sc":
            with _connect(address) as session:
                yield _Spark(session)
        else:
            from pyspark.sql import SparkSession

            yield _Spark(SparkSession.builder.appName("opsctl").master(address.url).getOrCreate())


@contextmanager
def _connect(address: Address) -> Iterator[Any]:
    """A session of its own on a server of Spark Connect: another source may ask another server."""
    from pyspark.sql.connect.session import SparkSession

    session = SparkSession.builder.remote(address.url).create()
    try:
        if hasattr(session.client, "set_retry_policies"):
            from pyspark.sql.connect.client.retries import DefaultPolicy

            # Left alone it goes on asking a server that is not there for ten minutes.
            session.client.set_retry_policies([DefaultPolicy(max_retries=_RETRIES)])
        yield session
    finally:
        session.stop()
