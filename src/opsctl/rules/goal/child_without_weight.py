"""
A split forgets a store or team that it is divided over.

A child without a weight gets nothing. For a store that opened since last year this is easily an oversight, and then
its sales are somebody else's surplus. A weight of 0, a hold or a floor says that it was thought of. A split by
headcount or by another goal forgets a child where nobody works or that has no such goal. In the `relative` of a ratio
such a child is taken for an average one, unless its own sheet has a value or a baseline.

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

from collections.abc import Iterable, Iterator
from fractions import Fraction

from opsctl.diagnostics import Problem, Severity, message, some
from opsctl.metrics import additive
from opsctl.planning.cascade import cascade
from opsctl.planning.dividing.division import Division, children_in
from opsctl.planning.drivers.ratios import child_ratios
from opsctl.records.target import Split
from opsctl.rules.echo import cascade_is_sound
from opsctl.rules.sheets import Standing, standing_goals
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
        if split is None or each.metric is None:
            continue
        forgotten = list(_forgotten(workspace, each, split))
        if forgotten:
            names = some(forgotten, SHOWN)
            amounts: dict[str, str | int] = {"metric": each.written, "children": names, "count": len(forgotten)}
            part = "by" if split.by is not None else "weights" if additive(each.metric) else "relative"
            if split.by is not None:
                said = message("rules.child_without_weight_key", **amounts, key=split.by)
            elif split.from_ is not None:
                said = message("rules.child_without_last_year", metric=each.written, children=names, past=each.year - 1)
            else:
                said = message(f"rules.child_without_{'weight' if part == 'weights' else part}", **amounts)
            yield Problem(each.at("split", part, key=True), said)


def _forgotten(workspace: Workspace, each: Standing, split: Split) -> Iterable[str]:
    """The children that nothing is said of: no weight, none by the split's key, or no ratio of their own."""
    if each.metric is not None and not additive(each.metric):
        children = children_in(workspace, each.scope, split, each.year) if split.relative or split.from_ else ()
        known = child_ratios(workspace, each.year, each.scope, each.metric.id, Fraction(1), children).sources
        return [child for child in children if known[child] == "whole"]
    return [child for child in _weightless(workspace, each, split) if not _thought_of(split, child)]


def _weightless(workspace: Workspace, each: Standing, split: Split) -> Iterable[str]:
    """The children without a weight written, or without one by the split's key."""
    if split.by is None:
        said_of = split.weights or split.from_ is not None
        children = children_in(workspace, each.scope, split, each.year) if said_of else ()
        return (child for child in children if child not in split.weights)
    metric = each.metric.id if each.metric is not None else ""
    sound = cascade_is_sound(workspace, each.year)
    division = cascade(workspace, each.year).divisions.get((each.scope, metric)) if sound else None
    if not isinstance(division, Division):
        return ()
    return (child for child, weight in division.weights.items() if not weight)


def _thought_of(split: Split, child: str) -> bool:
    bound = split.bounds.get(child)
    return child in split.hold or (bound is not None and bound.at_least is not None)
