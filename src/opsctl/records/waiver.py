"""The dated exceptions to rules, `waivers.yaml`: what is allowed, on which record, why, by whom and until when."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from opsctl.records.base import Day, Id, Record, Text

WAIVERS_FILE = "waivers.yaml"


class Waiver(Record):
    """One rule set aside for one record; both dates are included."""

    rule: Text
    record: Text
    reason: Text
    owner: Id
    approved_by: Id
    from_: Day = Field(alias="from")
    until: Day

    def covers(self, day: date) -> bool:
        """Say whether the waiver holds on that day."""
        return self.from_ <= day <= self.until


class Waivers(Record):
    """All waivers of a workspace."""

    waivers: tuple[Waiver, ...] = ()
