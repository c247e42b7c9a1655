"""
A goal says `derived`, but nothing in its sheet leads to it.

Derived goals follow from others: buyers from paid sales and order value, visitors from buyers and conversion. With one of them missing there is no number, and every cell below it is missing too.

Fails:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  gmv_paid: 2000万
  buyers_paid: derived
```

```text
targets/2026/company.yaml:4:3: error GOAL105 goal-not-derivable: goal buyers_paid says derived, but nothing in this sheet leads to it; add the goals it follows from, or type a number
    4 |   buyers_paid: derived
      |   ^^^^^^^^^^^
```

Passes:

```yaml targets/2026/company.yaml
owner: li-na
goals:
  gmv_paid: 2000万
  buyers_paid: derived
  aov_buyer: 198
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.planning.cascade import cascade
from opsctl.workspace import Workspace

CODE = "GOAL105"
NAME = "goal-not-derivable"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade of each year found under this name."""
    for year in workspace.years():
        yield from (found.problem for found in cascade(workspace, year).findings if found.rule == NAME)
