"""
A rule of the team's own cannot be used.

An expression in it cannot be read or answered, or its code is taken. Such a rule checks nothing, and a check that
silently checks nothing is worse than none. The place is that of the mistake inside the expression.

Fails:

```yaml rules/named-team.yaml
name: 团队要写名称
code: TEAM101
select: team
require: exists(nmae)
message: 团队 {id} 没有名称
```

```text
rules/named-team.yaml:4:17: error FILE106 unusable-rule: there is no nmae here; did you mean name? A text stands in quotes
    4 | require: exists(nmae)
      |                 ^^^^
```

Passes:

```yaml rules/named-team.yaml
name: 团队要写名称
code: TEAM101
select: team
require: exists(name)
message: 团队 {id} 没有名称
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "FILE106"
NAME = "unusable-rule"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what is wrong with the team's own rules."""
    if workspace.all("rule"):
        from opsctl.rules.own import judged

        for rule in judged(workspace).values():
            yield from rule.flaws
