"""
A waiver has run out.

A waiver buys time to mend something. When the time is over, either it is mended and the waiver goes, or somebody
decides again, with a new date. From the day after `until` its findings count again.

Fails:

```yaml stores/jd.yaml
name: 京东店
platform: jd
team: company
```

```yaml waivers.yaml
waivers:
  - rule: unknown-reference
    record: store:jd
    reason: the team moves in on Monday
    owner: li-na
    approved_by: li-na
    from: 2020-01-01
    until: 2020-02-29
```

```text
waivers.yaml:8:12: error EXC103 expired-waiver: the waiver ran out on 2020-02-29; remove it or decide again
    8 |     until: 2020-02-29
      |            ^^^^^^^^^^
```

Passes:

```yaml stores/jd.yaml
name: 京东店
platform: jd
team: compny
```

```yaml waivers.yaml
waivers:
  - rule: unknown-reference
    record: store:jd
    reason: the team moves in on Monday
    owner: li-na
    approved_by: li-na
    from: 2999-10-01
    until: 2999-12-29
```
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "EXC103"
NAME = "expired-waiver"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what setting findings aside found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
