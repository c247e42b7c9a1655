"""Who owes which review and which verdict on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from opsctl.period import Period, month_of, period_of, weeks_touching
from opsctl.reviewing.kinds import Kind, kind_of, usual_period
from opsctl.reviewing.written.records import Taken, Written, taken_actions, written_reviews
from opsctl.staffing.managers import manager_at
from opsctl.workspace import Workspace

State = Literal["ahead", "missing", "draft", "written", "closed"]
_KINDS: tuple[Kind, ...] = ("weekly", "monthly", "quarterly", "yearly")
_STATES: dict[str, State] = {"draft": "draft", "closed": "closed"}


@dataclass(frozen=True, slots=True)
class ReviewState:
    """How far a scope's review of a period is; `owner` is who owes it where it is missing or a draft.

    One of a period that is not over is `ahead`, and owed by nobody yet.
    """

    scope: str
    period: Period
    state: State
    owner: str | None = None
    file: str = ""

    @property
    def is_owed(self) -> bool:
        """Say whether somebody still has to write it."""
        return self.state in ("missing", "draft")


@dataclass(frozen=True, slots=True)
class VerdictOwed:
    """An action that was due, has no verdict that settles it, and by how many days it is late."""

    taken: Taken
    days: int


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """The reviews of every scope for some periods, and the verdicts that are owed."""

    periods: tuple[Period, ...]
    scopes: tuple[str, ...]
    reviews: tuple[ReviewState, ...]
    verdicts: tuple[VerdictOwed, ...]

    @property
    def owes(self) -> bool:
        """Say whether anything is owed."""
        return bool(self.verdicts) or any(each.is_owed for each in self.reviews)

    def of(self, scope: str, period: Period) -> ReviewState | None:
        """The state of one; None where the scope owes none for it."""
        return next((each for each in self.reviews if each.scope == scope and each.period == period), None)


def review_status(workspace: Workspace, asked: Period | None, today: date, scope: str | None = None) -> ReviewStatus:
    """The state of all reviews that a period asks for, itself and those inside it; without one, of the last of each.

    A review is owed from the day after its period. Teams and stores with a target sheet owe one, and whoever has begun
    to write them. Kinds of periods that nobody reviews are only asked for by name.
    """
    periods = tuple(_periods(workspace, asked, today))
    written = {(review.scope, review.period): review for review in written_reviews(workspace)}
    states = [
        _state(workspace, each, period, written.get((each, period)), today)
        for period in periods
        for each in _owing(workspace, period)
        if scope is None or each == scope
    ]
    last = asked.last if asked is not None else today
    verdicts = tuple(
        VerdictOwed(taken, (today - taken.action.due).days)
        for taken in taken_actions(workspace)
        if taken.action.due is not None
        and taken.action.due < today
        and taken.action.due <= last
        and not taken.is_settled
        and taken.review.data.status not in ("draft", "superseded")
        and (scope is None or taken.review.scope == scope)
    )
    scopes = tuple(dict.fromkeys(state.scope for state in states))
    return ReviewStatus(periods, scopes, tuple(states), verdicts)


def _periods(workspace: Workspace, asked: Period | None, today: date) -> Iterator[Period]:
    used = {kind_of(review.period) for review in written_reviews(workspace)} | {"weekly"}
    if asked is None:
        for kind in _KINDS:
            if kind in used:
                yield period_of(usual_period(kind, workspace.weeks), today, workspace.weeks).previous()
        return
    if asked.kind not in ("day", "week"):
        yield from (week for week in weeks_touching(asked, workspace.weeks) if _inside(week, asked, today))
        if asked.kind != "month" and "monthly" in used:
            yield from (month for month in _months(asked) if _inside(month, asked, today))
    yield asked


def _inside(period: Period, asked: Period, today: date) -> bool:
    return asked.contains(period.last) and period.last < today and period != asked


def _months(asked: Period) -> Iterator[Period]:
    period = month_of(asked.start)
    while period.start < asked.end:
        yield period
        period = period.following()


def _owing(workspace: Workspace, period: Period) -> tuple[str, ...]:
    """The scopes that owe a review of the period, the highest in the organisation first."""
    year = period.last.year
    named = {id_.partition("/")[2] for id_ in workspace.all("target") if id_.startswith(f"{year}/")}
    named |= {
        review.scope
        for review in written_reviews(workspace)
        if review.period.kind == period.kind and review.period.start <= period.start
    }
    places = [scope for scope in named if _is_open(workspace, scope, period)]
    return tuple(sorted(places, key=lambda scope: (len(workspace.above(scope)), scope)))


def _is_open(workspace: Workspace, scope: str, period: Period) -> bool:
    store = workspace.get("store", scope)
    if store is not None:
        return bool(store.data.is_open(period.start, period.last))
    return workspace.get("team", scope) is not None


def _state(workspace: Workspace, scope: str, period: Period, review: Written | None, today: date) -> ReviewState:
    if review is not None:
        written = _STATES.get(review.data.status, "written")
        return ReviewState(scope, period, written, review.data.owner, review.record.file)
    sheet = workspace.sheet(scope, period.last.year)
    owner = str(sheet.data.owner) if sheet is not None else manager_at(workspace, scope, period.last)
    state: State = "missing" if period.last < today else "ahead"
    return ReviewState(scope, period, state, owner, workspace.file_of("review", f"{period.label}/{scope}"))
