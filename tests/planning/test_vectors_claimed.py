"""Every published vector of dividing, tables, rounding and calendars is a test; a new one of theirs asks for one."""

from __future__ import annotations

from pathlib import Path

from tests.planning.tables.test_table import PUBLISHED
from tests.planning.test_allocate_published import published, vectors

TESTS = Path(__file__).resolve().parents[1]
FAMILIES = ("app-", "biprop-", "two-way-", "ipf-", "ctrl-round-", "cal-", "resplit-", "signed-rounding", "cumulative-")
BY_KEY = ("webster", "hamilton", "webster_min1", "split", "infeasible_when_max")
"""What the tests of published divisions look for in a vector instead of its id."""


def test_every_vector_of_these_families_is_claimed_by_a_test() -> None:
    ids = [each["id"] for each in vectors() if each["id"].startswith(FAMILIES)]
    assert all(any(id_.startswith(family) for id_ in ids) for family in FAMILIES)
    found = {id_ for key in BY_KEY for id_, *_ in published(key)} | {each["id"] for each in PUBLISHED}
    texts = [path.read_text("utf-8") for path in TESTS.rglob("test_*.py")]
    assert [id_ for id_ in ids if id_ not in found and not any(f'"{id_}"' in text for text in texts)] == []
