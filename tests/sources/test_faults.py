"""Each planted fault: what can be known in spite of it is known exactly, and what is wrong is told where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.simulator.__main__ import HERE
from tests.simulator.platforms.faults import Fault, faults, register
from tests.simulator.simulate import simulate
from tests.sources.exported import differences, facts_of

from opsctl.locales import tell

IDS = [line.removesuffix(":") for line in (HERE / "faults.yaml").read_text("utf-8").split("\n") if line.endswith(":")]
# Told of files that are right as well: columns that nobody asked for.
QUIET = "info"


@pytest.fixture(scope="module")
def planted() -> Mapping[str, Fault]:
    return faults(simulate())


def test_the_register_names_every_fault(planted: Mapping[str, Fault]) -> None:
    assert list(planted) == IDS
    assert register(planted.values()) == (HERE / "faults.yaml").read_text("utf-8")


@pytest.mark.parametrize("id_", IDS)
def test_nothing_else_changes_and_it_is_told_where_it_stands(
    id_: str, planted: Mapping[str, Fault], tmp_path: Path
) -> None:
    fault = planted[id_]
    facts = facts_of(fault.export, tmp_path)
    assert differences(fault.export, facts) == []
    troubles = facts.troubles
    loud = [trouble for trouble in troubles if trouble.severity != QUIET or trouble.kind == "restated"]
    assert {trouble.kind for trouble in loud} == ({fault.kind} if fault.kind else set())
    if fault.kind:
        (told,) = loud
        assert told.file.split(" › ")[0] == fault.file
        assert (told.row, told.column) == (fault.row, fault.column)
        assert tell("zh", told.message) and tell("en", told.message)
