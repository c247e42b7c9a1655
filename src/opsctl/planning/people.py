"""
The cells of people: what a role owns at a store or team, divided over those who hold it there.

Each month of the place is divided by how many days its holders hold the role in it, times their share of a full-time
job, exactly; so whoever comes or goes has a number for the own months only. It is a pure function of the finished
cascade, which it never changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from opsctl.diagnostics import Problem, message
from opsctl.metrics import additive
from opsctl.period import month
from opsctl.planning.cascade import Address, cascade
from opsctl.planning.dividing.allocate import apportion
from opsctl.planning.dividing.beside import RULE as NUMBER_BESIDE_SHARE
from opsctl.planning.dividing.division import whole
from opsctl.planning.goals import goals_by_id
from opsctl.planning.months import Cell
from opsctl.quantity import from_units, plain
from opsctl.records.person import Held
from opsctl.workspace import Finding, Workspace

Seat = tuple[str, str]
"""A role and the team or store where it is held."""
Work = Mapping[str, Decimal]
"""The FTE-days of each person in a month, in order of their ids; nobody without any."""


# Seats are shared in the same few proportions.
_whole = lru_cache(maxsize=1_000)(whole)


@dataclass(frozen=True, slots=True)
class Shared:
    """One metric of one place, divided over the holders of one role: by month what each worked and gets."""

    place: str
    role: str
    metric: str
    digits: int
    worked: tuple[Work, ...]
    shares: tuple[Mapping[str, int], ...]


@dataclass(frozen=True, slots=True)
class Unassigned:
    """Months, 1 to 12, of a store's or team's number in which nobody there or above holds a role that owns the metric.

    `whole` where these are all the months that have a number.
    """

    place: str
    metric: str
    roles: tuple[str, ...]
    months: tuple[int, ...]
    whole: bool
    units: int
    digits: int


@dataclass(frozen=True, slots=True)
class People:
    """The cells of people; by month the divisions each is the sum of; what belongs to nobody; and what is wrong."""

    cells: Mapping[Address, Cell]
    counted: Mapping[Address, tuple[tuple[Shared, ...], ...]]
    unassigned: tuple[Unassigned, ...]
    findings: tuple[Finding, ...]


@lru_cache(maxsize=8)
def people(workspace: Workspace, year: int) -> People:
    """Divide every metric that a role owns over the people who hold it."""
    made = cascade(workspace, year).cells
    shared: dict[Address, list[Shared]] = {}
    for (role, place), worked in seats(workspace, year).items():
        for metric in owned_sums(workspace, role):
            cell = made.get((place, metric))
            if cell is not None:
                shared.setdefault((place, metric), []).append(_divided(cell, role, worked))
    cells, counted = _of_people(workspace, shared)
    return People(
        cells, counted, tuple(_unassigned(workspace, year, made)), tuple(_typed_otherwise(workspace, year, cells))
    )


@lru_cache(maxsize=8)
def seats(workspace: Workspace, year: int) -> Mapping[Seat, tuple[Work, ...]]:
    """Who works how much in which role, where, in each month; by role and place."""
    months = [month(year, number) for number in range(1, 13)]
    found: dict[Seat, list[dict[str, Decimal]]] = {}
    given: dict[tuple[Decimal, date, date], list[Decimal]] = {}
    for person, held in _held(workspace):
        # Thousands of people work the whole year through for one of a few parts of their time.
        first, last = max(held.from_, months[0].start), min(held.until or months[-1].last, months[-1].last)
        times = given.get((held.fte, first, last))
        if times is None:
            times = [held.fte * held.days_in(each.start, each.last) for each in months]
            given[held.fte, first, last] = times
        if any(times):
            worked = found.setdefault((held.role, held.at), [{} for _ in months])
            for mine, time in zip(worked, times, strict=True):
                if time:
                    mine[person] = mine[person] + time if person in mine else time
    return {seat: tuple(found[seat]) for seat in sorted(found)}


def cells_of(workspace: Workspace, year: int, scope: str) -> Mapping[Address, Cell]:
    """The year's cells among which a scope's own are: those of people are only worked out for a person."""
    return people(workspace, year).cells if is_person(workspace, scope) else cascade(workspace, year).cells


def is_person(workspace: Workspace, scope: str) -> bool:
    """Say whether the scope is a person; an id that a team or store has too is theirs."""
    known = (workspace.get(kind, scope) for kind in ("team", "store"))
    return workspace.get("person", scope) is not None and not any(known)


def time_given(workspace: Workspace, person: str, seat: Seat, days: Sequence[date]) -> tuple[Decimal, ...]:
    """How much of each day the person gives to a role at a place."""
    record = workspace.all("person")[person]
    mine = [held for held in record.data.roles if (held.role, held.at) == seat]
    return tuple(sum((held.fte for held in mine if held.covers(day)), Decimal(0)) for day in days)


@lru_cache(maxsize=1_000)
def owned_sums(workspace: Workspace, role: str) -> tuple[str, ...]:
    """The metrics a role owns that are added up, by id."""
    record = workspace.get("role", role)
    named = {workspace.metric_id(written) for written in record.data.owns} if record is not None else set()
    return tuple(sorted(id_ for id_ in named if id_ is not None and additive(workspace.metrics[id_])))


def _held(workspace: Workspace) -> Iterator[tuple[str, Held]]:
    """Every role anybody holds or held, the people in order of their ids."""
    for id_, person in sorted(workspace.all("person").items()):
        yield from ((id_, held) for held in person.data.roles)


def _divided(cell: Cell, role: str, worked: tuple[Work, ...]) -> Shared:
    shares = tuple(_month_over(units, mine) for units, mine in zip(cell.months, worked, strict=True))
    return Shared(cell.scope, role, cell.metric, cell.digits, worked, shares)


def _month_over(units: int, worked: Work) -> Mapping[str, int]:
    if len(worked) < 2:
        return dict.fromkeys(worked, units)
    return dict(zip(worked, apportion(_whole(tuple(worked.values())), units), strict=True))


def _typed_otherwise(workspace: Workspace, year: int, cells: Mapping[Address, Cell]) -> Iterator[Finding]:
    """Each number in a person's own sheet that is not what the person's roles give."""
    for person in dict.fromkeys(person for person, _ in cells):
        sheet = workspace.sheet(person, year)
        for metric, (written, goal) in goals_by_id(workspace, sheet).items():
            cell = cells.get((person, metric))
            if sheet is None or cell is None or not isinstance(goal.value, Decimal):
                continue
            share = from_units(cell.year, cell.digits)
            if goal.value != share:
                amounts = {"value": plain(goal.value), "share": plain(share), "gap": plain(goal.value - share)}
                said = message("people.beside_roles", metric=written, person=person, **amounts)
                yield Finding(NUMBER_BESIDE_SHARE, Problem(sheet.at("goals", written, "value"), said))


def _of_people(
    workspace: Workspace, shared: Mapping[Address, Sequence[Shared]]
) -> tuple[Mapping[Address, Cell], Mapping[Address, tuple[tuple[Shared, ...], ...]]]:
    """Put together what each person answers for, place by place."""
    by_person: dict[Address, list[Shared]] = {}
    for (_, metric), divisions in sorted(shared.items()):
        for each in divisions:
            for person in sorted(frozenset().union(*each.shares)):
                by_person.setdefault((person, metric), []).append(each)
    counted = {
        address: _all_of(address[0], mine)
        if _apart(workspace, mine)
        else tuple(_counting(workspace, address[0], number, mine) for number in range(12))
        for address, mine in sorted(by_person.items())
        if is_person(workspace, address[0])
    }
    cells = {
        (person, metric): Cell(
            person,
            metric,
            by_person[person, metric][0].digits,
            tuple(sum(each.shares[number][person] for each in months[number]) for number in range(12)),
        )
        for (person, metric), months in counted.items()
    }
    return cells, counted


def _apart(workspace: Workspace, mine: Sequence[Shared]) -> bool:
    """Say whether no two divisions are at one place, or one above another; most people's are not."""
    places = {each.place for each in mine}
    return len(mine) == 1 or (
        len(places) == len(mine) and not any(places.intersection(workspace.above(place)) for place in places)
    )


