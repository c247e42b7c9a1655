"""
Which targets moved: both workspaces' cascades side by side, at every level of the organisation.

A scope that was renamed keeps its numbers, so it is compared with what it was called before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from opsctl.changes.view import Move, RecordChange
from opsctl.metrics import additive, is_ratio, value
from opsctl.metrics.algebra import inputs
from opsctl.planning.cascade import Address, cascade
from opsctl.planning.goals import goals_by_id
from opsctl.planning.months import Cell
from opsctl.planning.people import is_person, people
from opsctl.planning.tiers import TIERS, TierAddress, tiers
from opsctl.workspace import Workspace

_NOBODY = ""
_TREMBLE = Fraction(1, 1000)


def target_moves(old: Workspace, new: Workspace, records: tuple[RecordChange, ...]) -> tuple[Move, ...]:
    """Every target that differs, year by year, from the top scope down, in the dictionary's order of metrics.

    People come after all teams and stores: their numbers are parts of those.
    """
    earlier = {change.before: change.id for change in records if change.how == "renamed" and change.before}
    order = {metric: at for at, metric in enumerate((*new.metrics, *old.metrics))}
    moves: list[Move] = []
    for year in sorted({*old.years(), *new.years()}):
        moves += _of_cells(old, new, year, earlier)
        moves += _of_ratios(old, new, year, earlier)
        moves += _of_tiers(old, new, year, earlier)
    moves.sort(
        key=lambda move: (
            move.year,
            of_person(old, new, move),
            move.depth,
            move.scope,
            order[move.metric],
            move.tier or "",
        )
    )
    return tuple(replace(move, owner=owner_of(new, old, move.year, move.scope, move.metric)) for move in moves)


def of_person(old: Workspace, new: Workspace, move: Move) -> bool:
    """Say whether it is a person's number that moved."""
    return is_person(new if new.scope(move.scope) is not None else old, move.scope)


def owner_of(new: Workspace, old: Workspace, year: int, scope: str, metric: str) -> str:
    """Who answers for a scope's goal: its owner, the sheet's, or the nearest above's; empty where nobody does.

    A person answers for the own part.
    """
    if is_person(new if new.scope(scope) is not None else old, scope):
        return scope
    for workspace in (new, old):
        for above in (scope, *workspace.above(scope)):
            sheet = workspace.sheet(above, year)
            if sheet is not None:
                _, goal = goals_by_id(workspace, sheet).get(metric, ("", None))
                return str(goal.owner if goal is not None and goal.owner else sheet.data.owner)
    return _NOBODY


def _of_cells(old: Workspace, new: Workspace, year: int, earlier: Mapping[str, str]) -> Iterator[Move]:
    before = {(earlier.get(scope, scope), metric): cell for (scope, metric), cell in _cells(old, year).items()}
    after = _cells(new, year)
    for scope, metric in dict.fromkeys((*after, *before)):
        was, now = before.get((scope, metric)), after.get((scope, metric))
        if _numbers(was) != _numbers(now):
            yield Move(
                year, scope, metric, _depth(old, new, scope),
                _whole(was), _whole(now), _months(was), _months(now),
            )  # fmt: skip


def _of_tiers(old: Workspace, new: Workspace, year: int, earlier: Mapping[str, str]) -> Iterator[Move]:
    """The floors and stretches that differ: cells of what adds up, and what a sheet types of a ratio."""
    found = tiers(old, year).cells.items()
    before = {(earlier.get(scope, scope), metric, tier): cell for (scope, metric, tier), cell in found}
    after = tiers(new, year).cells
    for scope, metric, tier in dict.fromkeys((*after, *before)):
        was, now = before.get((scope, metric, tier)), after.get((scope, metric, tier))
        if _numbers(was) != _numbers(now):
            yield Move(
                year, scope, metric, _depth(old, new, scope),
                _whole(was), _whole(now), _months(was), _months(now), tier=tier,
            )  # fmt: skip
    typed = {
        (earlier.get(scope, scope), metric, tier): value
        for (scope, metric, tier), value in _typed_tiers(old, year).items()
    }
    written = _typed_tiers(new, year)
    for scope, metric, tier in dict.fromkeys((*written, *typed)):
        value_was, value_now = typed.get((scope, metric, tier)), written.get((scope, metric, tier))
        if value_was != value_now:
            yield Move(year, scope, metric, _depth(old, new, scope), value_was, value_now, tier=tier)


