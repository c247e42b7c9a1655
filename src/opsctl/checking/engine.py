"""
Runs every rule and stamps what it yields with code, name, severity and lines.

A rule states records and keys; here its default severity meets the settings, and one lookup turns keys into lines. A
rule that crashes is a bug and is not caught.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from opsctl.checking.fingerprint import fingerprinted
from opsctl.diagnostics import Diagnostic, Place, Problem, Severity, Span
from opsctl.records import BY_NAME, SETTINGS_FILE
from opsctl.records.settings import Settings
from opsctl.records.base import IN_FORCE
from opsctl.rules import RIGORS, RULES, Rule
from opsctl.rules.rule import HARDNESS
from opsctl.workspace import Workspace

# The family that says why a file is broken; every other word about such a file would echo it.
LOADING = "FILE"

SpanOf = Callable[[Place], Span]


def run(workspace: Workspace, span_of: SpanOf, rules: tuple[Rule, ...] = RULES) -> tuple[Diagnostic, ...]:
    """Check a workspace; the diagnostics are sorted and each stands once."""
    broken = _broken_files(workspace)
    found: dict[tuple[object, ...], Diagnostic] = {}
    for rule in rules:
        severity = severity_of(rule, workspace.settings)
        if severity is None:
            continue
        for problem in rule.check(workspace):
            if problem.at.file not in broken or rule.CODE.startswith(LOADING):
                diagnostic = _stamp(rule, _gentle(rule, severity, problem, workspace), problem, span_of)
                found.setdefault((*diagnostic.order, diagnostic.problem.at), diagnostic)
    return fingerprinted(sorted(found.values(), key=lambda diagnostic: diagnostic.order), workspace)


def severity_of(rule: Rule, settings: Settings) -> Severity | None:
    """Decide how much a rule matters here; None where it is off. The settings may name it, else the rigor decides."""
    chosen = settings.checks.severity.get(rule.NAME)
    if chosen is not None:
        return None if chosen == "off" else Severity(chosen)
    return rule.SEVERITY if RIGORS.index(settings.rigor) >= RIGORS.index(rule.RIGOR) else None


def _gentle(rule: Rule, severity: Severity, problem: Problem, workspace: Workspace) -> Severity:
    """A warning for an error in a record that is not far enough yet; a severity that the settings chose stays."""
    status = workspace.statuses.get(problem.at.file, IN_FORCE)
    chosen = rule.NAME in workspace.settings.checks.severity
    if severity is not Severity.ERROR or chosen or HARDNESS[status] >= HARDNESS[rule.ERROR_FROM]:
        return severity
    return Severity.WARNING


def _broken_files(workspace: Workspace) -> frozenset[str]:
    return frozenset(_files(workspace))


def _files(workspace: Workspace) -> Iterator[str]:
    for kind, id_ in workspace.broken:
        yield BY_NAME[kind].file(id_) if kind in BY_NAME else SETTINGS_FILE


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
