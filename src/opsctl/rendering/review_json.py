"""
The review as data: no language, no rounding of anything that is exact.

Amounts and counts are exact decimals written as strings; ratios carry their exact numerator and denominator, and
like attainment, pace and changes a value rounded to six places.
"""

from __future__ import annotations

from collections.abc import Sequence

from opsctl.rendering.attribution_json import attribution_json
from opsctl.rendering.exact_json import Json, exact_text, period_json, places_text, reading_json
from opsctl.rendering.review_numbers_json import (
    forecast_json,
    maturity_json,
    members_json,
    person_json,
    rate_of_days_json,
    restated_json,
    tiers_json,
)
from opsctl.reviewing.eventyear import EventYear
from opsctl.reviewing.facts import Trouble
from opsctl.reviewing.gate.doubt import Objection
from opsctl.reviewing.gate.judgement import Judgement
from opsctl.reviewing.view import (
    BrokenGuardrail,
    Comparison,
    MetricRow,
    MissingRun,
    PaceRow,
    PartRow,
    PeriodReview,
    RateEffect,
    StoreRow,
)


def review_json(review: PeriodReview) -> Json:
    """The whole review, ready for a JSON writer."""
    return {
        "scope": review.scope,
        "period": period_json(review.period),
        "data_until": _day(review.data_until),
        "currency": review.currency,
        "headline": review.headline,
        "metrics": [_row(row) for row in review.rows],
        "pace": [_pace(row) for row in review.pace],
        "forecast": [forecast_json(row) for row in review.forecast],
        "daily_rate": [rate_of_days_json(row) for row in review.daily_rate],
        "tiers": [tiers_json(row) for row in review.tiers],
        "days": [
            {"day": row.day.isoformat(), "actual": exact_text(row.actual), "target": exact_text(row.target)}
            for row in review.days
        ],
        "parts": [_part(row) for row in review.parts],
        "event": None if review.event is None else _event(review.event),
        "channels": None if review.channels is None else members_json(review.channels),
        "product_roles": None if review.product_roles is None else members_json(review.product_roles),
        "people": [person_json(row) for row in review.people],
        "maturity": [maturity_json(row) for row in review.maturity],
        "restated": [restated_json(row) for row in review.restated],
        "stores": [_store(row) for row in review.stores],
        "missing": [_missing(run) for run in review.missing],
        "judgement": None if review.judgement is None else _judgement(review.judgement),
        "troubles": [trouble_json(trouble) for trouble in review.troubles],
        "rates": [_rate(row) for row in review.rates],
        "broken_guardrails": [_broken(guard) for guard in review.broken],
        "newer": None if review.newer is None else period_json(review.newer),
        "attribution": None if review.attribution is None else attribution_json(review.attribution),
    }


def _row(row: MetricRow) -> Json:
    ratio = row.actual.denominator is not None or row.aggregation in ("ratio", "weighted")
    number = places_text if ratio else exact_text
    return {
        "metric": row.metric,
        "unit": row.unit,
        "aggregation": row.aggregation,
        "direction": row.direction,
        "actual": reading_json(row.actual),
        "target": number(row.target),
        "target_days": row.target_days,
        "attainment": places_text(row.attainment),
        "gap": number(row.gap),
        "previous": _comparison(row.previous),
        "last_year": _comparison(row.last_year),
        "last_year_same_number": None if row.numbered is None else _comparison(row.numbered),
        "last_year_by_event": None if row.by_event is None else _comparison(row.by_event),
        "distinct": exact_text(row.distinct),
        "immature_until": _day(row.immature_until),
        "original_target": number(row.original_target),
        "original_attainment": places_text(row.original_attainment),
    }


def _comparison(earlier: Comparison) -> Json:
    return {
        "period": period_json(earlier.period),
        "actual": reading_json(earlier.reading),
        "change": places_text(earlier.change),
    }


def _pace(row: PaceRow) -> Json:
    return {
        "metric": row.metric,
        "period": period_json(row.period),
        "until": row.until.isoformat(),
        "actual": reading_json(row.actual),
        "target": exact_text(row.target),
        "attainment": places_text(row.attainment),
        "due": places_text(row.due),
        "pace": places_text(row.pace),
        "original_target": exact_text(row.original_target),
        "original_attainment": places_text(row.original_attainment),
    }


def _part(row: PartRow) -> Json:
    return {
        "period": period_json(row.period),
        "actual": reading_json(row.actual),
        "target": exact_text(row.target),
        "attainment": places_text(row.attainment),
    }


def _event(event: EventYear) -> Json:
    return {"id": event.event, "day": f"{event.day}", "day_before": f"{event.before}"}


def _store(row: StoreRow) -> Json:
    return {"scope": row.scope, "headline": _row(row.headline), "others": [_row(other) for other in row.others]}


def _broken(guard: BrokenGuardrail) -> Json:
    limit, actual = places_text(guard.limit), places_text(guard.actual)
    return {"goal": guard.goal, "metric": guard.metric, "side": guard.side, "limit": limit, "actual": actual}


def _missing(run: MissingRun) -> Json:
    return {
        "scope": run.scope,
        "metrics": list(run.metrics),
        "first": run.first.isoformat(),
        "last": run.last.isoformat(),
        "last_known": _day(run.last_known),
    }


def _rate(row: RateEffect) -> Json:
    return {
        "scope": row.scope,
        "currency": row.currency,
        "amount": exact_text(row.amount),
        "at_budget": exact_text(row.planned),
        "effect": exact_text(row.effect),
        "unknown": list(row.unknown),
    }


def _judgement(judgement: Judgement) -> Json:
    worst = judgement.worst
    return {"worst": None if worst is None else str(worst), "objections": objections_json(judgement.objections)}


def objections_json(objections: Sequence[Objection]) -> list[Json]:
    """Each objection: its check, how much it matters, where, on which days, and its message by id."""
    return [
        {
            "code": each.code,
            "name": each.name,
            "severity": str(each.severity),
            "source": each.doubt.source or None,
            "scope": each.doubt.scope or None,
            "file": each.doubt.file or None,
            "metrics": list(each.doubt.metrics),
            "days": [f"{day}" for day in each.doubt.days],
            "message": {"id": each.doubt.message.id, "params": dict(each.doubt.message.params)},
        }
        for each in objections
    ]


def trouble_json(trouble: Trouble) -> Json:
    """What was wrong with a source's data; the message by id."""
    return {
        "source": trouble.source,
        "file": trouble.file,
        "severity": str(trouble.severity),
        "rows": trouble.rows,
        "message": {"id": trouble.message.id, "params": dict(trouble.message.params)},
    }


def _day(day: object) -> str | None:
    return None if day is None else str(day)
