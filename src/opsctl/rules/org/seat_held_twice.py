"""
Two people hold at the same time a role that there is one of in a team or in the company.

Each may think that the other answers. Roles with `one_per: team` are looked at team by team, those with
`one_per: company` over all places. Stores are looked at by `store-without-manager`. Somebody who takes over on the day
after the other leaves is fine; for a hand-over together, give the newcomer another role until then.

Fails:

```yaml roles/head.yaml
name: 负责人
one_per: company
```

```yaml people/zhao-min.yaml
name: 赵敏
roles:
  - {role: head, at: company, from: 2021-01-01, until: 2026-06-30}
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: head, at: company, from: 2026-06-01}
```

```text
people/wang-lei.yaml:3:5: error ORG104 seat-held-twice: zhao-min and wang-lei both hold head from 2026-06-01 to 2026-06-30; one is expected, so correct the dates
    3 |   - {role: head, at: company, from: 2026-06-01}
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  → people/zhao-min.yaml:3:5: zhao-min holds it too
  → roles/head.yaml:2:10: head is one per company
```

Passes:

```yaml roles/head.yaml
name: 负责人
one_per: company
```

```yaml people/zhao-min.yaml
name: 赵敏
roles:
  - {role: head, at: company, from: 2021-01-01, until: 2026-06-30}
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: head, at: company, from: 2026-07-01}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.stays import Stay, every_stay
from opsctl.workspace import Loaded, Workspace

CODE = "ORG104"
NAME = "seat-held-twice"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every stay that begins while somebody else holds the same seat."""
    seats: dict[tuple[str, str], list[Stay]] = {}
    for stay in every_stay(workspace):
        role = workspace.get("role", stay.role)
        if role is not None and role.data.one_per in ("team", "company"):
            where = stay.place if role.data.one_per == "team" else ""
            seats.setdefault((role.id, where), []).append(stay)
    for (role_id, _), held in seats.items():
        yield from _twice(workspace.all("role")[role_id], sorted(held, key=lambda stay: (stay.first, stay.person)))


def _twice(role: Loaded, held: Sequence[Stay]) -> Iterator[Problem]:
    """Compare each stay with the one before it that lasts longest, which is enough to find every clash once."""
    longest: Stay | None = None
    for stay in held:
        if longest is not None and longest.meets(stay) and longest.person != stay.person:
            yield _problem(role, longest, stay)
        if longest is None or stay.last > longest.last:
            longest = stay


def _problem(role: Loaded, one: Stay, two: Stay) -> Problem:
    first, last = two.first.isoformat(), min(one.last, two.last)
    if last == date.max:
        said = message("rules.seat_held_twice_open", role=role.id, one=one.person, two=two.person, first=first)
    else:
        said = message(
            "rules.seat_held_twice",
            role=role.id, one=one.person, two=two.person, first=first, last=last.isoformat(),
        )  # fmt: skip
    also = message("rules.store_without_manager_other", person=one.person)
    asked = message(f"rules.one_per_{role.data.one_per}", role=role.id)
    return Problem(two.at, said, ((one.at, also), (role.at("one_per"), asked)))
