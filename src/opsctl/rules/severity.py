"""How much a finding matters: the settings may say it, else the rigor and how far the record has come."""

from __future__ import annotations

from opsctl.diagnostics import Problem, Severity
from opsctl.records.base import IN_FORCE
from opsctl.records.settings import Settings
from opsctl.rules.rule import HARDNESS, RIGORS, Rule
from opsctl.workspace import Workspace


def severity_of(rule: Rule, settings: Settings) -> Severity | None:
    """Decide how much a rule matters here; None where it is off. The settings may name it, else the rigor decides."""
    chosen = _chosen(rule, settings)
    if chosen is not None:
        return None if chosen == "off" else Severity(chosen)
    return rule.SEVERITY if RIGORS.index(settings.rigor) >= RIGORS.index(rule.RIGOR) else None


def gentle(rule: Rule, severity: Severity, problem: Problem, workspace: Workspace) -> Severity:
    """A warning for an error in a record that is not far enough yet; a severity that the settings chose stays."""
    status = workspace.statuses.get(problem.at.file, IN_FORCE)
    chosen = _chosen(rule, workspace.settings)
    if severity is not Severity.ERROR or chosen is not None or HARDNESS[status] >= HARDNESS[rule.ERROR_FROM]:
        return severity
    return Severity.WARNING


def _chosen(rule: Rule, settings: Settings) -> str | None:
    severities = settings.checks.severity
    return severities.get(rule.NAME) or severities.get(rule.CODE)
