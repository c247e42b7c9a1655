"""
Part of a target belongs to nobody, because nobody holds the role that owns the metric.

What a role owns at a store or team is divided over the people who hold it there. In months when neither anybody there
nor anybody above holds such a role, that part of the year is on nobody's card. Months without a number ask for nobody,
and a metric that no role owns is said by metric-without-owner.

Fails:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml roles/promoter.yaml
name: 推广专员
owns: [ad_spend]
```

```yaml people/wu-tao.yaml
name: 吴涛
roles:
  - {role: promoter, at: tmall-flagship, from: 2025-03-01, until: 2026-09-30}
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/tmall-flagship.yaml
owner: wu-tao
curve: shop
goals:
  ad_spend: {value: 120万, baseline: {period: 2025, value: 130万}}
```

```text
targets/2026/tmall-flagship.yaml:4:3: warning GOAL153 unassigned-target: ad_spend of tmall-flagship in 2026-10 – 2026-12, 324000.00, belongs to nobody: no one there or above holds promoter then; give somebody the role for those months
    4 |   ad_spend: {value: 120万, baseline: {period: 2025, value: 130万}}
      |   ^^^^^^^^
```

Passes:

```yaml opsctl.yaml
opsctl: 1
name: Example
rigor: standard
```

```yaml roles/promoter.yaml
name: 推广专员
owns: [ad_spend]
```

```yaml people/wu-tao.yaml
name: 吴涛
roles:
  - {role: promoter, at: tmall-flagship, from: 2025-03-01}
```

```yaml stores/tmall-flagship.yaml
name: 天猫旗舰店
platform: tmall
team: company
```

```yaml calendar/2026.yaml
curves:
  shop:
    months: {1: 8%, 2: 8%, 3: 8%, 4: 8%, 5: 8%, 6: 9%, 7: 8%, 8: 8%, 9: 8%, 10: 9%, 11: 9%, 12: 9%}
```

```yaml targets/2026/tmall-flagship.yaml
owner: wu-tao
curve: shop
goals:
  ad_spend: {value: 120万, baseline: {period: 2025, value: 130万}}
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opsctl.diagnostics import Listed, Place, Problem, Severity, message, some
from opsctl.period import month
from opsctl.planning.goals import goals_by_id
from opsctl.planning.people import Unassigned, people
from opsctl.quantity import from_units, plain
from opsctl.rules.echo import cascade_is_sound, people_are_sound
from opsctl.workspace import Workspace

CODE = "GOAL153"
NAME = "unassigned-target"
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "standard"
ERROR_FROM = "approved"

SHOWN = 5


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield each place and metric with months that nobody answers for, and each metric that nobody does at all."""
    for year in workspace.years() if people_are_sound(workspace) else ():
        if cascade_is_sound(workspace, year):
            found = people(workspace, year).unassigned
            yield from (_gap(workspace, year, each) for each in found if not each.whole)
            yield from _nobody(workspace, year, [each for each in found if each.whole])


def _gap(workspace: Workspace, year: int, each: Unassigned) -> Problem:
    said = message(
        "rules.unassigned_target",
        metric=each.metric, scope=each.place, roles=Listed(each.roles), months=_months(year, each.months),
        amount=plain(from_units(each.units, each.digits)),
    )  # fmt: skip
    return Problem(_place(workspace, year, each.place, each.metric), said)


def _nobody(workspace: Workspace, year: int, cases: Sequence[Unassigned]) -> Iterator[Problem]:
    """One finding a goal: the stores below it that nobody works for all year are shown together."""
    found: dict[Place, list[Unassigned]] = {}
    for each in cases:
        found.setdefault(_place(workspace, year, each.place, each.metric), []).append(each)
    for place, together in found.items():
        scopes = [each.place for each in together]
        names = some(scopes, SHOWN)
        first = together[0]
        said = message("rules.unassigned_target_nobody", metric=first.metric, scopes=names, roles=Listed(first.roles))
        yield Problem(place, said)


def _months(year: int, numbers: Sequence[int]) -> str:
    """The months as runs: `2026-01 – 2026-03, 2026-07`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    labels = [[month(year, number).label for number in (run[0], run[-1])] for run in runs]
    return Listed(first if first == last else f"{first} – {last}" for first, last in labels)


def _place(workspace: Workspace, year: int, scope: str, metric: str) -> Place:
    """The goal in the nearest sheet, from the scope upwards; the scope itself where no sheet names it."""
    for owner in (scope, *workspace.above(scope)):
        sheet = workspace.sheet(owner, year)
        written = goals_by_id(workspace, sheet).get(metric)
        if sheet is not None and written is not None:
            return sheet.at("goals", written[0], key=True)
    record = workspace.scope(scope)
    return Place(workspace.file_of("team", scope)) if record is None else record.at("name", key=True)
