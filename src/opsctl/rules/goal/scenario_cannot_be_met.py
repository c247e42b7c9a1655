"""
Under a scenario the year cannot be divided as the sheets ask.

What a scenario changes is checked together with everything it leaves alone: a goal that falls below what is held, a
hold of a month before the store opens, stores that no longer add up. The sentence is the one that a split under the
scenario would be refused with.

Fails:

```yaml stores/jd-pop.yaml
name: JD
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid:
    value: 1000
    split:
      weights: {jd-pop: 1}
      bounds: {jd-pop: {at_least: 900, reason: agreed with JD, owner: li-na}}
```

```yaml scenarios/careful.yaml
name: Careful
reason: if the promotion is cancelled
owner: li-na
changes:
  target:2026/company:
    goals:
      orders_paid: 800
```

```text
scenarios/careful.yaml:7:20: warning GOAL146 scenario-cannot-be-met: cannot be divided: holds and floors add up to 900, more than the total of 800
    7 |       orders_paid: 800
      |                    ^^^
  → targets/2026/company.yaml:6:7: the rest of it stands here
```

Passes:

```yaml stores/jd-pop.yaml
name: JD
platform: jd
team: company
```

```yaml targets/2026/company.yaml
owner: li-na
goals:
  orders_paid:
    value: 1000
    split:
      weights: {jd-pop: 1}
      bounds: {jd-pop: {at_least: 900, reason: agreed with JD, owner: li-na}}
```

```yaml scenarios/careful.yaml
name: Careful
reason: if the promotion is cancelled
owner: li-na
changes:
  target:2026/company:
    goals:
      orders_paid: 950
```
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Iterator

from opsctl.diagnostics import Place, Problem, Severity, message
from opsctl.planning.cascade import cascade
from opsctl.planning.tiers import tiers
from opsctl.rules.echo import cascade_is_sound
from opsctl.rules.goal import inherited_from_nowhere
from opsctl.workspace import Loaded, Workspace

CODE = "GOAL146"
NAME = "scenario-cannot-be-met"
# A what-if that leads nowhere makes no number wrong.
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what the cascade finds under each scenario and not without it."""
    if workspace.scenario is not None:
        return
    for id_, changed in workspace.overlays.items():
        scenario, under = workspace.all("scenario")[id_], workspace.under(id_)
        for year in _years(changed, under):
            if cascade_is_sound(workspace, year):
                known = set(_problems(workspace, year))
                fresh = [problem for problem in _problems(under, year) if problem not in known]
                yield from (_told(scenario, problem) for problem in fresh)
        if not _is_placed(changed, under):
            continue  # A store whose team there is not has nothing above it, which is said of the team.
        orphans = set(inherited_from_nowhere.check(workspace))
        yield from (_told(scenario, each) for each in inherited_from_nowhere.check(under) if each not in orphans)


def _years(changed: tuple[Loaded, ...], under: Workspace) -> tuple[int, ...]:
    """The years that a scenario can move: those of the sheets and calendars it changes, all for anything else."""
    dated = all(record.kind in ("target", "calendar", "fx") for record in changed)
    own = {record.id.partition("/")[0] for record in changed}
    return tuple(year for year in under.years() if not dated or str(year) in own)


def _is_placed(changed: tuple[Loaded, ...], under: Workspace) -> bool:
    """Say whether every store that the scenario changes belongs to a team there is."""
    return all(under.get("team", store.data.team) is not None for store in changed if store.kind == "store")


def _problems(workspace: Workspace, year: int) -> Iterator[Problem]:
    findings = (*cascade(workspace, year).findings, *tiers(workspace, year).findings)
    return (finding.problem for finding in findings)


def _told(scenario: Loaded, problem: Problem) -> Problem:
    """The problem at what the scenario wrote of the goal, or of the record; where the rest stands is told beside it."""
    if problem.at.file == scenario.file:
        return problem
    address = f"target:{problem.at.file.removeprefix('targets/').removesuffix('.yaml')}"
    path: tuple[str | int, ...] = ("changes",)
    written = scenario.data.changes
    for step in (address, *problem.at.path):
        if not isinstance(written, dict) or step not in written:
            break
        path, written = (*path, step), written[step]
    on_value = len(path) > 2 and not isinstance(written, dict)
    at = Place(scenario.file, path, "value" if on_value else "key")
    return Problem(at, problem.message, ((problem.at, message("rules.scenario_cannot_be_met_rest")),))
