"""Each platform's export, read by its adapter, gives the ledger's figures exactly; the oracle's file holds them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.simulator.__main__ import HERE
from tests.simulator.platforms.everything import exports
from tests.simulator.platforms.export import Export, oracle
from tests.simulator.simulate import simulate
from tests.sources.exported import differences, facts_of, source_of

from opsctl.loading.adapters import adapter_ids
from opsctl.locales import tell
from opsctl.metrics import BUILTIN, is_ratio


@pytest.fixture(scope="module")
def written() -> Mapping[str, Export]:
    return exports(simulate())


def test_there_is_an_export_for_every_adapter_and_the_oracle_is_its_truth(written: Mapping[str, Export]) -> None:
    assert sorted(written) == sorted(adapter_ids())
    assert oracle(written.values()) == (HERE / "oracle.csv").read_text("utf-8")
    assert all(export.truths for export in written.values())


@pytest.mark.parametrize("id_", adapter_ids())
def test_an_export_gives_exactly_the_figures_of_the_ledger(
    id_: str, written: Mapping[str, Export], tmp_path: Path
) -> None:
    export = written[id_]
    facts = facts_of(export, tmp_path)
    assert differences(export, facts) == []
    assert [tell("en", trouble.message) for trouble in facts.troubles if trouble.severity != "info"] == []


@pytest.mark.parametrize("id_", adapter_ids())
def test_an_adapter_speaks_of_metrics_that_are_counted(id_: str, written: Mapping[str, Export]) -> None:
    source = source_of(written[id_])
    for metric in source.metrics:
        assert not is_ratio(BUILTIN[metric]) and not BUILTIN[metric].parts
