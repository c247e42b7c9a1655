"""
The rules of a team's own in the form of rule modules; `own` reads and judges them.

Apart from it, because most workspaces have none, and then nothing that reads expressions has to be loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Loaded, Workspace


@dataclass(slots=True)
class Own:
    """A rule as data in the form of a rule module."""

    record: Loaded
    CODE: str
    NAME: str
    SEVERITY: Severity
    SINCE: str
    RIGOR: str
    ERROR_FROM: str = "draft"

    def check(self, workspace: Workspace) -> Iterator[Problem]:
        """Yield the records that do not meet it."""
        from opsctl.rules.own import judged

        yield from judged(workspace)[self.record.id].findings


def own_rules(workspace: Workspace) -> tuple[Own, ...]:
    """The team's own rules, by id."""
    return tuple(own_rule(record) for record in workspace.all("rule").values())


def own_rule(record: Loaded) -> Own:
    """The record of a rule as a rule."""
    data = record.data
    return Own(record, data.code, record.id, Severity(data.severity), data.since or "", data.rigor)
