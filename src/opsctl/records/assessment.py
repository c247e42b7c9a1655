"""An assessment: which levels somebody showed, who says so and on what evidence. It lives in the private overlay."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opsctl.records.base import Id, Record, Text, Whole

Level = Annotated[Whole, Field(ge=1, le=5)]


class Assessment(Record):
    """The levels, 1 to 5, of one person by competency; the file's name begins with the day."""

    person: Id
    by: Id
    levels: dict[Id, Level] = Field(min_length=1)
    evidence: Text
