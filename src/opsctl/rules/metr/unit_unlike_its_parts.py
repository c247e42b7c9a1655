"""
A metric's unit does not follow from what it is made of.

Money per visitor is money, seconds per session are seconds, buyers per visitor are a share or a multiple. A sum has
the unit of every part. With another unit the right number is shown with the wrong sign: `12.5 %` for ￥12.50.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml metrics/spend_per_order.yaml
name: {zh: 单均推广花费, en: Ad spend per order}
unit: percent
aggregation: ratio
direction: down
numerator: ad_spend
denominator: orders_paid
```

```text
metrics/spend_per_order.yaml:2:7: error METR107 unit-unlike-its-parts: spend_per_order is in percent, but ad_spend (money) on orders_paid (count) is not; money is expected
    2 | unit: percent
      |       ^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml metrics/spend_per_order.yaml
name: {zh: 单均推广花费, en: Ad spend per order}
unit: money
aggregation: ratio
direction: down
numerator: ad_spend
denominator: orders_paid
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.metrics import Metric, is_ratio
from opsctl.workspace import Loaded, Workspace

CODE = "METR107"
NAME = "unit-unlike-its-parts"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"

SHARES = ("percent", "x")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield own ratios and sums whose unit cannot come out of their parts."""
    for id_, record in workspace.all("metric").items():
        metric = workspace.metrics[id_]
        if is_ratio(metric):
            yield from _ratio(record, metric, workspace.metrics)
        else:
            yield from _sum(record, metric, workspace.metrics)


def fitting(above: str, below: str) -> tuple[str, ...]:
    """The units that a number of one unit on another may have, the usual one first."""
    if above == below:
        # Pieces over pieces a day are days of stock, and the like.
        return (*SHARES, "days") if above == "count" else SHARES
    return (above,)


def _ratio(record: Loaded, metric: Metric, metrics: Mapping[str, Metric]) -> Iterator[Problem]:
    above, below = metrics.get(metric.numerator or ""), metrics.get(metric.denominator or "")
    if above is not None and below is not None and metric.unit not in fitting(above.unit, below.unit):
        said = message(
            "rules.unit_unlike_its_parts_ratio",
            metric=metric.id, unit=metric.unit, expected=" / ".join(fitting(above.unit, below.unit)),
            above=f"{above.id} ({above.unit})", below=f"{below.id} ({below.unit})",
        )  # fmt: skip
        yield Problem(_unit(record), said)


def _sum(record: Loaded, metric: Metric, metrics: Mapping[str, Metric]) -> Iterator[Problem]:
    for part, _ in metric.parts:
        if part in metrics and metrics[part].unit != metric.unit:
            said = message(
                "rules.unit_unlike_its_parts_sum",
                metric=metric.id, unit=metric.unit, part=part, other=metrics[part].unit,
            )  # fmt: skip
            yield Problem(record.at("parts", part, key=True) if record.data.parts else _unit(record), said)


def _unit(record: Loaded) -> Place:
    return record.at("unit", key=record.data.unit is None)
