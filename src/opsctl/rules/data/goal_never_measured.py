"""
A goal's metric is measured by no source.

M of SMART: a goal that no import can fill is decided by opinion. The metric itself, or everything it is computed
from, has to come from a source that feeds the scope or a store below it. Silent where the scope has no source at all,
which is another rule's finding.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  gmv_paid: {sum: gmv}
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
curve: shop
goals:
  csat: {value: 92%, baseline: {period: 2025, value: 90%}}
```

```text
targets/2026/tmall-flagship.yaml:4:3: warning DATA106 goal-never-measured: no source gives satisfied, rated of tmall-flagship, so the goal csat can never be reviewed; map it in a source, or drop the goal
    4 |   csat: {value: 92%, baseline: {period: 2025, value: 90%}}
      |   ^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额, orders: 订单数}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  gmv_paid: {sum: gmv}
  orders_paid: {sum: orders}
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/tmall-flagship.yaml
owner: li-na
curve: shop
goals:
  aov_order: {value: 192, baseline: {period: 2025, value: 188}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.metrics import Metric
from opsctl.metrics.algebra import inputs
from opsctl.rules.echo import all_readable
from opsctl.rules.sheets import standing_goals
from opsctl.workspace import Workspace

CODE = "DATA106"
NAME = "goal-never-measured"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every goal of a team or store that its sources cannot fill, with what they would have to give."""
    if not all_readable(workspace, "source", "metric"):
        return
    whole = all_readable(workspace, "store", "team")
    given = _given(workspace)
    below: dict[str, Set[str]] = {}
    for each in standing_goals(workspace):
        if each.metric is None or not (
            workspace.get("store", each.scope) or (whole and workspace.get("team", each.scope))
        ):
            continue
        if each.scope not in below:
            owners = (each.scope, *(store.id for store in workspace.stores_under(each.scope)))
            below[each.scope] = set().union(*(given.get(owner, ()) for owner in owners))
        measured = below[each.scope]
        missing = _missing(each.metric.id, measured, workspace.metrics) if measured else ()
        if missing:
            said = message("rules.goal_never_measured", metric=each.written, scope=each.scope, missing=Listed(missing))
            yield Problem(each.at(key=True), said)


def _given(workspace: Workspace) -> Mapping[str, Set[str]]:
    """The metrics that sources give of each scope as a whole."""
    found: dict[str, set[str]] = {}
    for source in workspace.all("source").values():
        if source.data.member is not None:
            # Values of channels or products are never added up to the whole.
            continue
        metrics = {workspace.metric_id(written) or written for written in source.data.metrics}
        for scope in source.data.store.scopes:
            found.setdefault(scope, set()).update(metrics)
    return found


def _missing(metric: str, measured: Set[str], metrics: Mapping[str, Metric]) -> tuple[str, ...]:
    """What would have to be measured too; formulas that lead back to themselves are not in the dictionary."""
    if metric in measured:
        return ()
    below = inputs(metrics[metric])
    if not below:
        return (metric,)
    return tuple(dict.fromkeys(leaf for part in below for leaf in _missing(part, measured, metrics)))
