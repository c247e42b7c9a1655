"""`week sheet` and `week import`: the weekly sheets out to people, and what they filled in back into the records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from opsctl.commands.filling import FormResult, fill_in, read_form
from opsctl.commands.targets import period_named, scope_named
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.forms.form import Form
from opsctl.forms.weekly import KIND, week_form, without_review
from opsctl.loading.read import load
from opsctl.loading.reportfile import report_file, write_document
from opsctl.period import Period
from opsctl.rendering.xlsx.form_book import form_book
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SheetResult:
    """The form that was written, and the scopes whose verdicts have no review yet to stand in."""

    form: Form
    period: str
    unreviewed: tuple[str, ...]

    @property
    def lines(self) -> int:
        """How many lines there are to fill in."""
        return sum(len(part.shown) for page in self.form.pages for part in page.parts)


def sheet(root: Path, week: str, scope: str | None, output: Path, lang: str) -> SheetResult:
    """Write the weekly sheets; OpsctlError where nobody has anything to fill in."""
    workspace = load(root).workspace
    period = _week(workspace, week)
    form = week_form(workspace, period, None if scope is None else scope_named(workspace, scope))
    if not form.pages:
        said = message("week.nothing_to_fill", period=period.label)
        raise OpsctlError(said, message("week.make_some", period=period.label))
    write_document(report_file(output, new_folder=True), form_book(form, lang, period.start))
    return SheetResult(form, period.label, without_review(workspace, period, scope))


def import_(root: Path, path: Path) -> FormResult:
    """Compare the filled sheets with the records; OpsctlError where the workbook is none of this workspace."""
    loaded = load(root)
    passport, tabs = read_form(path, KIND, loaded.workspace)
    form = week_form(loaded.workspace, _week(loaded.workspace, passport.period), passport.scope or None)
    return fill_in(loaded, form, passport, tabs)


def _week(workspace: Workspace, text: str) -> Period:
    period = period_named(workspace, text)
    if period.kind != "week":
        raise OpsctlError(message("week.not_a_week", value=text), message("week.such_as"))
    return period
