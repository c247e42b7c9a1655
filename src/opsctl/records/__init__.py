"""The kinds of records a workspace may hold, spelled out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from opsctl.records.assessment import Assessment
from opsctl.records.base import Record
from opsctl.records.calendar import Calendar
from opsctl.records.fx import Fx
from opsctl.records.metric import MetricRecord
from opsctl.records.person import Person
from opsctl.records.plan import Plan
from opsctl.records.review import Review
from opsctl.records.role import Role
from opsctl.records.rule import OwnRule
from opsctl.records.scenario import Scenario
from opsctl.records.source import Source
from opsctl.records.store import Store
from opsctl.records.target import TargetSheet
from opsctl.records.team import Team


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: the folder that holds it and the model that reads it; nested ids are `period/scope`."""

    name: str
    folder: str
    model: type[Record]
    suffix: str = ".yaml"
    nested: bool = False

    def file(self, id_: str) -> str:
        """The file, relative to the workspace, of the record with that id."""
        return f"{self.folder}/{id_}{self.suffix}"


KINDS = (
    Kind("team", "teams", Team),
    Kind("role", "roles", Role),
    Kind("person", "people", Person),
    Kind("store", "stores", Store),
    Kind("metric", "metrics", MetricRecord),
    Kind("calendar", "calendar", Calendar),
    Kind("fx", "fx", Fx),
    Kind("target", "targets", TargetSheet, nested=True),
    Kind("source", "sources", Source),
    Kind("plan", "plans", Plan, suffix=".md", nested=True),
    Kind("review", "reviews", Review, suffix=".md", nested=True),
    Kind("rule", "rules", OwnRule),
    Kind("scenario", "scenarios", Scenario),
)
# What lives in the folder that `private:` names and never in the shared repository.
PRIVATE_KINDS = (Kind("assessment", "assessments", Assessment),)
BY_NAME = {kind.name: kind for kind in (*KINDS, *PRIVATE_KINDS)}
SCOPE_KINDS = ("team", "store", "person")
SETTINGS_FILE = "opsctl.yaml"
BASELINE_FILE = "baseline.json"


def private_kinds(folder: str) -> tuple[Kind, ...]:
    """The private kinds as they stand in a private folder."""
    return tuple(replace(kind, folder=f"{folder}/{kind.folder}") for kind in PRIVATE_KINDS)
