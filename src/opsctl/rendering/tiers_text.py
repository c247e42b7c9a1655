"""Floor, stretch and guardrails beside the targets of `plan show`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.planning.guardrails import Guarded
from opsctl.planning.shown.show import ShownTarget
from opsctl.planning.tiers import TIERS, Tier
from opsctl.quantity import plain
from opsctl.rendering.exact_json import Json
from opsctl.rendering.names import metric_name
from opsctl.rendering.numbers import NOTHING, by_unit, exact
from opsctl.rendering.sheet import Column
from opsctl.workspace import Workspace

# What a row of a spreadsheet that is of no tier is called, as in the cells beside the sheets.
COMMIT = "commit"
_ADDED = ("sum", "distinct")


def tier_columns(targets: Sequence[ShownTarget], lang: str, currency: str) -> list[Column]:
    """A column for each tier that any of the targets has."""
    columns = []
    for tier in TIERS:
        values = [getattr(target, tier) for target in targets]
        if any(value is not None for value in values):
            shown = zip(targets, values, strict=True)
            cells = tuple(shown_value(target, value, lang, currency) for target, value in shown)
            columns.append(Column(say(lang, f"tiers.{tier}"), cells, spare=True))
    return columns


def of_tier(name: str, tier: Tier | None, lang: str) -> str:
    """A metric's name with the tier that is shown of it."""
    return name if tier is None else say(lang, "tiers.of_metric", metric=name, tier=say(lang, f"tiers.{tier}"))


def no_tier(tier: Tier | None, lang: str) -> tuple[str, ...]:
    """What to say where nothing has the tier that is asked for; nothing where none is."""
    return () if tier is None else (say(lang, "tiers.nothing_here", name=say(lang, f"tiers.{tier}"), tier=tier),)


def shown_value(target: ShownTarget, value: Fraction | None, lang: str, currency: str) -> str:
    """A value of the target's metric: what adds up to the smallest unit, a ratio rounded."""
    if value is None:
        return NOTHING
    added = target.aggregation in _ADDED
    return exact(value, target.unit, currency) if added else by_unit(value, target.unit, lang, currency)


def guardrail_lines(workspace: Workspace, guards: Sequence[Guarded], lang: str) -> tuple[str, ...]:
    """A line for each guardrail: the goal, the metric that guards it, its limits."""
    return tuple(
        say(
            lang,
            "tiers.guardrail",
            goal=metric_name(workspace, guard.goal, lang),
            metric=metric_name(workspace, guard.metric, lang),
            limits=limits_text(workspace, guard, lang),
        )
        for guard in guards
    )


def limits_text(workspace: Workspace, guard: Guarded, lang: str) -> str:
    """What a guardrail allows: at least, at most, or both."""
    unit, currency = workspace.metrics[guard.metric].unit, workspace.settings.currency
    limits = (("at_least", guard.at_least), ("at_most", guard.at_most))
    texts = [
        say(lang, f"tiers.{key}", limit=by_unit(limit, unit, lang, currency))
        for key, limit in limits
        if limit is not None
    ]
    return listed(texts, lang) or NOTHING


def guardrails_json(guards: Sequence[Guarded]) -> list[Json]:
    """The guardrails as data."""
    return [
        {
            "goal": guard.goal,
            "metric": guard.metric,
            "at_least": None if guard.at_least is None else plain(guard.at_least),
            "at_most": None if guard.at_most is None else plain(guard.at_most),
        }
        for guard in guards
    ]
