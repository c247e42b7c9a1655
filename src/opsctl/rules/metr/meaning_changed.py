"""
A record gives a built-in metric another meaning.

Reports, drivers and the maps of shipped sources rely on what a built-in id means. Counting buyers under `orders_paid`,
or dividing something else in `cvr`, breaks them without a sign, and no number can be compared with other teams' any
more. A record may add aliases, a basis, a definition, owners, the parts of a sum, or a band instead of a direction; it
must not change unit, aggregation, numerator or denominator, nor turn better into worse.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml metrics/cvr.yaml
denominator: page_views
definition: {zh: 支付买家数除以浏览量, en: buyers per page view}
```

```text
metrics/cvr.yaml:1:14: error METR104 meaning-changed: denominator is page_views, but visitors for the built-in cvr; a metric of its own is expected
    1 | denominator: page_views
      |              ^^^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml metrics/buyers_per_view.yaml
name: {zh: 浏览转化率, en: Buyers per page view}
unit: percent
aggregation: ratio
direction: up
numerator: buyers_paid
denominator: page_views
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Message, Problem, Severity, message
from opsctl.metrics import BUILTIN, Metric
from opsctl.workspace import Loaded, Workspace

CODE = "METR104"
NAME = "meaning-changed"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"

FIXED = ("unit", "aggregation", "numerator", "denominator")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every key of an override that changes what the metric is."""
    for id_, record in workspace.all("metric").items():
        if id_ in BUILTIN:
            yield from _changed(record, BUILTIN[id_])


def _changed(record: Loaded, builtin: Metric) -> Iterator[Problem]:
    for key in (*FIXED, "direction"):
        written, usual = getattr(record.data, key), getattr(builtin, key)
        band = key == "direction" and "band" in (written, usual)
        if written is not None and written != usual and not band:
            yield Problem(record.at(key), _said(record.id, key, written, usual))


def _said(metric: str, key: str, written: str, usual: str | None) -> Message:
    if usual is None:
        return message("rules.meaning_changed", metric=metric, key=key, written=written)
    return message("rules.meaning_changed_known", metric=metric, key=key, written=written, usual=usual)
