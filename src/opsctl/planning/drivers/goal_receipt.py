"""The last step of a receipt: the goal that somebody typed, or the others of its sheet that it follows from."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from opsctl.diagnostics import Amount, Listed, Phrase, message
from opsctl.metrics.drivers import Step
from opsctl.metrics.equations import equation
from opsctl.metrics.metric import Metric
from opsctl.planning.drivers.driver_receipt import Told
from opsctl.planning.figures import amount
from opsctl.planning.goals import GoalUnits
from opsctl.planning.months import Cell
from opsctl.quantity import plain, rounded


def goal_step(cell: Cell, scope: str, goal: GoalUnits, metrics: Mapping[str, Metric]) -> Told:
    """A scope's goal, with the arithmetic of every step it took from the numbers of its sheet."""
    steps = [
        {"metric": step.metric, "how": step.how, "identity": step.identity,
         "inputs": {id_: str(value) for id_, value in step.inputs}, "value": str(step.value)}
        for step in goal.steps
    ]  # fmt: skip
    chain = Listed((_worked_out(step, metrics) for step in goal.steps), "; ")
    total = amount(cell, goal.units)
    said = message(f"plan.why_{goal.how}", scope=scope, metric=cell.metric, total=total, steps=chain)
    return goal.how, said, {"scope": scope, "units": goal.units, "digits": goal.digits, "steps": steps}


def _worked_out(step: Step, metrics: Mapping[str, Metric]) -> Phrase:
    inputs = Listed(Phrase(f"{id_} ", Amount(_short(value), id_)) for id_, value in step.inputs)
    result = Amount(plain(rounded(step.value, 2)), step.metric)
    return Phrase(f"{equation(step, metrics)} = ", result, " (", inputs, ")")


def _short(value: Fraction) -> str:
    return f"{rounded(value, 4).normalize():f}"
