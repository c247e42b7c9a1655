"""
A metric is computed from itself, from a part that is not there, or through hundreds of other metrics.

Such a formula has no value. It is left out of every computation, so the metric shows only what a source measures.

Fails:

```yaml metrics/members.yaml
name: {zh: 会员数, en: Members}
unit: count
aggregation: sum
direction: up
parts: {members_new: 1, members_old: 1}
```

```yaml metrics/members_new.yaml
name: {zh: 新会员数, en: Recent members}
unit: count
aggregation: sum
direction: up
parts: {members: 1, members_old: -1}
```

```yaml metrics/members_old.yaml
name: {zh: 老会员数, en: Old members}
unit: count
aggregation: sum
direction: up
```

```text
metrics/members.yaml:5:8: error METR103 unusable-formula: members is computed from itself; a formula without a circle is expected
    5 | parts: {members_new: 1, members_old: 1}
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

metrics/members_new.yaml:5:8: error METR103 unusable-formula: members_new is computed from itself; a formula without a circle is expected
    5 | parts: {members: 1, members_old: -1}
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

Passes:

```yaml metrics/members.yaml
name: {zh: 会员数, en: Members}
unit: count
aggregation: sum
direction: up
parts: {members_new: 1, members_old: 1}
```

```yaml metrics/members_new.yaml
name: {zh: 新会员数, en: Recent members}
unit: count
aggregation: sum
direction: up
```

```yaml metrics/members_old.yaml
name: {zh: 老会员数, en: Old members}
unit: count
aggregation: sum
direction: up
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.metrics import MOST_METRICS, is_ratio
from opsctl.workspace import Loaded, Workspace

CODE = "METR103"
NAME = "unusable-formula"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield the team's own metrics whose formula cannot be computed; unknown halves of ratios are METR102's."""
    for id_, record in workspace.all("metric").items():
        flaw = workspace.formula_flaws.get(id_)
        if flaw == "unknown" and not is_ratio(workspace.metrics[id_]):
            yield from _unknown(workspace, record)
        elif flaw == "circle":
            yield Problem(_place(record), message("rules.unusable_formula_circle", metric=id_))
        elif flaw == "large":
            yield Problem(_place(record), message("rules.unusable_formula_large", metric=id_, most=MOST_METRICS))


def _unknown(workspace: Workspace, record: Loaded) -> Iterator[Problem]:
    for part in record.data.parts or ():
        if part in workspace.metrics or ("metric", part) in workspace.broken:
            continue
        meant = workspace.metric_id(part)
        at = record.at("parts", part, key=True)
        if meant is None:
            yield Problem(at, message("rules.unknown_metric", id=part))
        else:
            yield Problem(at, message("rules.unknown_metric_near", id=part, meant=meant))


def _place(record: Loaded) -> Place:
    keys = ("parts", "numerator", "denominator", "aggregation")
    return record.at(*[key for key in keys if getattr(record.data, key) is not None][:1])
