"""
Two sources give the same number of a store.

They are never added. Where both say the same nothing is lost; where they differ nobody knows which is right, so the
value is missing. Keep one source, or cut them by date with `where`.

Fails:

```yaml sources/other.yaml
files: actuals/other.csv
grain: days
columns: {day: 日期, gmv: 支付金额}
store: {other: tmall-flagship}
day: day
metrics: {gmv_paid: {sum: gmv}}
```

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```csv actuals/other.csv
日期,支付金额
2026-06-01,5000
2026-06-02,5100
```

```text
error: paid GMV of Tmall flagship comes from several sources (other, shop-daily) at once, 2 times (2026-06-01 to 2026-06-02); where they differ it is missing  ACT119 actuals-given-twice
```

Passes:

```csv actuals/other.csv
日期,支付金额
2026-05-31,5100
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Severity
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.told import told

CODE = "ACT119"
NAME = "actuals-given-twice"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


KINDS = frozenset({"given-twice"})


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the series that several sources give."""
    return told(evidence, KINDS)
