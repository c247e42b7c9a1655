"""
An export has no column of a name that the source maps.

Platforms rename columns without notice. A file whose header does not fit is left out as a whole, for half a row is
worse than none; so its days are missing. Give the new name beside the old one: `gmv: [支付金额, 成交金额]`.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,成交总额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
```

```text
error actuals/shop-daily.csv: the file has no column 支付金额  ACT105 actuals-header
```

Passes:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Severity
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.told import told

CODE = "ACT105"
NAME = "actuals-header"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


KINDS = frozenset({"no-header", "column-type", "header-twice", "unknown-header", "no-column"})


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the files whose header does not fit."""
    return told(evidence, KINDS)
