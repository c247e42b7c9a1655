"""
Somebody owns a thing beyond the last day of any role held.

A goal, hold, plan or task outlives its owner when people move on, and then nobody answers for it. The owner must hold
a role on the last day that the thing covers: of a sheet, goal or bound the last day of its year; of a hold its `until`
or the last day of the year, whichever is first; of a plan, its strategies or a review the last day of its period; of a
task or action the day it is due. So somebody who joins in the middle of a year may own its goals, and somebody who
leaves in the middle hands them over. Tasks that are done or dropped are left alone.

Fails:

```yaml roles/store-manager.yaml
name: 店长
```

```yaml people/li-na.yaml
name: 李娜
roles:
  - {role: store-manager, at: company, from: 2024-03-01, until: 2026-04-30}
```

```yaml targets/2026/company.yaml
owner: li-na
```

```text
targets/2026/company.yaml:1:8: error ORG103 owner-not-active: the owner li-na holds no role on 2026-12-31; one is expected until that day
    1 | owner: li-na
      |        ^^^^^
  → people/li-na.yaml:3:65: the role ends on 2026-04-30
```

Passes:

```yaml roles/store-manager.yaml
name: 店长
```

```yaml people/li-na.yaml
name: 李娜
roles:
  - {role: store-manager, at: company, from: 2024-03-01, until: 2026-04-30}
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: store-manager, at: company, from: 2026-05-01}
```

```yaml targets/2026/company.yaml
owner: wang-lei
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from opsctl.diagnostics import Message, Place, Problem, Severity, message
from opsctl.period import parse_period
from opsctl.records.target import Goal
from opsctl.rules.references import limit_owners
from opsctl.workspace import Loaded, Workspace

CODE = "ORG103"
NAME = "owner-not-active"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


@dataclass(frozen=True, slots=True)
class Owned:
    """Who owns something, where that is written, and the last day it covers."""

    at: Place
    owner: str
    last: date


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every owner who holds no role on the last day covered."""
    for owned in _everything_owned(workspace):
        person = workspace.get("person", owned.owner)
        if person is not None and not person.data.is_active(owned.last):
            said = message("rules.owner_not_active", owner=owned.owner, last=owned.last.isoformat())
            yield Problem(owned.at, said, tuple(_ended(person, owned.last)))


def _everything_owned(workspace: Workspace) -> Iterator[Owned]:
    for kind in ("target", "plan", "review"):
        for record in workspace.all(kind).values():
            period = parse_period(record.id.partition("/")[0], workspace.weeks)
            if period is not None:
                yield Owned(record.at("owner"), record.data.owner, period.last)
                yield from _inside(record, period.last)


def _inside(record: Loaded, last: date) -> Iterator[Owned]:
    if record.kind == "target":
        for written, goal in record.data.goals.items():
            yield from _of_goal(record, written, goal, last)
        for index, replan in enumerate(record.data.replan):
            yield Owned(record.at("replan", index, "owner"), replan.owner, replan.on)
    elif record.kind == "plan":
        for index, strategy in enumerate(record.data.strategies):
            if strategy.lead is not None:
                yield Owned(record.at("strategies", index, "lead"), strategy.lead, last)
        for index, task in enumerate(record.data.tasks):
            if task.status in ("todo", "doing"):
                yield Owned(record.at("tasks", index, "owner"), task.owner, task.due)
    else:
        for index, action in enumerate(record.data.actions):
            if action.owner is not None:
                yield Owned(record.at("actions", index, "owner"), action.owner, action.due or last)


def _of_goal(sheet: Loaded, written: str, goal: Goal, last: date) -> Iterator[Owned]:
    if goal.owner is not None:
        yield Owned(sheet.at("goals", written, "owner"), goal.owner, last)
    ends: dict[tuple[str, ...], date] = {("hold", period.label): held.until for period, held in goal.hold.items()}
    if goal.split is not None:
        ends.update({("split", "hold", child): held.until for child, held in goal.split.hold.items()})
    for key, owner in limit_owners(goal):
        yield Owned(sheet.at("goals", written, *key), owner, min(ends.get(key[:-1], last), last))


def _ended(person: Loaded, day: date) -> Iterator[tuple[Place, Message]]:
    """The role that ended last before the day, or the one that begins first after it."""
    spans = [(held.until, index) for index, held in enumerate(person.data.roles) if held.until and held.until < day]
    if spans:
        until, index = max(spans)
        yield person.at("roles", index, "until"), message("rules.owner_not_active_ended", last=until.isoformat())
        return
    first, index = min((held.from_, index) for index, held in enumerate(person.data.roles))
    yield person.at("roles", index, "from"), message("rules.owner_not_active_begins", first=first.isoformat())
