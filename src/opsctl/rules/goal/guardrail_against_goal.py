"""
A guardrail forbids what the same sheet asks for.

A guardrail is the number that must not be sacrificed, so the sheet's own goal on that metric has to lie inside it.
Otherwise meeting one breaks the other. A guardrail with neither `at_least` nor `at_most` guards nothing and is
reported too.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    guardrails: [{metric: ad_cost_ratio, at_most: 8%}]
  ad_cost_ratio: 9%
```

```text
targets/2026/company.yaml:5:51: error GOAL123 guardrail-against-goal: the guardrail allows at most 8% of ad_cost_ratio, the goal of this sheet is 9%; a goal inside the guardrail is expected, change one
    5 |     guardrails: [{metric: ad_cost_ratio, at_most: 8%}]
      |                                                   ^^
  → targets/2026/company.yaml:6:3: the goal of 9% is here
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    guardrails: [{metric: ad_cost_ratio, at_most: 10%}]
  ad_cost_ratio: 9%
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.records.target import Guardrail
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL123"
NAME = "guardrail-against-goal"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every guardrail on the wrong side of a goal, or on no side at all."""
    goals: dict[tuple[str, str], Standing] = {}
    for each in standing_goals(workspace):
        if each.metric is not None:
            goals.setdefault((each.sheet.id, each.metric.id), each)
    for each in standing_goals(workspace):
        for index, guard in enumerate(each.goal.guardrails):
            yield from _against(workspace, each, ("guardrails", index), guard, goals)


def _against(
    workspace: Workspace,
    each: Standing,
    path: tuple[str, int],
    guard: Guardrail,
    goals: Mapping[tuple[str, str], Standing],
) -> Iterator[Problem]:
    if guard.at_least is None and guard.at_most is None:
        yield Problem(each.at(*path), message("rules.guardrail_against_goal_empty", metric=guard.metric))
    asked = goals.get((each.sheet.id, workspace.metric_id(guard.metric) or guard.metric))
    if asked is None or not isinstance(asked.goal.value, Decimal):
        return
    value = asked.goal.value
    for key, limit in (("at_least", guard.at_least), ("at_most", guard.at_most)):
        if limit is not None and (value < limit if key == "at_least" else value > limit):
            numbers = {"value": asked.shown(value), "limit": asked.shown(limit)}
            said = message(f"rules.guardrail_against_goal_{key}", metric=guard.metric, **numbers)
            other: Place = asked.at("value")
            related = ((other, message("rules.guardrail_against_goal_goal", value=asked.shown(value))),)
            yield Problem(each.at(*path, key), said, related)
