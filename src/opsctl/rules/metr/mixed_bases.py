"""
A formula mixes amounts that are counted on different bases, and does not say on which it counts itself.

Ordered, paid, net of refunds and settled amounts of one week differ by a tenth and more. Ad sales on ordered amounts
look worse than on paid ones, and nobody sees why. Where the mixture is meant, as in a refund rate, `basis` says on
which the result counts.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml metrics/unpaid_share.yaml
name: {zh: 下单成交比, en: Paid on ordered}
unit: percent
aggregation: ratio
direction: up
numerator: gmv_paid
denominator: gmv_ordered
```

```text
metrics/unpaid_share.yaml:6:14: warning METR108 mixed-bases: unpaid_share mixes bases: gmv_paid (paid), gmv_ordered (ordered); one basis is expected, or a basis that says how the result counts
    6 | denominator: gmv_ordered
      |              ^^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml metrics/unpaid_share.yaml
name: {zh: 下单成交比, en: Paid on ordered}
unit: percent
aggregation: ratio
direction: up
numerator: gmv_paid
denominator: gmv_ordered
basis: ordered
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Place, Problem, Severity, message
from opsctl.metrics import BUILTIN, inputs
from opsctl.workspace import Loaded, Workspace

CODE = "METR108"
NAME = "mixed-bases"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield own formulas over two bases that name none themselves."""
    metrics = workspace.metrics
    for id_, record in workspace.all("metric").items():
        metric = metrics[id_]
        if metric.basis is not None or (id_ in BUILTIN and inputs(metric) == inputs(BUILTIN[id_])):
            continue
        counted = {part: basis for part in inputs(metric) if part in metrics and (basis := metrics[part].basis)}
        if len(set(counted.values())) > 1:
            written = Listed(f"{part} ({basis})" for part, basis in counted.items())
            yield Problem(_place(record), message("rules.mixed_bases", metric=id_, parts=written))


def _place(record: Loaded) -> Place:
    key = next((key for key in ("denominator", "parts", "numerator") if getattr(record.data, key) is not None), None)
    return record.at(key) if key else record.at()
