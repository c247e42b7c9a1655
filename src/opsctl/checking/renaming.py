"""
Give a record another id in memory, and judge what comes out: the new texts, what is left, what would be wrong.

The cells derived from a renamed scope are derived anew where they were true before: ties between equals are decided by
id. The baseline goes on knowing what it knew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from opsctl.checking.baseline import parsed, written
from opsctl.checking.gate import judge
from opsctl.diagnostics import Diagnostic, Place
from opsctl.loading.edits import edited
from opsctl.loading.read import LoadResult, load_tree
from opsctl.loading.texts import Sources
from opsctl.loading.tree import Over, Tree
from opsctl.planning.cells import cell_file, stale_files
from opsctl.records import BASELINE_FILE, SCOPE_KINDS
from opsctl.rules.renaming import Change, change_of


@dataclass(frozen=True, slots=True)
class Renaming:
    """New texts by file (None: gone), the old name of each renamed file, what cannot be edited, what would be wrong.

    `leftovers` are the files in which the old id still stands as a word, and how often.
    """

    texts: Mapping[str, str | None]
    renamed: Mapping[str, str]
    refused: tuple[Place, ...]
    harm: tuple[Diagnostic, ...]
    leftovers: tuple[tuple[str, int], ...]


def renaming(tree: Tree, loaded: LoadResult, kind: str, id_: str, new: str, today: date) -> Renaming:
    """What changes when a record gets another id."""
    change = change_of(loaded.workspace, kind, id_, new)
    made = edited(loaded.sources, change.edits)
    texts: dict[str, str | None] = dict(made.texts)
    for before, now in change.moved.items():
        texts[now] = made.texts.get(before, loaded.sources.texts[before])
        texts[before] = None
    after = load_tree(Over(tree, texts), loaded)
    for year in loaded.workspace.years():
        if not stale_files(loaded.workspace, year):
            texts.update(stale_files(after.workspace, year))
    after = load_tree(Over(tree, texts), loaded)
    harm, still_known = _compared(loaded, after, _names(loaded, change, kind, id_, new), today)
    if still_known:
        texts[BASELINE_FILE] = written(still_known, after.workspace)
    return Renaming(
        texts,
        {now: before for before, now in change.moved.items()},
        tuple(edit.place for edit in made.refused),
        harm,
        tuple(_leftovers(loaded.sources, texts, id_)),
    )


def _compared(
    before: LoadResult, after: LoadResult, names: Mapping[str, str], today: date
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings that were not there before, and those that the baseline knew under another name."""
    text = before.sources.texts.get(BASELINE_FILE, "")
    verdict = judge(before, today, parsed(text, BASELINE_FILE) if text else None)
    there = Counter(_which(each, names) for each in verdict.diagnostics)
    known = Counter(_which(each, names) for each in verdict.known)
    new, still_known = [], []
    for each in judge(after, today).diagnostics:
        which = _which(each, {})
        if there[which]:
            there[which] -= 1
        elif known[which]:
            known[which] -= 1
            still_known.append(each)
        else:
            new.append(each)
    return tuple(new), tuple(still_known)


def _names(loaded: LoadResult, change: Change, kind: str, id_: str, new: str) -> Mapping[str, str]:
    """What each file is called afterwards, also a file of cells that should be there and is not."""
    years = loaded.workspace.years() if kind in SCOPE_KINDS else ()
    return {**{cell_file(year, id_): cell_file(year, new) for year in years}, **change.moved}


def _which(found: Diagnostic, moved: Mapping[str, str]) -> tuple[str, str, int]:
    """What tells findings apart while the ids in their places and sentences change."""
    return found.code, moved.get(found.file, found.file), len(found.problem.at.path)


def _leftovers(sources: Sources, texts: Mapping[str, str | None], id_: str) -> Iterator[tuple[str, int]]:
    """Files in which the old id still stands as a word of its own, and how often."""
    word = re.compile(rf"(?<![\w-]){re.escape(id_)}(?![\w-])")
    for file, text in sorted({**sources.texts, **texts}.items()):
        count = len(word.findall(text)) if text and file.endswith((".yaml", ".md")) else 0
        if count:
            yield file, count
