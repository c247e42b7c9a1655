"""
A value is negative that cannot be.

Nobody has minus three visitors. Counts, and amounts of orders, payments, refunds and spend are zero or more; a
negative one comes from a wrong column, a correction booked on the wrong day or a sign turned twice. The day is not
judged.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,-1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```text
error Tmall flagship: visitors is negative on 1 day(s) (2026-06-02), -1250 on 2026-06-02; zero or more is expected, see whether the column and its sign are right  ACT107 actuals-impossible
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
from opsctl.metrics import additive
from opsctl.metrics.metric import Metric
from opsctl.reviewing.gate.doubt import Doubt, dates
from opsctl.reviewing.gate.evidence import Evidence

CODE = "ACT107"
NAME = "actuals-impossible"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


_AMOUNTS = ("refund_amount", "ad_spend")
_BASES = ("ordered", "paid")


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the metrics of each store that are below zero, with their days."""
    for scope, found in evidence.series.items():
        for metric, days in found.items():
            below = tuple(day for day, value in days.items() if value < 0)
            if below and never_negative(evidence.metrics[metric]):
                said = message(
                    "gate.impossible", metric=metric, count=len(below), days=dates(below),
                    value=f"{days[below[0]]}", day=f"{below[0]}",
                )  # fmt: skip
                yield Doubt(said, evidence.source_of(scope, metric), scope, (metric,), below)


def never_negative(metric: Metric) -> bool:
    """Whether a metric is a count, or money that only ever comes in or goes out."""
    if not additive(metric) or metric.parts:
        return False
    return metric.unit == "count" or metric.id in _AMOUNTS or (metric.unit == "money" and metric.basis in _BASES)
