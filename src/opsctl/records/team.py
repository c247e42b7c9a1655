"""A team: a node of the organisation that owns stores, people and targets."""

from __future__ import annotations

from opsctl.records.base import Day
from opsctl.records.base import Id
from opsctl.records.base import Name
from opsctl.records.base import Record
from opsctl.records.base import Text


class Team(Record):
    """A team and the team above it; the top one has no parent."""

    name: Name
    parent: Id | None = None
    purpose: Text | None = None
    opened: Day | None = None
    closed: Day | None = None
