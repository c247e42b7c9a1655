"""
A metric is better when it rises, but everything it is made of says the contrary, or the other way round.

Complaints per order are not better when they rise. With the wrong direction a review praises the worst week, and a
floor is checked as a ceiling. A part that should stay in a band says nothing.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml metrics/dispute_per_visit.yaml
name: {zh: 每访客介入单, en: Disputes per visitor}
unit: percent
aggregation: ratio
direction: up
numerator: platform_cases
denominator: visitors
```

```text
metrics/dispute_per_visit.yaml:4:12: warning METR109 direction-unlike-its-parts: dispute_per_visit is up, but down follows from its parts; the same direction is expected
    4 | direction: up
      |            ^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml metrics/dispute_per_visit.yaml
name: {zh: 每访客介入单, en: Disputes per visitor}
unit: percent
aggregation: ratio
direction: down
numerator: platform_cases
denominator: visitors
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Problem, Severity, message
from opsctl.metrics import Metric, is_ratio
from opsctl.workspace import Workspace

CODE = "METR109"
NAME = "direction-unlike-its-parts"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"

AGAINST = {"up": "down", "down": "up", "band": "band"}


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield own formulas whose direction contradicts that of their parts."""
    for id_, record in workspace.all("metric").items():
        metric = workspace.metrics[id_]
        expected = follows(metric, workspace.metrics)
        if expected is not None and metric.direction == AGAINST[expected]:
            said = message("rules.direction_unlike_its_parts", metric=id_, written=metric.direction, expected=expected)
            yield Problem(record.at("direction", key=record.data.direction is None), said)


def follows(metric: Metric, metrics: Mapping[str, Metric]) -> str | None:
    """The direction that follows from a formula; None where it leaves both open.

    More of something bad on something that is not bad is bad, more of something good on something bad is good.
    """
    if is_ratio(metric):
        above, below = metrics.get(metric.numerator or ""), metrics.get(metric.denominator or "")
        if above is None or below is None:
            return None
        ways = (above.direction, below.direction)
        return {("down", "up"): "down", ("down", "band"): "down", ("up", "down"): "up"}.get(ways)
    ways_of_parts = {
        metrics[part].direction if sign > 0 else AGAINST[metrics[part].direction]
        for part, sign in metric.parts
        if part in metrics
    }
    return ways_of_parts.pop() if len(ways_of_parts) == 1 and "band" not in ways_of_parts else None
