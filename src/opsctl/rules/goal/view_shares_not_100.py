"""
The channel or product shares of a goal do not add up to 100 %.

Channels, and products, are another view of a store's own number, so together they are all of it. Where they add up to
97 %, three hundredths of the goal come from nowhere.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    channels: {search: 50%, recommend: 30%, live: 17%}
```

```text
targets/2026/company.yaml:5:5: error GOAL112 view-shares-not-100: the channel shares of net_sales add up to 97%, a gap of -3%; 100% is expected, mend a share
    5 |     channels: {search: 50%, recommend: 30%, live: 17%}
      |     ^^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    channels: {search: 50%, recommend: 30%, live: 20%}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.sheets import percent, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL112"
NAME = "view-shares-not-100"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal whose channels or products do not make up the whole, with the sum and the gap."""
    for each in standing_goals(workspace):
        for view, shares in (("channels", each.goal.channels), ("products", each.goal.products)):
            total = sum(shares.values(), Decimal(0))
            if shares and total != 1:
                numbers = {"total": percent(total), "gap": percent(total - 1)}
                said = message(f"rules.{view}_not_100", metric=each.written, **numbers)
                yield Problem(each.at(view, key=True), said)
