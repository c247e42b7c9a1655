"""
A number stands beside the share that comes down from above, and the policy of that split does not allow it.

A split hands every child its share. A child may say its own number as well, and it counts for that child, so it must
not win silently: under `exact` it has to be the share, under `at_least` no less, under `within 3%` at most 3 % off. To
keep another number, hold it in the split above, so that the others make room. Where the sum of all children breaks the
policy too, children-do-not-add-up says so and this rule is silent. A person's own number for a metric that the role
owns is judged in the same way, exactly.

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
    split: {weights: {tmall-flagship: 70, jd-pop: 30}, policy: within 3%}
```

```yaml targets/2026/jd-pop.yaml
owner: li-na
goals:
  net_sales: 640万
```

```text
targets/2026/jd-pop.yaml:3:3: error GOAL151 number-beside-share: net_sales of jd-pop is 6400000.00, but company hands it 6000000.00, a difference of 400000.00 that within 3% does not allow; to keep it, hold it in the split of company
    3 |   net_sales: 640万
      |   ^^^^^^^^^
  → targets/2026/company.yaml:5:5: company divides it here
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
    split: {weights: {tmall-flagship: 70, jd-pop: 30}, policy: within 3%}
```

```yaml targets/2026/jd-pop.yaml
owner: li-na
goals:
  net_sales: 615万
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.planning.cascade import cascade
from opsctl.planning.people import people
from opsctl.rules.echo import cascade_is_sound, people_are_sound
from opsctl.workspace import Workspace

CODE = "GOAL151"
NAME = "number-beside-share"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade of each year found under this name, and what it found for people."""
    for year in workspace.years():
        if cascade_is_sound(workspace, year):
            yield from (found.problem for found in cascade(workspace, year).findings if found.rule == NAME)
            if people_are_sound(workspace):
                yield from (found.problem for found in people(workspace, year).findings if found.rule == NAME)
