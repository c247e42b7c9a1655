"""
A formula is made of something that cannot be added.

A parent's ratio is the sum of numerators over the sum of denominators, and a sum adds up over days and stores. A
conversion rate, a platform's score, or in a sum the stock of the last day, can be neither summed nor averaged, so the
formula has no value for a quarter or a team. Use the counts that the ratio itself is made of.

Fails:

```yaml metrics/value_index.yaml
name: {zh: 转化客单指数, en: Conversion on order value}
unit: x
aggregation: ratio
direction: up
numerator: cvr
denominator: orders_paid
```

```text
metrics/value_index.yaml:5:12: error METR106 part-not-additive: value_index is computed from cvr, a ratio, which cannot be added; the counts it is made of are expected
    5 | numerator: cvr
      |            ^^^
```

Passes:

```yaml metrics/orders_per_buyer.yaml
name: {zh: 人均订单数, en: Orders per buyer}
unit: x
aggregation: ratio
direction: up
numerator: orders_paid
denominator: buyers_paid
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.metrics import additive, is_ratio
from opsctl.workspace import Loaded, Workspace

CODE = "METR106"
NAME = "part-not-additive"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every part of an own formula that is a ratio or a score, or in a sum a stock."""
    for id_, record in workspace.all("metric").items():
        whole = workspace.metrics[id_]
        for at, part in _parts(record):
            metric = workspace.metrics.get(part)
            stock = metric is not None and metric.aggregation == "stock" and not (additive(whole) and whole.parts)
            if metric is not None and not additive(metric) and not stock:
                kind = "ratio" if is_ratio(metric) else metric.aggregation
                yield Problem(at, message(f"rules.part_not_additive_{kind}", metric=id_, part=part))


def _parts(record: Loaded) -> Iterator[tuple[Place, str]]:
    for key in ("numerator", "denominator"):
        part = getattr(record.data, key)
        if part is not None:
            yield record.at(key), part
    for part in record.data.parts or ():
        yield record.at("parts", part, key=True), part
