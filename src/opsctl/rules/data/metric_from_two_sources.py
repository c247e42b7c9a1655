"""
Two sources give the same metric of the same store.

One number needs one origin. Where two sources give the same days, days on which they differ count as missing; only
those on which they agree are kept. Sources of days and sources of whole periods do not meet, and neither do two whose
`where` cuts them by date, those that only cut a number by channel or product, or those that all say `adds: true`.

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
# A metric, a scope, whether by day, and of which member of which dimension; None: the whole.
_Key = tuple[str, str, bool, tuple[str, str] | None]


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each metric of a source that an earlier source gives too, once, with the scopes."""
    first: dict[_Key, tuple[str, Place, bool]] = {}
    for id_, source in workspace.all("source").items():
        for metric, measure in () if _cut_by_date(source.data) else source.data.metrics.items():
            at = source.at("metrics", metric, key=True)
            keys = _keys(source.data, workspace.metric_id(metric) or metric)
            known = [(key[1], *first[key]) for key in keys if key in first]
            taken = [(scope, other, place) for scope, other, place, adds in known if not (adds and measure.adds)]
            if taken:
                names = some(list(dict.fromkeys(scope for scope, *_ in taken)), SHOWN)
                others = {other: place for _, other, place in taken}
                said = message(
                    "rules.metric_from_two_sources", metric=metric, scopes=names, sources=Listed((*others, id_))
                )
                note = message("rules.metric_from_two_sources_other", metric=metric)
                yield Problem(at, said, tuple((place, note) for place in others.values()))
            for key in keys:
                first.setdefault(key, (id_, at, measure.adds))


def _keys(source: Source, metric: str) -> list[_Key]:
    """What a source says it knows of a metric: of each scope the whole, or the members that it is known to name."""
    by_day = source.period is None
    if source.member is None:
        return [(metric, scope, by_day, None) for scope in source.store.scopes]
    name, found = source.member
    members = dict.fromkeys((*found.map.values(), *([found.other] if found.other else [])))
    return [(metric, scope, by_day, (name, member)) for scope in source.store.scopes for member in members]


def _cut_by_date(source: Source) -> bool:
    """Whether every file is limited to some days, as people do where one export takes over from another."""
    tests = ("before", "from")
    return any(condition.test[0] in tests for condition in source.where) or all(
        any(condition.test[0] in tests for condition in file.where) for file in source.files
    )
