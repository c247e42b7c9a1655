"""What the splits have handed down so far: shares to the children, and their sums to the teams that are passed by."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from opsctl.planning.goals import sheet_goals
from opsctl.workspace import Workspace

_NOTHING: Mapping[str, int] = {}


@dataclass(slots=True)
class Handed:
    """Numbers in smallest units by scope and metric; of two splits above one scope the one made later, nearer to it."""

    workspace: Workspace
    year: int
    _units: dict[str, dict[str, int]] = field(default_factory=dict)
    _summed: dict[str, set[str]] = field(default_factory=dict)

    def to(self, scope: str) -> Mapping[str, int]:
        """Everything that came down to a scope, by metric."""
        return self._units.get(scope, _NOTHING)

    def summed(self, scope: str) -> Set[str]:
        """The metrics of a team that went by it to its stores."""
        return self._summed.get(scope, frozenset())

    def give(self, owner: str, metric: str, shares: Mapping[str, int]) -> None:
        """Hand each child its share, and each team between the owner and a child the sum of what is below it."""
        sums: dict[str, int] = {}
        for child, share in shares.items():
            self._units.setdefault(child, {})[metric] = share
            for team in self.workspace.above(child):
                if team == owner:
                    break
                sums[team] = sums.get(team, 0) + share
        for child in shares.keys() & self._summed.keys():
            self._summed[child].discard(metric)
        for team, total in sums.items():
            self._units.setdefault(team, {})[metric] = total
            self._summed.setdefault(team, set()).add(metric)

    def number(self, scope: str, metric: str) -> int | None:
        """A scope's number as far as it is settled: typed, derived or handed down, else the sum of those below."""
        return self._number(scope, metric, frozenset())

    def _number(self, scope: str, metric: str, seen: frozenset[str]) -> int | None:
        sheet = self.workspace.sheet(scope, self.year)
        own = sheet_goals(self.workspace, sheet, self.to(scope)).units.get(metric)
        if own is not None:
            return own.units
        below = [child.id for child in self.workspace.children(scope) if child.id not in seen]
        found = [self._number(child, metric, seen | {scope}) for child in below]
        known = [units for units in found if units is not None]
        return sum(known) if known else None
