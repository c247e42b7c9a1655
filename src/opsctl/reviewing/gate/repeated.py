"""
Rows of an export repeat each other, or one store has several rows for one day.

An export that was pasted twice doubles the sales. Rows for one store and day are added, because nobody can tell which
is right, and that is an error; lines that are the same in all columns are only told.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-02,旗舰店,4800,47,45,1150,590,260
2026-06-03,旗舰店,5000,50,48,1200,600,200
```

```text
error actuals/shop-daily.csv: several rows for one store and day (1 days, from 2026-06-02 to 2026-06-02) were added; one row is expected, delete the others  ACT103 actuals-repeated
```

Passes:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Severity
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.told import told

CODE = "ACT103"
NAME = "actuals-repeated"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


KINDS = frozenset({"day-twice", "period-twice", "repeated"})


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield what reading counted twice."""
    return told(evidence, KINDS)
