"""An address comes from the environment, and nothing of it that is secret is ever told again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opsctl.diagnostics import Message
from opsctl.sources.warehouse.address import Address, address_in, redacted


def found(url: str) -> Address:
    address = address_in("SHOP_DSN", {"SHOP_DSN": url})
    assert isinstance(address, Address)
    return address


@pytest.mark.parametrize(
    ("url", "dialect", "spark", "driver"),
    [
        ("postgresql://u:p@db/shop", "postgres", False, "postgresql+psycopg://u:p@db/shop"),
        ("postgres://u:p@db/shop", "postgres", False, "postgresql+psycopg://u:p@db/shop"),
        ("postgresql+psycopg2://u:p@db/shop", "postgres", False, "postgresql+psycopg2://u:p@db/shop"),
        ("mysql://u:p@db/shop", "mysql", False, "mysql+pymysql://u:p@db/shop"),
        ("doris+pymysql://u:p@db/shop", "doris", False, "doris+pymysql://u:p@db/shop"),
        ("doris://u:p@db:9030/shop", "doris", False, "mysql+pymysql://u:p@db:9030/shop"),
        ("starrocks://u:p@db:9030/shop", "starrocks", False, "mysql+pymysql://u:p@db:9030/shop"),
        ("clickhousedb://u:p@db/shop", "clickhouse", False, "clickhousedb://u:p@db/shop"),
        ("trino://u@db/hive/shop", "trino", False, "trino://u@db/hive/shop"),
        ("sc://spark:15002/;token=secret", "spark", True, "sc://spark:15002/;token=secret"),
        ("spark://master:7077", "spark", True, "spark://master:7077"),
        ("local[2]", "spark", True, "local[2]"),
        ("  postgresql://db/shop\n", "postgres", False, "postgresql+psycopg://db/shop"),
    ],
)
def test_an_address_says_its_dialect(url: str, dialect: str, spark: bool, driver: str) -> None:
    address = found(url)
    assert (address.dialect, address.is_spark, address.url) == (dialect, spark, driver)


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "warehouse.no_address"),
        ({"SHOP_DSN": "  "}, "warehouse.no_address"),
        ({"SHOP_DSN": "db.shop.example/orders"}, "warehouse.unknown_scheme"),
        ({"SHOP_DSN": "file:///etc/passwd"}, "warehouse.unknown_scheme"),
        ({"SHOP_DSN": "local[x]"}, "warehouse.unknown_scheme"),
    ],
)
def test_what_is_no_address_is_said_without_it(environment: dict[str, str], said: str) -> None:
    answer = address_in("SHOP_DSN", environment)
    assert isinstance(answer, Message)
    assert answer.id == said
    assert not any(value.strip() and value in str(answer) for value in environment.values())


def test_an_address_does_not_print_itself() -> None:
    assert "secret" not in repr(found("postgresql://bob:secret@db/shop"))


@pytest.mark.parametrize(
    ("url", "secrets"),
    [
        (
            "postgresql://bob:p%40ss%2Fword@db/shop?sslpassword=key-word",
            ["bob", "p%40ss%2Fword", "p@ss/word", "key-word"],
        ),
        ("sc://spark:443/;token=abc-123;user_id=bob", ["abc-123", "bob"]),
        ("sc://spark:443/left-over;token=abc-123", ["left-over", "abc-123"]),
        ("mysql://bob:with@sign@db/shop", ["with@sign"]),
        ("postgresql://bob:秘密口令@db/shop", ["秘密口令"]),
        ("postgresql://[bob:secret", ["bob", "secret"]),
    ],
)
def test_nothing_secret_is_told(url: str, secrets: list[str]) -> None:
    address = found(url)
    said = redacted(f'\nfailed for user "{"; ".join(secrets)}" at {address.url} ({url})\nmore: {secrets}', address)
    assert said.startswith("failed for user")
    assert "•••" in said
    for secret in secrets:
        assert secret not in said


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="@:/?#[]%\\"), min_size=3))
def test_no_password_is_told(password: str) -> None:
    address = found(f"postgresql://reader:{password}@db.example/shop")
    assert password not in redacted(f"no entry: {password} ({address.url})", address).replace("no entry", "").replace(
        "•••", ""
    )


def test_what_is_said_is_short_and_one_line() -> None:
    said = redacted("\n\n  \x1b[31mred\x1b[0m" + "x" * 5_000 + "\nsecond", found("postgresql://db/shop"))
    assert "\x1b" not in said
    assert len(said) < 200
    assert "second" not in said
