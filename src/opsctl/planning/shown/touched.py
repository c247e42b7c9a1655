"""
What a change of one record reaches: numbers flow from a goal down to the scopes it is split over, and sums back up.

It is what may move, not what does: a change of a name touches the same files as a change of a weight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from opsctl.metrics.algebra import inputs
from opsctl.period import parse_period
from opsctl.planning.cells import cell_file
from opsctl.planning.people import owned_sums, seats
from opsctl.records.dividing import by_headcount
from opsctl.weeks import Weeks
from opsctl.workspace import Loaded, Workspace

Sheet = tuple[int, str]
"""A year and a scope."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Metrics by id, the rest by file: target sheets, the cells derived from them, plans and reviews."""

    metrics: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    reviews: tuple[str, ...] = ()


def touched(workspace: Workspace, kind: str, id_: str) -> Touched:
    """Find everything whose numbers may follow from the record."""
    metrics = _metrics_above(workspace, id_) if kind == "metric" else ()
    begun = frozenset(_sheets_of(workspace, kind, id_, frozenset((id_, *metrics))))
    # Under fixed months, what one scope gets in a month is what the others beside it do not.
    begun |= {(year, beside) for year, scope in begun for beside in _beside(workspace, scope, year)}
    below = frozenset((year, under) for year, scope in begun for under in _below(workspace, scope))
    around = below | {(year, above) for year, scope in begun for above in workspace.above(scope)}
    cells = {*around, *_people(workspace, kind, id_, around)}
    fed = _fed(workspace, id_) if kind == "source" else frozenset()
    own = {("target", id_), ("plan", id_), ("review", id_)} & {(kind, id_)}
    return Touched(
        metrics=metrics,
        sheets=_files(workspace, "target", below, frozenset(), own),
        cells=tuple(sorted(file for file in (cell_file(*each) for each in cells) if file in workspace.cells)),
        plans=_files(workspace, "plan", around, frozenset(), own),
        reviews=_files(workspace, "review", around, fed, own),
    )


def _metrics_above(workspace: Workspace, id_: str) -> tuple[str, ...]:
    """The metrics that are computed from one, directly or through others, in the dictionary's order."""
    found = {id_}
    while more := {each.id for each in workspace.metrics.values() if found.intersection(inputs(each))} - found:
        found |= more
    return tuple(each for each in workspace.metrics if each in found and each != id_)


def _sheets_of(workspace: Workspace, kind: str, id_: str, metrics: frozenset[str]) -> Iterator[Sheet]:
    """The sheets in whose numbers the record stands itself."""
    for sheet in workspace.all("target").values():
        year, _, scope = sheet.id.partition("/")
        if not year.isdecimal():
            continue
        if (
            (kind == "target" and id_ == sheet.id)
            or (kind == "calendar" and id_ == year)
            or (kind == "metric" and any(workspace.metric_id(written) in metrics for written in sheet.data.goals))
            or (kind in ("team", "store") and (scope == id_ or _splits_over(sheet, id_)))
            or (kind == "person" and _counts_heads(sheet))
        ):
            yield int(year), scope


def _beside(workspace: Workspace, scope: str, year: int) -> frozenset[str]:
    """The scopes that share fixed months with this one."""
    fixing = [above for above in workspace.above(scope) if _fixes(workspace, above, year)]
    return frozenset(under for above in fixing for under in _below(workspace, above) - {above})


def _fixes(workspace: Workspace, scope: str, year: int) -> bool:
    sheet = workspace.sheet(scope, year)
    return sheet is not None and any(goal.fix is not None for goal in sheet.data.goals.values())


def _splits_over(sheet: Loaded, scope: str) -> bool:
    splits = (goal.split for goal in sheet.data.goals.values() if goal.split is not None)
    return any(scope in split.weights or scope in split.relative for split in splits)


def _counts_heads(sheet: Loaded) -> bool:
    return any(goal.split is not None and by_headcount(goal.split.by) for goal in sheet.data.goals.values())


def _people(workspace: Workspace, kind: str, id_: str, around: frozenset[Sheet]) -> Iterator[Sheet]:
    """The people whose parts follow from these numbers, or from the person or role that changes."""
    for year in workspace.years():
        for (role, place), worked in seats(workspace, year).items():
            holders = set(worked) if owned_sums(workspace, role) else set()
            reached = (year, place) in around or (kind, id_) == ("role", role) or (kind == "person" and id_ in holders)
            yield from ((year, person) for person in holders if reached)


def _below(workspace: Workspace, scope: str) -> frozenset[str]:
    """A scope and everything below it; a circle of teams is walked once."""
    found, waiting = {scope}, [scope]
    while waiting:
        more = [child.id for child in workspace.children(waiting.pop()) if child.id not in found]
        found.update(more)
        waiting += more
    return frozenset(found)


def _fed(workspace: Workspace, source: str) -> frozenset[str]:
    """The scopes whose actuals come from a source, and those above them."""
    record = workspace.get("source", source)
    scopes = record.data.store.scopes if record else ()
    return frozenset(scope for fed in scopes for scope in (fed, *workspace.above(fed)))


def _files(
    workspace: Workspace,
    kind: str,
    sheets: frozenset[Sheet],
    scopes: frozenset[str],
    without: set[tuple[str, str]],
) -> tuple[str, ...]:
    """The records of a kind that belong to one of these years and scopes, or to one of the scopes in any year."""
    return tuple(
        record.file
        for record in workspace.all(kind).values()
        if (kind, record.id) not in without
        and (_scope(record) in scopes or sheets.intersection(_years(record, workspace.weeks)))
    )


def _scope(record: Loaded) -> str:
    return record.id.partition("/")[2]


def _years(record: Loaded, weeks: Weeks) -> Iterator[Sheet]:
    period = parse_period(record.id.partition("/")[0], weeks)
    if period is not None:
        yield from ((year, _scope(record)) for year in period.years)
