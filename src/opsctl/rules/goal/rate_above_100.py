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

from opsctl.diagnostics import Problem, Severity, message
from opsctl.quantity import InPercent, plain
from opsctl.rules.nearest import respell
from opsctl.rules.written_numbers import Written, written_numbers
from opsctl.workspace import Workspace

CODE = "GOAL119"
NAME = "rate-above-100"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

LIKELY = range(2, 101)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every number in per cent that stands for more than the whole."""
    for found in written_numbers(workspace):
        if found.metric.unit == "percent" and found.number > 1:
            yield _too_large(found)


def _too_large(found: Written) -> Problem:
    said = message("rules.rate_above_100", metric=found.spelled, value=found.shown)
    likely = LIKELY.start <= found.number < LIKELY.stop and not isinstance(found.number, InPercent)
    return Problem(found.at, said, fix=respell(found.at, f"{plain(found.number)}%") if likely else None)
