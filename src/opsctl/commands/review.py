"""`review daily|weekly|monthly|quarterly|yearly`: read the actuals, compare the period, give the review as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from opsctl.commands.actual_facts import ReadActuals, read_actuals, refuse_no_folder
from opsctl.commands.check import errors_of
from opsctl.commands.review_restated import Earlier, earlier_loads
from opsctl.commands.targets import period_named, scope_named
from opsctl.diagnostics import Saying, message
from opsctl.errors import OpsctlError
from opsctl.loading import reportfile
from opsctl.loading.read import load
from opsctl.period import Period, period_of
from opsctl.reviewing.attribution.build import answer
from opsctl.reviewing.attribution.view import TO_TARGET, Question
from opsctl.reviewing.eventyear import event_year
from opsctl.reviewing.gate.judgement import judged_for_review
from opsctl.reviewing.kinds import PERIODS, Kind, usual_period
from opsctl.reviewing.periodic import last_complete, period_review
from opsctl.reviewing.running_sums import course as course_of
from opsctl.reviewing.view import PeriodReview
from opsctl.reviewing.yearago import a_year_before, as_numbered, just_before
from opsctl.workspace import Workspace

# No order line of a web shop is older, and nobody plans further ahead.
_EXAMPLES = {
    "daily": "2026-11-11",
    "weekly": "2026-W23",
    "monthly": "2026-10",
    "quarterly": "2026-Q3",
    "yearly": "2026",
}
_FIRST_DAY, _LAST_DAY = date(1995, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """A review, the workspace whose names it speaks of, how many errors its records have, and snapshots used."""

    workspace: Workspace
    review: PeriodReview
    errors: int = 0
    snapshots: tuple[str, ...] = ()


def review_of(
    root: Path,
    kind: Kind,
    asked: str | None,
    scope: str | None,
    today: date | None,
    data: Path | None,
    *,
    snapshot: bool = False,
    why: Question = TO_TARGET,
) -> ReviewResult:
    """Review a scope's period; without one, the last of its kind that is complete in the data.

    `data` is a folder in which the sources' files are looked for before the workspace; `snapshot` reads what was loaded
    from them instead; `why` is which gap to explain and how. Raises OpsctlError for a period of another kind, and where
    none is complete.
    """
    refuse_no_folder(data)
    loaded = load(root)
    workspace = loaded.workspace
    owner = scope_named(workspace, scope)
    period = None if asked is None else _named(workspace, kind, asked)
    unit = usual_period(kind, workspace.weeks) if period is None else period.kind
    found = read_actuals(workspace, root, data, _counted(workspace, unit, period), snapshot=snapshot)
    chosen, newer = (period, None) if period else last_complete(workspace, found.facts, owner, unit, today)
    if chosen is None:
        named = message("review_numbers.name_one", kind=kind, example=_EXAMPLES[kind])
        hint = named if workspace.all("source") else message("review.no_sources")
        raise OpsctlError(message("review_numbers.no_complete", scope=owner, kind=_one(kind)), hint)
    earlier = earlier_loads(workspace, root, data, found, owner, chosen)
    review = _reviewed(workspace, found, earlier, owner, chosen, newer, today or date.max, why)
    return ReviewResult(workspace, review, len(errors_of(loaded)), found.snapshots)


def _named(workspace: Workspace, kind: Kind, asked: str) -> Period:
    period = period_named(workspace, asked)
    if period.kind not in PERIODS[kind]:
        raise OpsctlError(
            message("review_numbers.other_kind", period=period.label, kind=_one(kind)),
            message(f"review_numbers.form_{kind}"),
        )
    return period


def _one(kind: Kind) -> Saying:
    return Saying(message(f"review_numbers.one_{kind}"))


def _reviewed(
    workspace: Workspace,
    found: ReadActuals,
    earlier: Earlier,
    scope: str,
    period: Period,
    newer: Period | None,
    today: date,
    why: Question,
) -> PeriodReview:
    """The review of what the data gate lets pass, with what it objects to."""
    event = event_year(workspace, scope, period)
    compared = (a_year_before(period), as_numbered(period) or period, just_before(period))
    starts = [each.start for each in (*compared, *([event.period] if event else ()))]
    earliest = min(date(period.start.year, 1, 1), *starts)
    judgement, facts = judged_for_review(workspace, found.facts, scope, period, earliest, today)
    review = period_review(workspace, facts, scope, period, newer, today, earlier.refunds)
    explained = answer(workspace, facts, scope, review.headline, period, why)
    course = course_of(workspace, facts, scope, review.headline, period)
    restated = tuple(earlier.restated)
    return replace(review, judgement=judgement, attribution=explained, course=course, restated=restated)


def _counted(workspace: Workspace, kind: str, period: Period | None) -> tuple[Period, ...]:
    """The periods that de-duplicated counts are asked for: those compared, or every one that data may lie in.

    Which is the last complete one only the data can tell, and counting all of them costs far less than reading it
    twice. A day's own value is such a count already.
    """
    if kind == "day":
        return ()
    if period is not None:
        earlier = (just_before(period), a_year_before(period), as_numbered(period))
        return tuple(dict.fromkeys((period, *(each for each in earlier if each is not None))))
    sources = (source.data for source in workspace.all("source").values())
    if not any(measure.count_distinct for source in sources for measure in source.metrics.values()):
        return ()
    found = [period_of(kind, _FIRST_DAY, workspace.weeks)]
    while found[-1].end < _LAST_DAY:
        found.append(found[-1].following())
    return tuple(found)


def write_report(path: Path, text: str) -> None:
    """Write a report where the user asked for it; parent folders are made."""
    reportfile.write_report(reportfile.report_file(path, new_folder=True), text)
