"""
A source counts money on another basis than the metric it fills.

Ordered, paid and settled amounts differ by tens of per cent. Paid sales that are filled from a report of orders make
every attainment too good. Metrics net of refunds are not looked at, because one export commonly has both.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
money: {basis: ordered, tax: included}
metrics:
  gmv_paid: {sum: gmv}
```

```text
sources/shop-daily.yaml:8:3: warning DATA108 basis-differs: gmv_paid is money paid, the amounts of this source are ordered; one basis is expected, map another column, metric or basis
    8 |   gmv_paid: {sum: gmv}
      |   ^^^^^^^^
  → sources/shop-daily.yaml:6:16: the basis ordered of the source is here
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, gmv: 下单金额}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
money: {basis: ordered, tax: included}
metrics:
  gmv_ordered: {sum: gmv}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "DATA108"
NAME = "basis-differs"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

CLEAR = ("ordered", "paid", "settled")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every summed amount whose metric stands on another rung of the money ladder than its source."""
    for source in workspace.all("source").values():
        for written, measure in source.data.metrics.items():
            basis = source.data.basis(written)
            id_ = workspace.metric_id(written)
            metric = workspace.metrics[id_] if id_ is not None else None
            if metric is None or metric.unit != "money" or measure.sum is None or basis not in CLEAR:
                continue
            if metric.basis in CLEAR and metric.basis != basis:
                said = message("rules.basis_differs", metric=written, wanted=metric.basis, basis=str(basis))
                where = ("metrics", written, "basis") if measure.basis is not None else ("money", "basis")
                related = ((source.at(*where), message("rules.basis_differs_source", basis=str(basis))),)
                yield Problem(source.at("metrics", written, key=True), said, related)
