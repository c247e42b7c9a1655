"""
Whether a rule that reads many records has all of them.

A record that could not be read is reported once, by the rule that says why. A sum or a timetable that misses a record
would only echo that finding, so such rules wait until everything they read is there.
"""

from __future__ import annotations

from opsctl.workspace import Workspace


def all_readable(workspace: Workspace, *kinds: str) -> bool:
    """Say whether no record of these kinds is broken."""
    return not any(kind in kinds for kind, _ in workspace.broken)


def cascade_is_sound(workspace: Workspace) -> bool:
    """Say whether everything that the cascade reads could be read."""
    return all_readable(workspace, "team", "store", "metric", "calendar", "target")
