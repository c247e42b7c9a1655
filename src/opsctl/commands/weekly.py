"""`review weekly`: read the actuals, compare the week, and give the review as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opsctl.commands.check import errors_of
from opsctl.commands.targets import period_named, scope_named
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading import reportfile
from opsctl.loading.read import load
from opsctl.period import Period, weeks_touching
from opsctl.reviewing.exchange import in_home_currency
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.view import WeeklyReview
from opsctl.reviewing.weekly import last_complete_week, weekly_review
from opsctl.reviewing.yearago import a_year_before, as_numbered
from opsctl.sources.read import read_facts
from opsctl.workspace import Workspace

# No order line of a web shop is older, and nobody plans further ahead.
_FIRST_DAY, _LAST_DAY = date(1995, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class WeeklyResult:
    """A weekly review, the workspace whose names it speaks of, and how many errors its records have."""

    workspace: Workspace
    review: WeeklyReview
    errors: int = 0


def weekly(root: Path, week: str | None, scope: str | None, today: date | None, data: Path | None) -> WeeklyResult:
    """Review a scope's week; without one, the last week that is complete in the data.

    `data` is a folder in which the sources' files are looked for before the workspace. Raises OpsctlError for a period
    that is no week, and where no week is complete.
    """
    if data is not None and not data.is_dir():
        raise OpsctlError(message("cli.no_such_data", folder=str(data)))
    loaded = load(root)
    workspace, errors = loaded.workspace, len(errors_of(loaded))
    owner = scope_named(workspace, scope)
    period = None if week is None else period_named(workspace, week)
    if period is not None and period.kind != "week":
        raise OpsctlError(message("review.not_a_week", period=period.label), message("review.week_form"))
    facts = facts_of(workspace, root, data, _counted(workspace, period))
    if period is not None:
        return WeeklyResult(workspace, weekly_review(workspace, facts, owner, period), errors)
    chosen, newer = last_complete_week(workspace, facts, owner, today)
    if chosen is None:
        hint = message("review.no_sources") if not workspace.all("source") else message("review.name_a_week")
        raise OpsctlError(message("review.no_complete_week", scope=owner), hint)
    return WeeklyResult(workspace, weekly_review(workspace, facts, owner, chosen, newer), errors)


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


def facts_of(workspace: Workspace, root: Path, data: Path | None, periods: tuple[Period, ...]) -> Facts:
    """What the workspace's sources say happened, money at the budget rate.

    `periods` are those that de-duplicated counts are asked for.
    """
    sources = {id_: source.data for id_, source in workspace.all("source").items()}
    groups = {team: tuple(store.id for store in workspace.stores_under(team)) for team in workspace.all("team")}
    read = read_facts(sources, root, groups=groups, periods=periods, data=data, weeks=workspace.weeks)
    return in_home_currency(workspace, read)
