"""
A ratio has no numerator or denominator, or one that is not a metric.

A ratio is never added or averaged: a parent's is the sum of numerators over the sum of denominators. Without both
parts it can be shown for no team, no week and no year.

Fails:

```yaml metrics/sample_rate.yaml
name: {zh: 寄样转化率, en: Sample conversion}
unit: percent
aggregation: ratio
direction: up
numerator: orders_paid
```

```text
metrics/sample_rate.yaml:3:14: error METR102 ratio-without-parts: sample_rate is a ratio without a denominator; one is expected
    3 | aggregation: ratio
      |              ^^^^^
```

Passes:

```yaml metrics/sample_rate.yaml
name: {zh: 寄样转化率, en: Sample conversion}
unit: percent
aggregation: ratio
direction: up
numerator: orders_paid
denominator: visitors
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import is_ratio
from opsctl.rules.nearest import nearest
from opsctl.workspace import Loaded, Workspace

CODE = "METR102"
NAME = "ratio-without-parts"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


PARTS = ("numerator", "denominator")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the team's own ratios that cannot be computed."""
    for id_, record in workspace.all("metric").items():
        metric = workspace.written_metrics[id_]
        if is_ratio(metric):
            for part in PARTS:
                yield from _part(workspace, record, part, getattr(metric, part))


def _part(workspace: Workspace, record: Loaded, part: str, written: str | None) -> Iterator[Problem]:
    if written is None:
        at = record.at("aggregation" if record.data.aggregation is not None else "unit")
        yield Problem(at, message(f"rules.ratio_without_parts_{part}", metric=record.id))
    elif getattr(record.data, part) is not None and written not in workspace.metrics:
        if ("metric", written) in workspace.broken:
            return
        close = nearest(written, workspace.metrics)
        if close is None:
            yield Problem(record.at(part), message("rules.unknown_metric", id=written))
        else:
            yield Problem(record.at(part), message("rules.unknown_metric_near", id=written, meant=close))
