"""
Values of an export are not understood.

What is not a number or a day is never taken as zero: it is counted, and its days are missing. Usual are `--`, `#REF!`
and text in a column of amounts.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,五千二,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```text
warning actuals/shop-daily.csv: column 支付金额: 1 values are no numbers of at most four decimals, such as “五千二”; their days are missing  ACT106 actuals-unread
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

CODE = "ACT106"
NAME = "actuals-unread"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


KINDS = frozenset(
    {
        "unread-range",
        "date-order",
        "unread-day",
        "not-a-day",
        "not-a-number",
        "lost-digits",
        "not-a-period",
        "unread-value",
        "no-day",
    }
)


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the values that reading did not understand."""
    return told(evidence, KINDS)