def _all_of(person: str, mine: Sequence[Shared]) -> tuple[tuple[Shared, ...], ...]:
    """What counts in each month of a person whose divisions have nothing to do with each other."""
    by_place = sorted(mine, key=lambda each: each.place)
    return tuple([tuple([each for each in by_place if person in each.shares[number]]) for number in range(12)])


def _counting(workspace: Workspace, person: str, number: int, mine: Sequence[Shared]) -> tuple[Shared, ...]:
    """The divisions whose sum is the person's month.

    Of two roles that own one number at one place the larger share counts, and of a place and those below it either
    the share above or the sum of those below, whichever is larger: nobody answers twice for one amount.
    """
    best: dict[str, Shared] = {}
    for each in mine:
        if person in each.shares[number]:
            known = best.get(each.place)
            if known is None or each.shares[number][person] > known.shares[number][person]:
                best[each.place] = each
    nearest = {place: next((up for up in workspace.above(place) if up in best), None) for place in best}
    return _larger(person, number, best, nearest, None)


def _larger(
    person: str, number: int, best: Mapping[str, Shared], nearest: Mapping[str, str | None], top: str | None
) -> tuple[Shared, ...]:
    """What counts at the places right below `top`, each by its own share or by what lies below it."""
    found: list[Shared] = []
    for place in sorted(place for place, up in nearest.items() if up == top):
        below = _larger(person, number, best, nearest, place)
        inside = sum(each.shares[number][person] for each in below)
        found.extend(below if inside > best[place].shares[number][person] else (best[place],))
    return tuple(found)


def _unassigned(workspace: Workspace, year: int, made: Mapping[Address, Cell]) -> Iterator[Unassigned]:
    """The months of each number that no sum below makes, in which nobody there or above holds a role that owns it."""
    owners = _owners(workspace)
    manned: dict[Address, set[int]] = {}
    for (role, place), worked in seats(workspace, year).items():
        for metric in owned_sums(workspace, role):
            manned.setdefault((place, metric), set()).update(number for number, mine in enumerate(worked, 1) if mine)
    for (scope, metric), cell in made.items():
        if metric not in owners or cell.parts:
            continue
        covered = set().union(*(manned.get((place, metric), ()) for place in (scope, *workspace.above(scope))))
        wanted = [number for number, units in enumerate(cell.months, 1) if units]
        gaps = tuple(number for number in wanted if number not in covered)
        if gaps:
            units = sum(cell.months[number - 1] for number in gaps)
            yield Unassigned(scope, metric, owners[metric], gaps, len(gaps) == len(wanted), units, cell.digits)


def _owners(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """The roles that own each metric that is added up, by id."""
    found: dict[str, tuple[str, ...]] = {}
    for role in sorted(workspace.all("role")):
        for metric in owned_sums(workspace, role):
            found[metric] = (*found.get(metric, ()), role)
    return found
