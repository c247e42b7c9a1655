"""
A share of people or things comes to 100% or more over the period.

A share whose part is as large as the whole has lost its whole: most often both columns are mapped to the same header,
or the whole counts one channel only. Exactly 100% is a warning. Conversion has a check of its own, day by day.

Fails:

```yaml sources/shop-daily.yaml
files: actuals/shop-daily.csv
grain: days
columns: {day: 日期, shop: 店铺, asked: 询单人数, asked_paid: 询单支付人数}
store: {column: shop, map: {旗舰店: tmall-flagship}}
day: day
metrics: {inquirers: {sum: asked}, inquirers_paid: {sum: asked_paid}}
```

```csv actuals/shop-daily.csv
日期,店铺,询单人数,询单支付人数
2026-06-01,旗舰店,40,52
2026-06-02,旗舰店,44,61
```

```text
error Tmall flagship: inquiry conversion is inquirers who paid 113 on inquirers 84 over 2 day(s); a share below 100% is expected, see whether the columns are mapped right  ACT111 actuals-share-above-one
```

Passes:

```csv actuals/shop-daily.csv
日期,店铺,询单人数,询单支付人数
2026-06-01,旗舰店,52,40
2026-06-02,旗舰店,61,44
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Severity, message
from opsctl.metrics import is_ratio
from opsctl.metrics.algebra import inputs
from opsctl.metrics.metric import Metric
from opsctl.reviewing.gate.doubt import Doubt
from opsctl.reviewing.gate.evidence import Evidence

CODE = "ACT111"
NAME = "actuals-share-above-one"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


_OWN_CHECK = ("buyers_paid", "visitors")


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield every share of a store that is no share, over the days that have both parts."""
    for scope in evidence.scopes:
        for metric in evidence.metrics.values():
            parts = inputs(metric)
            if not is_share(metric, evidence.metrics) or parts == _OWN_CHECK:
                continue
            part, whole = (evidence.days_of(scope, each) for each in parts)
            both = tuple(day for day in part if day in whole)
            top, bottom = sum(part[day] for day in both), sum(whole[day] for day in both)
            if bottom > 0 and top >= bottom:
                said = message(
                    "gate.share_above_one", metric=metric.id, part=parts[0], whole=parts[1],
                    top=f"{top}", bottom=f"{bottom}", count=len(both),
                )  # fmt: skip
                mild = Severity.WARNING if top == bottom else None
                yield Doubt(said, evidence.source_of(scope, parts[0]), scope, parts, both, severity=mild)


def is_share(metric: Metric, metrics: Mapping[str, Metric]) -> bool:
    """Whether a metric is a percentage of counts, so that its part lies within its whole."""
    parts = inputs(metric)
    counts = all(each in metrics and metrics[each].unit == "count" for each in parts)
    return is_ratio(metric) and metric.unit == "percent" and len(parts) == 2 and counts
