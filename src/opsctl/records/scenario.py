"""A scenario: a file of changes, laid over the records when somebody asks what would be."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field

from opsctl.records.base import Id, Name, Record, Text, reading

# What the cascade follows from. The rest a scenario would change to no effect.
CHANGEABLE = ("team", "role", "person", "store", "metric", "calendar", "fx", "target")
_ADDRESS = re.compile(rf"(?:{'|'.join(CHANGEABLE)}):[^\s:]{{1,100}}")


def _address(text: str) -> str | None:
    return text if _ADDRESS.fullmatch(text) else None


Address = Annotated[str, reading("address", _address, ())]
# As written: only the record that a change is laid over can read it.
Changes = dict[str, Any]


class Scenario(Record):
    """Which keys of which records change; a key left empty is taken out of the record."""

    name: Name
    reason: Text
    owner: Id
    changes: dict[Address, Changes] = Field(default_factory=dict)
