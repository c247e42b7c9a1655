"""
A store has sales on a day on which it is closed on purpose.

Either the calendar or the store's dates are wrong, or the export belongs to another store. Closed are days before
`opened` and after `closed`, days marked `closed` in the calendar and days that an event lifts by zero.

Fails:

```yaml calendar/2026.yaml
marked:
  - {from: 2026-06-02, until: 2026-06-02, what: closed, why: 盘点}
```

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```text
warning Tmall flagship: paid GMV of 5200 on 1 day(s) on which the store is closed (2026-06-02); mend the calendar or the store's dates, or see whose data it is  ACT112 actuals-on-closed-day
```

Passes:

```yaml calendar/2026.yaml
marked:
  - {from: 2026-06-04, until: 2026-06-04, what: closed, why: 盘点}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Severity, message
from opsctl.reviewing.gate.doubt import Doubt, dates
from opsctl.reviewing.gate.evidence import Evidence

CODE = "ACT112"
NAME = "actuals-on-closed-day"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


_SALES = ("gmv_paid", "orders_paid")


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the stores that sold on closed days."""
    for scope in evidence.scopes:
        for metric in _SALES:
            sales = evidence.days_of(scope, metric)
            sold = tuple(day for day, value in sales.items() if value > 0 and evidence.shut(scope, day))
            if sold:
                total = sum(sales[day] for day in sold)
                said = message("gate.on_closed_day", count=len(sold), days=dates(sold), metric=metric, value=f"{total}")
                yield Doubt(said, evidence.source_of(scope, metric), scope, (metric,), sold)
                break
