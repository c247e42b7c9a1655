"""
A source has data for days that are still to come.

A day in the future is a date that was read or written wrongly: month and day swapped, a forecast in the export, a
planned row. Such days are not judged. A period that is over is not asked about what came after it.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
2026-06-12,旗舰店,5000,50,48,1200,600,200
```

```text
error Tmall flagship: 1 day(s) are still to come (2026-06-12, today is 2026-06-08); see whether month and day are swapped or rows are forecasts  ACT115 actuals-future
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
from datetime import date

from opsctl.diagnostics import Severity, message
from opsctl.reviewing.gate.doubt import Doubt, dates
from opsctl.reviewing.gate.evidence import Evidence

CODE = "ACT115"
NAME = "actuals-future"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the stores that have days after today, once for all metrics of a source."""
    if evidence.today > evidence.period.last:
        return
    for scope in evidence.scopes:
        ahead: dict[tuple[str, tuple[date, ...]], list[str]] = {}
        for metric in evidence.series[scope]:
            whole = evidence.facts.daily[scope, metric]
            days = tuple(day for day in whole if day > evidence.today)
            if days:
                ahead.setdefault((evidence.source_of(scope, metric), days), []).append(metric)
        for (source, days), metrics in ahead.items():
            said = message("gate.future", count=len(days), days=dates(days), today=f"{evidence.today}")
            yield Doubt(said, source, scope, tuple(metrics), days)
