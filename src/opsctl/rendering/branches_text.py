"""What `plan show --tree` answers: one metric down the organisation, each scope with its share of the top."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from opsctl.locales import say
from opsctl.metrics.algebra import additive
from opsctl.period import Period
from opsctl.planning.shown.branches import Branch, walk
from opsctl.planning.tiers import Tier
from opsctl.rendering.bars import bar
from opsctl.rendering.console import render
from opsctl.rendering.exact_json import Json, exact_text, period_json, scenario_json
from opsctl.rendering.names import dated, metric_name, scope_name, standing
from opsctl.rendering.numbers import by_unit, exact, percent
from opsctl.rendering.sheet import Block, Column, Sheet
from opsctl.rendering.sheet_text import sheet_parts
from opsctl.rendering.tiers_text import COMMIT, no_tier, of_tier
from opsctl.workspace import Workspace

_BAR = 16


class Grown(Protocol):
    """One metric's targets from a scope downwards."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def metric(self) -> str: ...
    @property
    def period(self) -> Period: ...
    @property
    def top(self) -> Branch: ...
    @property
    def tier(self) -> Tier | None: ...


def tree_text(result: Grown, lang: str, *, width: int = 0) -> str:
    """The organisation as a tree; what can be added up has its share of the top and a bar."""
    workspace, rows = result.workspace, tuple(walk(result.top))
    metric, currency = workspace.metrics[result.metric], workspace.settings.currency
    adds = additive(metric)
    names = tuple(_guide(trail) + scope_name(workspace, found.scope, lang) for trail, found in rows)
    shown = (exact(found.value, metric.unit, currency) if adds else by_unit(found.value, metric.unit, lang, currency)
             for _, found in rows)  # fmt: skip
    columns = [
        Column(say(lang, "numbers.scope"), names, right=False),
        Column(of_tier(metric_name(workspace, result.metric, lang), result.tier, lang), tuple(shown)),
    ]
    if adds and result.top.value:
        shares = [_share(found, result.top) for _, found in rows]
        columns.append(Column(say(lang, "numbers.share"), tuple(percent(share) for share in shares)))
        columns.append(Column("", tuple(bar(share, _BAR) for share in shares), right=False, spare=True))
    title = say(lang, "numbers.targets_of", scope=scope_name(workspace, result.top.scope, lang),
                period=dated(result.period, lang))  # fmt: skip
    notes = () if adds else (say(lang, "numbers.ratios"),)
    first = no_tier(result.tier, lang) if result.top.value is None and not result.top.below else ()
    blocks = () if first else (Block("", tuple(columns), notes=notes),)
    return render(*sheet_parts(Sheet(title, standing(workspace, lang), first=first, blocks=blocks)), width=width)


def tree_json(result: Grown) -> Json:
    """The tree as data, each scope with those below it."""
    return {
        "metric": result.metric,
        "unit": result.workspace.metrics[result.metric].unit,
        "currency": result.workspace.settings.currency,
        "period": period_json(result.period),
        **scenario_json(result.workspace),
        **({"tier": result.tier} if result.tier else {}),
        "tree": _branch_json(result.top),
    }


def tree_csv(result: Grown) -> str:
    """One row a scope: how deep it stands, its id, the metric, the tier and its target as a plain decimal."""
    tier = result.tier or COMMIT
    rows = [f"{len(trail)},{found.scope},{result.metric},{tier},{exact_text(found.value) or ''}"
            for trail, found in walk(result.top)]  # fmt: skip
    return "\n".join((f"level,scope,metric,tier,{result.period.label}", *rows)) + "\n"


def _branch_json(found: Branch) -> Json:
    return {
        "scope": found.scope,
        "value": exact_text(found.value),
        "below": [_branch_json(child) for child in found.below],
    }


def _share(found: Branch, top: Branch) -> Fraction | None:
    return found.value / top.value if found.value is not None and top.value else None


def _guide(trail: tuple[bool, ...]) -> str:
    """The lines that lead to a branch, the same in every console."""
    if not trail:
        return ""
    return "".join("   " if last else "│  " for last in trail[:-1]) + ("└─ " if trail[-1] else "├─ ")
