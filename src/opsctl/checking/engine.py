"""
Runs every rule and stamps what it yields with code, name, severity and lines.

A rule states records and keys; here its default severity meets the settings, and one lookup turns keys into lines. A
rule that crashes is a bug and is not caught.
"""

from __future__ import annotations

from collections.abc import Callable

from opsctl.checking.fingerprint import fingerprinted
from opsctl.diagnostics import Diagnostic, Place, Problem, Severity, Span
from opsctl.records.base import IN_FORCE
from opsctl.records.settings import Settings
from opsctl.rules import RIGORS, RULES, Rule
from opsctl.rules.own import own_rules
from opsctl.rules.rule import HARDNESS
from opsctl.workspace import Workspace

# What may be said of a broken file: why it is one, and what must not stand in it. All else would echo that.
OF_BROKEN_FILES = ("FILE", "REPO")

SpanOf = Callable[[Place], Span]


def run(workspace: Workspace, span_of: SpanOf, rules: tuple[Rule, ...] | None = None) -> tuple[Diagnostic, ...]:
    """Check a workspace, by all rules and its own unless told by which; the diagnostics are sorted and stand once."""
    broken = _broken_files(workspace)
    found: dict[tuple[object, ...], Diagnostic] = {}
    for rule in (*RULES, *own_rules(workspace)) if rules is None else rules:
        severity = severity_of(rule, workspace.settings)
        if severity is None:
            continue
        for problem in rule.check(workspace):
            if problem.at.file not in broken or rule.CODE.startswith(OF_BROKEN_FILES):
                diagnostic = _stamp(rule, _gentle(rule, severity, problem, workspace), problem, span_of)
                found.setdefault((*diagnostic.order, diagnostic.problem.at), diagnostic)
    return fingerprinted(sorted(found.values(), key=lambda diagnostic: diagnostic.order), workspace)


def severity_of(rule: Rule, settings: Settings) -> Severity | None:
    """Decide how much a rule matters here; None where it is off. The settings may name it, else the rigor decides."""
    chosen = _chosen(rule, settings)
    if chosen is not None:
        return None if chosen == "off" else Severity(chosen)
    return rule.SEVERITY if RIGORS.index(settings.rigor) >= RIGORS.index(rule.RIGOR) else None


def _chosen(rule: Rule, settings: Settings) -> str | None:
    severities = settings.checks.severity
    return severities.get(rule.NAME) or severities.get(rule.CODE)


def _gentle(rule: Rule, severity: Severity, problem: Problem, workspace: Workspace) -> Severity:
    """A warning for an error in a record that is not far enough yet; a severity that the settings chose stays."""
    status = workspace.statuses.get(problem.at.file, IN_FORCE)
    chosen = _chosen(rule, workspace.settings)
    if severity is not Severity.ERROR or chosen is not None or HARDNESS[status] >= HARDNESS[rule.ERROR_FROM]:
        return severity
    return Severity.WARNING


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
