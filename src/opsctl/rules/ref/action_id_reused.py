"""
Two reviews give different actions one id, or two plans different tasks.

A verdict names an action by its id alone, and a plan carries an action on under its id. When two actions are `A1`,
nobody can say which one worked. An unfinished task may stand in several plans under its id, as long as it says the
same; a new one takes the next number.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml plans/2026-W23/company.md
---
owner: li-na
tasks:
  - {id: T1, does: 核对到手价, owner: li-na, due: 2026-06-05}
---
```

```yaml plans/2026-W24/company.md
---
owner: li-na
tasks:
  - {id: T1, does: 补拍主图, owner: li-na, due: 2026-06-12}
---
```

```text
plans/2026-W24/company.md:4:10: warning REF104 action-id-reused: T1 is used for something else already: 核对到手价; an id of its own is expected
    4 |   - {id: T1, does: 补拍主图, owner: li-na, due: 2026-06-12}
      |          ^^
  → plans/2026-W23/company.md:4:10: T1 is used here first
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml plans/2026-W23/company.md
---
owner: li-na
tasks:
  - {id: T1, does: 核对到手价, owner: li-na, due: 2026-06-05}
---
```

```yaml plans/2026-W24/company.md
---
owner: li-na
tasks:
  - {id: T1, does: 核对到手价, owner: li-na, due: 2026-06-05, status: done}
  - {id: T2, does: 补拍主图, owner: li-na, due: 2026-06-12}
---
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "REF104"
NAME = "action-id-reused"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every task and action whose id means something else in an earlier record."""
    for kind, key in (("plan", "tasks"), ("review", "actions")):
        first: dict[str, tuple[str, str, Place]] = {}
        for record in workspace.all(kind).values():
            for index, entry in enumerate(getattr(record.data, key)):
                at = record.at(key, index, "id")
                file, does, place = first.setdefault(entry.id, (record.file, entry.does, at))
                # Twice in one record is a duplicate id.
                if file != record.file and " ".join(does.split()) != " ".join(entry.does.split()):
                    said = message("rules.action_id_reused", id=entry.id, first=does)
                    yield Problem(at, said, ((place, message("rules.duplicate_id_first", id=entry.id)),))
