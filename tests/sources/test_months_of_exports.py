"""Months summed by the engine are those of the days in every platform's export, sound or with a planted fault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.simulator.platforms.everything import exports
from tests.simulator.platforms.export import Export
from tests.simulator.platforms.faults import faults
from tests.simulator.simulate import simulate
from tests.sources.exported import facts_of, source_of
from tests.sources.same_months import agreed, open_between
from tests.sources.test_faults import IDS

from opsctl.loading.adapters import adapter_ids
from opsctl.reviewing.months import Needed
from opsctl.sources.months import read_months

MONTHS = tuple(date(year, month, 1) for year in (2024, 2025, 2026) for month in range(1, 13))


@pytest.fixture(scope="module")
def written() -> Mapping[str, Export]:
    sound = {f"sound {id_}": export for id_, export in exports(simulate()).items()}
    return sound | {f"fault {id_}": fault.export for id_, fault in faults(simulate()).items()}


def asked(export: Export) -> list[Needed]:
    """A span that opens and closes within the export; and nothing."""
    days = sorted({date.fromisoformat(one.when) for one in export.truths if one.when.count("-") == 2}) or [MONTHS[0]]
    scopes = source_of(export).store.scopes
    inner = days[len(days) // 4], days[len(days) * 3 // 4]
    return [open_between(scopes, MONTHS, *inner), {}]


# Every adapter reads sound exports elsewhere; here every kind of table that they lead to is enough.
SOUND = adapter_ids()[::5]


@pytest.mark.parametrize("id_", [*(f"sound {id_}" for id_ in SOUND), *(f"fault {id_}" for id_ in IDS[::3])])
def test_they_are_those_of_days(id_: str, written: Mapping[str, Export], tmp_path: Path) -> None:
    facts = facts_of(written[id_], tmp_path)
    whole = []
    for needed in asked(written[id_]):
        straight = read_months({"export": source_of(written[id_])}, tmp_path, needed=needed)
        assert straight is not None
        whole.append(agreed(straight, facts, needed))
    if id_.startswith("sound") and facts.daily:
        assert whole[0]
