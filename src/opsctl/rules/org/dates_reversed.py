"""
Something ends before it begins.

A role held from July until June is held on no day, and nobody notices until a goal has no owner. The same goes for a
team or store that closes before it opens. Both dates are included, so the same day twice is one day.

Fails:

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: owner, at: company, from: 2026-07-01, until: 2026-06-30}
```

```text
people/wang-lei.yaml:3:57: error ORG105 dates-reversed: 2026-06-30 is before the first day, 2026-07-01; the same day or a later one is expected
    3 |   - {role: owner, at: company, from: 2026-07-01, until: 2026-06-30}
      |                                                         ^^^^^^^^^^
  → people/wang-lei.yaml:3:38: it begins on 2026-07-01
```

Passes:

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: owner, at: company, from: 2026-06-01, until: 2026-06-30}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "ORG105"
NAME = "dates-reversed"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield roles, teams and stores whose last day is before the first."""
    for person in workspace.all("person").values():
        for index, held in enumerate(person.data.roles):
            if held.until is not None and held.until < held.from_:
                at = ("roles", index)
                yield _reversed(person.at(*at, "from"), held.from_, person.at(*at, "until"), held.until)
    for kind in ("team", "store"):
        for place in workspace.all(kind).values():
            opened, closed = place.data.opened, place.data.closed
            if opened is not None and closed is not None and closed < opened:
                yield _reversed(place.at("opened"), opened, place.at("closed"), closed)


def _reversed(begin: Place, first: date, end: Place, last: date) -> Problem:
    said = message("rules.dates_reversed", first=first.isoformat(), last=last.isoformat())
    return Problem(end, said, ((begin, message("rules.dates_reversed_begins", first=first.isoformat())),))
