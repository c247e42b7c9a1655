"""`opsctl check --fix`: make the repairs that findings carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from opsctl.checking.fixing import fixed
from opsctl.commands.check import Asked, inside, lies_in
from opsctl.loading.read import load
from opsctl.loading.transaction import write
from opsctl.loading.tree import Disk


@dataclass(frozen=True, slots=True)
class Repair:
    """The files that repairs change, as they were and as they shall be, and how many findings are repaired.

    What has not `settled` has changed nothing: each repair called for another one.
    """

    old: Mapping[str, str]
    new: Mapping[str, str]
    count: int
    settled: bool


def repair(root: Path, asked: Asked, *, unsafe: bool, dry_run: bool) -> Repair:
    """Apply the repairs that findings carry, in the files and folders asked for; all of them are written at once."""
    within = tuple(inside(root, path) for path in asked.paths)
    loaded = load(root)
    done = fixed(Disk(str(root)), loaded, asked.today, lambda found: lies_in(found.file, within), unsafe=unsafe)
    old = {file: loaded.sources.texts[file] for file in done.texts}
    if not dry_run:
        write(root, done.texts, expected=old)
    return Repair(old, done.texts, len(done.done), done.settled)
