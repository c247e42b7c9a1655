"""
A record names something that is not there.

Targets, tasks and roles hang together by ids. One that leads nowhere leaves a task without an owner or a store
outside the cascade, and nobody is told. A reference to a record that could not be read is left alone: its own finding
comes first. References into kinds that opsctl does not know yet, such as standards, are not checked.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: compny
```

```text
stores/tmall-flagship.yaml:3:7: error REF102 unknown-reference: no team has the id compny; did you mean company?
    3 | team: compny
      |       ^^^^^^
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

Fix: unsafe. Writes the nearest id there is, where one is near enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.nearest import nearest, respell
from opsctl.rules.references import references
from opsctl.workspace import Workspace

CODE = "REF102"
NAME = "unknown-reference"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every reference that nothing answers to."""
    for found in references(workspace):
        if found.id in found.known:
            continue
        meant = nearest(found.id, found.known)
        if meant is None:
            yield Problem(found.at, message(f"rules.unknown_reference_{found.to}", id=found.id))
        else:
            said = message(f"rules.unknown_reference_{found.to}_near", id=found.id, meant=meant)
            # The scope of a sheet, plan or review is its file's name, which no edit of the text can change.
            yield Problem(found.at, said, fix=respell(found.at, meant) if found.at.path else None)
