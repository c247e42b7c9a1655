"""
Money of another currency has no budget rate, so it cannot be added.

Dollars and yuan are no sum. Write the year's budget rate in `fx/`; until then the amount is left out and told. So is
an amount in a file that carries the sign of another currency than the source's, such as `MX$` among dollars.

Fails:

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: company
```

```yaml sources/jd.yaml
files: actuals/jd.csv
grain: days
columns: {day: 日期, gmv: 支付金额}
store: {other: jd-pop}
day: day
currency: USD
metrics: {gmv_paid: {sum: gmv}}
```

```csv actuals/jd.csv
日期,支付金额
2026-06-01,5000
2026-06-02,5200
```

```text
error: paid GMV of 京东店 is in USD and the workspace in CNY; 2026 has no budget rate, so it is neither converted nor added; write fx/2026.yaml  ACT114 actuals-mixed-currencies
```

Passes:

```yaml fx/2026.yaml
budget: {USD: 7.10}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Severity
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.told import told

CODE = "ACT114"
NAME = "actuals-mixed-currencies"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


KINDS = frozenset({"no-rate", "currency-mix"})


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield the amounts that no rate converts, and those under the sign of another currency."""
    return told(evidence, KINDS)
