"""
Channels or products of a scope side by side: what each came to, beside its part of the target.

Members add up to what the scope sold as far as the source tells them apart. What those without a target sold stands in
one row, "unplanned"; what no member accounts for in another, so that the rows always add up to the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from opsctl.metrics import attainment
from opsctl.period import Period
from opsctl.planning.goals import goals_by_id
from opsctl.planning.shown.views import Dimension, view_units
from opsctl.quantity import places
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import reading
from opsctl.reviewing.targets import plans_of
from opsctl.reviewing.view import MemberRow, MemberTable, Reading, Whose
from opsctl.reviewing.yearago import a_year_before, just_before
from opsctl.workspace import Workspace

# Where no member has a target, the largest of them are named and the others stand together.
_NAMED = 12

_Days = Mapping[date, Fraction]


def member_table(
    workspace: Workspace, facts: Facts, scope: str, metrics: Sequence[str], dimension: Dimension, period: Period
) -> MemberTable | None:
    """The members by the first of the metrics that a source tells apart, else that has targets by member; or None."""
    for metric in metrics:
        told = _by_member(workspace, facts, scope, metric, dimension)
        if told:
            return _table(workspace, facts, scope, metric, dimension, period, told)
    # Without any data only the scope's own division is worth telling, not one of a store far below.
    own = _divided(workspace, scope, dimension, period, below=False)
    for metric in metrics:
        if metric in own and _targets(workspace, scope, metric, dimension, period):
            return _table(workspace, facts, scope, metric, dimension, period, {})
    return None


def _table(
    workspace: Workspace,
    facts: Facts,
    scope: str,
    metric: str,
    dimension: Dimension,
    period: Period,
    told: Mapping[str, _Days],
) -> MemberTable:
    divided = metric in _divided(workspace, scope, dimension, period)
    targets = _targets(workspace, scope, metric, dimension, period) if divided else {}
    named = sorted(targets) if targets else _largest(told, period)
    others = {member: days for member, days in told.items() if member not in named}
    whole = reading(workspace, facts, scope, metric, period.days)
    direction = workspace.metrics[metric].direction

    def row(member: str, whose: Whose, days: _Days | None, target: Fraction | None) -> MemberRow:
        actual = _read(days, period)
        reached = actual.value if actual.complete else None
        return MemberRow(
            member,
            whose,
            actual,
            target,
            None if reached is None or target is None else attainment(direction, reached, target),
            None if reached is None or target is None else target - reached,
            None if reached is None else _share(actual, whole),
            _change(days, period, just_before(period)),
            _change(days, period, a_year_before(period)),
        )

    whose: Whose = "planned" if targets else "unplanned"
    rows = [row(member, whose, told.get(member), targets.get(member)) for member in named]
    if others:
        rows.append(row("", "unplanned", _sum(others.values()), None))
    rest = _rest(whole, rows)
    if told and rest is not None and rest.value:
        rows.append(MemberRow("", "unassigned", rest, None, None, None, _share(rest, whole)))
    return MemberTable(dimension, metric, tuple(rows), bool(told))


def _by_member(
    workspace: Workspace, facts: Facts, scope: str, metric: str, dimension: Dimension
) -> Mapping[str, _Days]:
    """The days of each member over the stores of a scope; a day that has any member's value is a zero of the others."""
    stores = [store.id for store in workspace.stores_under(scope)] or [scope]
    by_store: dict[str, dict[str, Mapping[date, Decimal]]] = {}
    for (owner, kind, member, measured), days in facts.members.items():
        if kind == dimension and measured == metric and owner in stores:
            by_store.setdefault(owner, {})[member] = days
    known = [frozenset().union(*members.values()) for members in by_store.values()]
    if not known:
        return {}
    # A day on which one of the stores tells nothing says nothing of them together.
    together = sorted(frozenset.intersection(*known))
    found: dict[str, _Days] = {}
    for member in sorted({member for members in by_store.values() for member in members}):
        columns = [members.get(member, {}) for members in by_store.values()]
        found[member] = {
            day: sum((Fraction(column.get(day, 0)) for column in columns), Fraction(0)) for day in together
        }
    return found


def _divided(
    workspace: Workspace, scope: str, dimension: Dimension, period: Period, *, below: bool = True
) -> frozenset[str]:
    """The metrics that the sheet of the scope, or of one below it, divides over members."""
    found: set[str] = set()
    for sheet in workspace.all("target").values():
        year, _, owner = sheet.id.partition("/")
        if year not in map(str, period.years) or scope not in (owner, *(workspace.above(owner) if below else ())):
            continue
        for metric, (_, goal) in goals_by_id(workspace, sheet).items():
            if goal.channels if dimension == "channel" else goal.products:
                found.add(metric)
    return frozenset(found)


def _targets(
    workspace: Workspace, scope: str, metric: str, dimension: Dimension, period: Period
) -> Mapping[str, Fraction]:
    found: dict[str, Fraction] = {}
    scale = 10 ** places(workspace.metrics[metric].unit)
    for plan, part in plans_of(workspace, period):
        for member, units in view_units(plan, scope, metric, dimension, part).items():
            if member is not None:
                found[member] = found.get(member, Fraction(0)) + Fraction(units, scale)
    return found


def _largest(told: Mapping[str, _Days], period: Period) -> list[str]:
    totals = {
        member: sum((days.get(day, Fraction(0)) for day in period.days), Fraction(0)) for member, days in told.items()
    }
    return sorted(sorted(totals, key=lambda member: (-totals[member], member))[:_NAMED])


def _read(days: _Days | None, period: Period) -> Reading:
    if days is None:
        return Reading(None, 0, period.days)
    known = [days[day] for day in period.days if day in days]
    missing = tuple(day for day in period.days if day not in days)
    return Reading(sum(known, Fraction(0)) if known else None, len(known), missing)


def _sum(columns: Iterable[_Days]) -> _Days:
    found: dict[date, Fraction] = {}
    for column in columns:
        for day, value in column.items():
            found[day] = found.get(day, Fraction(0)) + value
    return found


def _change(days: _Days | None, period: Period, earlier: Period) -> Fraction | None:
    now, before = _read(days, period), _read(days, earlier)
    if not (now.complete and before.complete) or now.value is None or not before.value or before.value < 0:
        return None
    return now.value / before.value - 1


def _rest(whole: Reading, rows: Sequence[MemberRow]) -> Reading | None:
    """What no member accounts for; None where the whole or a member lacks a day."""
    values = [row.actual.value for row in rows if row.actual.complete]
    if not whole.complete or whole.value is None or len(values) < len(rows):
        return None
    return Reading(whole.value - sum((value for value in values if value is not None), Fraction(0)), whole.days)


def _share(part: Reading, whole: Reading) -> Fraction | None:
    return part.value / whole.value if part.value is not None and whole.complete and whole.value else None
