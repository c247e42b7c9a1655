"""
A snapshot of actual values was changed by hand.

What `actuals load` writes is what the exports said; a review is rebuilt from it where they are gone. A number changed
in it is one that no export ever had, so such a snapshot is not used at all. To correct a value, correct the export or
the source and load again.

Fails:

```csv actuals/snapshots/shop-daily/2026.csv
scope,dimension,member,metric,period,value
tmall-flagship,,,gmv_paid,2026-06-01,99999
```

```json actuals/snapshots/shop-daily/2026.json
{"opsctl": 1, "source": "shop-daily", "year": 2026, "record": "", "rows": 1, "inputs": [], "troubles": [],
 "sha256": "1111111111111111111111111111111111111111111111111111111111111111"}
```

```text
actuals/snapshots/shop-daily/2026.csv:1:1: error DATA120 snapshot-edited: this snapshot is not what its manifest says; one that actuals load wrote is expected, so it is not used; make it anew: opsctl actuals load
```

Passes:

```csv actuals/snapshots/shop-daily/2026.csv
scope,dimension,member,metric,period,value
tmall-flagship,,,gmv_paid,2026-06-01,5000
```

```json actuals/snapshots/shop-daily/2026.json
{"opsctl": 1, "source": "shop-daily", "year": 2026, "record": "", "rows": 1, "inputs": [], "troubles": [],
 "sha256": "91211562727da8d7d623a46a919526316c4f1c98a40752dde49b8a3547c89bac"}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity
from opsctl.workspace import Workspace

CODE = "DATA120"
NAME = "snapshot-edited"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
