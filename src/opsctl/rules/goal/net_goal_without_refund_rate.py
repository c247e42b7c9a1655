"""
Goals hang on net sales, but nobody says how much is refunded.

Visitors, buyers and ad spend follow from what is paid, and net sales are what is left of it. 20 million net at a refund
rate of 12 % are 22.7 million paid and need 7.65 million visitors at 1.5 % and 198, not 6.73 million. Without a refund
rate there is no number, so a net goal is never taken for a paid one.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: 2000万
  cvr: 1.5%
  aov_buyer: 198
  visitors: derived
```

```text
targets/2026/company.yaml:6:3: error GOAL131 net-goal-without-refund-rate: goal visitors hangs on net sales, but there is no refund_rate: net sales are grossed up by it first; add a goal for the refund rate
    6 |   visitors: derived
      |   ^^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: 2000万
  refund_rate: 12%
  cvr: 1.5%
  aov_buyer: 198
  visitors: derived
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.planning.cascade import cascade
from opsctl.rules.echo import cascade_is_sound
from opsctl.workspace import Workspace

CODE = "GOAL131"
NAME = "net-goal-without-refund-rate"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade of each year found under this name, unless it misses records."""
    for year in workspace.years():
        if cascade_is_sound(workspace, year):
            yield from (found.problem for found in cascade(workspace, year).findings if found.rule == NAME)
