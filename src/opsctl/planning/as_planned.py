"""
The plan as it stood at some time of the year: the same records without what was re-planned later.

So the original is the cascade without any re-plan, and what counted in June is the plan before July's; both follow from
the files of today alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from opsctl.workspace import Loaded, Workspace


@lru_cache(maxsize=32)
def in_force(workspace: Workspace, day: date) -> Workspace:
    """The workspace without what was re-planned for months that begin after that day; itself where nothing was."""
    if not any(each.from_.start > day for sheet in _sheets(workspace) for each in sheet.data.replan):
        return workspace
    records = tuple(_before(record, day) for record in workspace.records)
    return replace(workspace, records=records)


def original(workspace: Workspace) -> Workspace:
    """The workspace without anything re-planned; itself where nothing was."""
    return in_force(workspace, date.min)


def _sheets(workspace: Workspace) -> Iterator[Loaded]:
    return (sheet for sheet in workspace.all("target").values() if sheet.data.replan)


def _before(record: Loaded, day: date) -> Loaded:
    if record.kind != "target" or not record.data.replan:
        return record
    kept = tuple(each for each in record.data.replan if each.from_.start <= day)
    return replace(record, data=record.data.model_copy(update={"replan": kept}))
