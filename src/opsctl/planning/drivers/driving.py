"""Handing what follows from a divided goal down to the same children, step by step as the sheet derives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from opsctl.diagnostics import message
from opsctl.metrics import Metric, additive
from opsctl.metrics.drivers import Step
from opsctl.planning.dividing.allocate import Infeasible
from opsctl.planning.dividing.division import Division, refusal
from opsctl.planning.dividing.policy import ALIGNED, EXACT
from opsctl.planning.drivers.complementing import complemented
from opsctl.planning.drivers.contradictions import shown
from opsctl.planning.drivers.drive import Drive, refuse
from opsctl.planning.drivers.driven import Driven, Shares
from opsctl.planning.drivers.leads import Leads
from opsctl.planning.drivers.split_sums import sums_of_splits
from opsctl.planning.drivers.stepping import stepped
from opsctl.planning.drivers.typed_ratios import takes_all
from opsctl.planning.goals import GoalUnits, goals_by_id
from opsctl.workspace import Workspace


def drive(
    workspace: Workspace,
    year: int,
    scope: str,
    graph: Mapping[str, Metric],
    leads: Leads,
    units: Mapping[str, GoalUnits],
    divisions: Mapping[str, Division],
) -> Drive:
    """Divide every goal of a scope that follows from a divided one and has no split of its own."""
    if not divisions:
        return Drive(workspace, year, scope, graph, {}, dict(units), {}, frozenset(), {})
    sheet = workspace.sheet(scope, year)
    explicit = frozenset(id_ for id_, (_, goal) in goals_by_id(workspace, sheet).items() if goal.split is not None)
    shares: dict[str, Shares] = {id_: division.shares for id_, division in divisions.items()}
    policies = {id_: division.policy for id_, division in divisions.items()}
    work = Drive(workspace, year, scope, graph, dict(leads), dict(units), shares, explicit, policies)
    waiting = [id_ for id_ in leads if id_ in units and id_ not in explicit]
    while True:
        ready = [id_ for id_ in waiting if id_ not in work.shares and _ready(work, work.leads[id_])]
        for id_ in ready:
            waiting.remove(id_)
            _try(work, id_)
        if not ready:
            break
    work.findings.extend(sums_of_splits(work, divisions))
    return work


def _ready(work: Drive, step: Step) -> bool:
    """Whether all sums that it is worked out from are divided; ratios go down with them."""
    sums = [id_ for id_, _ in step.inputs if additive(work.graph[id_])]
    return bool(sums) and all(id_ in work.shares for id_ in sums)


def _try(work: Drive, metric: str) -> None:
    """Divide one metric, or say why it cannot be."""
    step = work.leads[metric]
    try:
        found = complemented(work, step) if step.how == "complement" else stepped(work, step)
    except Infeasible as clash:
        digits, sums = work.units[metric].digits, [id_ for id_, _ in step.inputs if id_ in work.shares]
        children = sorted({child for id_ in sums for child in work.shares[id_]})
        typed = takes_all(work.workspace, work.year, work.scope, step, children, clash, digits)
        if typed is None:
            refuse(work, metric, refusal(clash, digits))
        else:
            work.findings.append(typed)
        return
    for id_, driven in found.items():
        low = min(driven.shares.values(), default=0)
        if low < 0 and not work.graph[id_].parts and work.units[metric].units >= 0:
            child = min(driven.shares, key=lambda each: (driven.shares[each], each))
            value = shown(Fraction(low, 10**driven.digits))
            refuse(work, id_, message("drivers.below_zero", metric=id_, scope=child, value=value))
        elif driven.shares:
            work.made[id_], work.shares[id_] = replace(driven, policy=_policy(work, driven)), driven.shares
            work.policies[id_] = work.made[id_].policy


def _policy(work: Drive, driven: Driven) -> str:
    """The policy of what it follows from: the first that is not exact, as its own children may then differ."""
    loose = (work.policies.get(id_, EXACT) for id_ in driven.base)
    return next((policy for policy in loose if policy not in (EXACT, ALIGNED)), EXACT)
