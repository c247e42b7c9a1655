"""Rules about sources."""

from __future__ import annotations

from opsctl.rules.data import (
    basis_differs,
    column_measured_twice,
    freshness_reversed,
    goal_never_measured,
    metric_from_two_sources,
    personal_data_column,
    ratio_from_a_source,
    snapshot_edited,
    snapshot_stale,
    source_in_another_currency,
    store_name_twice,
    store_without_source,
)
from opsctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    personal_data_column,
    column_measured_twice,
    metric_from_two_sources,
    ratio_from_a_source,
    store_without_source,
    goal_never_measured,
    store_name_twice,
    basis_differs,
    source_in_another_currency,
    freshness_reversed,
    snapshot_edited,
    snapshot_stale,
)
