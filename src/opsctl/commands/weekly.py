"""`review weekly`: read the actuals, compare the week, and give the review as a value."""

from __future__ import annotations

from datetime import date
from datetime import timedelta
from pathlib import Path

from dataclasses import dataclass

from opsctl.commands.targets import scope_named
from opsctl.diagnostics import message
from opsctl.errors import OpsctlError
from opsctl.loading.files import write_text
from opsctl.loading.read import load
from opsctl.period import Period
from opsctl.period import week_of
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.view import WeeklyReview
from opsctl.reviewing.weekly import last_complete_week
from opsctl.reviewing.weekly import weekly_review
from opsctl.sources.read import read_facts
from opsctl.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WeeklyResult:
    """A weekly review and the workspace whose names it speaks of."""

    workspace: Workspace
    review: WeeklyReview


def weekly(root: Path, period: Period | None, scope: str | None, today: date | None, data: Path | None) -> WeeklyResult:
    """Review a scope's week; without a period, the last week that is complete in the data.

    `data` is the folder the sources' files lie in, the workspace by default. Raises OpsctlError for a period that is no
    week, and where no week is complete.
    """
    workspace = load(root).workspace
    owner = scope_named(workspace, scope)
    if period is not None and period.kind != "week":
        raise OpsctlError(message("review.not_a_week", period=period.label), message("review.week_form"))
    folder = data or root
    if period is not None:
        facts = _facts(workspace, folder, _compared(period))
        return WeeklyResult(workspace, weekly_review(workspace, facts, owner, period))
    facts = _facts(workspace, folder, ())
    chosen, newer = last_complete_week(workspace, facts, owner, today)
    if chosen is None:
        hint = message("review.no_sources") if not workspace.all("source") else message("review.name_a_week")
        raise OpsctlError(message("review.no_complete_week", scope=owner), hint)
    if _counts_distinct(workspace):
        facts = _facts(workspace, folder, _compared(chosen))
    return WeeklyResult(workspace, weekly_review(workspace, facts, owner, chosen, newer))


def _counts_distinct(workspace: Workspace) -> bool:
    """Only de-duplicated counts need the period known before the data is read."""
    sources = (source.data for source in workspace.all("source").values())
    return any(measure.count_distinct for source in sources for measure in source.metrics.values())


def write_report(path: Path, text: str) -> None:
    """Write a report where the user asked for it; parent folders are made."""
    write_text(path.resolve().parent, {path.name: text})


def _facts(workspace: Workspace, folder: Path, periods: tuple[Period, ...]) -> Facts:
    sources = {id_: source.data for id_, source in workspace.all("source").items()}
    groups = {
        team: tuple(store.id for store in workspace.stores_under(team)) for team in workspace.all("team")
    }
    return read_facts(sources, folder, groups=groups, periods=periods)


def _compared(week: Period) -> tuple[Period, ...]:
    return (week, week.previous(), week_of(week.start - timedelta(days=364)))
