"""
Two things share one id.

Teams, stores and people share one set of ids, because any of them can own targets: `targets/2026/tmall.yaml` must
mean one scope. Events of a calendar, duties of a role, tasks of a plan, and causes and actions of a review are told
apart by their ids as well, and the goals of a sheet by their metrics: `uv` and `visitors` are one.

Fails:

```yaml teams/tmall.yaml
name: 天猫组
parent: company
```

```yaml stores/tmall.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```text
stores/tmall.yaml:1:1: error REF101 duplicate-id: the id tmall is taken; each id is expected once
    1 | name: 天猫旗舰店
      | ^^^^^^^^^^^^^^^^
  → teams/tmall.yaml:1:1: tmall is used here first
```

Passes:

```yaml teams/tmall.yaml
name: 天猫组
parent: company
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.records import BY_NAME, SCOPE_KINDS
from opsctl.workspace import Workspace

CODE = "REF101"
NAME = "duplicate-id"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


LISTS = (
    ("calendar", "events"),
    ("role", "duties"),
    ("plan", "strategies"),
    ("plan", "tasks"),
    ("review", "causes"),
    ("review", "actions"),
)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield scopes, and entries of one list, whose id is taken."""
    yield from _scopes(workspace)
    yield from _goals(workspace)
    for kind, key in LISTS:
        for record in workspace.all(kind).values():
            first: dict[str, Place] = {}
            for index, entry in enumerate(getattr(record.data, key)):
                if entry.id is not None:
                    at = record.at(key, index, "id")
                    if entry.id in first:
                        yield _problem(at, entry.id, first[entry.id])
                    first.setdefault(entry.id, at)


def _scopes(workspace: Workspace) -> Iterator[Problem]:
    for index, kind in enumerate(SCOPE_KINDS):
        for record in workspace.all(kind).values():
            earlier = next((other for other in SCOPE_KINDS[:index] if workspace.exists(other, record.id)), None)
            if earlier is not None:
                yield _problem(record.at(), record.id, Place(BY_NAME[earlier].file(record.id)))


def _goals(workspace: Workspace) -> Iterator[Problem]:
    for sheet in workspace.all("target").values():
        first: dict[str, str] = {}
        for written in sheet.data.goals:
            metric = workspace.metric_id(written) or written
            if metric in first:
                at, before = (sheet.at("goals", each, key=True) for each in (written, first[metric]))
                yield _problem(at, metric, before)
            first.setdefault(metric, written)


def _problem(at: Place, id_: str, first: Place) -> Problem:
    said = message("rules.duplicate_id", id=id_)
    return Problem(at, said, ((first, message("rules.duplicate_id_first", id=id_)),))
