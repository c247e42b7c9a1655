"""
Goals contribute to each other in a circle.

`contributes_to` says which number a goal moves. In a circle none of them leads anywhere, and a cause could be
followed round for ever.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  first_reply_sec: {value: 25, contributes_to: inquiry_cvr}
  inquiry_cvr: {value: 52%, contributes_to: first_reply_sec}
```

```text
targets/2026/company.yaml:3:48: error GOAL124 circular-contribution: these goals contribute to each other in a circle, first_reply_sec → inquiry_cvr → first_reply_sec; a way that ends is expected, delete one contributes_to
    3 |   first_reply_sec: {value: 25, contributes_to: inquiry_cvr}
      |                                                ^^^^^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  first_reply_sec: {value: 25, contributes_to: inquiry_cvr}
  inquiry_cvr: {value: 52%, contributes_to: cvr}
```
"""  # noqa: E501

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL124"
NAME = "circular-contribution"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each circle of a sheet once, at the goal that comes first in it."""
    links: dict[str, dict[str, tuple[str, Standing]]] = defaultdict(dict)
    for each in standing_goals(workspace):
        served = workspace.metric_id(each.goal.contributes_to) if each.goal.contributes_to else None
        if served is not None and each.metric is not None:
            links[each.sheet.id][each.metric.id] = (served, each)
    for sheet in links.values():
        done: set[str] = set()
        for metric in sheet:
            circle = _circle(metric, sheet, done)
            if circle:
                said = message("rules.circular_contribution", circle=" → ".join((*circle, circle[0])))
                yield Problem(sheet[circle[0]][1].at("contributes_to"), said)


def _circle(first: str, links: Mapping[str, tuple[str, Standing]], done: set[str]) -> list[str]:
    """The circle that the way from there runs into, unless it was walked before."""
    way: list[str] = []
    metric = first
    while metric in links and metric not in done:
        done.add(metric)
        way.append(metric)
        metric = links[metric][0]
    return way[way.index(metric) :] if metric in way else []
