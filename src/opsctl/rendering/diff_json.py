"""The comparison as data: exact numbers as text, message ids and parameters, no language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from opsctl.changes.view import Difference, FieldChange, Guard, Move, RecordChange, Stretch
from opsctl.quantity import plain
from opsctl.rendering.exact_json import Json, exact_text
from opsctl.rendering.formats.json import described


def diff_json(found: Difference) -> Json:
    """Everything that differs, ready for a JSON writer."""
    return {
        "currency": found.new.settings.currency,
        "records": [_record(change) for change in found.records],
        "targets": [_move(move) for move in found.moves],
        "owners": [
            {"person": owner, "targets": [{"scope": scope, "metric": metric} for scope, metric in cells]}
            for owner, cells in found.owners.items()
        ],
        "guardrails": [_guard(guard) for guard in found.guards],
        "new_findings": [described(one) for one in found.caused],
        "fixed_findings": [described(one) for one in found.fixed],
    }


def _record(change: RecordChange) -> Json:
    return {
        "change": change.how,
        "kind": change.kind,
        "id": change.id,
        "file": change.file,
        "before": change.before or None,
        "fields": [_field(field) for field in change.fields],
    }


def _field(field: FieldChange) -> Json:
    return {"path": list(field.route), "old": _value(field.old), "new": _value(field.new)}


def _value(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _value(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_value(item) for item in value]
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str | bool | int) else str(getattr(value, "label", value))


def _move(move: Move) -> Json:
    return {
        "year": move.year,
        "scope": move.scope,
        "metric": move.metric,
        "tier": move.tier or "commit",
        "level": move.depth,
        "owner": move.owner or None,
        "old": exact_text(move.old),
        "new": exact_text(move.new),
        "change": exact_text(move.change),
        "relative": exact_text(move.relative),
        "old_months": [exact_text(amount) for amount in move.old_months],
        "new_months": [exact_text(amount) for amount in move.new_months],
        "stretch": None if move.stretch is None else _stretch(move.stretch),
    }


def _stretch(stretch: Stretch) -> Json:
    return {
        "week": stretch.week.label,
        "target": exact_text(stretch.target),
        "best_week": stretch.best_week.label,
        "best": exact_text(stretch.best),
        "times": exact_text(stretch.times),
    }


def _guard(guard: Guard) -> Json:
    cases = [{"id": case.id, "params": dict(case.params)} for case in guard.cases]
    return {"name": guard.name, "cases": cases}
