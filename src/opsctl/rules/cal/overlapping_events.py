"""
Two large events run on one platform at the same time.

Where events overlap only the larger lift counts, so the smaller one's plan is not in the curve, and stock and budget
are planned twice. Looked at are events of grade S and A; a window for `all` holds wherever a platform has none of its
own.

Fails:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-20, lift: 1.8}
  - id: member-days
    name: 会员日
    grade: A
    windows:
      tmall: {from: 2026-06-18, until: 2026-06-25, lift: 1.3}
```

```text
calendar/2026.yaml:11:7: warning CAL101 overlapping-events: member-days and 618 overlap on tmall from 2026-06-18 to 2026-06-20; large events are expected apart
   11 |       tmall: {from: 2026-06-18, until: 2026-06-25, lift: 1.3}
      |       ^^^^^
  → calendar/2026.yaml:6:7: 618 is here
```

Passes:

```yaml calendar/2026.yaml
events:
  - id: 618
    name: 618 年中大促
    grade: S
    windows:
      tmall: {from: 2026-05-20, until: 2026-06-20, lift: 1.8}
  - id: member-days
    name: 会员日
    grade: A
    windows:
      tmall: {from: 2026-06-21, until: 2026-06-25, lift: 1.3}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from opsctl.diagnostics import Problem, Severity, message
from opsctl.records.calendar import Event
from opsctl.workspace import Loaded, Workspace

CODE = "CAL101"
NAME = "overlapping-events"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "draft"


LARGE = ("S", "A")


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each pair of large events that meet, once, with the first day they share."""
    for calendar in workspace.all("calendar").values():
        large = [(index, event) for index, event in enumerate(calendar.data.events) if event.grade in LARGE]
        for one, two in combinations(large, 2):
            yield from _meeting(calendar, one, two)


def _meeting(calendar: Loaded, one: tuple[int, Event], two: tuple[int, Event]) -> Iterator[Problem]:
    (first_at, first), (second_at, second) = one, two
    for platform in sorted({*first.windows, *second.windows}):
        ours, theirs = first.window_for(platform), second.window_for(platform)
        if ours is None or theirs is None:
            continue
        begin, end = max(ours.from_, theirs.from_), min(ours.until, theirs.until)
        if begin <= end:
            said = message(
                "rules.overlapping_events",
                one=second.id, two=first.id, platform=platform, first=begin.isoformat(), last=end.isoformat(),
            )  # fmt: skip
            related = calendar.at("events", first_at, "windows", _key(first, platform), key=True)
            at = calendar.at("events", second_at, "windows", _key(second, platform), key=True)
            yield Problem(at, said, ((related, message("rules.overlapping_events_other", event=first.id)),))
            return


def _key(event: Event, platform: str) -> str:
    return platform if platform in event.windows else "all"
