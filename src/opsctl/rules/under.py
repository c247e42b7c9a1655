"""
What a scenario breaks: every rule whose errors would refuse a split is asked of the records under it.

What is broken without the scenario too is not told again. A problem in a record that the scenario leaves alone stands
at the change with which it first appears.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from opsctl.diagnostics import Place, Problem, Severity
from opsctl.rules.rule import Rule
from opsctl.rules.severity import gentle, severity_of
from opsctl.workspace import Loaded, Workspace

# Files, folders, comments and waivers are the same under a scenario.
_UNMOVED = ("FILE", "REPO", "EXC")
# Cells are those of the records as they are; the rule about scenarios asks for none itself.
_NOT_ASKED = ("stale-cells", "scenario-cannot-be-met")
Known = frozenset[tuple[Place, str]]
"""Problems by where they stand and what sort of sentence they are: the numbers in it may differ under a scenario."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A rule that a scenario breaks, what it says, and where in the scenario that stands."""

    rule: Rule
    problem: Problem
    at: Place


def refused(workspace: Workspace, scenario: str) -> tuple[Refused, ...]:
    """Every error that there is under a sound scenario and not without it.

    What a change names wrongly is told of the scenario itself, so what else follows from that change is left out.
    """
    under = workspace.under(scenario)
    broken = {workspace.file_of(kind, id_) for kind, id_ in workspace.broken}
    place = _places(workspace, scenario)
    found: list[Refused] = []
    told: set[Place] = set()
    for rule in _asked(workspace):
        wrong = [each for each in _errors(rule, under) if each.at.file not in broken]
        known = _known(rule, workspace) if wrong else frozenset()
        for problem in wrong:
            if (problem.at, problem.message.id) in known:
                told.add(problem.at)
            elif (_unlaid(workspace, problem.at, scenario), problem.message.id) not in known:
                found.append(Refused(rule, problem, place(rule, problem)))
    return tuple(each for each in found if each.at not in told)


def _unlaid(workspace: Workspace, at: Place, scenario: str) -> Place:
    """Where in the record itself what stands in a scenario has its place."""
    if at.file != workspace.all("scenario")[scenario].file or len(at.path) < 2:
        return at
    kind, _, id_ = str(at.path[1]).partition(":")
    return Place(workspace.file_of(kind, id_), at.path[2:], at.on)


def _asked(workspace: Workspace) -> Iterator[Rule]:
    # The list of all rules holds the one that asks here, so it is there only once that has been read.
    from opsctl.rules import RULES
    from opsctl.rules.rule_record import own_rules

    for rule in (*RULES, *own_rules(workspace)):
        told = rule.CODE.startswith(_UNMOVED) or rule.NAME in _NOT_ASKED
        if not told and severity_of(rule, workspace.settings) is Severity.ERROR:
            yield rule


def _errors(rule: Rule, workspace: Workspace) -> Iterator[Problem]:
    for problem in rule.check(workspace):
        if gentle(rule, Severity.ERROR, problem, workspace) is Severity.ERROR:
            yield problem


def _known(rule: Rule, workspace: Workspace) -> Known:
    return frozenset((problem.at, problem.message.id) for problem in rule.check(workspace))


def _places(workspace: Workspace, scenario: str) -> Callable[[Rule, Problem], Place]:
    """Find where in a scenario a problem stands; what was found out for one is kept for the next."""
    record, changed = workspace.all("scenario")[scenario], workspace.overlays[scenario]

    @cache
    def partly(first: int) -> Workspace:
        return workspace.under(scenario, first)

    kept: dict[tuple[str, int], Known] = {}

    def there(rule: Rule, first: int) -> Known:
        if (rule.CODE, first) not in kept:
            kept[rule.CODE, first] = _known(rule, partly(first))
        return kept[rule.CODE, first]

    def cause(rule: Rule, problem: Problem) -> Loaded:
        """The change with which a problem first appears, by halves: a thousand changes take ten questions."""
        without, having = 0, len(changed)
        while having - without > 1:
            middle = (without + having) // 2
            found = (problem.at, problem.message.id) in there(rule, middle)
            without, having = (without, middle) if found else (middle, having)
        return changed[having - 1]

    def place(rule: Rule, problem: Problem) -> Place:
        for at in (problem.at, *(at for at, _ in problem.related)):
            if at.file == record.file:
                return at
        change = cause(rule, problem)
        return _at(record, _written(record, change, problem.at.path if change.file == problem.at.file else ()))

    return place


def _written(scenario: Loaded, changed: Loaded, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """How far a scenario wrote what stands at a path of a record, and on while it wrote one thing only."""
    route: tuple[str | int, ...] = ("changes", f"{changed.kind}:{changed.id}")
    written = scenario.data.changes[route[1]]
    for step in path:
        if not isinstance(written, dict) or step not in written:
            break
        route, written = (*route, step), written[step]
    while isinstance(written, dict) and len(written) == 1:
        [(step, written)] = written.items()
        route = (*route, step)
    return route


def _at(scenario: Loaded, path: tuple[str | int, ...]) -> Place:
    """The value that a scenario wrote; the key of what is more than a value, or was taken out."""
    written = scenario.data.changes
    for step in path[1:]:
        written = written[step]
    on_value = len(path) > 2 and written is not None and not isinstance(written, dict)
    return Place(scenario.file, path, "value" if on_value else "key")
