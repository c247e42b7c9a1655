"""
A store has days without data between days that have some.

A missing day is not a zero, so the sum of the period is too small and every ratio is unknown. Days before opening and
after closing, days that the calendar marks as `closed` and days lifted by zero are no gaps. Days without data at the
end are a matter of `actuals-stale`.

Fails:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-03,旗舰店,4800,47,45,1150,590,260
2026-06-05,旗舰店,5200,52,50,1250,610,180
```

```text
warning Tmall flagship: ad spend, paying buyers, paid GMV … (+3) lack 2 day(s) (2026-06-02, 2026-06-04); export them, or mark them closed in the calendar  ACT102 actuals-gap
```

Passes:

```csv actuals/shop-daily.csv
日期,店铺,支付金额,支付订单数,支付买家数,访客数,推广花费,成功退款金额
2026-06-01,旗舰店,5000,50,48,1200,600,200
2026-06-02,旗舰店,5200,52,50,1250,610,180
2026-06-03,旗舰店,4800,47,45,1150,590,260
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Severity, message, some
from opsctl.reviewing.gate.doubt import Doubt, dates
from opsctl.reviewing.gate.evidence import Evidence
from opsctl.reviewing.gate.told import told

CODE = "ACT102"
NAME = "actuals-gap"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

KINDS = frozenset({"part-missing"})
# A source that lacks a day mostly lacks it for all of its metrics.
_NAMED = 3


def check(evidence: Evidence) -> Iterator[Doubt]:
    """Yield every run of days that a store lacks, once for all metrics of a source that lack the same."""
    yield from told(evidence, KINDS)
    unread = {(trouble.source, day) for trouble in evidence.facts.troubles for day in trouble.days}
    for scope in evidence.scopes:
        lacking: dict[tuple[str, tuple[date, ...]], list[str]] = {}
        for metric in evidence.series[scope]:
            source = evidence.source_of(scope, metric)
            days = tuple(day for day in _missing(evidence, scope, metric) if (source, day) not in unread)
            if days:
                lacking.setdefault((source, days), []).append(metric)
        for (source, days), metrics in lacking.items():
            said = message("gate.gap", count=len(days), days=dates(days), metrics=some(metrics, _NAMED, counted=True))
            yield Doubt(said, source, scope, tuple(metrics), days)


def _missing(evidence: Evidence, scope: str, metric: str) -> Iterator[date]:
    """The days of the period on which an open store has no value, though it has one before and one after."""
    whole = evidence.facts.daily[scope, metric]
    if not whole:
        return
    first, last = min(whole), max(whole)
    for day in evidence.period.days:
        if first < day < last and day not in whole and not evidence.shut(scope, day):
            yield day
