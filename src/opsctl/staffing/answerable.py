"""Which person answers for each record: who has to agree when it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from opsctl.staffing.managers import manager_at, manager_of, only_holder_above
from opsctl.workspace import Loaded, Workspace

Finder = Callable[[Workspace, Loaded, date], str | None]


def at_the_top(workspace: Workspace, day: date) -> tuple[str, ...]:
    """Who answers for the workspace as a whole: who leads the top team, and the approver above."""
    found = (manager_at(workspace, workspace.settings.top, day), workspace.settings.approver)
    return tuple(dict.fromkeys(person for person in found if person is not None))


def answerable(workspace: Workspace, day: date) -> Mapping[str, str]:
    """The person by file, for every record that has one; whatever is left is the top's."""
    found: dict[str, str] = {}
    for record in workspace.records:
        finder = _FINDERS.get(record.kind)
        person = finder(workspace, record, day) if finder is not None else None
        if person is not None:
            found[record.file] = person
    return found


def _owner(workspace: Workspace, record: Loaded, day: date) -> str | None:
    """The owner it names; where that one holds no role any more, who leads its scope."""
    owner = str(record.data.owner)
    person = workspace.get("person", owner)
    if person is not None and person.data.is_active(day):
        return owner
    return manager_at(workspace, record.id.partition("/")[2], day)


def _leader(workspace: Workspace, record: Loaded, day: date) -> str | None:
    return manager_at(workspace, record.id, day)


def _manager(workspace: Workspace, record: Loaded, day: date) -> str | None:
    return manager_of(workspace, record.id, day)


def _above_role(workspace: Workspace, record: Loaded, day: date) -> str | None:
    return only_holder_above(workspace, record.id, day)


_FINDERS: Mapping[str, Finder] = {
    "target": _owner,
    "plan": _owner,
    "review": _owner,
    "team": _leader,
    "store": _leader,
    "person": _manager,
    "role": _above_role,
}
