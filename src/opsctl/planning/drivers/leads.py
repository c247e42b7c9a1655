"""The steps by which the metrics of a scope follow, kept where the scope's own sheet says nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from opsctl.metrics import Metric
from opsctl.metrics.drivers import Step, solved_for
from opsctl.planning.goals import GoalUnits, SheetGoals

Leads = Mapping[str, Step]
"""The step by which each metric of a scope follows, from its own sheet or from the one above that derives it."""


def leads_of(above: Leads, made: SheetGoals) -> Leads:
    """The steps from above with those of the scope's own sheet; what the sheet types and builds on leads nowhere."""
    if not made.steps:
        return above
    used = {id_ for step in made.steps.values() for id_, _ in step.inputs} & made.typed
    return {**{id_: step for id_, step in above.items() if id_ not in used}, **made.steps}


def balanced(units: Mapping[str, GoalUnits], leads: Leads, graph: Mapping[str, Metric]) -> dict[str, GoalUnits]:
    """The goals of a scope where a term of a sum is what the inherited others leave."""
    found = dict(units)
    for id_, step in leads.items():
        terms = [term for term, _ in step.inputs]
        if step.how == "sum" and all(term in found and found[term].how == "inherited" for term in (id_, *terms)):
            signs = solved_for(id_, graph[step.identity])
            if len({found[term].digits for term in (id_, *terms)}) == 1 and terms:
                found[id_] = replace(found[id_], units=sum(signs[term] * found[term].units for term in terms))
    return found
