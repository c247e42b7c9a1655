"""
A source's amounts are in another currency than the stores it feeds.

Amounts are taken as they stand. Dollars in a yuan store make a seventh of the truth, and nothing in a table shows it.
Without a currency of its own a store has that of the workspace.

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
currency: USD
metrics:
  gmv_paid: {sum: gmv}
```

```text
sources/shop-daily.yaml:6:11: warning DATA109 source-in-another-currency: this source is in USD and tmall-flagship in CNY, and amounts are taken as they stand; one currency is expected, convert them or mend the currency
    6 | currency: USD
      |           ^^^
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
currency: CNY
metrics:
  gmv_paid: {sum: gmv}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "DATA109"
NAME = "source-in-another-currency"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every source whose currency is not that of a store it feeds, once, with the first such store."""
    home = workspace.settings.currency
    for source in workspace.all("source").values():
        currency = source.data.currency
        stores = [store for scope in source.data.store.scopes if (store := workspace.get("store", scope))]
        for store in stores if currency is not None else ():
            own = store.data.currency or home
            if own != currency:
                said = message("rules.source_in_another_currency", currency=currency, store=store.id, own=own)
                yield Problem(source.at("currency"), said)
                break
