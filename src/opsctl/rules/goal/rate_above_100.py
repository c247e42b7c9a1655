"""
A rate is above 100 %.

A rate is a fraction of one: 12 means 1200 %. Most often the sign was left out, and every number derived from it is a
hundred times too large. Where the number is at least 2 the sign is offered; below that it may be meant.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  refund_rate: 12
```

```text
targets/2026/company.yaml:3:16: warning GOAL119 rate-above-100: refund_rate is 1200%; a rate of at most 100% is expected, twelve per cent is written 12% or 0.12
    3 |   refund_rate: 12
      |                ^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  refund_rate: 12%
```

Fix: unsafe. The number is written with its sign.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.quantity import plain
from opsctl.rules.nearest import respell
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL119"
NAME = "rate-above-100"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

LIKELY = range(2, 101)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every number of a goal in per cent that stands for more than the whole."""
    for each in standing_goals(workspace):
        if each.metric is not None and each.metric.unit == "percent":
            for at, number in _numbers(each):
                if isinstance(number, Decimal) and number > 1:
                    yield _too_large(each, at, number)


def _numbers(each: Standing) -> Iterator[tuple[Place, object]]:
    goal = each.goal
    # Where nothing but the value is written, there may be no key `value`.
    yield each.at() if goal.model_fields_set == {"value"} else each.at("value"), goal.value
    yield each.at("floor"), goal.floor
    yield each.at("stretch"), goal.stretch
    if goal.baseline is not None:
        yield each.at("baseline", "value"), goal.baseline.value


def _too_large(each: Standing, at: Place, number: Decimal) -> Problem:
    said = message("rules.rate_above_100", metric=each.written, value=each.shown(number))
    likely = LIKELY.start <= number < LIKELY.stop
    return Problem(at, said, fix=respell(at, f"{plain(number)}%") if likely else None)
