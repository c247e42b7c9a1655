"""
A metric's alias or name already means another metric.

Metrics are found by id, then by alias, then by name. An alias that is another metric's id is never reached; one that
two metrics share leads to whichever comes first; a name that is taken leads elsewhere. An own alias may take over a
built-in alias, such as `gmv`, on purpose.

Fails:

```yaml metrics/sample_orders.yaml
name: {zh: 寄样订单数, en: Sample orders}
unit: count
aggregation: sum
direction: up
aliases: [访客数, 样品单]
```

```text
metrics/sample_orders.yaml:5:11: error METR105 spelling-taken: 访客数 means visitors already; a spelling that no other metric has is expected
    5 | aliases: [访客数, 样品单]
      |           ^^^^^^
```

Passes:

```yaml metrics/sample_orders.yaml
name: {zh: 寄样订单数, en: Sample orders}
unit: count
aggregation: sum
direction: up
aliases: [样品单]
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Mapping

from opsctl.diagnostics import Message, Place, Problem, Severity, message
from opsctl.metrics import Metric, folded
from opsctl.workspace import Loaded, Workspace

CODE = "METR105"
NAME = "spelling-taken"
SEVERITY = Severity.ERROR
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every alias and name of an own metric that something else goes by."""
    own = workspace.all("metric")
    if not own:
        return
    users = _users(workspace.written_metrics)
    for id_, record in own.items():
        for at, spelling in _called(record):
            other = next((user for user in users[folded(spelling)] if user != id_), None)
            if other is not None:
                said = message("rules.spelling_taken", spelling=spelling, other=other)
                yield Problem(at, said, tuple(_also(own.get(other), spelling)))


def _users(metrics: Mapping[str, Metric]) -> Mapping[str, list[str]]:
    """Which metrics go by each spelling, as id, alias or name."""
    users: dict[str, list[str]] = {id_: [id_] for id_ in metrics}
    for metric in metrics.values():
        for spelling in {folded(text) for text in (*metric.aliases, metric.zh, metric.en)}:
            users.setdefault(spelling, []).append(metric.id)
    return users


def _called(record: Loaded) -> Iterator[tuple[Place, str]]:
    for index, alias in enumerate(record.data.aliases or ()):
        yield record.at("aliases", index), alias
    name = record.data.name
    if name is not None and name.zh == name.en:
        yield record.at("name"), name.zh
    elif name is not None:
        yield from ((record.at("name", lang), name.in_(lang)) for lang in ("zh", "en"))


def _also(other: Loaded | None, spelling: str) -> Iterator[tuple[Place, Message]]:
    """Where the other metric takes the spelling, if a record of the team's does."""
    if other is not None:
        at = next((at for at, text in _called(other) if folded(text) == folded(spelling)), other.at())
        yield at, message("rules.spelling_taken_other", other=other.id)
