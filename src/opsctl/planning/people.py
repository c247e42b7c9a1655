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
from operator import add

from opsctl.diagnostics import Problem, message
from opsctl.metrics import additive
from opsctl.period import month
from opsctl.planning.cascade import Address, cascade
from opsctl.planning.dividing.allocate import apportion, evenly
from opsctl.planning.dividing.beside import RULE as NUMBER_BESIDE_SHARE
from opsctl.planning.dividing.division import whole
from opsctl.planning.goals import goals_by_id
from opsctl.planning.months import Cell
from opsctl.quantity import from_units, plain
from opsctl.records.person import Held
from opsctl.workspace import Finding, Workspace

Seat = tuple[str, str]
"""A role and the team or store where it is held."""
Work = Mapping[str, tuple[Decimal, ...]]
"""The FTE-days of each person in the twelve months, in order of their ids; nobody without any in the year."""


# Seats are shared in the same few proportions.
_whole = lru_cache(maxsize=1_000)(whole)


@dataclass(frozen=True, slots=True)
class Shared:
    """One metric of one place, divided over the holders of one role: what each worked by month, and gets.

    Both have the twelve months of everybody who holds the role in the year.
    """

    place: str
    role: str
    metric: str
    digits: int
    worked: Work
    shares: Mapping[str, tuple[int, ...]]

    def in_month(self, number: int) -> Mapping[str, tuple[Decimal, int]]:
        """What everybody who works in a month, 1 to 12, works and gets in it."""
        found = ((person, times[number - 1]) for person, times in self.worked.items())
        return {person: (time, self.shares[person][number - 1]) for person, time in found if time}


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
    """The cells of people; the divisions each one has a part in; what belongs to nobody; and what is wrong."""

    cells: Mapping[Address, Cell]
    divisions: Mapping[Address, tuple[Shared, ...]]
    unassigned: tuple[Unassigned, ...]
    findings: tuple[Finding, ...]


@lru_cache(maxsize=8)
def people(workspace: Workspace, year: int) -> People:
    """Divide every metric that a role owns over the people who hold it."""
    made = cascade(workspace, year).cells
    shared: dict[Address, list[Shared]] = {}
    for (role, place), worked in seats(workspace, year).items():
        weights = _weights(worked)
        for metric in owned_sums(workspace, role):
            cell = made.get((place, metric))
            if cell is not None:
                shares = _shares(worked, cell.months, weights)
                shared.setdefault((place, metric), []).append(Shared(place, role, metric, cell.digits, worked, shares))
    divisions = _of_people(workspace, shared)
    cells = {address: _cell(workspace, address, mine) for address, mine in divisions.items()}
    return People(
        cells, divisions, tuple(_unassigned(workspace, year, made)), tuple(_typed_otherwise(workspace, year, cells))
    )


def counted(workspace: Workspace, year: int, address: Address, number: int) -> tuple[Shared, ...]:
    """The divisions whose sum a person's month is, 1 to 12, by place."""
    mine = people(workspace, year).divisions[address]
    return _counting(workspace, address[0], number, mine)


@lru_cache(maxsize=8)
def seats(workspace: Workspace, year: int) -> Mapping[Seat, Work]:
    """Who works how much in which role, where, in each month; by role and place."""
    months = [month(year, number) for number in range(1, 13)]
    found: dict[Seat, dict[str, tuple[Decimal, ...]]] = {}
    given: dict[tuple[Decimal, date, date], tuple[Decimal, ...]] = {}
    for person, held in _held(workspace):
        # Thousands of people work the whole year through for one of a few parts of their time.
        first, last = max(held.from_, months[0].start), min(held.until or months[-1].last, months[-1].last)
        times = given.get((held.fte, first, last))
        if times is None:
            times = tuple([held.fte * held.days_in(each.start, each.last) for each in months])
            given[held.fte, first, last] = times
        if any(times):
            worked = found.setdefault((held.role, held.at), {})
            before = worked.get(person)
            worked[person] = times if before is None else tuple(map(add, before, times))
    return {seat: found[seat] for seat in sorted(found)}


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


def _weights(worked: Work) -> Sequence[Sequence[int]]:
    """What everybody weighs in each month; nothing to weigh where everybody works as much as the others, as most do."""
    times = list(worked.values())
    if times.count(times[0]) == len(times):
        return [() if time else (0,) * len(times) for time in times[0]]
    return [_whole(column) for column in zip(*times, strict=True)]


