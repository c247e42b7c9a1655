"""
A split is to divide by something that gives nobody a share.

Instead of weights a split may name what to divide by: `by: headcount` takes the days that people hold roles at each
child, by their share of a full-time job, and `by: goal visitors` what each child is to reach of another metric. Where
nobody works at any child, where no child has such a goal, or where two splits wait for each other, there is nothing to
divide by.

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
  visitors:
    value: 600万
    split: {by: goal buyers_paid}
  buyers_paid:
    value: 9万
    split: {by: goal visitors}
```

```text
targets/2026/company.yaml:5:17: error GOAL152 unusable-split-key: the split of visitors waits for itself in a circle, buyers_paid → visitors → buyers_paid; write weights for one of them
    5 |     split: {by: goal buyers_paid}
      |                 ^^^^^^^^^^^^^^^^

targets/2026/company.yaml:8:17: error GOAL152 unusable-split-key: the split of buyers_paid waits for itself in a circle, buyers_paid → visitors → buyers_paid; write weights for one of them
    8 |     split: {by: goal visitors}
      |                 ^^^^^^^^^^^^^
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
  visitors:
    value: 600万
    split: {weights: {tmall-flagship: 70%, jd-pop: 30%}}
  buyers_paid:
    value: 9万
    split: {by: goal visitors}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.planning.cascade import cascade
from opsctl.rules.echo import cascade_is_sound
from opsctl.workspace import Workspace

CODE = "GOAL152"
NAME = "unusable-split-key"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade of each year found under this name, unless it misses records."""
    for year in workspace.years():
        if cascade_is_sound(workspace, year):
            yield from (found.problem for found in cascade(workspace, year).findings if found.rule == NAME)
