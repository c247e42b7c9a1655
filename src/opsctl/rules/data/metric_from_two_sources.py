"""
Two sources give the same metric of the same store.

One number needs one origin. Where two sources give the same days, days on which they differ count as missing; only
those on which they agree are kept. Sources of days and sources of whole periods do not meet, and neither do two whose
`where` cuts them by date.

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
metrics:
  gmv_paid: {sum: gmv}
```

```yaml sources/shop-export.yaml
files: actuals/export/*.csv
grain: days
columns: {day: 统计日期, shop: 店铺, gmv: 成交金额}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  gmv_paid: {sum: gmv}
```

```text
sources/shop-export.yaml:7:3: warning DATA103 metric-from-two-sources: gmv_paid of tmall-flagship comes from several sources (shop-daily, shop-export), and days on which they differ count as missing; one is expected, drop the others or cut them by date in where
    7 |   gmv_paid: {sum: gmv}
      |   ^^^^^^^^
  → sources/shop-daily.yaml:7:3: gmv_paid is given here too
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
metrics:
  gmv_paid: {sum: gmv}
```

```yaml sources/ads.yaml
files: actuals/ads/*.csv
grain: days
columns: {day: 统计日期, shop: 店铺, spend: 花费}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics:
  ad_spend: {sum: spend}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Place, Problem, Severity, message, some
from opsctl.records.source import Source
from opsctl.workspace import Workspace

CODE = "DATA103"
NAME = "metric-from-two-sources"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

SHOWN = 5


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each metric of a source that an earlier source gives too, once, with the scopes."""
    first: dict[tuple[str, str, bool], tuple[str, Place]] = {}
    for id_, source in workspace.all("source").items():
        for metric in () if _cut_by_date(source.data) else source.data.metrics:
            known = workspace.metric_id(metric) or metric
            at = source.at("metrics", metric, key=True)
            keys = [(known, scope, source.data.period is None) for scope in source.data.store.scopes]
            taken = [(key[1], *first[key]) for key in keys if key in first]
            if taken:
                names = some([scope for scope, *_ in taken], SHOWN)
                others = {other: place for _, other, place in taken}
                said = message(
                    "rules.metric_from_two_sources", metric=metric, scopes=names, sources=Listed((*others, id_))
                )
                note = message("rules.metric_from_two_sources_other", metric=metric)
                yield Problem(at, said, tuple((place, note) for place in others.values()))
            for key in keys:
                first.setdefault(key, (id_, at))


def _cut_by_date(source: Source) -> bool:
    """Whether every file is limited to some days, as people do where one export takes over from another."""
    tests = ("before", "from")
    return any(condition.test[0] in tests for condition in source.where) or all(
        any(condition.test[0] in tests for condition in file.where) for file in source.files
    )
