"""
A source reads a column of personal data.

Goals and reviews need counts and amounts, never who somebody is. Names, nicknames, phone numbers, addresses and free
remarks stay in the export: leave the column out of the mapping, and count buyers by a number that names nobody. Raw
exports with such columns do not belong into git.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml sources/shop-daily.yaml
files: actuals/shop-daily/*.csv
grain: days
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额, buyer: 买家昵称}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  gmv_paid: {sum: gmv}
  buyers_paid: {count_distinct: buyer}
```

```text
sources/shop-daily.yaml:3:50: error DATA101 personal-data-column: the column 买家昵称 looks like personal data; none is expected here, leave it out and count people by a number that names nobody
    3 | columns: {day: 日期, shop: 店铺名称, gmv: 支付金额, buyer: 买家昵称}
      |                                                            ^^^^^^^^
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
columns: {day: 日期, shop: 店铺名称, gmv: 支付金额, buyer: 买家编号}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  gmv_paid: {sum: gmv}
  buyers_paid: {count_distinct: buyer}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.records.personal import looks_personal
from opsctl.workspace import Loaded, Workspace

CODE = "DATA101"
NAME = "personal-data-column"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every mapped header, and every header that a condition names, that looks like personal data."""
    for source in workspace.all("source").values():
        for at, header in _headers(source):
            if looks_personal(header):
                yield Problem(at, message("rules.personal_data_column", column=header))


def _headers(source: Loaded) -> Iterator[tuple[Place, str]]:
    data = source.data
    for alias, column in data.columns.items():
        yield from ((source.at("columns", alias), header) for header in column.header)
    for index, condition in enumerate(data.where):
        if condition.column not in data.columns:
            yield source.at("where", index, "column"), condition.column
    for at, file in enumerate(data.files):
        for alias, column in file.columns.items():
            yield from ((source.at("files", at, "columns", alias), header) for header in column.header)
        for index, condition in enumerate(file.where):
            if condition.column not in data.columns and condition.column not in file.columns:
                yield source.at("files", at, "where", index, "column"), condition.column
