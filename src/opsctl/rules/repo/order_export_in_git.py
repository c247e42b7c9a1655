"""
An export of single orders stands where git keeps it.

A list of orders says who bought what, where they live and how to reach them; in git it stays in every clone for good.
Sums of a day are all that a review needs, so such exports stay outside git (`.gitignore` as `opsctl init` writes it has
a folder for them) and `actuals load` keeps the sums. Looked at are the titles of the columns under `actuals/`: numbers
of orders, names, phones, addresses.

Fails:

```csv actuals/orders.csv
订单编号,收货人,手机号,买家实付金额,付款时间
1001,某人,138,59.00,2026-06-01 10:00:00
```

```text
actuals/orders.csv:1:1: error REPO120 order-export-in-git: this export has a column 订单编号, so it lists single orders or people; only sums of days are expected in git, so move it to actuals/orders/ and name that folder in .gitignore
```

Passes:

```text .gitignore
/actuals/orders/
```

```csv actuals/orders/june.csv
订单编号,收货人,手机号,买家实付金额,付款时间
1001,某人,138,59.00,2026-06-01 10:00:00
```

```csv actuals/shop-daily.csv
日期,店铺,支付金额
2026-06-01,旗舰店,59.00
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "REPO120"
NAME = "order-export-in-git"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
