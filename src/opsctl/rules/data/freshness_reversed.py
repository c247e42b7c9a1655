"""
A source calls old data an error before it warns of it.

`warn_after` is the first sign and `error_after` the end of patience. The other way round the warning never comes.

Fails:

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
freshness: {warn_after: 7d, error_after: 2d}
metrics:
  gmv_paid: {sum: gmv}
```

```text
sources/shop-daily.yaml:6:25: error DATA110 freshness-reversed: warns after 7 days but errs after 2; a warning before the error is expected, swap them
    6 | freshness: {warn_after: 7d, error_after: 2d}
      |                         ^^
```

Passes:

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
freshness: {warn_after: 2d, error_after: 7d}
metrics:
  gmv_paid: {sum: gmv}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "DATA110"
NAME = "freshness-reversed"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every source whose warning comes after its error."""
    for source in workspace.all("source").values():
        fresh = source.data.freshness
        if fresh is None or fresh.warn_after is None or fresh.error_after is None:
            continue
        if fresh.warn_after > fresh.error_after:
            said = message("rules.freshness_reversed", warn=fresh.warn_after, error=fresh.error_after)
            yield Problem(source.at("freshness", "warn_after"), said)
