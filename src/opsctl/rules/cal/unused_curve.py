"""
A curve is in the calendar, and no sheet of its year lies on it.

A curve that nobody uses is either a leftover or was meant for a sheet that names another one. Years without any sheet
are left alone.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/li-na.yaml
owner: li-na
```

```text
calendar/2026.yaml:2:3: info CAL109 unused-curve: no sheet of 2026 lies on the curve shop; name it in a sheet with curve: shop, or delete it
    2 |   shop:
      |   ^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: strict
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/li-na.yaml
owner: li-na
curve: shop
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.echo import all_readable
from opsctl.workspace import Workspace

CODE = "CAL109"
NAME = "unused-curve"
SEVERITY = Severity.INFO
SINCE = "0.1"
RIGOR = "strict"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every curve that no sheet of the year names."""
    if not all_readable(workspace, "target"):
        return
    named = {(id_.partition("/")[0], sheet.data.curve) for id_, sheet in workspace.all("target").items()}
    years = {year for year, _ in named}
    for calendar in workspace.all("calendar").values():
        for curve in calendar.data.curves if calendar.id in years else ():
            if (calendar.id, curve) not in named:
                said = message("rules.unused_curve", curve=curve, year=calendar.id)
                yield Problem(calendar.at("curves", curve, key=True), said)
