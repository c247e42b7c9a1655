"""`opsctl recover`: finish or drop a write that was cut off."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from opsctl.loading.read import find_root
from opsctl.loading.recovery import Recovered, recover, unfinished
from opsctl.loading.state import places


@dataclass(frozen=True, slots=True)
class RecoverResult:
    """What became, or with a dry run would become, of a write: `none`, `finished` or `dropped`, and its files."""

    state: str
    files: tuple[str, ...]


def recover_write(start: Path, *, dry_run: bool) -> RecoverResult:
    """Bring the workspace to all old or all new; OpsctlError where its files are neither.

    A new workspace whose settings are not in their place yet is found by what was left of its write.
    """
    root = start if start.is_dir() and unfinished(start) else find_root(start)
    act = unfinished if dry_run else recover
    found = [each for each in map(act, places(root)) if each is not None]
    return RecoverResult(_state(found), tuple(file for each in found for file in each.files))


def _state(found: list[Recovered]) -> str:
    if not found:
        return "none"
    return "finished" if any(each.finished for each in found) else "dropped"
