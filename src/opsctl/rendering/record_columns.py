"""Which columns `list KIND` shows of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from opsctl.rendering.numbers import NOTHING
from opsctl.workspace import Workspace

Cells = Mapping[str, str]


def cells(workspace: Workspace, kind: str, id_: str, lang: str) -> Cells:
    """The cells of one record by the head they stand under, the id first."""
    make = _MAKERS[kind]
    data = workspace.metrics[id_] if kind == "metric" else workspace.all(kind)[id_].data
    return {"id": id_, **make(workspace, id_, data, lang)}


def _team(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {
        "name": data.name.in_(lang),
        "parent": data.parent or NOTHING,
        "stores": _count(workspace.stores_under(id_)),
    }


def _role(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    people = (person.data.roles for person in workspace.all("person").values())
    holders = sum(any(held.role == id_ for held in roles) for roles in people)
    return {
        "name": data.name.in_(lang),
        "reports_to": data.reports_to or NOTHING,
        "holders": f"{holders}",
        "owns": ", ".join(data.owns) or NOTHING,
    }


def _person(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {
        "name": data.name.in_(lang),
        "roles": ", ".join(dict.fromkeys(f"{held.role} @ {held.at}" for held in data.roles)),
    }


def _store(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {
        "name": data.name.in_(lang),
        "platform": data.platform,
        "team": data.team,
        "opened": _text(data.opened),
        "closed": _text(data.closed),
    }


def _metric(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    # The minus sign of formulas is not in GBK.
    formula = data.formula.replace("\N{MINUS SIGN}", "-")
    return {
        "name": data.name(lang),
        "unit": data.unit,
        "aggregation": data.aggregation,
        "direction": data.direction,
        "formula": formula,
    }


def _calendar(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {"curves": ", ".join(data.curves) or NOTHING, "events": _count(data.events)}


def _target(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {"owner": data.owner, "curve": data.curve or NOTHING, "goals": _count(data.goals)}


def _source(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {"metrics": ", ".join(data.metrics), "stores": ", ".join(data.store.scopes) or NOTHING}


def _plan(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {"title": data.title or NOTHING, "owner": data.owner, "tasks": _count(data.tasks)}


def _review(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {"owner": data.owner, "data_until": _text(data.data_until), "actions": _count(data.actions)}


def _fx(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    months = (month for rates in data.actual.values() for month in rates)
    last = max(months, default=None)
    rates = ", ".join(f"{currency} {rate}" for currency, rate in data.budget.items())
    return {"rates": rates, "actual_until": NOTHING if last is None else last.label}


def _rule(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {"name": data.name.in_(lang), "code": data.code, "severity": data.severity, "select": data.select}


def _scenario(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {"name": data.name.in_(lang), "owner": data.owner, "changes": ", ".join(data.changes) or NOTHING}


def _assessment(workspace: Workspace, id_: str, data: Any, lang: str) -> Cells:
    return {"person": data.person, "by": data.by, "levels": ", ".join(f"{k} {v}" for k, v in data.levels.items())}


_MAKERS: Mapping[str, Callable[[Workspace, str, Any, str], Cells]] = {
    "team": _team,
    "role": _role,
    "person": _person,
    "store": _store,
    "metric": _metric,
    "calendar": _calendar,
    "fx": _fx,
    "target": _target,
    "source": _source,
    "plan": _plan,
    "review": _review,
    "assessment": _assessment,
    "rule": _rule,
    "scenario": _scenario,
}


def _count(things: Iterable[object]) -> str:
    return f"{len(tuple(things))}"


def _text(value: object) -> str:
    return NOTHING if value is None else str(value)
