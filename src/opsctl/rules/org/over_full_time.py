"""
Somebody holds roles for more than the whole of the working time.

Shares of time divide a role's goals over the people who hold it, and heads are counted by them. A role without `fte`
takes the whole time, so two of them make two people out of one. The first day with too much is shown.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: owner, at: company, from: 2026-01-01, fte: 70%}
  - {role: owner, at: company, from: 2026-05-01, fte: 50%}
```

```text
people/wang-lei.yaml:4:5: error ORG106 over-full-time: wang-lei holds 2 roles on 2026-05-01 that take 120% of the time; 100% at most is expected, so give each its fte or an end
    4 |   - {role: owner, at: company, from: 2026-05-01, fte: 50%}
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  → people/wang-lei.yaml:3:5: this role takes 70%
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: owner, at: company, from: 2026-01-01, until: 2026-04-30, fte: 70%}
  - {role: owner, at: company, from: 2026-05-01, fte: 50%}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from opsctl.diagnostics import Problem, Severity, message
from opsctl.quantity import plain
from opsctl.workspace import Loaded, Workspace

CODE = "ORG106"
NAME = "over-full-time"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"

WHOLE = Decimal(1)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield, for each person, the first role with which the shares of time exceed the whole."""
    for person in workspace.all("person").values():
        if sum(held.fte for held in person.data.roles) > WHOLE:
            yield from _first(person)


def _first(person: Loaded) -> Iterator[Problem]:
    roles = person.data.roles
    for index in sorted(range(len(roles)), key=lambda index: (roles[index].from_, index)):
        day = roles[index].from_
        present = [at for at, held in enumerate(roles) if held.covers(day)]
        total = sum(roles[at].fte for at in present)
        if total > WHOLE and index in present:
            said = message(
                "rules.over_full_time", person=person.id, total=_percent(total), day=day.isoformat(), count=len(present)
            )
            also = tuple(
                (person.at("roles", at), message("rules.over_full_time_share", share=_percent(roles[at].fte)))
                for at in present
                if at != index
            )
            yield Problem(person.at("roles", index), said, also)
            return


def _percent(share: Decimal) -> str:
    return f"{plain((share * 100).normalize())}%"
