"""What differs between two workspaces, as one ordered, already computed value; rendering only lays it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from opsctl.diagnostics import Diagnostic, Message
from opsctl.period import Period
from opsctl.planning.tiers import Tier
from opsctl.workspace import Workspace

Route = tuple[str, ...]
"""The keys that lead to a value; an item of a list stands under its own name."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value of a record before and after; None where it was not there."""

    route: Route
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that means something else now; `before` is its earlier id where it was renamed."""

    how: Literal["added", "removed", "changed", "renamed"]
    kind: str
    id: str
    file: str
    fields: tuple[FieldChange, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The best week so far beside the weeks to come: how often the largest one's target is the best actual."""

    week: Period
    target: Fraction
    best_week: Period
    best: Fraction

    @property
    def times(self) -> Fraction:
        """How many times the best week the target is."""
        return self.target / self.best


@dataclass(frozen=True, slots=True)
class Move:
    """One target of a scope and year before and after, in the metric's own unit; None where there was none.

    Amounts and counts have `old_months` and `new_months`; a ratio has its year only. `depth` counts the scopes above;
    without a `tier` it is what was committed to.
    """

    year: int
    scope: str
    metric: str
    depth: int
    old: Fraction | None
    new: Fraction | None
    old_months: tuple[Fraction, ...] = ()
    new_months: tuple[Fraction, ...] = ()
    owner: str = ""
    stretch: Stretch | None = None
    tier: Tier | None = None

    @property
    def change(self) -> Fraction:
        """How far it moved; what is not there counts as nothing."""
        return (self.new or Fraction(0)) - (self.old or Fraction(0))

    @property
    def relative(self) -> Fraction | None:
        """How far it moved as a share of what it was; None where it was nothing."""
        return self.change / abs(self.old) if self.old else None


@dataclass(frozen=True, slots=True)
class Guard:
    """A limit that the change goes beyond: which one, and each case of it, the most telling first."""

    name: str
    cases: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs; `owners` has the scopes and metrics whose targets moved by the person who owns them."""

    old: Workspace
    new: Workspace
    records: tuple[RecordChange, ...]
    moves: tuple[Move, ...]
    owners: Mapping[str, tuple[tuple[str, str], ...]]
    guards: tuple[Guard, ...]
    caused: tuple[Diagnostic, ...]
    fixed: tuple[Diagnostic, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.records or self.moves or self.guards or self.caused or self.fixed)
