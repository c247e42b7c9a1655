"""
A percentage stands where an amount is due.

10% is the number 0.1: a hold of `10%` would fix a store at ten cents, and nobody would see it. Goals, tiers, baselines,
holds and bounds are numbers of the metric itself. A child's part of the whole is a weight (`weights: {north: 10%}`).

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    hold:
      2026-11: {value: 10%, reason: 双 11 已签, owner: li-na, until: 2026-11-30}
```

```text
targets/2026/company.yaml:6:24: error GOAL166 percent-for-an-amount: 10% is no amount of net_sales; the number itself is expected: 10% of this goal is 2000000
    6 |       2026-11: {value: 10%, reason: 双 11 已签, owner: li-na, until: 2026-11-30}
      |                        ^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    hold:
      2026-11: {value: 200万, reason: 双 11 已签, owner: li-na, until: 2026-11-30}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Problem, Severity, message
from opsctl.quantity import InPercent
from opsctl.rules.sheets import percent
from opsctl.rules.written_numbers import Written, share_of, written_numbers
from opsctl.workspace import Workspace

CODE = "GOAL166"
NAME = "percent-for-an-amount"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

# A return on ad spend of 3.2 may also be said as 320%.
_IN_PERCENT = ("percent", "x")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every percentage in the place of a number of a metric that is not counted in per cent."""
    for found in written_numbers(workspace):
        if isinstance(found.number, InPercent) and found.metric.unit not in _IN_PERCENT:
            yield _no_amount(found)


def _no_amount(found: Written) -> Problem:
    whole = found.standing.goal.value
    words = {"value": percent(found.number), "metric": found.spelled}
    if found.of_year and isinstance(whole, Decimal) and not isinstance(whole, InPercent):
        said = message("rules.percent_for_an_amount_of", **words, amount=share_of(found.number, whole))
    else:
        said = message("rules.percent_for_an_amount", **words)
    return Problem(found.at, said)
