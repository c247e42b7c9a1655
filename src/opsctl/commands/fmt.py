"""`opsctl fmt`: bring the spelling of records to house style."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.check import inside, lies_in
from opsctl.loading.house_style import in_house_style
from opsctl.loading.read import load
from opsctl.loading.transaction import write
from opsctl.records import BASELINE_FILE


@dataclass(frozen=True, slots=True)
class Formatted:
    """The files that are not in house style: as they were, and as they shall be."""

    old: Mapping[str, str]
    new: Mapping[str, str]


def fmt(root: Path, paths: tuple[Path, ...], *, dry_run: bool) -> Formatted:
    """Style every record, or those in the files and folders named; all that change are written at once."""
    within = tuple(inside(root, path) for path in paths)
    sources = load(root).sources
    ours = [file for file in sources.texts if file.endswith((".yaml", ".md")) and file != BASELINE_FILE]
    asked = [file for file in ours if lies_in(file, within)]
    new = {file: text for file in asked if (text := in_house_style(sources, file)) != sources.texts[file]}
    old = {file: sources.texts[file] for file in new}
    if not dry_run:
        write(root, new, expected=old)
    return Formatted(old, new)
