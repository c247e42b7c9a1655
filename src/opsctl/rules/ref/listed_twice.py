"""
A list names the same thing twice.

The second entry adds nothing, or it stands where another was meant: a channel that is missing, a person who was there.
A metric is the same by whatever name: `uv` and `visitors` are one.

Fails:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
channels: [search, live, search]
```

```text
stores/tmall-flagship.yaml:4:26: warning REF103 listed-twice: search is in the list already; each is expected once
    4 | channels: [search, live, search]
      |                          ^^^^^^
  → stores/tmall-flagship.yaml:4:12: search is used here first
```

Passes:

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
channels: [search, live]
```

Fix: unsafe. Takes the later entry away; perhaps another one was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opsctl.diagnostics import Edit, Fix, Problem, Severity, message
from opsctl.workspace import Loaded, Workspace

CODE = "REF103"
NAME = "listed-twice"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield every entry of a list that stands there already."""
    for record in workspace.records:
        for keys, entries in _lists(record):
            first: dict[str, int] = {}
            for index, entry in enumerate(entries):
                same = (workspace.metric_id(entry) or entry) if keys[-1] in ("owns", "serves") else entry
                earlier = first.setdefault(same, index)
                if earlier != index:
                    also = message("rules.duplicate_id_first", id=entries[earlier])
                    said = message("rules.listed_twice", entry=entry)
                    at = record.at(*keys, index)
                    away = Fix(
                        message("rules.listed_twice_away", entry=entry), (Edit(at, action="remove"),), safe=False
                    )
                    yield Problem(at, said, ((record.at(*keys, earlier), also),), away)


def _lists(record: Loaded) -> Iterator[tuple[tuple[str | int, ...], Sequence[str]]]:
    data = record.data
    if record.kind == "store":
        yield ("channels",), data.channels
    elif record.kind == "role":
        yield ("owns",), data.owns
    elif record.kind == "metric":
        yield ("aliases",), data.aliases or ()
    elif record.kind == "plan":
        yield ("took_part",), data.took_part
        for index, strategy in enumerate(data.strategies):
            yield ("strategies", index, "serves"), strategy.serves
    elif record.kind == "review" and data.meeting is not None:
        yield ("meeting", "attended"), data.meeting.attended
