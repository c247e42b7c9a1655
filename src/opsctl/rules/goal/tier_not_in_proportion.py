"""
A floor or stretch is not what the tier above gives this scope.

A tier that is typed on a divided goal comes down with it, in proportion to the commit values, so that the tiers below
add up to it. A tier typed below as well has to be that share; under the policy `at_least` it may be more. It never
wins silently, and tiers are never summed upwards. A tier on a goal whose commit value is zero everywhere has no
proportions to follow and is reported too.

Fails:

```yaml stores/tmall-flagship.yaml
name: Tmall flagship
platform: tmall
team: company
```

```yaml stores/jd-pop.yaml
name: JD
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid:
    value: 1000
    floor: 900
    split: {weights: {tmall-flagship: 60, jd-pop: 40}}
```

```yaml targets/2026/jd-pop.yaml
owner: li-na
goals:
  orders_paid: {value: inherited, floor: 320}
```

```text
targets/2026/jd-pop.yaml:3:42: error GOAL145 tier-not-in-proportion: floor 320 of orders_paid differs from the 360 that company's floor gives jd-pop in proportion to its commit value; write 360, or take it out
    3 |   orders_paid: {value: inherited, floor: 320}
      |                                          ^^^
  → targets/2026/company.yaml:5:12: floor 900 is set here
```

Passes:

```yaml stores/tmall-flagship.yaml
name: Tmall flagship
platform: tmall
team: company
```

```yaml stores/jd-pop.yaml
name: JD
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid:
    value: 1000
    floor: 900
    split: {weights: {tmall-flagship: 60, jd-pop: 40}}
```

```yaml targets/2026/jd-pop.yaml
owner: li-na
goals:
  orders_paid: {value: inherited, floor: 360}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.planning.tiers import tiers
from opsctl.rules.echo import cascade_is_sound
from opsctl.workspace import Workspace

CODE = "GOAL145"
NAME = "tier-not-in-proportion"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every tier that cannot be laid, or is not its share of the one above."""
    for year in workspace.years():
        if cascade_is_sound(workspace, year):
            yield from (found.problem for found in tiers(workspace, year).findings if found.rule == NAME)
