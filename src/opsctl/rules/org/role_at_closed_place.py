"""
A role is held at a store or team while that is not there.

Somebody who holds a role only at a closed store counts as active and may own goals, yet there is nothing left to do.
A role may begin before the opening and may end some time after the closing; it must not lie wholly outside the open
days, and it must not run on without an end at a place that has one.

Fails:

```yaml stores/vip-store.yaml
name: 唯品会店
platform: vip
team: company
closed: 2025-12-31
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: owner, at: vip-store, from: 2024-01-01}
```

```text
people/wang-lei.yaml:3:12: error ORG109 role-at-closed-place: vip-store closes on 2025-12-31, but owner is held there after that; an until or another place is expected
    3 |   - {role: owner, at: vip-store, from: 2024-01-01}
      |            ^^^^^
  → stores/vip-store.yaml:4:9: vip-store closes on 2025-12-31
```

Passes:

```yaml stores/vip-store.yaml
name: 唯品会店
platform: vip
team: company
closed: 2025-12-31
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: owner, at: vip-store, from: 2024-01-01, until: 2026-01-31}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.stays import Stay, every_stay
from opsctl.workspace import Loaded, Workspace

CODE = "ORG109"
NAME = "role-at-closed-place"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every stay that has no day at an open place, or no end at one that closes."""
    for stay in every_stay(workspace):
        place = workspace.get("team", stay.place) or workspace.get("store", stay.place)
        if place is not None:
            yield from _outside(stay, place, place.data.opened, place.data.closed)


def _outside(stay: Stay, place: Loaded, opened: date | None, closed: date | None) -> Iterator[Problem]:
    if closed is not None and (stay.first > closed or stay.last == date.max):
        part = "from" if stay.first > closed else "role"
        said = message("rules.role_at_closed_place", role=stay.role, place=place.id, closed=closed.isoformat())
        also = message("rules.role_at_closed_place_closed", place=place.id, closed=closed.isoformat())
        yield Problem(stay.key(part), said, ((place.at("closed"), also),))
    elif opened is not None and stay.last < opened:
        said = message("rules.role_at_closed_place_early", role=stay.role, place=place.id, opened=opened.isoformat())
        also = message("rules.role_at_closed_place_opened", place=place.id, opened=opened.isoformat())
        yield Problem(stay.key("until"), said, ((place.at("opened"), also),))
