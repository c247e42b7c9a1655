"""
An export names stores that the source does not map, or lacks stores that it does.

Rows of a store that `store.map` does not know are not counted at all. A renamed shop looks like this on its first day.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
2026-06-01,旗舰店（新）,5000,50,48,1200,600,200
```

```text
warning: 1 stores are not in store.map (旗舰店（新）); 1 rows are not counted  ACT118 actuals-unknown-store
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

CODE = "ACT118"
NAME = "actuals-unknown-store"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


KINDS = frozenset({"unknown-stores", "unseen-store", "unknown-member", "unknown-store"})


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the stores that do not fit the map."""
    return told(evidence, KINDS)
