"""A person and the roles held: where, from when, until when, and how much of the time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import Field

from opsctl.records.base import Day, Id, Name, Record, Share, Text


class Held(Record):
    """A role held at a team or store; both dates are included, an open end is still running."""

    role: Id
    at: Id
    from_: Day = Field(alias="from")
    until: Day | None = None
    fte: Share = Decimal(1)

    def covers(self, day: date) -> bool:
        """Say whether the role is held on that day."""
        return self.from_ <= day and (self.until is None or day <= self.until)

    def days_in(self, first: date, last: date) -> int:
        """On how many days from `first` to `last`, both included, the role is held."""
        begin, end = max(first, self.from_), last if self.until is None else min(last, self.until)
        return max(0, (end - begin).days + 1)


class Person(Record):
    """A person is active on a date that one of the roles covers."""

    name: Name
    roles: tuple[Held, ...] = Field(min_length=1)
    handles: dict[Id, Text] = Field(default_factory=dict)

    def is_active(self, day: date) -> bool:
        """Say whether any role is held on that day."""
        return any(held.covers(day) for held in self.roles)
