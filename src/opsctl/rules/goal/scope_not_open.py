"""
A target sheet is for a team, store or person that is not there in its year.

A store that closed before the year, or opens after it, sells nothing in it. Its goals can be met by nobody, and what
a split gives it is missing elsewhere.

Fails:

```yaml stores/tmall-outlet.yaml
name: 天猫奥莱店
platform: tmall
team: company
closed: 2025-12-31
```

```yaml targets/2026/tmall-outlet.yaml
owner: li-na
goals:
  cvr: 2%
```

```text
targets/2026/tmall-outlet.yaml:1:1: error GOAL108 scope-not-open: tmall-outlet closed on 2025-12-31 and has no day in 2026; delete this sheet, or mend the date
    1 | owner: li-na
      | ^^^^^^^^^^^^
  → stores/tmall-outlet.yaml:4:9: the date is here: 2025-12-31
```

Passes:

```yaml stores/tmall-outlet.yaml
name: 天猫奥莱店
platform: tmall
team: company
closed: 2026-03-31
```

```yaml targets/2026/tmall-outlet.yaml
owner: li-na
goals:
  cvr: 2%
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Loaded, Workspace

CODE = "GOAL108"
NAME = "scope-not-open"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every sheet of a scope that has no day in the sheet's year."""
    for id_, sheet in workspace.all("target").items():
        year, _, scope = id_.partition("/")
        owner = workspace.scope(scope)
        if owner is not None and owner.kind == "person":
            yield from _person(sheet, owner, int(year))
        elif owner is not None:
            yield from _place(sheet, owner, int(year))


def _place(sheet: Loaded, owner: Loaded, year: int) -> Iterator[Problem]:
    opened, closed = owner.data.opened, owner.data.closed
    if closed is not None and closed < date(year, 1, 1):
        key, day = "closed", closed
    elif opened is not None and opened > date(year, 12, 31):
        key, day = "opened", opened
    else:
        return
    said = message(f"rules.scope_not_open_{key}", scope=owner.id, day=day.isoformat(), year=year)
    yield Problem(sheet.at(), said, ((owner.at(key), message("rules.scope_not_open_date", day=day.isoformat())),))


def _person(sheet: Loaded, owner: Loaded, year: int) -> Iterator[Problem]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    roles = owner.data.roles
    if not any(held.from_ <= last and (held.until is None or held.until >= first) for held in roles):
        yield Problem(sheet.at(), message("rules.scope_not_open_person", scope=owner.id, year=year))
