"""What the state folders say to a run that only reads: a write that was cut off, or state where none belongs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from opsctl.diagnostics import Place, Problem, message
from opsctl.loading.files import STATE
from opsctl.loading.flaws import START, shown
from opsctl.loading.recovery import pending
from opsctl.loading.state import HARMLESS, in_repository, places
from opsctl.records import SETTINGS_FILE
from opsctl.workspace import Finding


def state_findings(root: Path) -> Iterator[Finding]:
    """Yield what has to be said; nothing is followed and nothing changed."""
    if any(pending(each) for each in places(root)):
        at = Place(SETTINGS_FILE)
        yield Finding("unfinished-write", Problem(at, message("rules.unfinished_write"), span=START))
    state = root / STATE
    if not state.is_dir() or not in_repository(root):
        return
    for path in sorted(state.iterdir()):
        if path.name not in HARMLESS:
            said = message("rules.planted_state", path=shown(f"{STATE}/{path.name}"))
            yield Finding("planted-state", Problem(Place(STATE), said, span=START))
