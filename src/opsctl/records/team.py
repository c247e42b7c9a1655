"""A team: a node of the organisation that owns stores, people and targets."""

from __future__ import annotations

from opsctl.records.base import Day, Id, Name, Record, Text


class Team(Record):
    """A team and the team above it; the top one has no parent."""

    name: Name
    parent: Id | None = None
    purpose: Text | None = None
    opened: Day | None = None
    closed: Day | None = None
