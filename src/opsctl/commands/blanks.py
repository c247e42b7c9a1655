"""What a new record has to be told, and what can be known without asking: the only team, who answers, a free code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from opsctl.period import parse_period
from opsctl.records import SCOPE_KINDS
from opsctl.staffing.managers import manager_at
from opsctl.workspace import Workspace

Known = Callable[[Workspace, str, date], str | None]

# What an export often has, in the order in which a new source is offered it.
_METRICS = ("pv", "impressions", "clicks", "orders_paid", "units_paid", "member_new", "content_views", "cs_sales")


def _scope(id_: str) -> str:
    return id_.partition("/")[2]


def _top(workspace: Workspace, id_: str, today: date) -> str | None:
    top = workspace.settings.top
    return top if workspace.get("team", top) else _only(workspace, "team")


def _only(workspace: Workspace, kind: str) -> str | None:
    ids = tuple(workspace.all(kind))
    return ids[0] if len(ids) == 1 else None


def _owner(workspace: Workspace, id_: str, today: date) -> str | None:
    """Who owns the scope's latest sheet, else who answers for it, else the person it is."""
    scope = _scope(id_) or workspace.settings.top
    owned = next((sheet for year in reversed(workspace.years()) if (sheet := workspace.sheet(scope, year))), None)
    if owned is not None:
        return str(owned.data.owner)
    return scope if workspace.get("person", scope) else manager_at(workspace, scope, today)


def _opened(workspace: Workspace, id_: str, today: date) -> str:
    """A day on which no year that has targets already would have to be divided anew."""
    last = max((today.year, *workspace.years()))
    return date(last + 1, 1, 1).isoformat()


def _name(workspace: Workspace, id_: str, today: date) -> str | None:
    """Of a plan, its period and scope; whatever else has a name is asked for it."""
    period, _, scope = id_.partition("/")
    found = workspace.scope(scope)
    if parse_period(period, workspace.weeks) is None or found is None or found.kind not in SCOPE_KINDS:
        return None
    return f"{period} {found.data.name.in_(workspace.settings.lang)}"


def _code(workspace: Workspace, id_: str, today: date) -> str:
    taken = {rule.data.code for rule in workspace.all("rule").values()}
    return next(code for number in range(101, 999) if (code := f"OWN{number}") not in taken)


def _metric(workspace: Workspace, id_: str, today: date) -> str | None:
    """A metric that no source measures yet."""
    measured = {
        workspace.metric_id(name) for source in workspace.all("source").values() for name in source.data.metrics
    }
    return next((metric for metric in _METRICS if metric in workspace.metrics and metric not in measured), None)


def _role(workspace: Workspace, id_: str, today: date) -> str | None:
    """The only role there is that more than one person may hold."""
    many = [role.id for role in workspace.all("role").values() if role.data.one_per is None]
    return many[0] if len(many) == 1 else _only(workspace, "role")


BLANKS: Mapping[str, Known] = {
    "name": _name,
    "parent": _top,
    "team": _top,
    "at": _top,
    "platform": lambda workspace, id_, today: None,
    "role": _role,
    "owner": _owner,
    "from": lambda workspace, id_, today: (today - timedelta(days=today.day - 1)).isoformat(),
    "opened": _opened,
    "store": lambda workspace, id_, today: next(iter(workspace.all("store")), None),
    "shop": lambda workspace, id_, today: next(iter(workspace.all("store")), None),
    "metric": _metric,
    "code": _code,
}
