"""
A ratio that cannot be below zero is.

Refunds are never less than nothing, nor are orders or visitors, so no rate of them is. Most often the sign stands for
"less than last year"; the rate itself is expected. Margins may be negative, and so may metrics of the team's own.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  refund_rate: -2%
```

```text
targets/2026/company.yaml:3:16: error GOAL167 ratio-below-zero: refund_rate is -2% and cannot be below zero; the rate itself is expected, not by how much it changes
    3 |   refund_rate: -2%
      |                ^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  refund_rate: 10%
  gross_margin_rate: -2%
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import BUILTIN, Metric, additive, inputs
from opsctl.rules.written_numbers import written_numbers
from opsctl.workspace import Workspace

CODE = "GOAL167"
NAME = "ratio-below-zero"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every number below zero of a ratio that is never there."""
    for found in written_numbers(workspace):
        if found.number < 0 and not additive(found.metric) and not _may_be_below(found.metric, workspace.metrics):
            yield Problem(found.at, message("rules.ratio_below_zero", metric=found.spelled, value=found.shown))


def _may_be_below(metric: Metric, metrics: Mapping[str, Metric]) -> bool:
    """Whether a difference, or a metric of the team's own without a formula, is in it."""
    if any(sign < 0 for _, sign in metric.parts):
        return True
    below = inputs(metric)
    return any(_may_be_below(metrics[part], metrics) for part in below) if below else metric.id not in BUILTIN
