"""
A source sums a metric that does not add up.

A week's conversion is not the sum of seven, and not their average either: ratios are computed from summed parts. What
is mapped here is never shown. Map the parts, for conversion buyers and visitors, and the ratio follows.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, cvr: 支付转化率}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  cvr: {sum: cvr}
```

```text
sources/shop-daily.yaml:7:3: warning DATA104 ratio-from-a-source: cvr is a ratio, which does not add up, so this is never used; map its parts buyers_paid, visitors instead
    7 |   cvr: {sum: cvr}
      |   ^^^
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
columns: {day: 日期, shop: 店铺名称, buyers: 支付买家数, visitors: 访客数}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  buyers_paid: {sum: buyers}
  visitors: {sum: visitors}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.metrics import is_ratio
from opsctl.metrics.algebra import inputs
from opsctl.workspace import Workspace

CODE = "DATA104"
NAME = "ratio-from-a-source"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every ratio that a source maps, with the parts to map instead."""
    for source in workspace.all("source").values():
        for written in source.data.metrics:
            id_ = workspace.metric_id(written)
            metric = workspace.metrics[id_] if id_ is not None else None
            if metric is not None and is_ratio(metric):
                said = message("rules.ratio_from_a_source", metric=written, parts=Listed(inputs(metric)))
                yield Problem(source.at("metrics", written, key=True), said)
