"""
Stores have goals and no curve, so that every day weighs the same.

On an even year February is asked for as much as November, and the pace of every week is judged wrongly. A sheet names
a `curve` of its year's calendar, and all sheets below it follow.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  net_sales:
    value: 2000万
    baseline: {period: 2025, value: 1680万}
    split: {weights: {tmall-flagship: 1}}
```

```text
targets/2026/company.yaml:2:1: warning CAL108 goals-without-curve: the goals of tmall-flagship lie on no curve, so every day weighs the same; write curves in calendar/2026.yaml and name one in the sheet
    2 | goals:
      | ^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/company.yaml
owner: li-na
curve: shop
goals:
  net_sales:
    value: 2000万
    baseline: {period: 2025, value: 1680万}
    split: {weights: {tmall-flagship: 1}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Listed, Problem, Severity, message, some
from opsctl.planning.curves.rhythm import curve_name
from opsctl.workspace import Workspace

CODE = "CAL108"
NAME = "goals-without-curve"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"

SHOWN = 5


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each sheet whose stores lie on no curve, once: the nearest one that could name it."""
    for year in workspace.years():
        flat: dict[str, list[str]] = {}
        for id_, store in workspace.all("store").items():
            sheets = [owner for owner in (id_, *workspace.above(id_)) if workspace.sheet(owner, year)]
            is_open = store.data.is_open(date(year, 1, 1), date(year, 12, 31))
            if sheets and is_open and curve_name(workspace, id_, year) is None and _readable(workspace, id_, year):
                flat.setdefault(sheets[-1], []).append(id_)
        for owner, stores in flat.items():
            yield from _flat(workspace, owner, year, stores)


def _readable(workspace: Workspace, store: str, year: int) -> bool:
    """Whether all that could name a curve for the store was read."""
    above = workspace.above(store)
    sheets = [("target", f"{year}/{owner}") for owner in (store, *above)]
    return not workspace.broken.intersection([("calendar", str(year)), *sheets, *(("team", team) for team in above)])


def _flat(workspace: Workspace, owner: str, year: int, stores: list[str]) -> Iterator[Problem]:
    sheet, calendar = workspace.sheet(owner, year), workspace.get("calendar", str(year))
    if sheet is not None:
        kind = "unnamed" if calendar is not None and calendar.data.curves else "absent"
        names = some(stores, SHOWN)
        curves = Listed(calendar.data.curves) if calendar is not None else ""
        said = message(f"rules.goals_without_curve_{kind}", stores=names, year=year, curves=curves)
        yield Problem(sheet.at("goals", key=True), said)
