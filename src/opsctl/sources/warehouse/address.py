"""
Where a warehouse is: an address in an environment variable, never in a file, that no message repeats.

`postgresql://…`, `mysql://…` and whatever else SQLAlchemy knows; `sc://…` for Spark Connect, `spark://…` or `local[2]`
for a Spark session.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from opsctl.diagnostics import Listed, Message, message

_DIALECTS: Mapping[str, str] = {
    "postgresql": "postgres", "postgres": "postgres", "redshift": "redshift",
    "mysql": "mysql", "mariadb": "mysql", "doris": "doris", "starrocks": "starrocks",
    "clickhouse": "clickhouse", "clickhousedb": "clickhouse",
    "trino": "trino", "presto": "presto", "hive": "hive", "impala": "hive",
    "mssql": "tsql", "oracle": "oracle", "sqlite": "sqlite", "duckdb": "duckdb",
    "snowflake": "snowflake", "bigquery": "bigquery", "databricks": "databricks",
    "sc": "spark", "spark": "spark",
}  # fmt: skip
"""What the dialect that a scheme speaks is called."""
# Drivers that are kept and install as wheels, where SQLAlchemy's own default is another one.
_DRIVERS = {
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
    "mariadb": "mariadb+pymysql",
    # These speak the protocol of MySQL.
    "doris": "mysql+pymysql",
    "starrocks": "mysql+pymysql",
}
_LOCAL_SPARK = re.compile(r"local(\[(\*|[0-9]+)\])?")
_SHORTEST_SECRET = 3
_HIDDEN = "•••"
_LONGEST_REASON = 160


@dataclass(frozen=True, slots=True)
class Address:
    """An address with the variable it comes from, its scheme and dialect; it does not print itself."""

    variable: str
    url: str = field(repr=False)
    scheme: str
    dialect: str

    @property
    def is_spark(self) -> bool:
        """Say whether Spark is asked and not a database."""
        return self.dialect == "spark"


def address_in(variable: str, environment: Mapping[str, str]) -> Address | Message:
    """The address in an environment variable, or why there is none that can be used."""
    url = environment.get(variable, "").strip()
    if not url:
        return message("warehouse.no_address", variable=variable)
    if _LOCAL_SPARK.fullmatch(url):
        return Address(variable, url, "spark", "spark")
    scheme, colon, rest = url.partition("://")
    kind = scheme.partition("+")[0].casefold()
    if not colon or kind not in _DIALECTS:
        return message("warehouse.unknown_scheme", variable=variable, schemes=Listed(sorted(_DIALECTS)))
    return Address(variable, f"{_DRIVERS.get(scheme.casefold(), scheme)}://{rest}", kind, _DIALECTS[kind])


def redacted(text: str, address: Address) -> str:
    """The first line of what a driver says, without anything of the address that is secret, and short."""
    said = next((line for line in text.splitlines() if line.strip()), "")
    for secret in sorted(_secrets(address.url), key=len, reverse=True):
        said = said.replace(secret, _HIDDEN)
    clean = "".join(letter if letter.isprintable() else " " for letter in said)
    return clean if len(clean) <= _LONGEST_REASON else clean[:_LONGEST_REASON] + "…"


def _secrets(url: str) -> set[str]:
    """The address itself and its user, password and parameters, as written and as meant."""
    try:
        parts = urlsplit(url)
        found = {url, parts.username or "", parts.password or "", parts.netloc.rpartition("@")[0]}
        # Spark Connect has its parameters behind semicolons in the path.
        found.update(value for _, value in parse_qsl(parts.query.replace(";", "&")))
        found.update(piece.partition("=")[2] for piece in parts.path.split(";"))
        if parts.scheme == "sc":
            # There is nothing to name there, so what stands there may be a slip of any kind.
            found.update(piece.strip("/") for piece in parts.path.split(";"))
    except ValueError:
        # Not even an address: then nothing of it may be told.
        found = {url, *re.split(r"[]:/@?&;=[]+", url)}
    return {each for one in found for each in (one, unquote(one)) if len(each) >= _SHORTEST_SECRET}
