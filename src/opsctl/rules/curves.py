"""Which platforms a curve serves: those of the stores that lie on it."""

from __future__ import annotations

from opsctl.planning.curves.rhythm import curve_name
from opsctl.workspace import Workspace


def platforms_on_curves(workspace: Workspace, year: int) -> dict[str, set[str]]:
    """The platforms of the stores on each curve of the year; a curve without stores is not listed."""
    found: dict[str, set[str]] = {}
    for id_, store in workspace.all("store").items():
        name = curve_name(workspace, id_, year)
        if name is not None:
            found.setdefault(name, set()).add(store.data.platform)
    return found
