"""
A snapshot of actual values is older than what it was made of.

The source's record or one of its exports has changed since `actuals load` ran, so that a review of the exports and one
of the snapshot would give different numbers. Loading again tells which values change. Exports that are not here, or
that lie outside `actuals/`, are not asked.

Fails:

```csv actuals/shop-daily.csv
日期,支付金额
2026-06-01,5200
```

```csv actuals/snapshots/shop-daily/2026.csv
scope,dimension,member,metric,period,value
tmall-flagship,,,gmv_paid,2026-06-01,5000
```

```json actuals/snapshots/shop-daily/2026.json
{"opsctl": 1, "source": "shop-daily", "year": 2026, "record": "", "rows": 1, "troubles": [],
 "sha256": "91211562727da8d7d623a46a919526316c4f1c98a40752dde49b8a3547c89bac",
 "inputs": [{"path": "actuals/shop-daily.csv", "size": 36, "rows": 1,
 "sha256": "1111111111111111111111111111111111111111111111111111111111111111"}]}
```

```text
actuals/snapshots/shop-daily/2026.csv:1:1: warning DATA121 snapshot-stale: 1 file(s) such as actuals/shop-daily.csv have changed since this was loaded, and both are expected to agree; load it again: opsctl actuals load 2026 --source shop-daily
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

CODE = "DATA121"
NAME = "snapshot-stale"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what loading found under this name."""
    return (finding.problem for finding in workspace.findings if finding.rule == NAME)
