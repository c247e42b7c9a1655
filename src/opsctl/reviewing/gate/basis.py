"""
Stores or sources count one amount on different bases.

Paid and settled sales do not add up: the sum would be neither. There is no sum until `money.basis` of the sources
agrees; each store keeps its own number.

Fails:

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: company
```

```yaml sources/tmall.yaml
files: actuals/tmall.csv
grain: days
columns: {day: 日期, gmv: 支付金额}
store: {other: tmall-flagship}
day: day
money: {basis: paid, tax: included}
metrics: {gmv_paid: {sum: gmv}}
```

```yaml sources/jd.yaml
files: actuals/jd.csv
grain: days
columns: {day: 日期, gmv: 支付金额}
store: {other: jd-pop}
day: day
money: {basis: settled, tax: included}
metrics: {gmv_paid: {sum: gmv}}
```

```csv actuals/tmall.csv
日期,支付金额
2026-06-01,5000
2026-06-02,5200
```

```csv actuals/jd.csv
日期,支付金额
2026-06-01,5000
2026-06-02,5200
```

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
```

```text
error: paid GMV is counted on two bases, settled in 京东店 and paid in Tmall flagship; they do not add up, so there is no sum  ACT113 actuals-mixed-bases
```

Passes:

```yaml sources/jd.yaml
files: actuals/jd.csv
grain: days
columns: {day: 日期, gmv: 支付金额}
store: {other: jd-pop}
day: day
money: {basis: paid, tax: included}
metrics: {gmv_paid: {sum: gmv}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Severity
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.told import told

CODE = "ACT113"
NAME = "actuals-mixed-bases"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


KINDS = frozenset({"other-money", "mixed-bases"})


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the sums that have no basis."""
    return told(evidence, KINDS)
