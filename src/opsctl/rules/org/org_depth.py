"""
Teams stand below each other in more levels than agreed.

Every level rounds, delays and filters what passes through it; the handbook asks for a flat organisation. The top team
is the first level. The most is the threshold `org-depth` in `opsctl.yaml`. Of a branch that is too deep only the first
team beyond the limit is shown.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
checks: {thresholds: {org-depth: 2}}
```

```yaml teams/retail.yaml
name: 零售组
parent: company
```

```yaml teams/tmall.yaml
name: 天猫组
parent: retail
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: owner, at: retail, from: 2026-01-01, fte: 50%}
  - {role: owner, at: tmall, from: 2026-01-01, fte: 50%}
```

```text
teams/tmall.yaml:2:9: warning ORG111 org-depth: tmall is on level 3: tmall → retail → company; 2 at most is expected, so hang it higher
    2 | parent: retail
      |         ^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
checks: {thresholds: {org-depth: 2}}
```

```yaml teams/retail.yaml
name: 零售组
parent: company
```

```yaml teams/tmall.yaml
name: 天猫组
parent: company
```

```yaml people/wang-lei.yaml
name: 王磊
roles:
  - {role: owner, at: retail, from: 2026-01-01, fte: 50%}
  - {role: owner, at: tmall, from: 2026-01-01, fte: 50%}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.thresholds import threshold
from opsctl.workspace import Workspace

CODE = "ORG111"
NAME = "org-depth"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Walk down from the top team and yield the first team of each branch that is too deep."""
    most = threshold(workspace, "org-depth")
    top = workspace.settings.top
    level, depth, seen = [top], 1, {top}
    while level and depth <= most:
        below = [child for id_ in level for child in workspace.children(id_) if child.kind == "team"]
        level = [team.id for team in below if team.id not in seen]
        seen.update(level)
        depth += 1
    for id_ in sorted(level):
        chain = " → ".join((id_, *workspace.above(id_)))
        said = message("rules.org_depth", team=id_, depth=depth, most=f"{most.normalize():f}", chain=chain)
        yield Problem(workspace.all("team")[id_].at("parent"), said)
