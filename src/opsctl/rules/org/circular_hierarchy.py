"""
Teams or roles stand above each other in a circle.

Sums run up the teams and reports run up the roles; in a circle neither ever arrives. Each circle is reported once, at
the member whose id comes first.

Fails:

```yaml teams/tmall.yaml
name: 天猫组
parent: retail
```

```yaml teams/retail.yaml
name: 零售组
parent: tmall
```

```text
teams/retail.yaml:2:9: error ORG101 circular-hierarchy: 2 teams stand above each other in a circle: retail → tmall → retail; one is expected at the top
    2 | parent: tmall
      |         ^^^^^
```

Passes:

```yaml teams/tmall.yaml
name: 天猫组
parent: retail
```

```yaml teams/retail.yaml
name: 零售组
parent: company
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Problem, Severity, message
from opsctl.workspace import Workspace

CODE = "ORG101"
NAME = "circular-hierarchy"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


SHOWN = 10


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each circle of teams and of roles once."""
    teams = {id_: team.data.parent for id_, team in workspace.all("team").items()}
    for circle in circles(teams):
        at = workspace.all("team")[circle[0]].at("parent")
        yield Problem(at, message("rules.circular_hierarchy_teams", chain=_chain(circle), count=len(circle)))
    roles = {id_: role.data.reports_to for id_, role in workspace.all("role").items()}
    for circle in circles(roles):
        at = workspace.all("role")[circle[0]].at("reports_to")
        yield Problem(at, message("rules.circular_hierarchy_roles", chain=_chain(circle), count=len(circle)))


def circles(above: Mapping[str, str | None]) -> Iterator[tuple[str, ...]]:
    """Find the circles of a hierarchy in which each node has one parent; each begins with its smallest id."""
    seen: set[str] = set()
    for start in sorted(above):
        trail: dict[str, int] = {}
        node: str | None = start
        while node is not None and node in above and node not in seen:
            seen.add(node)
            trail[node] = len(trail)
            node = above[node]
        if node is not None and node in trail:
            members = list(trail)[trail[node] :]
            first = members.index(min(members))
            yield (*members[first:], *members[:first])


def _chain(circle: tuple[str, ...]) -> str:
    shown = circle[:SHOWN]
    return " → ".join((*shown, circle[0] if len(circle) == len(shown) else "…"))
