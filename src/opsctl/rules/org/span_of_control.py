"""
Somebody leads more people directly than one person can.

Beyond about eight direct reports a leader no longer knows what each of them does, and reviews become reports. Who
leads whom follows from `reports_to`, the places where roles are held, and their dates. The most is the threshold
`span-of-control` in `opsctl.yaml`; the first day with the most reports is shown. Customer service often leads more.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
checks: {thresholds: {span-of-control: 1}}
```

```yaml roles/agent.yaml
name: 客服专员
reports_to: owner
```

```yaml people/ma-chao.yaml
name: 马超
roles:
  - {role: agent, at: company, from: 2026-01-01}
```

```yaml people/deng-xin.yaml
name: 邓欣
roles:
  - {role: agent, at: company, from: 2026-03-01}
```

```text
people/li-na.yaml:1:7: info ORG110 span-of-control: li-na leads 2 people directly from 2026-03-01; 1 at most is expected, so add a lead or share them
    1 | name: 李娜
      |       ^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
checks: {thresholds: {span-of-control: 2}}
```

```yaml roles/agent.yaml
name: 客服专员
reports_to: owner
```

```yaml people/ma-chao.yaml
name: 马超
roles:
  - {role: agent, at: company, from: 2026-01-01}
```

```yaml people/deng-xin.yaml
name: 邓欣
roles:
  - {role: agent, at: company, from: 2026-03-01}
```
"""  # noqa: E501

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from opsctl.diagnostics import Problem, Severity, message
from opsctl.rules.stays import every_stay, stays, superiors
from opsctl.rules.thresholds import threshold
from opsctl.workspace import Workspace

CODE = "ORG110"
NAME = "span-of-control"
SEVERITY = Severity.INFO
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "draft"

Span = tuple[date, date, str]


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield everybody who leads too many at once."""
    most = threshold(workspace, "span-of-control")
    held = stays(workspace)
    led: dict[str, set[Span]] = {}
    for stay in every_stay(workspace):
        for above in superiors(workspace, stay, held):
            if above.person != stay.person:
                span = (max(above.first, stay.first), min(above.last, stay.last), stay.person)
                led.setdefault(above.person, set()).add(span)
    for leader, spans in sorted(led.items()):
        count, day = _peak(spans)
        if count > most:
            said = message(
                "rules.span_of_control", person=leader, count=count, day=day.isoformat(), most=f"{most.normalize():f}"
            )
            yield Problem(workspace.all("person")[leader].at("name"), said)


def _peak(spans: Iterable[Span]) -> tuple[int, date]:
    """The most people at once, each counted once, and the first day of it."""
    begins = [(first, 1, person) for first, _, person in spans]
    # An end takes effect after everything that begins on the same day, because last days are included.
    ends = [(last, 2, person) for _, last, person in spans]
    present: Counter[str] = Counter()
    best, best_day = 0, date.min
    for day, what, person in sorted([*begins, *ends]):
        present[person] += 1 if what == 1 else -1
        if not present[person]:
            del present[person]
        if len(present) > best:
            best, best_day = len(present), day
    return best, best_day
