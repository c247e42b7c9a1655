"""What the columns of an export are called, how their values are written, and which store, day and member they name."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from opsctl.records.base import Id, Record, Text, Whole, reading, wrong
from opsctl.records.source.conditions import ONE_OR_MORE, Alias, Texts

Form = Literal["number", "percent", "seconds", "text", "day"]
Order = Literal["ymd", "mdy", "dmy"]
End = Literal["low", "high", "middle"]
Which = Literal["channel", "product"]


_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}")


def _zone(text: str) -> str | None:
    return text if _ZONE.fullmatch(text) else None


Zone = Annotated[str, reading("zone", _zone, ())]


class SourceColumn(Record):
    """
    A column: the header it has, or the first of several that the file has, and how its values are written.

    `missing: ok`: a file may lack it, and what needs it is missing there. `order` says how dates are written, `range`
    which end of `100~200` counts.
    """

    header: Texts
    as_: Form | None = Field(default=None, alias="as")
    missing: Literal["ok"] | None = None
    order: Order | None = None
    range_: End | None = Field(default=None, alias="range")

    @model_validator(mode="before")
    @classmethod
    def _title_alone(cls, value: Any) -> Any:
        return {"header": value} if isinstance(value, str | list | tuple) else value

    @property
    def may_miss(self) -> bool:
        """Say whether a file may lack the column."""
        return self.missing == "ok"


class HeaderRow(Record):
    """How the header is found: by words it must have, after some rows, over one row or two."""

    find: Annotated[tuple[Text, ...], ONE_OR_MORE] = ()
    rows: Annotated[Whole, Field(ge=1)] | None = None
    skip: Whole = 0

    @model_validator(mode="after")
    def _at_most_two_rows(self) -> HeaderRow:
        if self.rows is not None and self.rows > 2:
            raise wrong("header_rows", self.rows)
        return self


class StoreColumn(Record):
    """Which scope a line belongs to: by a column's value, or `other` for everything else (or everything)."""

    column: Alias | None = None
    map: dict[Text, Id] = Field(default_factory=dict)
    other: Id | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_store(cls, value: Any) -> Any:
        return {"other": value} if isinstance(value, str) else value

    @property
    def scopes(self) -> tuple[str, ...]:
        """Every scope this source can feed, each once, by id."""
        return tuple(sorted({*self.map.values(), *([self.other] if self.other else [])}))


class Dimension(Record):
    """Which channel or product a row speaks of: the column's value as it is, as mapped, or `other` for the rest."""

    column: Alias
    map: dict[Text, Text] = Field(default_factory=dict)
    other: Text | None = None


class When(Record):
    """Where the day (or period) stands: in a column, in the file's name, or in the lines before the header."""

    column: Alias | None = None
    file_name: Text | None = None
    preamble: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _column_alone(cls, value: Any) -> Any:
        return {"column": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_place(self) -> When:
        if sum(place is not None for place in (self.column, self.file_name, self.preamble)) != 1:
            raise wrong("one_place", None)
        if self.file_name is not None and "{day}" not in self.file_name and "{period}" not in self.file_name:
            raise wrong("file_name", self.file_name)
        return self


class Clock(Record):
    """On which clock the days are counted, where it is not the workspace's."""

    zone: Zone
