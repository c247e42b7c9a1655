"""What a review says beyond its period's figures: what lies ahead, members and people, and what is not ripe yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from opsctl.period import Period
from opsctl.reviewing.ahead import GoalDays, daily_rate, forecast_of, goal_days
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.kinds import longer
from opsctl.reviewing.late import Maturity
from opsctl.reviewing.maturity import Reloaded, maturities
from opsctl.reviewing.members import member_table
from opsctl.reviewing.outlook import TierRow
from opsctl.reviewing.pace import pace_row
from opsctl.reviewing.persons import person_rows
from opsctl.reviewing.tiered import tier_row
from opsctl.reviewing.view import MetricRow, PeriodReview, StoreRow
from opsctl.workspace import Workspace


def with_outlook(workspace: Workspace, facts: Facts, review: PeriodReview) -> PeriodReview:
    """The review with pace, forecast, daily rate and tiers of the longer periods."""
    period, until = review.period, review.data_until
    last = min(period.last, until) if until is not None else period.last
    wanted = [(metric, whole) for metric in _judged(review) for whole in longer(period, last)]
    goals = [found for each in wanted if (found := goal_days(workspace, facts, review.scope, *each, last))]
    paces = (pace_row(workspace, facts, review.scope, metric, whole, last) for metric, whole in wanted)
    return replace(
        review,
        pace=tuple(row for row in paces if row is not None),
        forecast=tuple(row for goal in goals if (row := forecast_of(goal))),
        daily_rate=tuple(rate for goal in goals if (rate := daily_rate(goal))),
        tiers=tuple(_tier_rows(workspace, facts, review, goals)),
    )


def with_members(workspace: Workspace, facts: Facts, review: PeriodReview, sums: tuple[str, ...]) -> PeriodReview:
    """The review with channels, products and people; members are told apart by the first of the sums that can be."""
    told = tuple(dict.fromkeys((*_judged(review), *sums)))
    scope, period = review.scope, review.period
    return replace(
        review,
        channels=member_table(workspace, facts, scope, told, "channel", period),
        product_roles=member_table(workspace, facts, scope, told, "product", period),
        people=person_rows(workspace, facts, scope, period),
    )


def with_maturity(workspace: Workspace, facts: Facts, review: PeriodReview, reloaded: Reloaded) -> PeriodReview:
    """The review with what is in of refunds; net sales are judged when the store's own history lets them be."""
    owners = tuple(store.id for store in workspace.stores_under(review.scope)) or (review.scope,)
    ripe = maturities(workspace, facts, review.scope, owners, review.period, review.data_until, reloaded)
    return replace(
        review,
        maturity=ripe,
        rows=tuple(_ripe(row, review.scope, ripe) for row in review.rows),
        stores=tuple(
            StoreRow(store.scope, store.headline, tuple(_ripe(row, store.scope, ripe) for row in store.others))
            for store in review.stores
        ),
    )


def _judged(review: PeriodReview) -> tuple[str, ...]:
    """What is followed over longer periods: the headline, and net sales where they are another metric."""
    return tuple(dict.fromkeys((review.headline, "net_sales")))


def _tier_rows(workspace: Workspace, facts: Facts, review: PeriodReview, goals: list[GoalDays]) -> Iterator[TierRow]:
    """The tiers of the period itself and of the longer ones."""
    period: Period = review.period
    own = (goal_days(workspace, facts, review.scope, metric, period, period.last) for metric in _judged(review))
    for goal in (*(each for each in own if each), *(each for each in goals if each.period != period)):
        row = tier_row(workspace, review.scope, goal)
        if row is not None:
            yield row


def _ripe(row: MetricRow, scope: str, ripe: tuple[Maturity, ...]) -> MetricRow:
    """The row with the day from which the store's own history lets it be judged."""
    own = next((each for each in ripe if (each.scope, each.metric) == (scope, row.metric)), None)
    return row if own is None else replace(row, immature_until=None if own.mature else own.ripe)
