"""
A goal says `inherited`, but no sheet above hands anything down.

An inherited goal is this scope's share of a split further up. Where no sheet above divides that metric over this
scope there is no number, and the scope silently has no goal.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
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
  net_sales: inherited
```

```text
targets/2026/tmall-flagship.yaml:3:3: error GOAL125 inherited-from-nowhere: net_sales of tmall-flagship says inherited, but no sheet above divides it over this scope; add a split there, or type a number here
    3 |   net_sales: inherited
      |   ^^^^^^^^^
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    split: {weights: {tmall-flagship: 1}}
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
goals:
  net_sales: inherited
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import additive
from opsctl.planning.division import children_in
from opsctl.planning.goals import goals_by_id
from opsctl.rules.echo import cascade_is_sound
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL125"
NAME = "inherited-from-nowhere"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal of a team or store that is said to come down and does not."""
    sound = {year: cascade_is_sound(workspace, year) for year in workspace.years()}
    for each in standing_goals(workspace):
        if each.goal.value != "inherited" or each.metric is None or not sound[each.year]:
            continue
        place = workspace.get("team", each.scope) or workspace.get("store", each.scope)
        if place is not None and not _comes_down(workspace, each):
            yield Problem(
                each.at("value"), message("rules.inherited_from_nowhere", metric=each.written, scope=each.scope)
            )


def _comes_down(workspace: Workspace, each: Standing) -> bool:
    """Whether a sheet above divides the metric over this scope, or over stores below it; a ratio need only be there."""
    if each.metric is None:
        return False
    for owner in workspace.above(each.scope):
        sheet = workspace.sheet(owner, each.year)
        _, goal = goals_by_id(workspace, sheet).get(each.metric.id, ("", None))
        if goal is None:
            continue
        if not additive(each.metric):
            return True
        if goal.split is not None:
            over_stores_of_a_team = goal.split.over == "stores" and workspace.exists("team", each.scope)
            return over_stores_of_a_team or each.scope in children_in(workspace, owner, goal.split, each.year)
    return False
