"""A ratio typed by one child scope that leaves the others less than nothing: told where it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from opsctl.diagnostics import Place, Problem, message
from opsctl.metrics.algebra import inputs, is_ratio
from opsctl.metrics.drivers import Step
from opsctl.planning.dividing.allocate import Infeasible
from opsctl.planning.drivers.contradictions import shown
from opsctl.planning.goals import goals_by_id
from opsctl.quantity import plain, rounded
from opsctl.workspace import Finding, Workspace

RULE = "impossible-split"


def takes_all(
    workspace: Workspace, year: int, scope: str, step: Step, children: Iterable[str], clash: Infeasible, digits: int
) -> Finding | None:
    """Name the typed ratio that takes most beside the whole's, where what is fixed is more than there is."""
    typed = list(_typed(workspace, year, step, children))
    if clash.least_sum <= clash.total or not typed:
        return None
    _, child, ratio, value, whole, place = max(typed, key=lambda each: each[0])
    said = message(
        "drivers.ratio_takes_all",
        child=child, id=ratio, value=_text(workspace, ratio, Fraction(value)), whole=_text(workspace, ratio, whole),
        metric=step.metric if _divides(step) else inputs(workspace.metrics[ratio])[0], scope=scope,
        least=shown(Fraction(clash.least_sum, 10**digits)),
        total=shown(Fraction(clash.total, 10**digits)),
    )  # fmt: skip
    return Finding(RULE, Problem(place, said))


def _typed(
    workspace: Workspace, year: int, step: Step, children: Iterable[str]
) -> Iterator[tuple[Fraction, str, str, Decimal, Fraction, Place]]:
    """Each ratio of a child's that takes more than the whole's: how many times, whose, which, its number, where."""
    wholes = [(id_, whole) for id_, whole in step.inputs if is_ratio(workspace.metrics[id_]) and whole > 0]
    for child in children:
        sheet = workspace.sheet(child, year)
        goals = goals_by_id(workspace, sheet)
        for id_, whole in wholes:
            written, goal = goals.get(id_, ("", None))
            if sheet is not None and goal is not None and isinstance(goal.value, Decimal) and goal.value > 0:
                times = whole / Fraction(goal.value) if _divides(step) else Fraction(goal.value) / whole
                if times > 1:
                    yield times, child, id_, goal.value, whole, sheet.at("goals", written, "value")


def _divides(step: Step) -> bool:
    """Whether a small ratio takes much: visitors are buyers divided by their conversion."""
    return step.how == "ratio-denominator"


def _text(workspace: Workspace, ratio: str, value: Fraction) -> str:
    if workspace.metrics[ratio].unit == "percent":
        return f"{plain(rounded(value * 100, 4).normalize())}%"
    return shown(value)
