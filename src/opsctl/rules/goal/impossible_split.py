"""
A goal cannot be divided as its sheet asks.

Holds and floors that add up to more than the total, or caps that add up to less, leave no answer; neither does a hold
on a period that is no month of the year. The sentence names the sums that clash. Under `fix: months` both the months of
a scope and the years below it stand; where no table meets them, it names totals and holds that clash and by how much,
and without any one of those the others agree.

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
  net_sales:
    value: 2000万
    split:
      weights: {tmall-flagship: 70, jd-pop: 30}
      hold:
        tmall-flagship: {value: 1700万, reason: 已签, owner: li-na, until: 2026-12-31}
        jd-pop: {value: 400万, reason: 已签, owner: li-na, until: 2026-12-31}
```

```text
targets/2026/company.yaml:6:7: error GOAL104 impossible-split: cannot be divided: holds and floors add up to 21000000.00, more than the total of 20000000.00
    6 |       weights: {tmall-flagship: 70, jd-pop: 30}
      |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
  net_sales:
    value: 2000万
    split:
      weights: {tmall-flagship: 70, jd-pop: 30}
      hold:
        jd-pop: {value: 400万, reason: 已签, owner: li-na, until: 2026-12-31}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.planning.cascade import cascade
from opsctl.rules.echo import cascade_is_sound
from opsctl.workspace import Workspace

CODE = "GOAL104"
NAME = "impossible-split"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"

# A floor above its own cap is said by clashing-limits, where it stands.
CROSSED = "plan.clash_crossed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade of each year found under this name, unless it misses records."""
    for year in workspace.years():
        if cascade_is_sound(workspace, year):
            for found in cascade(workspace, year).findings:
                if found.rule == NAME and found.problem.message.id != CROSSED:
                    yield found.problem
