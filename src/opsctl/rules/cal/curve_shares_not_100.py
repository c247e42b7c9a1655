"""
A curve's month shares do not add up to 100 %.

A year's goal is divided over its months by these shares. Where they add up to 99 %, every month quietly gets a little
more than was meant, and nobody can say which month was mistyped. A month that is left out has no share.

Fails:

```yaml calendar/2026.yaml
curves:
  cn-home:
    months: {1: 6.4%, 2: 4.1%, 3: 7.6%, 4: 7.2%, 5: 8.9%, 6: 11.3%,
             7: 7.1%, 8: 7.8%, 9: 8.6%, 10: 9.4%, 11: 13.2%, 12: 8.1%}
```

```text
calendar/2026.yaml:3:5: error CAL102 curve-shares-not-100: the month shares of cn-home add up to 99.7%, a gap of -0.3%; 100% is expected
    3 |     months: {1: 6.4%, 2: 4.1%, 3: 7.6%, 4: 7.2%, 5: 8.9%, 6: 11.3%,
      |     ^^^^^^
```

Passes:

```yaml calendar/2026.yaml
curves:
  cn-home:
    months: {1: 6.4%, 2: 4.1%, 3: 7.6%, 4: 7.2%, 5: 8.9%, 6: 11.3%,
             7: 7.1%, 8: 7.8%, 9: 8.6%, 10: 9.4%, 11: 13.2%, 12: 8.4%}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "CAL102"
NAME = "curve-shares-not-100"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every curve whose shares do not add up, with the exact sum and the gap."""
    for calendar in workspace.all("calendar").values():
        for name, shape in calendar.data.curves.items():
            total = sum(shape.months.values(), Decimal(0))
            if total == 1:
                continue
            at = calendar.at("curves", name, "months", key=True)
            missing = [str(month) for month in range(1, 13) if str(month) not in shape.months]
            numbers = {"curve": name, "total": _percent(total), "gap": _percent(total - 1)}
            if missing:
                said = message("rules.curve_shares_not_100_missing", months=Listed(missing), **numbers)
            else:
                said = message("rules.curve_shares_not_100", **numbers)
            yield Problem(at, said)


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}%"
