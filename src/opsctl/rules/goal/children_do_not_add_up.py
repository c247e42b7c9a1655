"""
Child goals add up to something else than their parent.

A parent's goal is a promise made upwards, and its children are how it is kept. Where they add up to less, part of it
belongs to nobody; where they add up to more, two numbers for one thing are in the world. A split with
`policy: at_least` lets the children promise more, `aligned` links the goals without adding them.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: 2000万
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  net_sales: 1450万
```

```yaml targets/2026/jd-pop.yaml
owner: li-na
goals:
  net_sales: 500万
```

```text
targets/2026/company.yaml:3:3: error GOAL102 children-do-not-add-up: net_sales of company is 20000000.00, its children add up to 19500000.00, a gap of -500000.00; they should be equal
    3 |   net_sales: 2000万
      |   ^^^^^^^^^
  → targets/2026/jd-pop.yaml:3:3: jd-pop has 5000000
  → targets/2026/tmall-flagship.yaml:3:3: tmall-flagship has 14500000
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: 2000万
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  net_sales: 1450万
```

```yaml targets/2026/jd-pop.yaml
owner: li-na
goals:
  net_sales: 550万
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.planning.cascade import cascade
from opsctl.rules.echo import cascade_is_sound
from opsctl.workspace import Workspace

CODE = "GOAL102"
NAME = "children-do-not-add-up"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade of each year found under this name, unless it misses records."""
    for year in workspace.years():
        if cascade_is_sound(workspace, year):
            yield from (found.problem for found in cascade(workspace, year).findings if found.rule == NAME)
