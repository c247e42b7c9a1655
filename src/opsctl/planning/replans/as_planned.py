"""
The plan as it stood at some time of the year: the same records without what was re-planned later.

So the original is the cascade without any re-plan, and what counted in June is the plan before July's; both follow from
the files of today alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from opsctl.workspace import Loaded, Workspace


def in_force(workspace: Workspace, day: date) -> Workspace:
    """The workspace without what was re-planned for months that begin after that day; itself where nothing was."""
    starts = _starts(workspace)
    if not starts or starts[-1] <= day:
        return workspace
    # Days between the same two versions share one plan.
    return _until(workspace, max((start for start in starts if start <= day), default=date.min))


def original(workspace: Workspace) -> Workspace:
    """The workspace without anything re-planned; itself where nothing was."""
    return in_force(workspace, date.min)


@lru_cache(maxsize=8)
def _starts(workspace: Workspace) -> tuple[date, ...]:
    sheets = workspace.all("target").values()
    return tuple(sorted({each.from_.start for sheet in sheets for each in sheet.data.replan}))


@lru_cache(maxsize=32)
def _until(workspace: Workspace, day: date) -> Workspace:
    return replace(workspace, records=tuple(_before(record, day) for record in workspace.records))


def _before(record: Loaded, day: date) -> Loaded:
    if record.kind != "target" or not record.data.replan:
        return record
    kept = tuple(each for each in record.data.replan if each.from_.start <= day)
    return replace(record, data=record.data.model_copy(update={"replan": kept}))
