"""
Scenarios laid over the records they change: texts are merged as written, and the record's own model reads them.

A mapping changes the keys it names, a list or a text takes the place of what was there, a key left empty is taken out.
Items of a list that have an id (the events of a calendar) are changed by that id. What is wrong stands in the scenario.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from opsctl.diagnostics import Edit, Fix, Listed, Message, Place, Problem, message
from opsctl.loading.flaws import shown
from opsctl.loading.schema import judge
from opsctl.records import BY_NAME
from opsctl.weeks import Weeks
from opsctl.workspace import Finding, Loaded

_SCENARIO = "scenario"
_CHANGES = "changes"
_YEAR = re.compile(r"[1-9][0-9]{3}")
Raw = Callable[[str], Any]
"""The data of a file as it is written."""


@dataclass(frozen=True, slots=True)
class Overlaid(Loaded):
    """A record under a scenario: what the scenario wrote stands in the scenario's file, the rest in the record's own.

    `change` is what was written there, `merged` the data it gave; a record that is `new` stands nowhere else.
    """

    scenario: str
    change: Any
    merged: Any
    new: bool

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of a key or value inside the record, or inside the change that wrote it."""
        route, whole = _route(self.change, self.merged, path)
        if not self.new and (not whole or not path):
            return Place(self.file, path, "key" if key else "value")
        return Place(self.scenario, (_CHANGES, f"{self.kind}:{self.id}", *route), "key" if key else "value")


@dataclass(frozen=True, slots=True)
class Overlays:
    """The changed records of each sound scenario by its id, and what is wrong with the others."""

    records: Mapping[str, tuple[Loaded, ...]]
    findings: tuple[Finding, ...]
    broken: frozenset[tuple[str, str]]


def overlays(records: Sequence[Loaded], broken: Collection[tuple[str, str]], raw: Raw, weeks: Weeks) -> Overlays:
    """Lay every scenario over the records; a change of a record that is not there is for another rule to report."""
    scenarios = [record for record in records if record.kind == _SCENARIO]
    if not scenarios:
        return Overlays({}, (), frozenset())
    known: dict[str, Loaded | None] = {f"{record.kind}:{record.id}": record for record in records}
    known |= {f"{kind}:{id_}": None for kind, id_ in broken}
    made: dict[str, tuple[Loaded, ...]] = {}
    findings: list[Finding] = []
    unsound = set()
    for scenario in scenarios:
        done = [
            _laid(scenario, address, change, known, raw, weeks) for address, change in scenario.data.changes.items()
        ]
        wrong = [finding for _, found in done for finding in found]
        if wrong:
            findings += wrong
            unsound.add((_SCENARIO, scenario.id))
        else:
            made[scenario.id] = tuple(record for record, _ in done if record is not None)
    return Overlays(made, tuple(findings), frozenset(unsound))


def _laid(
    scenario: Loaded, address: str, change: Any, known: Mapping[str, Loaded | None], raw: Raw, weeks: Weeks
) -> tuple[Loaded | None, list[Finding]]:
    """One record under a scenario; one that is missing altogether or cannot be read is left out."""
    base = known.get(address)
    new = address not in known
    if base is None:
        if not new or not _may_be_new(address, known):
            return None, []
        kind, _, id_ = address.partition(":")
        base = Loaded(kind, id_, BY_NAME[kind].file(id_), None)
    at = (_CHANGES, address)
    wrong: list[Finding] = []
    merged = _merged({} if new else raw(base.file), change, scenario, at, wrong)
    record, refused = judge(BY_NAME[base.kind].model, merged, scenario.file, weeks)
    wrong += [_moved(finding, at, change, merged) for finding in refused]
    if wrong:
        return None, wrong
    return Overlaid(base.kind, base.id, base.file, record, scenario.file, change, merged, new), []


def _may_be_new(address: str, known: Mapping[str, Loaded | None]) -> bool:
    """Say whether a scenario may bring a record of that address along: the sheet of a scope that has none."""
    kind, _, id_ = address.partition(":")
    year, _, scope = id_.partition("/")
    return kind == "target" and bool(_YEAR.fullmatch(year)) and (f"team:{scope}" in known or f"store:{scope}" in known)


