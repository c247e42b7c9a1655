"""A store: one shop on one platform, the leaf that sells."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from opsctl.records.base import Currency, Day, Id, Name, Record

Tree = Literal["shelf", "content", "amazon"]
_TREES: dict[str, Tree] = {"douyin": "content", "kuaishou": "content", "xiaohongshu": "content", "amazon": "amazon"}


class Store(Record):
    """A store, where it sells, which team runs it and when it is open (both dates included)."""

    name: Name
    platform: Id
    team: Id
    opened: Day | None = None
    closed: Day | None = None
    currency: Currency | None = None
    drivers: Tree | None = None
    channels: tuple[Id, ...] = Field(default=())

    @property
    def tree(self) -> Tree:
        """What drives its sales: as the record says, else as is usual on its platform."""
        return self.drivers or _TREES.get(self.platform, "shelf")

    def is_open(self, first: date, last: date) -> bool:
        """Say whether the store is open on some day from `first` to `last`, both included."""
        return (self.opened is None or self.opened <= last) and (self.closed is None or self.closed >= first)
