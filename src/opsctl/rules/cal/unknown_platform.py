"""
A window is for a platform on which no store sells.

Windows are found by the `platform` of a store, so a name that no store has reaches nobody, and the stores that were
meant stay flat. `all` reaches every platform without a window of its own. Without any store the rule is silent.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmal: {from: 2026-05-20, until: 2026-06-20, lift: 1.8}
```

```text
calendar/2026.yaml:6:7: warning CAL107 unknown-platform: no store sells on tmal, so this window has no effect; tmall or all is expected
    6 |       tmal: {from: 2026-05-20, until: 2026-06-20, lift: 1.8}
      |       ^^^^
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-20, lift: 1.8}
```

Fix: unsafe. The platform that was probably meant is written.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Listed, Problem, Severity, message
from opsctl.rules.echo import all_readable
from opsctl.rules.nearest import nearest, respell
from opsctl.workspace import Workspace

CODE = "CAL107"
NAME = "unknown-platform"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every window whose key is no store's platform."""
    platforms = {store.data.platform for store in workspace.all("store").values()}
    if not platforms:
        return
    known = Listed(sorted(platforms))
    for calendar in workspace.all("calendar").values():
        for index, event in enumerate(calendar.data.events):
            for platform in event.windows:
                if platform == "all" or platform in platforms:
                    continue
                at = calendar.at("events", index, "windows", platform, key=True)
                close = nearest(platform, platforms)
                if close is None and not all_readable(workspace, "store"):
                    continue  # It may be the platform of a store that could not be read.
                said = message("rules.unknown_platform", platform=platform, known=known)
                yield Problem(at, said, fix=None if close is None or close in event.windows else respell(at, close))
