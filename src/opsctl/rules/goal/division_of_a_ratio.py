"""
A ratio, stock or score is divided, held or bounded as if it were a sum.

Only sums are divided over stores, months and channels. A conversion of 1.5 % has no 60 % for one store: the parts of
a ratio are its numerator and denominator, and those are what a sheet divides. What is written here has no effect. How
much a ratio differs between stores is said by `relative`, each one's own of last year, and by limits of it.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  cvr:
    value: 1.5%
    split: {weights: {tmall-flagship: 1}}
```

```text
targets/2026/company.yaml:5:5: error GOAL111 division-of-a-ratio: cvr is a ratio, so split has no effect on it; give it to its parts buyers_paid, visitors
    5 |     split: {weights: {tmall-flagship: 1}}
      |     ^^^^^
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  cvr:
    value: 1.5%
    split: {relative: {tmall-flagship: 1.38%}}
  buyers_paid:
    value: 1_500
    split: {weights: {tmall-flagship: 1}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.metrics import additive
from opsctl.metrics.algebra import inputs
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL111"
NAME = "division-of-a-ratio"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"

PARTS = ("split", "hold", "bounds", "channels")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every part of a goal that divides what does not add up."""
    for each in standing_goals(workspace):
        metric, split = each.metric, each.goal.split
        if metric is None:
            continue
        if additive(metric):
            if split is not None and split.relative:
                said = message("rules.division_of_a_ratio_sum", metric=each.written)
                yield Problem(each.at("split", "relative", key=True), said)
            continue
        below = Listed(inputs(metric))
        for part in PARTS:
            goes_down = part == "split" and split is not None and below and not split.weights
            if getattr(each.goal, part) and not goes_down:
                kind = "ratio" if below else "other"
                said = message(f"rules.division_of_a_ratio_{kind}", metric=each.written, part=part, parts=below)
                yield Problem(each.at(part, key=True), said)
