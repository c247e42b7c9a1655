"""
Whether a rule that reads many records has all of those it needs.

A record that could not be read is reported once, by the rule that says why. A sum or a timetable that misses a record
would only echo that finding, so such rules wait until everything they read is there.
"""

from __future__ import annotations

from opsctl.records import BY_NAME
from opsctl.records.dividing import by_headcount
from opsctl.workspace import Workspace


def all_readable(workspace: Workspace, *kinds: str) -> bool:
    """Say whether no record of these kinds is broken."""
    return not any(kind in kinds for kind, _ in workspace.broken)


def people_are_sound(workspace: Workspace) -> bool:
    """Say whether everything that the numbers of people follow from could be read: people, and the roles they hold."""
    broken = {(kind, id_) for kind, id_ in workspace.broken if kind in ("person", "role")}
    if not broken:
        return True
    held = {("role", held.role) for person in workspace.all("person").values() for held in person.data.roles}
    return not any(kind == "person" or (kind, id_) in held for kind, id_ in broken)


def may_name(workspace: Workspace, kinds: tuple[str, ...], *spellings: str) -> bool:
    """Say whether a broken record of these kinds may name something: its text holds the word, or is unknown itself."""
    texts = (workspace.texts.get(BY_NAME[kind].file(id_)) for kind, id_ in workspace.broken if kind in kinds)
    return any(text is None or any(word in text for word in spellings) for text in texts)


def cascade_is_sound(workspace: Workspace, year: int) -> bool:
    """Say whether everything that the year's cascade reads could be read.

    A broken team or store matters where it has a sheet, stands in a split or has something below it; a broken metric
    where a goal names it; a broken person where a split counts heads.
    """
    if not workspace.broken:
        return True
    named = {team.data.parent for team in workspace.all("team").values()}
    named |= {store.data.team for store in workspace.all("store").values()}
    goals: set[str] = set()
    counts_heads = False
    for id_, sheet in workspace.all("target").items():
        if id_.startswith(f"{year}/"):
            named.add(id_.partition("/")[2])
            goals.update(sheet.data.goals)
            splits = [goal.split for goal in sheet.data.goals.values() if goal.split is not None]
            named.update(child for split in splits for child in (*split.weights, *split.relative))
            counts_heads = counts_heads or any(by_headcount(split.by) for split in splits)
    return not any(
        (kind in ("team", "store") and id_ in named)
        or (kind == "metric" and id_ in goals)
        or (kind == "target" and id_.startswith(f"{year}/"))
        or (kind == "calendar" and id_ == str(year))
        or (kind == "person" and counts_heads)
        for kind, id_ in workspace.broken
    )
