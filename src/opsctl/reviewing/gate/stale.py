"""
A source has had no new data for longer than its `freshness` allows.

A review of days that are not there yet judges half a week. The age is counted from the last day that a store has to
the last day of the period, or to today while the period is not over. From `error_after` on it is an error.

Fails:

```yaml sources/shop-daily.yaml
files: actuals/shop-daily.csv
grain: days
columns: {day: 日期, shop: 店铺, gmv: 支付金额}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics: {gmv_paid: {sum: gmv}}
freshness: {warn_after: 2d, error_after: 7d}
```

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```

```text
warning Tmall flagship: the last day is 2026-06-03, 4 days before 2026-06-07 (at most 2 are expected); bring the export up to date  ACT101 actuals-stale
```

Passes:

```yaml sources/shop-daily.yaml
files: actuals/shop-daily.csv
grain: days
columns: {day: 日期, shop: 店铺, gmv: 支付金额}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics: {gmv_paid: {sum: gmv}}
freshness: {warn_after: 2d, error_after: 7d}
```

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5000,50,48,1200,600,200
2026-06-03,旗舰店,5000,50,48,1200,600,200
2026-06-04,旗舰店,5000,50,48,1200,600,200
2026-06-05,旗舰店,5000,50,48,1200,600,200
2026-06-06,旗舰店,5000,50,48,1200,600,200
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Severity, message
from opsctl.records.source import Freshness
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence, gives_days
from opsctl.workspace import Loaded

CODE = "ACT101"
NAME = "actuals-stale"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield every open store whose newest day is older than its source's patience, or that has none."""
    broken = {trouble.source for trouble in evidence.troubles() if trouble.severity is Severity.ERROR}
    for source in evidence.sources():
        fresh = source.data.freshness
        if fresh is None or not gives_days(evidence.workspace, source.id):
            continue
        for scope, last in _newest(evidence, source):
            if last is None and source.id not in broken:
                yield Doubt(message("gate.never"), source.id, scope)
            elif last is not None:
                yield from _old(evidence, source.id, scope, last, fresh)


def _old(evidence: Evidence, source: str, scope: str, last: date, fresh: Freshness) -> Iterator[Doubt]:
    age = (evidence.counted_to - last).days
    late = fresh.error_after is not None and age > fresh.error_after
    limit = fresh.error_after if late else fresh.warn_after
    if limit is not None and age > limit:
        said = message("gate.stale", day=f"{last}", days=age, to=f"{evidence.counted_to}", limit=limit)
        yield Doubt(said, source, scope, severity=Severity.ERROR if late else Severity.WARNING)


def _newest(evidence: Evidence, source: Loaded) -> Iterator[tuple[str, date | None]]:
    """The last day, not in the future, that each open store has from a source; None where it has none."""
    for scope in evidence.scopes:
        if scope in source.data.store.scopes and not evidence.shut(scope, evidence.counted_to):
            found = list(_last_days(evidence.facts, source, scope))
            yield scope, min(max(found), evidence.counted_to) if found else None


def _last_days(facts: Facts, source: Loaded, scope: str) -> Iterator[date]:
    """The last days of what a source gives of a store: its whole, its part of a sum, or its channels or products."""
    for metric in source.data.metrics:
        for part in facts.parts.get((scope, metric), ()):
            if part.source == source.id and part.days:
                yield max(part.days)
        last = facts.until.get((scope, metric))
        if (
            last is not None
            and source.id in facts.origin.get((scope, metric), ())
            and (scope, metric) not in facts.parts
        ):
            yield last
    if source.data.member is not None:
        for (owner, dimension, _, metric), days in facts.members.items():
            if (owner, dimension) == (scope, source.data.member[0]) and metric in source.data.metrics and days:
                yield max(days)
