"""
A goal's floor, value and stretch are out of order.

The floor is what may not be missed, the value is the promise, the stretch is the wish. Where more is better they
rise, where less is better they fall; otherwise meeting the floor would mean more than keeping the promise. Beside an inherited or derived value
the number it stands for counts.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 2000万, floor: 1800万, stretch: 1900万}
```

```text
targets/2026/company.yaml:3:52: error GOAL107 tiers-out-of-order: value 20000000 of net_sales is above its stretch 19000000; more is better here, so floor ≤ value ≤ stretch is expected
    3 |   net_sales: {value: 2000万, floor: 1800万, stretch: 1900万}
      |                                                      ^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 2000万, floor: 1800万, stretch: 2200万}
  refund_rate: {value: 12%, floor: 13%, stretch: 11%}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from opsctl.diagnostics import Problem, Severity, message
from opsctl.planning.tiers import tiers
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL107"
NAME = "tiers-out-of-order"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each pair of neighbouring tiers that stands the wrong way round."""
    for each in standing_goals(workspace):
        if each.metric is not None and each.metric.direction in ("up", "down"):
            yield from _disordered(each, each.metric.direction)
    for year in workspace.years():
        yield from (found.problem for found in tiers(workspace, year).findings if found.rule == NAME)


def _disordered(each: Standing, direction: str) -> Iterator[Problem]:
    goal = each.goal
    tiers = (("floor", goal.floor), ("value", goal.value), ("stretch", goal.stretch))
    typed = [(tier, number) for tier, number in tiers if isinstance(number, Decimal)]
    for (lower, below), (upper, above) in pairwise(typed):
        if below > above if direction == "up" else below < above:
            said = message(
                f"rules.tiers_out_of_order_{direction}",
                metric=each.written, lower=lower, below=each.shown(below), upper=upper, above=each.shown(above),
            )  # fmt: skip
            yield Problem(each.at(lower if upper == "value" else upper), said)
