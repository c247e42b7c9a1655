"""
A source maps one store name to two scopes.

Names are matched exactly as exports write them. Two spellings that differ by spaces, width or case alone are one name
to everybody else; where they lead to different stores, one line of the export lands in the wrong one.

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

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额}
store: {column: shop, map: {"晨禾 Home": tmall-flagship, "晨禾home": jd-pop}}
day: day
metrics:
  gmv_paid: {sum: gmv}
```

```text
sources/shop-daily.yaml:4:56: error DATA107 store-name-twice: 晨禾home and 晨禾 Home differ by spaces, width or case alone, yet lead to jd-pop and tmall-flagship; one name for one store is expected, mend one of them
    4 | store: {column: shop, map: {"晨禾 Home": tmall-flagship, "晨禾home": jd-pop}}
      |                                                          ^^^^^^^^^^
  → sources/shop-daily.yaml:4:29: 晨禾 Home is here
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

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额}
store: {column: shop, map: {"晨禾 Home": tmall-flagship, "晨禾京东店": jd-pop}}
day: day
metrics:
  gmv_paid: {sum: gmv}
```
"""  # noqa: E501

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "DATA107"
NAME = "store-name-twice"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every name that is another one but for spaces, width and case, and leads elsewhere."""
    for source in workspace.all("source").values():
        first: dict[str, tuple[str, str, Place]] = {}
        for written, scope in source.data.store.map.items():
            at = source.at("store", "map", written, key=True)
            name = "".join(unicodedata.normalize("NFKC", written).casefold().split())
            other, its_scope, place = first.setdefault(name, (written, scope, at))
            if its_scope != scope:
                said = message("rules.store_name_twice", name=written, scope=scope, other=other, its=its_scope)
                yield Problem(at, said, ((place, message("rules.store_name_twice_first", other=other)),))
