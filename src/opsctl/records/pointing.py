"""Which keys of records name other records, for editors that complete them; `rules.references` looks each one up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opsctl.records.assessment import Assessment
from opsctl.records.base import MetricId, Record, TaskId, Text
from opsctl.records.calendar import Marked
from opsctl.records.person import Held
from opsctl.records.plan import Plan, Strategy, Task
from opsctl.records.review import Accepted, Action, Meeting, Review, Verdict
from opsctl.records.role import Role
from opsctl.records.scenario import Scenario
from opsctl.records.settings import Settings
from opsctl.records.source import StoreColumn
from opsctl.records.store import Store
from opsctl.records.target import Baseline, Bounds, Goal, Hold, Replan, Split, TargetSheet
from opsctl.records.team import Team
from opsctl.records.waiver import Waiver

Key = tuple[type[Record], str]

# Of a list, its items are meant; of a mapping, its values.
POINTERS: Mapping[Key, str] = {
    (Settings, "top"): "team",
    (Settings, "approver"): "person",
    (Waiver, "record"): "record",
    (Waiver, "owner"): "person",
    (Waiver, "approved_by"): "person",
    (Team, "parent"): "team",
    (Store, "team"): "team",
    (Role, "reports_to"): "role",
    (Held, "role"): "role",
    (Held, "at"): "place",
    (StoreColumn, "map"): "scope",
    (StoreColumn, "other"): "scope",
    (Marked, "at"): "place",
    (TargetSheet, "owner"): "person",
    (TargetSheet, "curve"): "curve",
    (Goal, "owner"): "person",
    (Hold, "owner"): "person",
    (Bounds, "owner"): "person",
    (Replan, "owner"): "person",
    (Baseline, "source"): "source",
    (Plan, "owner"): "person",
    (Plan, "took_part"): "person",
    (Strategy, "lead"): "person",
    (Strategy, "learned_from"): "action",
    (Task, "owner"): "person",
    (Review, "owner"): "person",
    (Meeting, "attended"): "person",
    (Accepted, "by"): "person",
    (Action, "owner"): "person",
    (Verdict, "action"): "action",
    (Scenario, "owner"): "person",
    (Assessment, "person"): "person",
    (Assessment, "by"): "person",
}
# Where the keys of a mapping name records.
KEY_POINTERS: Mapping[Key, str] = {
    (Split, "weights"): "place",
    (Split, "relative"): "place",
    (Split, "hold"): "place",
    (Split, "bounds"): "place",
}
# Only suggested, besides any other value of the type: metrics have aliases, a waiver may name the file of a cell, an
# action may stand in a record that cannot be read.
SUGGESTED: Mapping[str, Any] = {"metric": MetricId, "record": Text, "action": TaskId}
