"""
A store is fed by no source, while others are.

What is not measured cannot be reviewed: the team's totals stay empty, because a missing store is not a store without
sales. Stores closed before the last year with sheets are left alone, and so is a workspace without any source.

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

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
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

```text
stores/jd-pop.yaml:1:1: warning DATA105 store-without-source: no source gives numbers of jd-pop, so its goals can never be reviewed; add it to store.map of a source
    1 | name: 京东店
      | ^^^^^^^^^^^^
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

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: company
```

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额}
store: {column: shop, map: {旗舰店: tmall-flagship, 京东店: jd-pop}}
day: day
metrics:
  gmv_paid: {sum: gmv}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.echo import all_readable
from opsctl.workspace import Workspace

CODE = "DATA105"
NAME = "store-without-source"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every store that no source maps."""
    sources = workspace.all("source").values()
    if not sources or not all_readable(workspace, "source"):
        return
    # Values of channels or products are never added up to the store's own.
    fed = {scope for source in sources if source.data.member is None for scope in source.data.store.scopes}
    year = max(workspace.years(), default=None)
    for id_, store in workspace.all("store").items():
        closed = store.data.closed
        if id_ not in fed and (closed is None or year is None or closed >= date(year, 1, 1)):
            yield Problem(store.at(), message("rules.store_without_source", store=id_))
