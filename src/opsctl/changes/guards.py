"""
The limits a change should not go beyond without somebody looking twice.

Four of them: a year's target that moves by too large an amount of money, or by too large a share; a month that has
ended, whose target is history; and more records removed than usual, for people and stores end by a date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from opsctl.changes.history import history_moved
from opsctl.changes.view import Guard, Move, RecordChange
from opsctl.diagnostics import Message, message
from opsctl.period import Period, month
from opsctl.quantity import plain, rounded
from opsctl.workspace import Workspace

AMOUNT, PERCENT, CLOSED, REMOVED = "change-amount", "change-percent", "closed-period", "removed-records"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may move, and how many records may go, before somebody is told; and the day of the look."""

    amount: Decimal
    share: Decimal
    removed: Decimal
    today: date


def guards_of(
    old: Workspace,
    workspace: Workspace,
    records: tuple[RecordChange, ...],
    moves: tuple[Move, ...],
    limits: Limits,
) -> tuple[Guard, ...]:
    """The guardrails that the change goes beyond, each with its cases."""
    units = {metric: entry.unit for metric, entry in workspace.metrics.items()}
    found = (
        (AMOUNT, _too_much(moves, limits, lambda move: units.get(move.metric) == "money")),
        (PERCENT, _too_far(moves, limits)),
        (CLOSED, _history(old, workspace, moves, limits.today)),
        (REMOVED, _gone(records, limits)),
    )
    guards = (Guard(name, tuple(cases)) for name, cases in found)
    return tuple(guard for guard in guards if guard.cases)


def _too_much(moves: tuple[Move, ...], limits: Limits, is_money: Callable[[Move], bool]) -> Iterator[Message]:
    for move in moves:
        if is_money(move) and abs(move.change) > limits.amount and move.old_months:
            by = plain(rounded(move.change, 2))
            yield message("diff.guard_amount", **_cell(move), by=by, limit=plain(limits.amount))


def _too_far(moves: tuple[Move, ...], limits: Limits) -> Iterator[Message]:
    for move in moves:
        if move.relative is not None and abs(move.relative) > limits.share:
            by = plain(rounded(move.relative * 100, 1))
            yield message("diff.guard_percent", **_cell(move), by=by, limit=plain(limits.share * 100))


def _history(old: Workspace, new: Workspace, moves: tuple[Move, ...], today: date) -> Iterator[Message]:
    """One case a scope and year: what moved in months that are over, and since when."""
    found: dict[tuple[int, str], tuple[list[str], set[str]]] = {}
    for move in moves:
        ended = [month.label for month in _ended(move, today) if history_moved(old, new, move, month)]
        if ended:
            metrics, months = found.setdefault((move.year, move.scope), ([], set()))
            metrics.append(move.metric)
            months.update(ended)
    for (_, scope), (metrics, months) in found.items():
        names = ",".join(metrics)
        yield message("diff.guard_closed", scope=scope, metrics=names, first=min(months), count=len(months))


def _ended(move: Move, today: date) -> list[Period]:
    """The months that are over and had another target; a goal that is new has changed nothing."""
    after = move.new_months or (None,) * len(move.old_months)
    pairs = enumerate(zip(move.old_months, after, strict=True), 1) if move.old_months else ()
    periods = (month(move.year, number) for number, (was, now) in pairs if was != now)
    return [period for period in periods if period.end <= today]


def _gone(records: tuple[RecordChange, ...], limits: Limits) -> Iterator[Message]:
    gone = [change for change in records if change.how == "removed"]
    if len(gone) > limits.removed:
        for change in gone:
            yield message("diff.guard_removed", file=change.file)


def _cell(move: Move) -> dict[str, str]:
    return {"metric": move.metric, "scope": move.scope, "year": str(move.year)}
