"""
The floor and stretch of goals, laid over the finished cascade: they follow the commit cells and never change them.

A tier is typed once, on a scope with a commit cell, and covers what the goal is split over. What follows it is the
distance between the tier and the commitment: it is divided by the commit cells, over the children and over the months,
by the same method. So children and months add up to their tier exactly, and where a floor stands below its commitment,
or a stretch above it, so it does in every cell. A tier is never summed from the tiers of children.

A tier is a promise beside the commitment as it was first made: what is planned anew later moves no tier of a year. Its
order and its division go by the years as first planned, and only its months follow the current ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Literal, get_args

from opsctl.diagnostics import Place, Problem, message
from opsctl.planning.cascade import Cascade, cascade
from opsctl.planning.dividing.allocate import Infeasible, apportion
from opsctl.planning.goals import goals_by_id
from opsctl.planning.months import Cell
from opsctl.planning.replans.replan import years_moved_by
from opsctl.quantity import from_units, to_units
from opsctl.records.target import Goal
from opsctl.workspace import Finding, Loaded, Workspace

Tier = Literal["floor", "stretch"]
TIERS: tuple[Tier, ...] = get_args(Tier)
TierAddress = tuple[str, str, Tier]
"""A scope, a metric and a tier."""


@dataclass(frozen=True, slots=True)
class Tiers:
    """The tier cells of a year, those among them that a sheet sets and the others follow, and what does not fit.

    A tier cell has parts where its goal is split, and lies on the scope's own commit months where it is not. `moved` is
    how far re-planning has moved the commit years.
    """

    cells: Mapping[TierAddress, Cell]
    typed: frozenset[TierAddress]
    findings: tuple[Finding, ...]
    moved: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def promised(self, commit: Cell) -> int:
        """The year of a commit cell before anything was planned anew."""
        return commit.year - self.moved.get((commit.scope, commit.metric), 0)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A tier as somebody typed it."""

    sheet: Loaded
    scope: str
    metric: str
    tier: Tier
    written: str
    goal: Goal
    value: Decimal

    @property
    def address(self) -> TierAddress:
        return self.scope, self.metric, self.tier

    @property
    def at(self) -> Place:
        return self.sheet.at("goals", self.written, self.tier)


@dataclass(slots=True)
class _Work:
    made: Cascade
    moved: Mapping[tuple[str, str], int]
    cells: dict[TierAddress, Cell] = field(default_factory=dict)
    typed: dict[TierAddress, _Typed] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def promised(self, commit: Cell) -> int:
        return commit.year - self.moved.get((commit.scope, commit.metric), 0)


@lru_cache(maxsize=8)
def tiers(workspace: Workspace, year: int) -> Tiers:
    """Compute every tier cell of the year; what costs nothing is a goal without tiers."""
    made = cascade(workspace, year)
    work = _Work(made, years_moved_by(workspace, made.versions))
    for typed in _typed(workspace, year):
        cell = work.made.cells.get((typed.scope, typed.metric))
        units = to_units(typed.value, cell.digits) if cell is not None else None
        if cell is None:
            continue
        if units is None:
            said = message("plan.too_fine", metric=typed.written, value=_short(typed.value), digits=cell.digits)
            work.findings.append(Finding("finer-than-the-unit", Problem(typed.at, said)))
        elif typed.address in work.cells:
            work.findings.extend(_compared(work, typed, units))
        else:
            work.findings.extend(_disordered(work, workspace.metrics[typed.metric].direction, typed, units))
            _lay(work, typed, cell, units)
    set_here = frozenset(address for address, typed in work.typed.items() if address[0] == typed.scope)
    return Tiers(dict(sorted(work.cells.items())), set_here, tuple(work.findings), work.moved)


def distance(commit: Sequence[int], gap: int) -> tuple[int, ...]:
    """Divide the distance between a tier and its commitment by the commit cells; Infeasible where all are zero."""
    return apportion([abs(units) for units in commit], gap)


def _typed(workspace: Workspace, year: int) -> Iterator[_Typed]:
    """Every tier that is typed on a goal, those of scopes above first."""
    sheets = [sheet for id_, sheet in workspace.all("target").items() if id_.partition("/")[0] == str(year)]
    told = [sheet for sheet in sheets if any(map(_has_tiers, sheet.data.goals.values()))]
    for sheet in sorted(told, key=lambda sheet: (len(workspace.above(_scope(sheet))), sheet.id)):
        for metric, (written, goal) in goals_by_id(workspace, sheet).items():
            for tier in TIERS:
                value = getattr(goal, tier)
                if value is not None:
                    yield _Typed(sheet, _scope(sheet), metric, tier, written, goal, value)


