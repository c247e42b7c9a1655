"""A platform's export read by its adapter, and what was found laid beside the truths of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.simulator.platforms.export import Export, Truth

from opsctl.loading.adapters import merged, read_adapter
from opsctl.period import parse_period
from opsctl.records.source import Source
from opsctl.reviewing.facts import Facts
from opsctl.sources.read import read_facts

Key = tuple[str, str, str, str, str]
"""A scope, a dimension, its member, a metric, and a day or period."""


def source_of(export: Export, **changes: Any) -> Source:
    """The source that a user would write for it."""
    adapter = {key: value for key, value in read_adapter(export.adapter).items() if key not in ("name", "about")}
    own = {"files": "*", **export.mapping, **changes}
    return Source.model_validate(merged(adapter, own))


def facts_of(export: Export, folder: Path, source: Source | None = None) -> Facts:
    """What reading its files gives."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in export.files.items():
        (folder / name).write_bytes(data)
    labels = {truth.when for truth in export.truths}
    periods = [period for label in sorted(labels) if (period := parse_period(label)) is not None]
    return read_facts({"export": source or source_of(export)}, folder, groups={}, periods=periods)


def found(facts: Facts) -> dict[Key, Decimal]:
    """Every value of the facts."""
    values: dict[Key, Decimal] = {}
    for (scope, metric), days in facts.daily.items():
        values |= {(scope, "", "", metric, f"{day}"): value for day, value in days.items()}
    for (scope, dimension, member, metric), days in facts.members.items():
        values |= {(scope, dimension, member, metric, f"{day}"): value for day, value in days.items()}
    for (scope, metric, label), value in facts.distinct.items():
        values[(scope, "", "", metric, label)] = value
    return values


def expected(truths: Iterable[Truth]) -> Mapping[Key, Decimal]:
    """Every value that is true."""
    return {(one.scope, one.dimension, one.member, one.metric, one.when): one.value for one in truths}


def differences(export: Export, facts: Facts) -> list[str]:
    """Where the two part, for a message that can be read."""
    there, true = found(facts), expected(export.truths)
    keys = sorted(there.keys() | true.keys())
    return [f"{key}: {there.get(key)} is not {true.get(key)}" for key in keys if there.get(key) != true.get(key)]
