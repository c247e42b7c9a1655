"""
A source gives the same column as two metrics.

Two metrics are two definitions, so one number cannot be both: paid sales are not net sales, and buyers are not
orders. One of the two lines most likely names the wrong column.

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
metrics:
  gmv_paid: {sum: gmv}
  net_sales: {sum: gmv}
```

```text
sources/shop-daily.yaml:8:3: warning DATA102 column-measured-twice: net_sales and gmv_paid are the same number; each metric is expected to have its own column, mend one of them
    8 |   net_sales: {sum: gmv}
      |   ^^^^^^^^^
  → sources/shop-daily.yaml:7:3: gmv_paid is here
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
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额, net: 净销售额}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  gmv_paid: {sum: gmv}
  net_sales: {sum: net}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Hashable, Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.records.source import Measure, Source
from opsctl.workspace import Workspace

CODE = "DATA102"
NAME = "column-measured-twice"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every metric that is computed exactly as one before it."""
    for source in workspace.all("source").values():
        first: dict[Hashable, tuple[str, Place]] = {}
        for metric, measure in source.data.metrics.items():
            how, at = _how(source.data, measure), source.at("metrics", metric, key=True)
            if how in first:
                other, place = first[how]
                said = message("rules.column_measured_twice", one=metric, two=other)
                related = ((place, message("rules.column_measured_twice_first", metric=other)),)
                yield Problem(at, said, related)
            first.setdefault(how, (metric, at))


def _how(source: Source, measure: Measure) -> Hashable:
    """What is computed, in headers, because two aliases may name one column."""
    terms = [(term.negative, term.factors) for term in measure.sum.terms] if measure.sum is not None else []
    columns = terms or [(True, (measure.count_distinct or "",))]
    files = source.files or (None,)
    headers = [
        tuple(sorted((negative, *sorted(source.titles(file, alias) for alias in names)) for negative, names in columns))
        for file in files
    ]
    return (tuple(headers), measure.sum is None, measure.of)
