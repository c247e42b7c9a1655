"""
A file of a source, or a source as a whole, cannot be read.

The file is not there, is open in Excel, is damaged, or is in an encoding that it does not say. A source of order lines
that lacks one of its files has no true sums, so none of it counts.

Fails:

```yaml sources/shop-daily.yaml
files: [{path: actuals/shop-daily.csv}, {path: actuals/shop-daily-new.csv}]
grain: days
columns: {day: 日期, shop: 店铺, gmv: 支付金额}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics: {gmv_paid: {sum: gmv}}
```

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```text
error actuals/shop-daily-new.csv: no such file was found  ACT120 actuals-file
```

Passes:

```csv actuals/shop-daily-new.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-04,旗舰店,5000,50,48,1200,600,200
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Severity
from opsctl.reviewing.gate import basis, currency, gap, header, overlap, repeated, stores, twice, unread
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.told import told_otherwise

CODE = "ACT120"
NAME = "actuals-file"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"
_OTHERS = (basis, currency, gap, header, overlap, repeated, stores, twice, unread)
_SPOKEN_FOR = frozenset[str]().union(*(check.KINDS for check in _OTHERS))


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield what reading found and no other check speaks of."""
    return told_otherwise(evidence, _SPOKEN_FOR)
