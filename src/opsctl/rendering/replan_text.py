"""What `plan split --from` answers, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from opsctl.locales import listed, say
from opsctl.period import Period
from opsctl.planning.replans.moved import Moved, Planned, moved
from opsctl.quantity import plain
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json
from opsctl.rendering.names import metric_name, scope_name
from opsctl.rendering.numbers import exact
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.workspace import Workspace

_MOST = 40


class Asked(Protocol):
    """What was asked for."""

    @property
    def first(self) -> Period: ...
    @property
    def policy(self) -> str: ...
    @property
    def share(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def on(self) -> object: ...


class Replanned(Protocol):
    """What a re-plan did or would do."""

    @property
    def before(self) -> Planned: ...
    @property
    def after(self) -> Workspace: ...
    @property
    def asked(self) -> Asked: ...
    @property
    def texts(self) -> Mapping[str, str | None]: ...
    @property
    def scopes(self) -> Sequence[str]: ...
    @property
    def unmeasured(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def immature(self) -> Sequence[str]: ...
    @property
    def written(self) -> bool: ...


def replan_text(result: Replanned, lang: str, *, width: int = 0) -> str:
    """The top scope's numbers around the month, then store by store for the first metric, and what stays as it was."""
    asked, workspace = result.asked, result.after
    top = moved(result.before, workspace, asked.first, [workspace.settings.top])
    facts = {
        "policy": say(lang, f"replan.policy_{asked.policy}"),
        "share": say(lang, f"replan.share_{asked.share}"),
        "owner": asked.owner,
        "on": f"{asked.on}",
    }
    sheet = Sheet(
        say(lang, "replan.done", year=f"{asked.first.start.year}", first=asked.first.label),
        facts=say(lang, "replan.facts", **facts),
        first=tuple(_first(result, top, lang)),
        blocks=tuple(_blocks(result, top, lang)),
    )
    return render(*sheet_parts(sheet), width=width)


def replan_json(result: Replanned) -> Json:
    """Every number around the month, scope by scope, and the files."""
    scopes = [result.after.settings.top, *result.scopes]
    rows = moved(result.before, result.after, result.asked.first, list(dict.fromkeys(scopes)))
    names = ("closed_planned", "closed_actual", "gap", "left_before", "left_after", "year_before", "year_after")
    return {
        "year": result.asked.first.start.year,
        "from": result.asked.first.label,
        "policy": result.asked.policy,
        "share": result.asked.share,
        "written": result.written,
        "files": sorted(result.texts),
        "moved": [
            {"scope": row.scope, "metric": row.metric, "unit": row.unit}
            | {name: plain(getattr(row, name)) for name in names}
            for row in rows
        ],
        "unmeasured": {scope: list(metrics) for scope, metrics in result.unmeasured.items()},
        "immature": list(result.immature),
    }


def _first(result: Replanned, top: Sequence[Moved], lang: str) -> Iterator[str]:
    if not result.texts:
        yield say(lang, "replan.unchanged")
        return
    counts = {"count": f"{len(result.texts)}", "sheets": f"{len(result.scopes)}"}
    yield say(lang, "replan.wrote" if result.written else "replan.would_write", **counts)
    names = [metric_name(result.after, row.metric, lang) for row in top if row.year_before != row.year_after]
    yield say(lang, "replan.year_moves", metrics=listed(names, lang)) if names else say(lang, "replan.year_stays")


def _blocks(result: Replanned, top: Sequence[Moved], lang: str) -> Iterator[Block]:
    workspace = result.after
    if top:
        names = tuple(metric_name(workspace, row.metric, lang) for row in top)
        head = Column(say(lang, "numbers.metric"), names, right=False)
        title = scope_name(workspace, workspace.settings.top, lang)
        yield Block(title, (head, *_columns(top, workspace.settings.currency, lang)), notes=tuple(_notes(result, lang)))
        leading = moved(result.before, workspace, result.asked.first, result.scopes, (top[0].metric,))
        if leading:
            shown = _furthest(leading)
            rest = len(leading) - len(shown)
            stores = tuple(scope_name(workspace, row.scope, lang) for row in shown)
            head = Column(say(lang, "replan.scope"), stores, right=False)
            yield Block(
                say(lang, "replan.by_store", metric=names[0]),
                (head, *_columns(shown, workspace.settings.currency, lang)),
                notes=(say(lang, "replan.more_scopes", count=f"{rest}"),) if rest else (),
            )
    else:
        yield Block("", notes=tuple(_notes(result, lang)))


def _furthest(rows: Sequence[Moved]) -> Sequence[Moved]:
    """As many rows as people read, those that are furthest from their plan, in the order they came in."""
    furthest = sorted(range(len(rows)), key=lambda at: -abs(rows[at].gap))[:_MOST]
    return [rows[at] for at in sorted(furthest)]


def _columns(rows: Sequence[Moved], currency: str, lang: str) -> Iterator[Column]:
    names = ("closed_planned", "closed_actual", "gap", "left_before", "left_after", "year_before", "year_after")
    for name in names:
        values: list[Decimal] = [getattr(row, name) for row in rows]
        cells = tuple(exact(value, row.unit, currency) for value, row in zip(values, rows, strict=True))
        yield Column(say(lang, f"replan.{name}"), cells, spare=name == "year_before")


def _notes(result: Replanned, lang: str) -> Iterator[str]:
    def named(metrics: Sequence[str]) -> str:
        return listed((metric_name(result.after, metric, lang) for metric in metrics), lang)

    workspace = result.after
    if result.unmeasured:
        kept = [f"{scope_name(workspace, scope, lang)} {named(each)}" for scope, each in result.unmeasured.items()]
        yield say(lang, "replan.unmeasured", metrics=listed(kept, lang, "; "))
    if result.immature:
        yield say(lang, "replan.immature", metrics=named(result.immature))
