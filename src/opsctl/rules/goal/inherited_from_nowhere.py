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

from collections.abc import Collection, Iterator
from functools import cache

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import additive
from opsctl.planning.cascade import cascade
from opsctl.planning.dividing.division import children_in
from opsctl.rules.echo import cascade_is_sound
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "GOAL125"
NAME = "inherited-from-nowhere"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal of a team or store that is said to come down and does not."""
    goals = {(each.year, each.scope, each.metric.id): each for each in standing_goals(workspace) if each.metric}
    sound = {year: cascade_is_sound(workspace, year) for year in workspace.years()}

    # A thousand stores ask about one split above them, so its children are found once.
    @cache
    def children(year: int, owner: str, metric: str) -> Collection[str]:
        split = goals[year, owner, metric].goal.split
        return frozenset(children_in(workspace, owner, split, year)) if split is not None else ()

    for (year, scope, metric), each in goals.items():
        if each.goal.value != "inherited" or not sound[year] or (scope, metric) in cascade(workspace, year).goals:
            continue
        is_team = workspace.get("team", scope) is not None
        above = [owner for owner in workspace.above(scope) if (year, owner, metric) in goals]
        if not (is_team or workspace.get("store", scope)) or (above and not additive(workspace.metrics[metric])):
            continue
        splits = ((owner, goals[year, owner, metric].goal.split) for owner in above)
        nearest = next(((owner, split) for owner, split in splits if split is not None), None)
        # The cell of a team over whose stores somebody above divides is the sum of theirs.
        between = nearest is not None and is_team and nearest[1].over == "stores"
        if nearest is None or not (between or scope in children(year, nearest[0], metric)):
            said = message("rules.inherited_from_nowhere", metric=each.written, scope=scope)
            yield Problem(each.at("value"), said)
