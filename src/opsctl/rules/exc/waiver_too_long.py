"""
A waiver lasts longer than agreed, or ends before it begins.

An exception without an end is a rule that nobody dares to change. At most 90 days at a time, or what the threshold
`waiver-days` says, then somebody decides again.

Fails:

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
    from: 2999-01-01
    until: 2999-12-31
```

```text
waivers.yaml:8:12: error EXC105 waiver-too-long: the waiver lasts 365 days; at most 90 at a time
    8 |     until: 2999-12-31
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

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.records.waiver import WAIVERS_FILE
from opsctl.rules.thresholds import threshold
from opsctl.workspace import Workspace

CODE = "EXC105"
NAME = "waiver-too-long"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every waiver whose days are too many or fewer than one."""
    most = int(threshold(workspace, "waiver-days"))
    for at, waiver in enumerate(workspace.waivers):
        days = (waiver.until - waiver.from_).days + 1
        if days < 1:
            said = message("rules.waiver_reversed", begin=str(waiver.from_), end=str(waiver.until))
        elif days > most:
            said = message("rules.waiver_too_long", days=days, most=most)
        else:
            continue
        yield Problem(Place(WAIVERS_FILE, ("waivers", at, "until")), said)
