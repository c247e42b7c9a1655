"""
A store has orders on a day without visitors.

Zero visitors beside orders are rarely true: the traffic report was exported before it was complete, or counts another
store.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,0,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```text
warning Tmall flagship: orders without a visitor on 1 day(s) (2026-06-02), 52 on 2026-06-02; export the traffic again  ACT109 actuals-orders-without-visitors
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

CODE = "ACT109"
NAME = "actuals-orders-without-visitors"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the stores that have such days."""
    for scope in evidence.scopes:
        visitors = evidence.days_of(scope, "visitors")
        orders = evidence.days_of(scope, "orders_paid") or evidence.days_of(scope, "buyers_paid")
        alone = tuple(day for day, count in orders.items() if count > 0 and visitors.get(day) == 0)
        if alone:
            said = message(
                "gate.unvisited", count=len(alone), days=dates(alone), day=f"{alone[0]}", orders=f"{orders[alone[0]]}"
            )
            yield Doubt(said, evidence.source_of(scope, "visitors"), scope, ("visitors",), alone)
