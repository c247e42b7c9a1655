"""
An open store has no holder, or two, of a role that there is one of per store.

A role with `one_per: store` answers for the store alone. On a day without a holder nobody does; with two, each may
think it is the other. The days looked at are those of the years that have target sheets, as far as the store is open.
The first such stretch of a store is shown. A role held at the store's team does not count.

Fails:

```yaml roles/store-manager.yaml
name: 店长
one_per: store
```

```yaml people/li-na.yaml
name: 李娜
roles:
  - {role: store-manager, at: tmall-flagship, from: 2024-03-01, until: 2026-04-30}
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: store-manager, at: tmall-flagship, from: 2026-05-11}
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/tmall-flagship.yaml
owner: wang-lei
```

```text
stores/tmall-flagship.yaml:1:1: error ORG102 store-without-manager: store tmall-flagship has no store-manager from 2026-05-01 to 2026-05-10; exactly one is expected
    1 | name: 天猫旗舰店
      | ^^^^
  → roles/store-manager.yaml:2:10: store-manager is one per store
  → people/li-na.yaml:3:5: li-na holds it until 2026-04-30
```

Passes:

```yaml roles/store-manager.yaml
name: 店长
one_per: store
```

```yaml people/li-na.yaml
name: 李娜
roles:
  - {role: store-manager, at: tmall-flagship, from: 2024-03-01, until: 2026-04-30}
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: store-manager, at: tmall-flagship, from: 2026-05-01}
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml targets/2026/tmall-flagship.yaml
owner: wang-lei
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from opsctl.diagnostics import Message, Place, Problem, Severity, message
from opsctl.period import Period, year
from opsctl.rules.echo import all_readable
from opsctl.rules.stays import Stay, stays
from opsctl.workspace import Loaded, Workspace

CODE = "ORG102"
NAME = "store-without-manager"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


_DAY = timedelta(days=1)


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the first stretch of days without exactly one holder, for each store and role."""
    whole = all_readable(workspace, "person")
    held = stays(workspace)
    years = [year(number) for number in workspace.years()]
    for role in workspace.all("role").values():
        if role.data.one_per == "store":
            for store in workspace.all("store").values():
                here = held.get((role.id, store.id), ())
                if whole:  # Somebody whose record cannot be read may be the one who is missing.
                    yield from _first_gap(role, store, here, years)
                yield from _first_overlap(role, store, here, years)


def _open_days(store: Loaded, within: Period) -> tuple[date, date]:
    """The first and last day of the year on which the store is open; crossed where it never is."""
    return max(within.start, store.data.opened or date.min), min(within.last, store.data.closed or date.max)


def _first_gap(role: Loaded, store: Loaded, here: Sequence[Stay], years: list[Period]) -> Iterator[Problem]:
    for within in years:
        needed, last = _open_days(store, within)
        before: Stay | None = None
        for stay in here:
            if stay.first > needed:
                break
            if stay.last >= needed:
                needed = stay.last + _DAY if stay.last < date.max else date.max
                before = stay
        if needed <= last:
            following = next((stay.first - _DAY for stay in here if stay.first > needed), last)
            said = message(
                "rules.store_without_manager",
                store=store.id, role=role.id, first=needed.isoformat(), last=min(following, last).isoformat(),
            )  # fmt: skip
            yield Problem(store.at("name", key=True), said, (_asked(role), *_ended(before)))
            return


def _first_overlap(role: Loaded, store: Loaded, here: Sequence[Stay], years: list[Period]) -> Iterator[Problem]:
    for within in years:
        first, last = _open_days(store, within)
        present = [stay for stay in here if stay.first <= last and stay.last >= first]
        for index, stay in enumerate(present):
            other = next((o for o in present[:index] if o.last >= stay.first and o.person != stay.person), None)
            if other is not None:
                said = message(
                    "rules.store_without_manager_two",
                    store=store.id, role=role.id, one=other.person, two=stay.person,
                    first=max(stay.first, first).isoformat(), last=min(stay.last, other.last, last).isoformat(),
                )  # fmt: skip
                held = message("rules.store_without_manager_other", person=other.person)
                yield Problem(stay.at, said, ((other.at, held), _asked(role)))
                return


def _asked(role: Loaded) -> tuple[Place, Message]:
    return role.at("one_per"), message("rules.one_per_store", role=role.id)


def _ended(before: Stay | None) -> Iterator[tuple[Place, Message]]:
    if before is not None:
        said = message("rules.store_without_manager_ended", person=before.person, last=before.last.isoformat())
        yield before.at, said
