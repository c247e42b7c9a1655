"""
Some stores share their gap with others from a month on, and another one carries its own.

With `share: pool` the stores that lag are helped by all that share. One that is re-planned from the same month and
carries its own gap neither helps nor is helped, which is easily written by accident and hard to see in the numbers. One
that does not make up for its gap at all (`absorb`) is left alone.

Fails:

```yaml stores/a.yaml
name: A
platform: tmall
team: company
```

```yaml stores/b.yaml
name: B
platform: jd
team: company
```

```yaml targets/2026/a.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}, share: pool}
```

```yaml targets/2026/b.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}, share: carry}
```

```text
targets/2026/b.yaml:5:127: warning GOAL163 replan-shared-by-some: b carries its own gap in orders_paid from 2026-02 on, while a share theirs; all of them are expected to say share: pool, or all carry
    5 | …d: {orders_paid: {2026-01: 90}}, share: carry}
      |                                          ^^^^^
```

Passes:

```yaml stores/a.yaml
name: A
platform: tmall
team: company
```

```yaml stores/b.yaml
name: B
platform: jd
team: company
```

```yaml targets/2026/a.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}, share: pool}
```

```yaml targets/2026/b.yaml
owner: li-na
goals:
  orders_paid: 1200
replan:
  - {from: 2026-02, policy: spread, reason: 开年差一截, owner: li-na, on: 2026-02-02, closed: {orders_paid: {2026-01: 90}}, share: pool}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.period import Period
from opsctl.workspace import Workspace

CODE = "GOAL163"
NAME = "replan-shared-by-some"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"

_Shared = tuple[Period, str, str]
"""From which month, which metric, below which top scope."""


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every version that carries its own gap where others share theirs."""
    sharing: dict[_Shared, list[str]] = {}
    for scope, _, _, shared, share in _versions(workspace):
        if share == "pool":
            sharing.setdefault(shared, []).append(scope)
    told = set()
    for scope, file, index, shared, share in _versions(workspace):
        if share == "carry" and shared in sharing and (file, index) not in told:
            told.add((file, index))
            sheet = workspace.all("target")[file]
            written = "share" in sheet.data.replan[index].model_fields_set
            names = {
                "scope": scope,
                "metric": shared[1],
                "first": shared[0].label,
                "others": Listed(sharing[shared]),
            }
            place = sheet.at("replan", index, "share" if written else "from")
            yield Problem(place, message("rules.replan_shared_by_some", **names))


def _versions(workspace: Workspace) -> Iterator[tuple[str, str, int, _Shared, str]]:
    """Every metric of every version that makes up for its gap: its scope, its place, who could share, and how."""
    for id_, sheet in workspace.all("target").items():
        scope = id_.partition("/")[2]
        top = (scope, *workspace.above(scope))[-1]
        for index, each in enumerate(sheet.data.replan):
            for metric in each.closed if each.policy != "absorb" else ():
                yield scope, id_, index, (each.from_, workspace.metric_id(metric) or metric, top), each.share
