"""
A store spends on advertising on a day without a single sale.

Either the sales of the day are missing and stand as zero, or money was burned; both want a look.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,0,0,0,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```text
warning Tmall flagship: 610 spent on 1 day(s) without a sale (2026-06-02); see whether the sales were exported in full  ACT116 actuals-spend-without-sales
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
from opsctl.reviewing.gate.doubt import Doubt, dates
from opsctl.reviewing.gate.evidence import Evidence

CODE = "ACT116"
NAME = "actuals-spend-without-sales"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the stores that have such days; closed days are told elsewhere."""
    for scope in evidence.scopes:
        sales = evidence.days_of(scope, "gmv_paid")
        spend = evidence.days_of(scope, "ad_spend")
        alone = tuple(day for day, value in spend.items() if value > 0 and sales.get(day) == 0)
        if alone:
            total = sum(spend[day] for day in alone)
            said = message("gate.spend_without_sales", count=len(alone), days=dates(alone), spend=f"{total}")
            yield Doubt(said, evidence.source_of(scope, "ad_spend"), scope, ("gmv_paid",), alone)