def _has_tiers(goal: Goal) -> bool:
    return goal.floor is not None or goal.stretch is not None


def _scope(sheet: Loaded) -> str:
    return sheet.id.partition("/")[2]


def _lay(work: _Work, typed: _Typed, cell: Cell, units: int) -> None:
    """Lay a tier over its scope and, where the goal is split, over everything that adds up to it."""
    covers = typed.goal.split is not None and typed.goal.split.policy != "aligned"
    laid: dict[TierAddress, Cell] = {}
    try:
        _descend(work, typed, cell if covers else _alone(cell), units, laid)
    except Infeasible:
        value = _short(from_units(units, cell.digits))
        said = message("tiers.nothing_to_follow", metric=typed.written, tier=typed.tier, value=value)
        work.findings.append(Finding("tier-not-in-proportion", Problem(typed.at, said)))
        return
    work.cells |= laid
    work.typed |= dict.fromkeys(laid, typed)


def _disordered(work: _Work, direction: str, typed: _Typed, units: int) -> Iterator[Finding]:
    """A tier on the wrong side of a commitment that the sheet does not spell out; a typed one has its own rule."""
    rises = {"up": typed.tier == "stretch", "down": typed.tier == "floor"}.get(direction)
    cell = work.made.cells[typed.scope, typed.metric]
    commit = work.promised(cell)
    if isinstance(typed.goal.value, Decimal) or rises is None or (units >= commit if rises else units <= commit):
        return
    pair = (("value", commit), (typed.tier, units))
    (lower, below), (upper, above) = pair if typed.tier == "stretch" else pair[::-1]
    below_text, above_text = (_short(from_units(number, cell.digits)) for number in (below, above))
    said = message(
        f"rules.tiers_out_of_order_{direction}",
        metric=typed.written, lower=lower, below=below_text, upper=upper, above=above_text,
    )  # fmt: skip
    yield Finding("tiers-out-of-order", Problem(typed.at, said))


def _alone(cell: Cell) -> Cell:
    return Cell(cell.scope, cell.metric, cell.digits, cell.months)


def _descend(work: _Work, typed: _Typed, cell: Cell, year: int, laid: dict[TierAddress, Cell]) -> tuple[int, ...]:
    """Divide the distance of a tier's year over the parts, or over the months where there are none: its months."""
    if cell.parts:
        parts = [work.made.cells[part, cell.metric] for part in cell.parts]
        promised = [work.promised(part) for part in parts]
        shares = distance(promised, year - work.promised(cell))
        years = [was + share for was, share in zip(promised, shares, strict=True)]
        rows = [_descend(work, typed, part, units, laid) for part, units in zip(parts, years, strict=True)]
        months = tuple(sum(column) for column in zip(*rows, strict=True))
    else:
        moved = zip(cell.months, distance(cell.months, year - cell.year), strict=True)
        months = tuple(units + share for units, share in moved)
    laid[cell.scope, cell.metric, typed.tier] = Cell(cell.scope, cell.metric, cell.digits, months, cell.parts)
    return months


def _compared(work: _Work, typed: _Typed, units: int) -> Iterator[Finding]:
    """A tier that is typed where one comes down already is checked against it and never wins silently."""
    above, cell = work.typed[typed.address], work.cells[typed.address]
    split = above.goal.split
    enough = split is not None and split.policy == "at_least" and units > cell.year
    if units != cell.year and not enough:
        share, value = (_short(from_units(number, cell.digits)) for number in (cell.year, units))
        said = message(
            "tiers.not_its_share",
            metric=typed.written, tier=typed.tier, value=value, share=share, above=above.scope, scope=typed.scope,
        )  # fmt: skip
        related = ((above.at, message("tiers.typed_here", tier=typed.tier, value=_short(above.value))),)
        yield Finding("tier-not-in-proportion", Problem(typed.at, said, related))


def _short(number: Decimal) -> str:
    """A number as people type it."""
    return f"{number.normalize():f}"
