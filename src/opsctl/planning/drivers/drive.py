"""One scope whose divided goals others follow from, on its way down to the children."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from opsctl.diagnostics import Message, Problem
from opsctl.metrics import Metric
from opsctl.metrics.drivers import Step
from opsctl.planning.drivers.driven import Driven, Shares
from opsctl.planning.drivers.trees import TRAFFIC, trees_under
from opsctl.planning.goals import GoalUnits, goals_by_id
from opsctl.planning.months import goal_place
from opsctl.workspace import Finding, Workspace


@dataclass(slots=True)
class Drive:
    """One scope whose divided goals others follow from; `units` and `made` grow as it goes."""

    workspace: Workspace
    year: int
    scope: str
    graph: Mapping[str, Metric]
    leads: dict[str, Step]
    units: dict[str, GoalUnits]
    shares: dict[str, Shares]
    explicit: frozenset[str]
    policies: dict[str, str]
    made: dict[str, Driven] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def members_of(work: Drive, metric: str, children: Iterable[str]) -> tuple[str, ...]:
    """The children that get a metric, of those that get what it follows from."""
    if metric not in TRAFFIC:
        return tuple(children)
    return tuple(child for child in children if takes_part(work.workspace, work.year, work.scope, child, metric))


def takes_part(workspace: Workspace, year: int, above: str, child: str, metric: str) -> bool:
    """Whether a child scope gets a metric at all.

    Traffic of the content tree and Amazon's goes to such stores only. They get visitors, as their platform counts them,
    until a sheet sets traffic of their own tree.
    """
    tree, own = TRAFFIC.get(metric), trees_under(workspace, child)
    if tree is None or tree in own or not own:
        return True
    if tree != "shelf":
        return False
    sheets = (workspace.sheet(scope, year) for scope in (child, above, *workspace.above(above)))
    return not any(TRAFFIC.get(id_) in own for sheet in sheets for id_ in goals_by_id(workspace, sheet))


def refuse(work: Drive, metric: str, said: Message) -> None:
    """Note where the sheet asks for the metric why it cannot be divided."""
    written = goals_by_id(work.workspace, work.workspace.sheet(work.scope, work.year)).get(metric)
    place = goal_place(work.workspace, work.scope, work.year, written)
    work.findings.append(Finding("impossible-split", Problem(place, said)))
