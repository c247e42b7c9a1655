"""What lies ahead of goals, and members and people beside each other, as data."""

from __future__ import annotations

from opsctl.rendering.exact_json import Json, exact_text, period_json, places_text, reading_json
from opsctl.reviewing.lags import AGES
from opsctl.reviewing.late import Maturity, RestatedRow
from opsctl.reviewing.outlook import DailyRate, Forecast, TierRow
from opsctl.reviewing.view import MemberRow, MemberTable, PersonRow


def forecast_json(row: Forecast) -> Json:
    """A forecast with its method, range and chance."""
    return {
        "metric": row.metric,
        "period": period_json(row.period),
        "until": row.until.isoformat(),
        "reached": exact_text(row.reached),
        "target": exact_text(row.target),
        "value": exact_text(row.value),
        "low": exact_text(row.low),
        "high": exact_text(row.high),
        "method": row.method,
        "by": row.by,
        "closed": row.parts,
        "chance": row.chance,
    }


def rate_of_days_json(row: DailyRate) -> Json:
    """What the days left of a period have to bring."""
    return {
        "metric": row.metric,
        "period": period_json(row.period),
        "days": row.days,
        "needed": exact_text(row.needed),
        "average": places_text(row.average),
        "times": places_text(row.times),
        "next_day": row.next_day.isoformat(),
        "next_day_needed": places_text(row.tomorrow),
        "next_day_planned": exact_text(row.planned),
    }


def tiers_json(row: TierRow) -> Json:
    """A goal's tiers over the days that are known."""
    return {
        "metric": row.metric,
        "period": period_json(row.period),
        "days": row.days,
        "actual": exact_text(row.actual),
        "floor": exact_text(row.floor),
        "commit": exact_text(row.commit),
        "stretch": exact_text(row.stretch),
        "reached": row.reached,
    }


def members_json(table: MemberTable) -> Json:
    """The members of a dimension; those without a target and what no member accounts for have no name."""
    return {"metric": table.metric, "measured": table.measured, "rows": [_member(row) for row in table.rows]}


def person_json(row: PersonRow) -> Json:
    """A person's metric at the scope."""
    return {
        "person": row.person,
        "role": row.role,
        "metric": row.metric,
        "actual": reading_json(row.actual),
        "target": exact_text(row.target),
        "attainment": places_text(row.attainment),
        "gap": exact_text(row.gap),
    }


def maturity_json(row: Maturity) -> Json:
    """How much of a scope's refunds is in, and from when on its net sales are judged."""
    curve = row.curve
    return {
        "scope": row.scope,
        "metric": row.metric,
        "mature": row.mature,
        "ripe": row.ripe.isoformat(),
        "sales": exact_text(row.sales),
        "arrived": exact_text(row.arrived),
        "to_come": exact_text(row.to_come),
        "net": exact_text(row.net),
        "curve": None
        if curve is None
        else {
            "method": curve.method,
            "days": curve.days,
            "shares": {f"{age}": exact_text(share) for age, share in zip(AGES, curve.shares, strict=True)},
        },
    }


def restated_json(row: RestatedRow) -> Json:
    """A number that was otherwise when it was loaded before."""
    return {
        "scope": row.scope,
        "metric": row.metric,
        "days": [day.isoformat() for day in row.days],
        "was": exact_text(row.was),
        "now": exact_text(row.now),
        "before": row.before,
        "files": list(row.files),
    }


def _member(row: MemberRow) -> Json:
    return {
        "member": row.member or None,
        "whose": row.whose,
        "actual": reading_json(row.actual),
        "target": exact_text(row.target),
        "attainment": places_text(row.attainment),
        "gap": exact_text(row.gap),
        "share": places_text(row.share),
        "previous_change": places_text(row.previous),
        "last_year_change": places_text(row.last_year),
    }
