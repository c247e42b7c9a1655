"""`review weekly`: read the actuals, compare the week, and give the review as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from opsctl.commands.actual_facts import ReadActuals, read_actuals, refuse_no_folder
from opsctl.commands.check import errors_of
from opsctl.commands.targets import period_named, scope_named
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading import reportfile
from opsctl.loading.read import load
from opsctl.period import Period, weeks_touching
from opsctl.reviewing.gate.judgement import judged_for_review
from opsctl.reviewing.periodic import last_complete_week, period_review
from opsctl.reviewing.view import PeriodReview
from opsctl.reviewing.yearago import a_year_before, as_numbered
from opsctl.workspace import Workspace

# No order line of a web shop is older, and nobody plans further ahead.
_FIRST_DAY, _LAST_DAY = date(1995, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """A weekly review, the workspace whose names it speaks of, how many errors its records have, and snapshots used."""

    workspace: Workspace
    review: PeriodReview
    errors: int = 0
    snapshots: tuple[str, ...] = ()


def weekly(
    root: Path, week: str | None, scope: str | None, today: date | None, data: Path | None, *, snapshot: bool = False
) -> ReviewResult:
    """Review a scope's week; without one, the last week that is complete in the data.

    `data` is a folder in which the sources' files are looked for before the workspace; `snapshot` reads what was loaded
    from them instead. Raises OpsctlError for a period that is no week, and where no week is complete.
    """
    refuse_no_folder(data)
    loaded = load(root)
    workspace = loaded.workspace
    owner = scope_named(workspace, scope)
    period = None if week is None else period_named(workspace, week)
    if period is not None and period.kind != "week":
        raise OpsctlError(message("review.not_a_week", period=period.label), message("review.week_form"))
    found = read_actuals(workspace, root, data, _counted(workspace, period), snapshot=snapshot)
    chosen, newer = (period, None) if period else last_complete_week(workspace, found.facts, owner, today)
    if chosen is None:
        hint = message("review.no_sources") if not workspace.all("source") else message("review.name_a_week")
        raise OpsctlError(message("review.no_complete_week", scope=owner), hint)
    review = _reviewed(workspace, found, owner, chosen, newer, today or date.max)
    return ReviewResult(workspace, review, len(errors_of(loaded)), found.snapshots)


def _reviewed(
    workspace: Workspace, found: ReadActuals, scope: str, week: Period, newer: Period | None, today: date
) -> PeriodReview:
    """The review of what the data gate lets pass, with what it objects to."""
    compared = (a_year_before(week), as_numbered(week) or week)
    earliest = min(date(week.start.year, 1, 1), *(each.start for each in compared))
    judgement, facts = judged_for_review(workspace, found.facts, scope, week, earliest, today)
    review = period_review(workspace, facts, scope, week, newer)
    return replace(review, judgement=judgement)


def _counted(workspace: Workspace, week: Period | None) -> tuple[Period, ...]:
    """The weeks that de-duplicated counts are asked for: those compared, or every week that data may lie in.

    Which week is the last complete one only the data can tell, and counting all its weeks costs far less than reading
    it twice.
    """
    if week is not None:
        earlier = (week.previous(), a_year_before(week), as_numbered(week))
        return (week, *(each for each in earlier if each is not None))
    sources = (source.data for source in workspace.all("source").values())
    if not any(measure.count_distinct for source in sources for measure in source.metrics.values()):
        return ()
    return weeks_touching(Period(_FIRST_DAY, _LAST_DAY, "year"), workspace.weeks)


def write_report(path: Path, text: str) -> None:
    """Write a report where the user asked for it; parent folders are made."""
    reportfile.write_report(reportfile.report_file(path, new_folder=True), text)
