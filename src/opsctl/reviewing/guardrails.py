"""Which guardrails of a scope's goals the actuals of a period break."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from opsctl.metrics import additive
from opsctl.period import Period
from opsctl.planning.guardrails import guardrails
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.measure import reading
from opsctl.reviewing.view import BrokenGuardrail
from opsctl.workspace import Workspace


def broken_guardrails(workspace: Workspace, facts: Facts, scope: str, period: Period) -> Iterator[BrokenGuardrail]:
    """Yield every guardrail on the wrong side of which a complete actual lies.

    Limits of what is added up are the year's, which no shorter period can break; where a day is missing nothing is
    said.
    """
    for guard in guardrails(workspace, scope, period.last.year):
        if additive(workspace.metrics[guard.metric]):
            continue
        actual = reading(workspace, facts, scope, guard.metric, period.days)
        if not actual.complete or actual.value is None:
            continue
        if guard.at_least is not None and actual.value < guard.at_least:
            yield BrokenGuardrail(guard.goal, guard.metric, "at_least", Fraction(guard.at_least), actual.value)
        if guard.at_most is not None and actual.value > guard.at_most:
            yield BrokenGuardrail(guard.goal, guard.metric, "at_most", Fraction(guard.at_most), actual.value)
