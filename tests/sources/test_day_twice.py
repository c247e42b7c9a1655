"""Two rows for one store and day are added, and said."""

from __future__ import annotations

from pathlib import Path

from opsctl.records.source import Source
from opsctl.sources.read import read_facts

MAPPING = {
    "files": "a.csv",
    "columns": {"at": "day", "shop": "shop", "paid": "paid"},
    "store": {"column": "shop", "map": {"A": "a"}},
    "day": "at",
    "grain": "days",
    "metrics": {"gmv_paid": {"sum": "paid"}},
}


def told(root: Path, rows: str) -> list[str]:
    (root / "a.csv").write_text(f"day,shop,paid\n{rows}", encoding="utf-8")
    facts = read_facts({"shop": Source.model_validate(MAPPING)}, root, groups={}, periods=())
    return [trouble.message.id for trouble in facts.troubles]


def test_a_second_row_with_another_amount_is_told(tmp_path: Path) -> None:
    assert "sources.day_twice" in told(tmp_path, "2026-06-01,A,5\n2026-06-01,A,7\n")


def test_one_row_a_day_is_not(tmp_path: Path) -> None:
    assert told(tmp_path, "2026-06-01,A,5\n2026-06-02,A,7\n") == []
