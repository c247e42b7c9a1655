"""
Two stores look as if their data had been swapped.

On the same days one store falls to the level of another and that one rises to the first's: the export was saved under
the wrong store's name. The level is the median of the four weeks before; stores less than three times apart are not
compared.

Fails:

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: company
```

```yaml sources/shop-daily.yaml
files: actuals/shop-daily.csv
grain: days
columns: {day: 日期, shop: 店铺, gmv: 支付金额}
store: {column: shop, map: {旗舰店: tmall-flagship, 京东店: jd-pop}}
day: day
metrics: {gmv_paid: {sum: gmv}}
```

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-05-18,旗舰店,50000,500,480,12000,6000,2000
2026-05-18,京东店,4000,40,38,900,500,100
2026-05-19,旗舰店,50000,500,480,12000,6000,2000
2026-05-19,京东店,4000,40,38,900,500,100
2026-05-20,旗舰店,50000,500,480,12000,6000,2000
2026-05-20,京东店,4000,40,38,900,500,100
2026-05-21,旗舰店,50000,500,480,12000,6000,2000
2026-05-21,京东店,4000,40,38,900,500,100
2026-05-22,旗舰店,50000,500,480,12000,6000,2000
2026-05-22,京东店,4000,40,38,900,500,100
2026-05-23,旗舰店,50000,500,480,12000,6000,2000
2026-05-23,京东店,4000,40,38,900,500,100
2026-05-24,旗舰店,50000,500,480,12000,6000,2000
2026-05-24,京东店,4000,40,38,900,500,100
2026-05-25,旗舰店,50000,500,480,12000,6000,2000
2026-05-25,京东店,4000,40,38,900,500,100
2026-05-26,旗舰店,50000,500,480,12000,6000,2000
2026-05-26,京东店,4000,40,38,900,500,100
2026-05-27,旗舰店,50000,500,480,12000,6000,2000
2026-05-27,京东店,4000,40,38,900,500,100
2026-05-28,旗舰店,50000,500,480,12000,6000,2000
2026-05-28,京东店,4000,40,38,900,500,100
2026-05-29,旗舰店,50000,500,480,12000,6000,2000
2026-05-29,京东店,4000,40,38,900,500,100
2026-05-30,旗舰店,50000,500,480,12000,6000,2000
2026-05-30,京东店,4000,40,38,900,500,100
2026-05-31,旗舰店,50000,500,480,12000,6000,2000
2026-05-31,京东店,4000,40,38,900,500,100
2026-06-01,旗舰店,50000,500,480,12000,6000,2000
2026-06-01,京东店,4000,40,38,900,500,100
2026-06-02,旗舰店,4000,40,38,900,500,100
2026-06-02,京东店,50000,500,480,12000,6000,2000
2026-06-03,旗舰店,4000,40,38,900,500,100
2026-06-03,京东店,50000,500,480,12000,6000,2000
```

```text
warning 京东店: 2 day(s) look swapped with Tmall flagship (2026-06-02~2026-06-03); see whether the two stores' files were saved under each other's name  ACT117 actuals-stores-swapped
```

Passes:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-05-18,旗舰店,50000,500,480,12000,6000,2000
2026-05-18,京东店,4000,40,38,900,500,100
2026-05-19,旗舰店,50000,500,480,12000,6000,2000
2026-05-19,京东店,4000,40,38,900,500,100
2026-05-20,旗舰店,50000,500,480,12000,6000,2000
2026-05-20,京东店,4000,40,38,900,500,100
2026-05-21,旗舰店,50000,500,480,12000,6000,2000
2026-05-21,京东店,4000,40,38,900,500,100
2026-05-22,旗舰店,50000,500,480,12000,6000,2000
2026-05-22,京东店,4000,40,38,900,500,100
2026-05-23,旗舰店,50000,500,480,12000,6000,2000
2026-05-23,京东店,4000,40,38,900,500,100
2026-05-24,旗舰店,50000,500,480,12000,6000,2000
2026-05-24,京东店,4000,40,38,900,500,100
2026-05-25,旗舰店,50000,500,480,12000,6000,2000
2026-05-25,京东店,4000,40,38,900,500,100
2026-05-26,旗舰店,50000,500,480,12000,6000,2000
2026-05-26,京东店,4000,40,38,900,500,100
2026-05-27,旗舰店,50000,500,480,12000,6000,2000
2026-05-27,京东店,4000,40,38,900,500,100
2026-05-28,旗舰店,50000,500,480,12000,6000,2000
2026-05-28,京东店,4000,40,38,900,500,100
2026-05-29,旗舰店,50000,500,480,12000,6000,2000
2026-05-29,京东店,4000,40,38,900,500,100
2026-05-30,旗舰店,50000,500,480,12000,6000,2000
2026-05-30,京东店,4000,40,38,900,500,100
2026-05-31,旗舰店,50000,500,480,12000,6000,2000
2026-05-31,京东店,4000,40,38,900,500,100
2026-06-01,旗舰店,50000,500,480,12000,6000,2000
2026-06-01,京东店,4000,40,38,900,500,100
2026-06-02,旗舰店,50000,500,480,12000,6000,2000
2026-06-02,京东店,4000,40,38,900,500,100
2026-06-03,旗舰店,50000,500,480,12000,6000,2000
2026-06-03,京东店,4000,40,38,900,500,100
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from statistics import median

from opsctl.diagnostics import Severity, message
from opsctl.reviewing.gate.doubt import Doubt, dates
from opsctl.reviewing.gate.evidence import Evidence

HEADLINE = "gmv_paid"

CODE = "ACT117"
NAME = "actuals-stores-swapped"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


_BEFORE = 28
_ENOUGH = 7
_APART = 3
_NEAR = 2


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield each pair of stores of one source that trade places, with the days."""
    levels = {scope: level for scope in evidence.scopes if (level := _level(evidence, scope))}
    found: dict[tuple[str, str], list[date]] = {}
    for day in evidence.period.days:
        strange = {
            scope: value
            for scope, level in levels.items()
            if (value := evidence.days_of(scope, HEADLINE).get(day)) and not _like(value, level, _APART)
        }
        for one, other in combinations(sorted(strange), 2):
            mixed = _like(strange[one], levels[other], _NEAR) and _like(strange[other], levels[one], _NEAR)
            if mixed and evidence.source_of(one, HEADLINE) == evidence.source_of(other, HEADLINE):
                found.setdefault((one, other), []).append(day)
    for (one, other), days in found.items():
        said = message("gate.stores_swapped", other=other, count=len(days), days=dates(tuple(days)))
        yield Doubt(said, evidence.source_of(one, HEADLINE), one, (HEADLINE,), tuple(days))


def _level(evidence: Evidence, scope: str) -> Decimal | None:
    """The median of the known sales of the four weeks before the period; None where too few are known."""
    whole = evidence.facts.daily.get((scope, HEADLINE), {})
    first = evidence.period.start
    before = [whole[day] for back in range(1, _BEFORE + 1) if (day := first - timedelta(days=back)) in whole]
    return median(before) if len(before) >= _ENOUGH and median(before) > 0 else None


def _like(value: Decimal, level: Decimal, times: int) -> bool:
    return value * times > level and value < level * times