def _merged(base: Any, change: Any, scenario: Loaded, at: tuple[str, ...], wrong: list[Finding]) -> Any:
    """The data with the change laid over it; what cannot be laid is noted and left as it was."""
    if not isinstance(change, dict):
        # A goal may be one number: `net_sales: 2200万` changes the value, and what else the goal says stays.
        return {**base, "value": change} if _is_goal(at) and isinstance(base, dict) else change
    if isinstance(base, str) and _is_goal(at):
        base = {"value": base}
    if isinstance(base, list) and all(isinstance(item, dict) and "id" in item for item in base):
        return _items(base, change, scenario, at, wrong)
    if not isinstance(base, dict):
        return change
    made = dict(base)
    for key, value in change.items():
        if value is not None:
            made[key] = _merged(base.get(key), value, scenario, (*at, key), wrong)
        elif key in made:
            del made[key]
        else:
            wrong.append(_absent(scenario, (*at, key), message("scenario.nothing_to_take_out", key=shown(key))))
    return made


def _items(
    base: list[Any], change: Mapping[str, Any], scenario: Loaded, at: tuple[str, ...], wrong: list[Finding]
) -> list[Any]:
    ids = [item["id"] for item in base]
    for id_ in change:
        if id_ not in ids:
            said = message("scenario.no_such_item", id=shown(id_), ids=Listed(map(shown, ids)) or "—")
            wrong.append(_absent(scenario, (*at, id_), said))
    return [
        _merged(item, change[item["id"]], scenario, (*at, item["id"]), wrong) if item["id"] in change else item
        for item in base
        if change.get(item["id"], item) is not None
    ]


def _is_goal(at: tuple[str, ...]) -> bool:
    return len(at) == 4 and at[1].startswith("target:") and at[2] == "goals"


def _absent(scenario: Loaded, path: tuple[str, ...], said: Message) -> Finding:
    return Finding("unknown-key", Problem(scenario.at(*path, key=True), said))


def _moved(finding: Finding, at: tuple[str, ...], change: Any, merged: Any) -> Finding:
    """The same finding, where the scenario wrote what it is about; else where it changes the record."""
    problem = finding.problem
    place, whole = _in_scenario(problem.at, at, change, merged)
    fix = None
    if problem.fix is not None and whole:
        edits = tuple(_edit(edit, at, change, merged) for edit in problem.fix.edits)
        fix = Fix(problem.fix.title, edits, problem.fix.safe)
    return Finding(finding.rule, replace(problem, at=place, fix=fix))


def _edit(edit: Edit, at: tuple[str, ...], change: Any, merged: Any) -> Edit:
    return replace(edit, place=_in_scenario(edit.place, at, change, merged)[0])


def _in_scenario(place: Place, at: tuple[str, ...], change: Any, merged: Any) -> tuple[Place, bool]:
    route, whole = _route(change, merged, place.path)
    return Place(place.file, (*at, *route), place.on if whole else "key"), whole


def _route(change: Any, merged: Any, path: tuple[str | int, ...]) -> tuple[tuple[str | int, ...], bool]:
    """How far the change wrote what stands at the end of a path of the merged data, and whether all the way."""
    route: list[str | int] = []
    for step, around in zip(path, _along(merged, path), strict=False):
        by_id = isinstance(around, list) and isinstance(change, dict)
        key = around[step]["id"] if by_id else step
        if isinstance(change, dict):
            if key not in change:
                return tuple(route), False
        elif not isinstance(change, list):
            # A goal that is one number is its value.
            return tuple(route), step == "value"
        route.append(key)
        change = change[key]
    return tuple(route), True


def _along(data: Any, path: tuple[str | int, ...]) -> Iterator[Any]:
    """Each mapping or list on the way along a path, as far as it goes."""
    for step in path:
        yield data
        if not (step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)):
            return
        data = data[step]
