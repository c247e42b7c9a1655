"""
A team has no people, no stores and no teams below it.

It gets a line in every overview and a share in nothing. Usually it was dissolved, or the people were entered somewhere
else. A team with a last day, `closed`, is left alone.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml teams/jd.yaml
name: 京东组
parent: company
```

```text
teams/jd.yaml:1:7: warning ORG119 empty-team: the team jd has no people, stores or teams; some are expected, or give it a closed, or remove it
    1 | name: 京东组
      |       ^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml teams/jd.yaml
name: 京东组
parent: company
```

```yaml stores/jd-pop.yaml
name: 京东店
platform: jd
team: jd
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.echo import may_name
from opsctl.rules.stays import every_stay
from opsctl.workspace import Workspace

CODE = "ORG119"
NAME = "empty-team"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every team that nothing belongs to."""
    places = {stay.place for stay in every_stay(workspace)}
    for team in workspace.all("team").values():
        empty = team.data.closed is None and team.id not in places and not workspace.children(team.id)
        if empty and not may_name(workspace, ("person", "team", "store"), team.id):
            yield Problem(team.at("name"), message("rules.empty_team", team=team.id))
