"""
The whole judgement of a workspace: what the rules find, less what was set aside with a reason.

Comments come first, then waivers, then the baseline; what is wrong with those is reported like anything else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from opsctl.checking.baseline import Known, against
from opsctl.checking.engine import run
from opsctl.checking.naming import active_names, unknown_names
from opsctl.checking.suppression import suppressed
from opsctl.checking.waiving import waived
from opsctl.diagnostics import Diagnostic
from opsctl.loading.comments import ignores
from opsctl.loading.read import LoadResult
from opsctl.rules import exc


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings that count, and those set aside by a comment, by a waiver and by the baseline."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    waived: tuple[Diagnostic, ...] = ()
    known: tuple[Diagnostic, ...] = ()


def judge(loaded: LoadResult, today: date, known: Known | None = None) -> Verdict:
    """Check a workspace on a day, against a baseline where there is one."""
    workspace = loaded.workspace
    comments = tuple(ignores(loaded.sources))
    active = active_names(workspace)
    by_comment = suppressed(run(workspace, loaded.sources.span), comments, active)
    by_waiver = waived(by_comment.kept, workspace, today, active)
    by_baseline = against(by_waiver.kept, workspace, known or {})
    unknown = unknown_names(workspace, comments)
    findings = (*unknown, *by_comment.findings, *by_waiver.findings, *by_baseline.findings)
    names = {finding.rule for finding in findings}
    rules = tuple(rule for rule in exc.RULES if rule.NAME in names)
    about = run(replace(workspace, findings=findings), loaded.sources.span, rules)
    return Verdict(
        diagnostics=tuple(sorted((*by_baseline.kept, *about), key=lambda found: found.order)),
        suppressed=by_comment.away,
        waived=by_waiver.away,
        known=by_baseline.away,
    )
