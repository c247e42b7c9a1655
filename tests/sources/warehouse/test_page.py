"""The example of the guide to warehouses, asked of a real one."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from tests.sources.warehouse.engines import postgres

from opsctl.loading.plainyaml import read_plain
from opsctl.records.source import Source
from opsctl.sources.read import read_facts

GUIDE = Path(__file__).resolve().parents[3] / "handbook" / "guide"


def example(page: str) -> str:
    """The source that a page shows."""
    (found,) = re.findall(r"```yaml sources/warehouse\.yaml\n(.*?)```", (GUIDE / page).read_text("utf-8"), re.DOTALL)
    return str(found)


def test_both_pages_show_the_same_source() -> None:
    assert example("warehouse.md") == example("warehouse.zh.md")


def test_the_example_gives_the_totals_of_its_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with postgres() as (owner, _):
        import psycopg

        with psycopg.connect(owner) as connection:
            connection.execute(
                "CREATE SCHEMA dw; CREATE TABLE dw.order_lines (paid_at timestamp, shop_name text, order_no text,"
                " buyer_id bigint, quantity int, price numeric); INSERT INTO dw.order_lines VALUES"
                " ('2026-10-01 23:59', '晨禾家居旗舰店', 'o1', 7, 2, 99.90),"
                " ('2026-10-01', '晨禾家居旗舰店', 'o1', 7, 1, 0.10),"
                " ('2026-10-02', '晨禾家居旗舰店', 'o2', 7, -1, 99.90),"
                " ('2026-10-02', '晨禾家居旗舰店', 'o3', 8, 1, 10)"
            )
        monkeypatch.setenv("OPSCTL_SHOP_DSN", owner)
        source = Source.model_validate(read_plain(example("warehouse.md")))
        facts = read_facts({"warehouse": source}, tmp_path, groups={}, periods=())
    assert facts.troubles == ()
    days = {metric: list(found.values()) for (_, metric), found in facts.daily.items()}
    assert days == {
        "gmv_paid": [Decimal("199.90"), Decimal(10)], "orders_paid": [1, 1], "buyers_paid": [1, 1],
    }  # fmt: skip
