"""What a comparison of two workspaces says, in words and cells; raw text, which each layout makes harmless."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from opsctl.changes.view import Difference, FieldChange, Guard, Move, RecordChange
from opsctl.diagnostics import Diagnostic, Message
from opsctl.locales import listed, say, tell
from opsctl.period import Period
from opsctl.quantity import rounded
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import NOTHING, Number, by_unit, exact, points
from opsctl.rendering.numbers import change as relative
from opsctl.rendering.tiers_text import of_tier
from opsctl.workspace import Workspace

_WIDEST = 200
_FEW = 3

Row = tuple[str, ...]


def counts(found: Difference, lang: str) -> str:
    """How much there is of everything, in one sentence."""
    numbers = {
        "records": len(found.records),
        "moves": len(found.moves),
        "guards": len(found.guards),
        "caused": len(found.caused),
        "fixed": len(found.fixed),
    }
    return say(lang, "diff.counts", **{name: str(number) for name, number in numbers.items()})


def guard_lines(guard: Guard, found: Difference, lang: str) -> list[str]:
    """The cases of a guardrail, with names for ids."""
    return [_case(case, found, lang) for case in guard.cases]


def levels(moves: Sequence[Move], found: Difference) -> list[tuple[int, str, list[Move]]]:
    """The moves of each year by level: the top scopes (no kind), then teams, stores and people."""
    order = ("", "team", "store", "person")
    kinds = {move: _level(move, found) for move in moves}
    grouped = sorted(moves, key=lambda move: (move.year, order.index(kinds[move])))
    return [(*key, list(group)) for key, group in groupby(grouped, key=lambda move: (move.year, kinds[move]))]


def move_heads(lang: str, stretched: bool) -> Row:
    """The heads of a table of moves."""
    names = ("scope", "metric", "old", "new", "change", *(("stretch",) if stretched else ()))
    return tuple(say(lang, f"diff.{name}") for name in names)


def move_row(move: Move, found: Difference, lang: str, stretched: bool) -> Row:
    """One target before and after."""
    workspace = side_of(move, found)
    old, new = pair(move.old, move.new, move.metric, workspace, lang)
    cells = (scope_name(workspace, move.scope, lang), moved_name(move, workspace, lang), old, new)
    return (*cells, _change(move, workspace, lang), *((_needs(move, lang),) if stretched else ()))


def moved_name(move: Move, workspace: Workspace, lang: str) -> str:
    """The metric that moved, with the tier where it is one."""
    return of_tier(metric_name(workspace, move.metric, lang), move.tier, lang)


def pair(old: Number | None, new: Number | None, metric: str, workspace: Workspace, lang: str) -> tuple[str, str]:
    """Two values of a metric, in full where they would look the same."""
    unit, currency = workspace.metrics[metric].unit, workspace.settings.currency
    shown = by_unit(old, unit, lang, currency), by_unit(new, unit, lang, currency)
    return (exact(old, unit, currency), exact(new, unit, currency)) if shown[0] == shown[1] else shown


def owner_lines(found: Difference, lang: str) -> list[str]:
    """The people whose targets move, with the scopes and metrics."""
    lines = []
    for owner, cells in found.owners.items():
        by_scope: dict[str, list[str]] = {}
        for scope, metric in cells:
            by_scope.setdefault(scope, []).append(_metric(found, metric, lang))
        words = (
            say(lang, "diff.owner_cells", scope=_scope(found, scope, lang), metrics=_some(metrics, lang))
            for scope, metrics in by_scope.items()
        )
        lines.append(say(lang, "diff.owner", person=_scope(found, owner, lang), cells=listed(words, lang)))
    return lines


def record_title(change: RecordChange, lang: str) -> str:
    """What happened to a record."""
    return say(lang, f"diff.{change.how}", file=change.file, count=str(len(change.fields)), before=change.before)


def field_row(field: FieldChange, lang: str) -> Row:
    """One value of a record before and after."""
    route = ".".join(field.route) or say(lang, "diff.text")
    return route, value_text(field.old, lang), value_text(field.new, lang)


def finding_line(diagnostic: Diagnostic, lang: str) -> str:
    """One finding on one line."""
    said = tell(lang, diagnostic.problem.message)
    return f"{diagnostic.file}:{diagnostic.span.line} {diagnostic.code} {diagnostic.name}: {said}"


def value_text(value: object, lang: str) -> str:
    """A value of a record as text, cut where it is long."""
    text = _plain(value, lang)
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def side_of(move: Move, found: Difference) -> Workspace:
    """The workspace that knows the move's scope and metric; the new one where both do."""
    known = found.new.scope(move.scope) is not None and move.metric in found.new.metrics
    return found.new if known else found.old


def _level(move: Move, found: Difference) -> str:
    scope = side_of(move, found).scope(move.scope)
    return "" if move.depth == 0 or scope is None else scope.kind


def _case(case: Message, found: Difference, lang: str) -> str:
    params = dict(case.params)
    if "scope" in params:
        params["scope"] = _scope(found, params["scope"], lang)
    if "metrics" in params:
        params["metrics"] = listed((_metric(found, metric, lang) for metric in params["metrics"].split(",")), lang)
    if "metric" in params:
        metric = params["metric"]
        workspace = found.new if metric in found.new.metrics else found.old
        if case.id == "diff.guard_amount":
            unit, currency = workspace.metrics[metric].unit, workspace.settings.currency
            params |= {name: by_unit(Decimal(params[name]), unit, lang, currency) for name in ("by", "limit")}
        params["metric"] = _metric(found, metric, lang)
    return say(lang, case.id, **params)


def _change(move: Move, workspace: Workspace, lang: str) -> str:
    unit, currency = workspace.metrics[move.metric].unit, workspace.settings.currency
    if move.old is None or move.new is None:
        return NOTHING
    if unit == "percent":
        return points(move.change)
    size = by_unit(move.change, unit, lang, currency)
    if not any(digit in size for digit in "123456789"):
        size = exact(move.change, unit, currency)
    return f"{'+' if move.change > 0 else ''}{size} ({relative(move.relative)})"


def _needs(move: Move, lang: str) -> str:
    if move.stretch is None:
        return NOTHING
    stretch = move.stretch
    times = rounded(stretch.times, 2)
    return say(lang, "diff.needs", week=stretch.week.label, best=stretch.best_week.label, times=f"{times}")


def _some(metrics: list[str], lang: str) -> str:
    """A few metrics by name, many by the first and their number."""
    if len(metrics) <= _FEW:
        return listed(metrics, lang)
    return say(lang, "diff.owner_count", first=metrics[0], count=str(len(metrics)))


def _scope(found: Difference, scope: str, lang: str) -> str:
    return scope_name(found.new if found.new.scope(scope) is not None else found.old, scope, lang)


def _metric(found: Difference, metric: str, lang: str) -> str:
    return metric_name(found.new if metric in found.new.metrics else found.old, metric, lang)


def _plain(value: object, lang: str) -> str:
    if value is None or value == () or value == {}:
        return NOTHING
    if isinstance(value, Mapping):
        said: Iterable[str] = (
            f"{key}: {_plain(item, lang)}" for key, item in value.items() if item not in (None, (), {})
        )
        return listed(said, lang)
    if isinstance(value, tuple | list):
        return listed((_plain(item, lang) for item in value), lang)
    if isinstance(value, Decimal):
        return f"{value:,f}"
    if isinstance(value, Period):
        return value.label
    return value.isoformat() if isinstance(value, date) else str(value)
