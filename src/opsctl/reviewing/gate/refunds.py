"""
A store's refunds over the period are larger than its sales.

A single day may be so, a week or month hardly. Often refunds come with all stores in one file, or sales lack days.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,9000
2026-06-02,旗舰店,5200,52,50,1250,610,9000
2026-06-03,旗舰店,4800,47,45,1150,590,9000
```

```text
warning Tmall flagship: refunds of 27000 exceed sales of 15000 over 3 day(s); see whether the refunds are of this store alone and the sales complete  ACT110 actuals-refunds-above-sales
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

from opsctl.diagnostics import Severity, message
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence

CODE = "ACT110"
NAME = "actuals-refunds-above-sales"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the stores with more refunds than sales on the days that have both."""
    if len(evidence.period.days) == 1:
        return
    for scope in evidence.scopes:
        sales = evidence.days_of(scope, "gmv_paid")
        refunds = evidence.days_of(scope, "refund_amount")
        both = tuple(day for day in refunds if day in sales)
        paid, back = sum(sales[day] for day in both), sum(refunds[day] for day in both)
        if both and 0 < paid < back:
            said = message("gate.refunds_above_sales", refunds=f"{back}", sales=f"{paid}", count=len(both))
            yield Doubt(said, evidence.source_of(scope, "refund_amount"), scope, ("refund_amount",), both)
