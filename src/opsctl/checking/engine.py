"""
Runs every rule and stamps what it yields with code, name, severity and lines.

A rule states records and keys; here its default severity meets the settings, and one lookup turns keys into lines. A
rule that crashes is a bug and is not caught.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from opsctl.checking.fingerprint import fingerprinted
from opsctl.checking.veiling import veiled
from opsctl.diagnostics import Diagnostic, Place, Problem, Severity, Span
from opsctl.loading.beside import helped, may_help
from opsctl.rules import RULES, Rule
from opsctl.rules.rule_record import own_rules
from opsctl.rules.severity import gentle, severity_of
from opsctl.workspace import Workspace

# What may be said of a broken file: why it is one, and what must not stand in it. All else would echo that.
OF_BROKEN_FILES = ("FILE", "REPO")

# By these names rules know the cascade, what is made of it, and its files.
_OF_A_YEAR = ("cascade", "people", "tiers", "stale_files")

SpanOf = Callable[[Place], Span]


def run(workspace: Workspace, span_of: SpanOf, rules: tuple[Rule, ...] | None = None) -> tuple[Diagnostic, ...]:
    """Check a workspace, by all rules and its own unless told by which; the diagnostics are sorted and stand once."""
    broken = _broken_files(workspace)
    found: dict[tuple[object, ...], Diagnostic] = {}
    asked = (*RULES, *own_rules(workspace)) if rules is None else rules
    active = [(rule, severity) for rule in asked if (severity := severity_of(rule, workspace.settings)) is not None]
    for (rule, severity), problems in zip(active, _problems([rule for rule, _ in active], workspace), strict=True):
        for problem in problems:
            if problem.at.file not in broken or rule.CODE.startswith(OF_BROKEN_FILES):
                diagnostic = _stamp(rule, gentle(rule, severity, problem, workspace), problem, span_of)
                found.setdefault((*diagnostic.order, diagnostic.problem.at), diagnostic)
    in_order = sorted(found.values(), key=lambda diagnostic: diagnostic.order)
    return fingerprinted(veiled(in_order, workspace.texts), workspace)


def _problems(rules: Sequence[Rule], workspace: Workspace) -> Sequence[Sequence[Problem]]:
    """What each rule finds; a second process may ask some of them where there are many records."""
    if len(rules) < 2 or not may_help(len(workspace.records)):
        return [tuple(rule.check(workspace)) for rule in rules]
    order = sorted(range(len(rules)), key=lambda number: asks_of_a_year(rules[number]))
    apart = sum(not asks_of_a_year(rule) for rule in rules)
    found = helped(lambda piece: tuple(rules[order[piece]].check(workspace)), len(rules), apart)
    made = {order[piece]: _made(rules[order[piece]], workspace, some) for piece, some in found}
    return [made[number] for number in range(len(rules))]


def _made(rule: Rule, workspace: Workspace, some: tuple[Problem, ...] | None) -> tuple[Problem, ...]:
    return tuple(rule.check(workspace)) if some is None else some


def asks_of_a_year(rule: Rule) -> bool:
    """Say whether a rule asks for what is worked out once a process and slowly: one process asks all of those."""
    return any(hasattr(rule, name) for name in _OF_A_YEAR)


def _broken_files(workspace: Workspace) -> frozenset[str]:
    return frozenset(workspace.file_of(kind, id_) for kind, id_ in workspace.broken)


def _stamp(rule: Rule, severity: Severity, problem: Problem, span_of: SpanOf) -> Diagnostic:
    return Diagnostic(
        code=rule.CODE,
        name=rule.NAME,
        severity=severity,
        file=problem.at.file,
        span=problem.span or span_of(problem.at),
        problem=problem,
        related=tuple((place.file, span_of(place), said) for place, said in problem.related),
    )