def _shares(worked: Work, months: Sequence[int], weights: Sequence[Sequence[int]]) -> Mapping[str, tuple[int, ...]]:
    """Divide each month over those who work in it; somebody alone has all of it, as most people have."""
    if len(worked) == 1 and not any(weights):
        return dict.fromkeys(worked, tuple(months))
    rows = [_row(len(worked), units, mine) for units, mine in zip(months, weights, strict=True)]
    return dict(zip(worked, zip(*rows, strict=True), strict=True))


def _row(count: int, units: int, weights: Sequence[int]) -> Sequence[int]:
    if not weights:
        return evenly(count, units)
    return apportion(weights, units) if any(weights) else weights


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
) -> Mapping[Address, tuple[Shared, ...]]:
    """Put together what each person has a part in, place by place."""
    found: dict[Address, list[Shared]] = {}
    for (_, metric), divisions in sorted(shared.items()):
        for each in divisions:
            for person in each.shares:
                found.setdefault((person, metric), []).append(each)
    return {address: tuple(mine) for address, mine in sorted(found.items()) if is_person(workspace, address[0])}


def _cell(workspace: Workspace, address: Address, mine: Sequence[Shared]) -> Cell:
    """A person's months: all of the parts, or where these overlap, what counts of them."""
    person, metric = address
    if len(mine) == 1:
        months = mine[0].shares[person]
    elif _apart(workspace, mine):
        months = tuple(map(sum, zip(*(each.shares[person] for each in mine), strict=True)))
    else:
        counting = ((at, _counting(workspace, person, at + 1, mine)) for at in range(12))
        months = tuple(sum(each.shares[person][at] for each in counts) for at, counts in counting)
    return Cell(person, metric, mine[0].digits, months)


def _apart(workspace: Workspace, mine: Sequence[Shared]) -> bool:
    """Say whether no two divisions are at one place, or one above another; most people's are not."""
    places = {each.place for each in mine}
    return len(places) == len(mine) and not any(places.intersection(workspace.above(place)) for place in places)


def _counting(workspace: Workspace, person: str, number: int, mine: Sequence[Shared]) -> tuple[Shared, ...]:
    """The divisions whose sum is the person's month.

    Of two roles that own one number at one place the larger share counts, and of a place and those below it either
    the share above or the sum of those below, whichever is larger: nobody answers twice for one amount.
    """
    best: dict[str, Shared] = {}
    for each in mine:
        if each.worked[person][number - 1]:
            known = best.get(each.place)
            if known is None or each.shares[person][number - 1] > known.shares[person][number - 1]:
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
        inside = sum(each.shares[person][number - 1] for each in below)
        found.extend(below if inside > best[place].shares[person][number - 1] else (best[place],))
    return tuple(found)


def _unassigned(workspace: Workspace, year: int, made: Mapping[Address, Cell]) -> Iterator[Unassigned]:
    """The months of each number that no sum below makes, in which nobody there or above holds a role that owns it."""
    owners = _owners(workspace)
    manned: dict[Address, set[int]] = {}
    for (role, place), worked in seats(workspace, year).items():
        for metric in owned_sums(workspace, role):
            manned.setdefault((place, metric), set()).update(_manned(worked))
    for (scope, metric), cell in made.items():
        if metric not in owners or cell.parts:
            continue
        covered = set().union(*(manned.get((place, metric), ()) for place in (scope, *workspace.above(scope))))
        wanted = [number for number, units in enumerate(cell.months, 1) if units]
        gaps = tuple(number for number in wanted if number not in covered)
        if gaps:
            units = sum(cell.months[number - 1] for number in gaps)
            yield Unassigned(scope, metric, owners[metric], gaps, len(gaps) == len(wanted), units, cell.digits)


def _manned(worked: Work) -> Sequence[int]:
    """The months in which anybody works; somebody mostly works in all of them."""
    if any(map(all, worked.values())):
        return range(1, 13)
    return [number for number, times in enumerate(zip(*worked.values(), strict=True), 1) if any(times)]


def _owners(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """The roles that own each metric that is added up, by id."""
    found: dict[str, tuple[str, ...]] = {}
    for role in sorted(workspace.all("role")):
        for metric in owned_sums(workspace, role):
            found[metric] = (*found.get(metric, ()), role)
    return found
