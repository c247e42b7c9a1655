"""
Goals contradict each other: one number is said twice, and differently.

Sales are visitors × conversion × order value, net sales are paid sales less refunds. Where all numbers of such an
identity are written and do not agree, nobody can meet them all. The rounding in which numbers are shown is no
contradiction. Splits by weights of their own are held against each other in the same way.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  gmv_paid: 1200万
  visitors: 400万
  cvr: 1.25%
  aov_buyer: 200
```

```text
targets/2026/company.yaml:3:3: error GOAL132 contradicting-goals: gmv_paid 12,000,000 but visitors × cvr × aov_buyer = 10,000,000 (gap +20.0 %); they should agree, change one of them or let one be derived
    3 |   gmv_paid: 1200万
      |   ^^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  gmv_paid: 1200万
  visitors: derived
  cvr: 1.25%
  aov_buyer: 200
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.planning.cascade import cascade
from opsctl.rules.echo import cascade_is_sound
from opsctl.workspace import Workspace

CODE = "GOAL132"
NAME = "contradicting-goals"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade of each year found under this name, unless it misses records."""
    for year in workspace.years():
        if cascade_is_sound(workspace, year):
            yield from (found.problem for found in cascade(workspace, year).findings if found.rule == NAME)
