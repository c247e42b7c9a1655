"""
A store has more buyers than visitors on a day.

Who buys has visited, so the conversion rate would be above 100%. Usually one of the two columns is another one: buyers
of all channels beside visitors of one, or pieces instead of buyers. The day's visitors and buyers are not judged.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,25,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```text
error Tmall flagship: buyers exceed visitors on 1 day(s) (2026-06-02), 50 against 25 on 2026-06-02; see whether both columns count the same store in the same way  ACT108 actuals-buyers-above-visitors
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

CODE = "ACT108"
NAME = "actuals-buyers-above-visitors"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the stores with such days; days without any visitor are a matter of `actuals-orders-without-visitors`."""
    for scope in evidence.scopes:
        visitors = evidence.days_of(scope, "visitors")
        buyers = evidence.days_of(scope, "buyers_paid")
        above = tuple(day for day, count in buyers.items() if 0 < visitors.get(day, count) < count)
        if above:
            first = above[0]
            said = message(
                "gate.buyers_above_visitors", count=len(above), days=dates(above),
                day=f"{first}", buyers=f"{buyers[first]}", visitors=f"{visitors[first]}",
            )  # fmt: skip
            yield Doubt(said, evidence.source_of(scope, "visitors"), scope, ("buyers_paid", "visitors"), above)
