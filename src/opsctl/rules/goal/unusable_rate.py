"""
An exchange rate that nothing can be counted at.

A rate says what one unit of another currency is worth in the workspace's own. A code that is no currency, the
workspace's own currency, a month of another year or a number of twenty digits is passed over or makes nonsense of every
sum.

Fails:

```yaml fx/2026.yaml
budget: {USD: 7.15}
actual:
  USD: {2025-01: 7.30}
```

```text
fx/2026.yaml:3:9: error GOAL169 unusable-rate: 2025-01 is no month of 2026, so its rate is never used; write a month of 2026, such as 2026-01, or move the rate to fx/2025.yaml
    3 |   USD: {2025-01: 7.30}
      |         ^^^^^^^
```

Passes:

```yaml fx/2026.yaml
budget: {USD: 7.15}
actual:
  USD: {2026-01: 7.30}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.period import Period
from opsctl.records.currencies import CURRENCIES
from opsctl.rules.nearest import nearest, respell
from opsctl.workspace import Loaded, Workspace

CODE = "GOAL169"
NAME = "unusable-rate"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

# The strongest currency is worth a million of the weakest; ten times that leaves room for what may come.
_MOST = Decimal(10_000_000)
_LEAST = 1 / _MOST
# Of three letters every code is close to some other; only these are likely to be meant.
_COMMON = frozenset({"CNY", "USD", "EUR", "GBP", "JPY", "HKD"})


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every currency, month and number of the rates that cannot be meant."""
    for rates in workspace.all("fx").values():
        for currency, rate in rates.data.budget.items():
            yield from _currency(workspace, rates, "budget", currency)
            yield from _number(rates, ("budget", currency), rate)
        for currency, months in rates.data.actual.items():
            yield from _currency(workspace, rates, "actual", currency)
            for period, rate in months.items():
                yield from _month(rates, currency, period)
                yield from _number(rates, ("actual", currency, period.label), rate)


def _currency(workspace: Workspace, rates: Loaded, part: str, currency: str) -> Iterator[Problem]:
    at = Place(rates.file, (part, currency), "key")
    home = workspace.settings.currency
    if currency == home:
        yield Problem(at, message("rules.unusable_rate_home", home=home))
    elif currency not in CURRENCIES:
        used = {store.data.currency for store in workspace.all("store").values() if store.data.currency}
        meant = nearest(currency, (_COMMON | used) & CURRENCIES - {home, *rates.data.budget})
        said = message("rules.unusable_rate_currency", currency=currency, example=meant or "USD")
        yield Problem(at, said, fix=respell(at, meant) if meant else None)


def _month(rates: Loaded, currency: str, period: Period) -> Iterator[Problem]:
    if period.kind != "month" or period.label[:4] != rates.id:
        other = f"fx/{period.start.year}.yaml"
        kind = "month" if period.kind == "month" else "period"
        said = message(f"rules.unusable_rate_{kind}", period=period.label, year=rates.id, file=other)
        yield Problem(Place(rates.file, ("actual", currency, period.label), "key"), said)


def _number(rates: Loaded, path: tuple[str, ...], rate: Decimal) -> Iterator[Problem]:
    if not _LEAST <= rate <= _MOST:
        said = message("rules.unusable_rate_number", value=f"{rate:,f}", least=f"{_LEAST:f}", most=f"{_MOST:,f}")
        yield Problem(rates.at(*path), said)