def _typed_tiers(workspace: Workspace, year: int) -> dict[TierAddress, Fraction]:
    """The tiers of ratios, which hold where they are typed and go no further down."""
    return {
        (scope, metric, tier): Fraction(value)
        for scope in sorted(_with_sheets(workspace, year))
        for metric, (_, goal) in goals_by_id(workspace, workspace.sheet(scope, year)).items()
        if not additive(workspace.metrics[metric])
        for tier in TIERS
        if (value := getattr(goal, tier)) is not None
    }


def _cells(workspace: Workspace, year: int) -> Mapping[Address, Cell]:
    """The cells of teams, stores and people."""
    return {**people(workspace, year).cells, **cascade(workspace, year).cells}


def _of_ratios(old: Workspace, new: Workspace, year: int, earlier: Mapping[str, str]) -> Iterator[Move]:
    before = {(earlier.get(scope, scope), metric): found for (scope, metric), found in _ratios(old, year).items()}
    after = _ratios(new, year)
    for scope, metric in dict.fromkeys((*after, *before)):
        was, now = before.get((scope, metric)), after.get((scope, metric))
        if _is_moved(was, now):
            yield Move(year, scope, metric, _depth(old, new, scope), was, now)


def _ratios(workspace: Workspace, year: int) -> dict[Address, Fraction]:
    """What is never added: from the targets of its parts where the scope has them, else as its sheet says."""
    cells = cascade(workspace, year).cells
    totals: dict[str, dict[str, Fraction]] = {}
    for (scope, metric), cell in cells.items():
        totals.setdefault(scope, {})[metric] = Fraction(cell.year, 10**cell.digits)
    asked = {scope: _goals_above(workspace, scope, year) for scope in totals.keys() | _with_sheets(workspace, year)}
    found: dict[Address, Fraction] = {}
    for scope, metrics in asked.items():
        for metric, typed in metrics.items():
            number = _ratio(workspace, metric, totals.get(scope, {}))
            number = typed if number is None else number
            if number is not None:
                found[scope, metric] = number
    return found


def _is_moved(old: Fraction | None, new: Fraction | None) -> bool:
    """Whether a ratio is another one; parts in whole cents and people make its last places tremble."""
    if old is None or new is None or not old:
        return old != new
    return abs(new - old) >= abs(old) * _TREMBLE


def _ratio(workspace: Workspace, metric: str, totals: Mapping[str, Fraction]) -> Fraction | None:
    entry = workspace.metrics[metric]
    whole = is_ratio(entry) and all(part in totals for part in inputs(entry))
    return value(metric, totals, workspace.metrics) if whole else None


def _goals_above(workspace: Workspace, scope: str, year: int) -> dict[str, Fraction | None]:
    """The goals that are no sums, here and above; a number is only what this scope's own sheet says."""
    found: dict[str, Fraction | None] = {}
    for above in (*reversed(workspace.above(scope)), scope):
        for metric, (_, goal) in goals_by_id(workspace, workspace.sheet(above, year)).items():
            if not additive(workspace.metrics[metric]):
                typed = isinstance(goal.value, Decimal) and above == scope
                found[metric] = Fraction(goal.value) if typed and isinstance(goal.value, Decimal) else None
    return found


def _with_sheets(workspace: Workspace, year: int) -> set[str]:
    here = f"{year}/"
    return {id_.removeprefix(here) for id_ in workspace.all("target") if id_.startswith(here)}


def _numbers(cell: Cell | None) -> tuple[int, tuple[int, ...]] | None:
    return None if cell is None else (cell.digits, cell.months)


def _whole(cell: Cell | None) -> Fraction | None:
    return None if cell is None else Fraction(cell.year, 10**cell.digits)


def _months(cell: Cell | None) -> tuple[Fraction, ...]:
    return () if cell is None else tuple(Fraction(units, 10**cell.digits) for units in cell.months)


def _depth(old: Workspace, new: Workspace, scope: str) -> int:
    """How many scopes stand above; above a person stands the deepest place of the person's roles."""
    known = new if new.scope(scope) is not None else old
    if not is_person(known, scope):
        return len(known.above(scope))
    return max(len(known.above(held.at)) for held in known.all("person")[scope].data.roles) + 1
