"""`opsctl recover`: finish or drop a write that was cut off."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from opsctl.loading.transaction import pending, recover


@dataclass(frozen=True, slots=True)
class RecoverResult:
    """What became, or with a dry run would become, of a write: `none`, `finished` or `dropped`, and its files."""

    state: str
    files: tuple[str, ...]


def recover_write(root: Path, *, dry_run: bool) -> RecoverResult:
    """Bring the workspace to all old or all new; OpsctlError where its files are neither."""
    if dry_run:
        return RecoverResult("finished" if pending(root) else "none", ())
    found = recover(root)
    if found is None:
        return RecoverResult("none", ())
    return RecoverResult("finished" if found.finished else "dropped", found.files)
