"""
Two files of a source give the same days or orders.

Of a day that two files give, the later file counts and the change is told. Order lines that stand in two files are
added twice; `keys` in the source say which lines are the same, or `where` keeps the files apart.

Fails:

```yaml sources/shop-daily.yaml
files: actuals/*.csv
grain: lines
columns: {day: 日期, order: 订单编号, gmv: 支付金额}
store: {other: tmall-flagship}
day: day
metrics: {gmv_paid: {sum: gmv}, orders_paid: {count_distinct: order}}
```

```csv actuals/a.csv
日期,订单编号,支付金额
2026-06-01,1001,300
2026-06-02,1002,200
```

```csv actuals/b.csv
日期,订单编号,支付金额
2026-06-02,1002,200
2026-06-03,1003,250
```

```text
warning actuals/b.csv: has the same orders as actuals/a.csv (2026-06-02 to 2026-06-02), which may count them twice; keep them apart with before/from under where  ACT104 actuals-overlap
```

Passes:

```csv actuals/b.csv
日期,订单编号,支付金额
2026-06-03,1003,250
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Severity
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.told import told

CODE = "ACT104"
NAME = "actuals-overlap"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


KINDS = frozenset({"replaced", "overlap", "line-again", "restated"})


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the days and orders that several files give."""
    return told(evidence, KINDS)
