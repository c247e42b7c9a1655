"""
A split forgets a store or team that it is divided over.

A child without a weight gets nothing. For a store that opened since last year this is easily an oversight, and then
its sales are somebody else's surplus. A weight of 0, a hold or a floor says that it was thought of.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    split: {weights: {tmall-flagship: 1}}
```

```text
targets/2026/company.yaml:5:13: warning GOAL113 child-without-weight: the split of net_sales forgets 1 of its children, jd-pop, which get nothing; give each a weight, 0 for none
    5 |     split: {weights: {tmall-flagship: 1}}
      |             ^^^^^^^
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    split: {weights: {tmall-flagship: 1, jd-pop: 0}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import additive
from opsctl.planning.division import children_in
from opsctl.records.target import Split
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL113"
NAME = "child-without-weight"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

SHOWN = 5


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every split with children that nothing is said of."""
    for each in standing_goals(workspace):
        split = each.goal.split
        if split is None or each.metric is None or not additive(each.metric):
            continue
        children = children_in(workspace, each.scope, split, each.year)
        forgotten = [child for child in children if not _thought_of(split, child)]
        if forgotten:
            names = ", ".join(forgotten[:SHOWN]) + (" …" if len(forgotten) > SHOWN else "")
            said = message("rules.child_without_weight", metric=each.written, children=names, count=len(forgotten))
            if split.from_ is not None:
                said = message("rules.child_without_last_year", metric=each.written, children=names, past=each.year - 1)
            yield Problem(each.at("split", "weights", key=True), said)


def _thought_of(split: Split, child: str) -> bool:
    bound = split.bounds.get(child)
    return child in split.weights or child in split.hold or (bound is not None and bound.at_least is not None)
