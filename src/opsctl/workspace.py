"""
The immutable index of everything loaded: find records, follow references, walk the organisation.

A record that could not be read is still known by its id, so that one broken file does not make every reference to it
look wrong too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from opsctl.diagnostics import Place, Problem
from opsctl.metrics import BUILTIN, Metric, flaws, merged, resolve, spellings, without
from opsctl.records import KINDS, SCOPE_KINDS, private_kinds
from opsctl.records.settings import Settings
from opsctl.records.waiver import Waiver
from opsctl.weeks import Weeks

_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record with what its place says of it: kind, id and file."""

    kind: str
    id: str
    file: str
    data: Any

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of a key or value inside the record."""
        return Place(self.file, path, "key" if key else "value")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem met while loading, under the name of the rule that reports it."""

    rule: str
    problem: Problem


@dataclass(frozen=True, eq=False)
class Workspace:
    """All records of a folder, sorted by kind and id, with what could not be read and what stands beside them.

    That is the derived cells' text, the waivers, the written text of every file, which folders there are, the
    records that each scenario changes, and the scenario that these records stand under.
    """

    settings: Settings
    records: tuple[Loaded, ...]
    broken: frozenset[tuple[str, str]] = frozenset()
    findings: tuple[Finding, ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    folders: frozenset[str] = frozenset()
    overlays: Mapping[str, tuple[Loaded, ...]] = field(default_factory=dict)
    scenario: str | None = None

    @cached_property
    def weeks(self) -> Weeks:
        """How weeks and fiscal years are counted."""
        return self.settings.weeks

    @cached_property
    def _by_kind(self) -> Mapping[str, Mapping[str, Loaded]]:
        index: dict[str, dict[str, Loaded]] = {}
        for record in self.records:
            index.setdefault(record.kind, {}).setdefault(record.id, record)
        return index

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """The KPI dictionary, in which every formula can be computed: those that cannot be are left out."""
        return without(self.written_metrics, self.formula_flaws)

    @cached_property
    def formula_flaws(self) -> Mapping[str, str]:
        """Why formulas of the workspace cannot be computed, by metric."""
        return {} if self.written_metrics is BUILTIN else flaws(self.written_metrics)

    @cached_property
    def written_metrics(self) -> Mapping[str, Metric]:
        """The KPI dictionary as written: built-in entries, overridden and extended by the workspace's own."""
        own = {
            id_: record.data.model_dump(exclude_unset=True, exclude_none=True)
            for id_, record in self.all("metric").items()
        }
        return merged(BUILTIN, own) if own else BUILTIN

    @cached_property
    def _spellings(self) -> Mapping[str, str]:
        return spellings(self.metrics)

    @cached_property
    def statuses(self) -> Mapping[str, str]:
        """How far each record has come, by file; records of kinds without a status are not listed."""
        return {record.file: status for record in self.records if (status := getattr(record.data, "status", None))}

    def metric_id(self, written: str) -> str | None:
        """The id of a metric written by id, alias or name; None where there is no such metric."""
        return written if written in self.metrics else resolve(written, self._spellings)

    def all(self, kind: str) -> Mapping[str, Loaded]:
        """The records of one kind by id."""
        return self._by_kind.get(kind, _NOTHING)

    def get(self, kind: str, id_: str) -> Loaded | None:
        """One record, or None."""
        return self._by_kind.get(kind, _NOTHING).get(id_)

    def exists(self, kind: str, id_: str) -> bool:
        """Say whether there is such a record, readable or not."""
        return id_ in self._by_kind.get(kind, _NOTHING) or (kind, id_) in self.broken

    def file_of(self, kind: str, id_: str) -> str:
        """The file of a record, readable or not, by its kind and id."""
        private = self.settings.private
        kinds = {each.name: each for each in (*KINDS, *(private_kinds(private) if private else ()))}
        return kinds[kind].file(id_) if kind in kinds else id_

    def scope(self, id_: str) -> Loaded | None:
        """The team, store or person with that id."""
        return next((found for kind in SCOPE_KINDS if (found := self.get(kind, id_))), None)

    @cached_property
    def _children(self) -> Mapping[str, tuple[Loaded, ...]]:
        below: dict[str, list[Loaded]] = {}
        for team in self.all("team").values():
            if team.data.parent is not None and team.data.parent != team.id:
                below.setdefault(team.data.parent, []).append(team)
        for store in self.all("store").values():
            below.setdefault(store.data.team, []).append(store)
        return {parent: tuple(sorted(found, key=lambda child: child.id)) for parent, found in below.items()}

    def children(self, team: str) -> tuple[Loaded, ...]:
        """The teams and stores directly below a team, by id."""
        return self._children.get(team, ())

    def parent(self, scope: str) -> str | None:
        """The id of the team directly above a team or store."""
        team = self.get("team", scope)
        if team is not None:
            above: str | None = team.data.parent
            return above
        store = self.get("store", scope)
        return None if store is None else str(store.data.team)

    @cached_property
    def _chains(self) -> dict[str, tuple[str, ...]]:
        return {}

    def above(self, scope: str) -> tuple[str, ...]:
        """The chain of teams above a scope, nearest first; a circle is walked once."""
        known = self._chains.get(scope)
        if known is not None:
            return known
        chain: list[str] = []
        current = self.parent(scope)
        while current is not None and current not in chain and current != scope:
            chain.append(current)
            current = self.parent(current)
        return self._chains.setdefault(scope, tuple(chain))

    def stores_under(self, scope: str) -> tuple[Loaded, ...]:
        """Every store at or below a scope, by id; a circle of teams is walked once."""
        store = self.get("store", scope)
        if store is not None:
            return (store,)
        found: dict[str, Loaded] = {}
        seen, waiting = {scope}, [scope]
        while waiting:
            for child in self.children(waiting.pop()):
                if child.kind == "store":
                    found[child.id] = child
                elif child.id not in seen:
                    seen.add(child.id)
                    waiting.append(child.id)
        return tuple(found[id_] for id_ in sorted(found))

    @property
    def overlaid(self) -> tuple[Loaded, ...]:
        """Every record that some scenario changes, as it is under that one."""
        return tuple(record for records in self.overlays.values() for record in records)

    def under(self, scenario: str, first: int | None = None) -> Workspace:
        """The workspace under a scenario, or the first of its changes; KeyError where no sound one has that id."""
        changed = self.overlays[scenario][:first]
        addresses = {(record.kind, record.id) for record in changed}
        kept = (record for record in self.records if (record.kind, record.id) not in addresses)
        return replace(
            self, scenario=scenario, records=tuple(sorted((*kept, *changed), key=lambda each: (each.kind, each.id)))
        )

    def sheet(self, scope: str, year: int) -> Loaded | None:
        """The target sheet of a scope and year."""
        return self.get("target", f"{year}/{scope}")

    @cached_property
    def _years(self) -> tuple[int, ...]:
        years = {id_.partition("/")[0] for id_ in self.all("target")}
        return tuple(sorted({int(year) for year in years if year.isdecimal()}))

    def years(self) -> tuple[int, ...]:
        """The years that have target sheets."""
        return self._years
