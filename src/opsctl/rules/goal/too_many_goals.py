"""
One person answers for more goals in a year than anybody can pursue.

With a dozen goals each gets a twelfth of the attention, and whatever is missed there is always another one that was
met. Counted are the goals that somebody set, over all sheets of the year; those that are derived or inherited follow
from others. The threshold `goals-per-person` is 7 where `opsctl.yaml` names no other.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
checks: {thresholds: {goals-per-person: 2}}
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 2000万, baseline: {period: 2025, value: 1680万}}
  cvr: {value: 1.5%, baseline: {period: 2025, value: 1.4%}}
  aov_buyer: {value: 198, baseline: {period: 2025, value: 190}}
```

```text
targets/2026/company.yaml:1:8: warning GOAL120 too-many-goals: li-na answers for 3 goals in 2026; at most 2 are expected, hand some over or drop some
    1 | owner: li-na
      |        ^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
checks: {thresholds: {goals-per-person: 2}}
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales: {value: 2000万, baseline: {period: 2025, value: 1680万}}
  aov_buyer: {value: 198, baseline: {period: 2025, value: 190}}
```
"""  # noqa: E501

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.quantity import plain
from opsctl.rules.sheets import Standing, standing_goals
from opsctl.rules.thresholds import threshold
from opsctl.workspace import Workspace

CODE = "GOAL120"
NAME = "too-many-goals"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield everybody with too many, once a year, where the first of them stands."""
    most = threshold(workspace, "goals-per-person")
    owned: dict[tuple[int, str], list[Place]] = defaultdict(list)
    for each in standing_goals(workspace):
        if isinstance(each.goal.value, Decimal) and each.sheet.data.status != "superseded":
            owned[each.year, each.goal.owner or each.sheet.data.owner].append(_owner_place(each))
    for (year, owner), places in sorted(owned.items()):
        if len(places) > most:
            first, *others = dict.fromkeys(places)
            said = message("rules.too_many_goals", owner=owner, year=year, count=len(places), most=plain(most))
            yield Problem(first, said, tuple((place, message("rules.too_many_goals_more")) for place in others))


def _owner_place(each: Standing) -> Place:
    return each.sheet.at("owner") if each.goal.owner is None else each.at("owner")
