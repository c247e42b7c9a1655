"""A store: one shop on one platform, the leaf that sells."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from opsctl.records.base import Currency, Day, Id, Name, Record


class Store(Record):
    """A store, where it sells, which team runs it and when it is open (both dates included)."""

    name: Name
    platform: Id
    team: Id
    opened: Day | None = None
    closed: Day | None = None
    currency: Currency | None = None
    drivers: Literal["shelf", "content", "amazon"] = "shelf"
    channels: tuple[Id, ...] = Field(default=())

    def is_open(self, first: date, last: date) -> bool:
        """Say whether the store is open on some day from `first` to `last`, both included."""
        return (self.opened is None or self.opened <= last) and (self.closed is None or self.closed >= first)
