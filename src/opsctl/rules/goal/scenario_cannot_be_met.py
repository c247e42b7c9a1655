"""
Under a scenario the records break a rule that they keep without it.

Every rule whose errors refuse a split is asked of the records under the scenario: a goal that falls below what is
held, tiers out of order, a store that closes with people or goals left in it, a team below itself. The sentence is the
one a split under the scenario would be refused with; it stands at the change that causes it, and names the rule.

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
  → targets/2026/company.yaml:6:7: this breaks GOAL104 impossible-split
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

from collections import defaultdict
from collections.abc import Iterator

from opsctl.diagnostics import Fix, Place, Problem, Severity, message
from opsctl.rules.under import Refused, refused
from opsctl.workspace import Workspace

CODE = "GOAL146"
NAME = "scenario-cannot-be-met"
# A what-if that leads nowhere makes no number wrong.
SEVERITY = Severity.WARNING
SINCE = "0.1"
RIGOR = "start"
ERROR_FROM = "proposed"


def check(workspace: Workspace) -> Iterator[Problem]:
    """Yield what a split under each scenario would be refused for and without it would not.

    Where one change breaks a rule at many places, the first of them is told, with their number.
    """
    for id_ in workspace.overlays if workspace.scenario is None else ():
        alike: dict[tuple[Place, str, str], list[Refused]] = defaultdict(list)
        for each in refused(workspace, id_):
            alike[each.at, each.rule.CODE, each.problem.message.id].append(each)
        yield from (_told(at, found) for (at, *_), found in alike.items())


def _told(at: Place, found: list[Refused]) -> Problem:
    rule, problem = found[0].rule, found[0].problem
    said = f"rules.scenario_cannot_be_met_{'rule' if len(found) == 1 else 'often'}"
    broken = message(said, code=rule.CODE, rule=rule.NAME, count=len(found))
    others = tuple(each for each in problem.related if each[0] != at)
    return Problem(at, problem.message, ((problem.at, broken), *others), _fix(problem.fix, at.file))


def _fix(fix: Fix | None, file: str) -> Fix | None:
    """A repair of the scenario; one of a record would change what is right without it."""
    return fix if fix is not None and all(edit.place.file == file for edit in fix.edits) else None
