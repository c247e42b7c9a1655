"""Where a gap comes from, as waterfalls: over drivers, and over stores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from opsctl.locales import listed, say
from opsctl.rendering.attribution_blocks import owner_name
from opsctl.rendering.attribution_words import driver_name
from opsctl.rendering.names import metric_name
from opsctl.rendering.numbers import by_unit
from opsctl.rendering.svg.waterfall import Step, waterfall
from opsctl.reviewing.attribution.view import Attribution
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace

# More steps than these are no picture any more; the smallest become one.
_MOST = 12


def gap_charts(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[tuple[str, str]]:
    """The waterfalls by the name of the block they stand with; none where nothing was split."""
    why = review.attribution
    if why is None or not why.days or not why.drivers:
        return
    drivers = [(driver_name(each.driver, workspace, lang), each.effect) for each in why.drivers]
    yield "attribution", _drawn("gap", drivers, why, review, workspace, lang)
    if len(why.owners) > 1:
        owners = [(owner_name(each, workspace, lang), each.effect) for each in why.owners]
        yield "attribution-stores", _drawn("gap-stores", owners, why, review, workspace, lang)


def _drawn(
    name: str,
    effects: Sequence[tuple[str, Decimal]],
    why: Attribution,
    review: PeriodReview,
    workspace: Workspace,
    lang: str,
) -> str:
    entry = workspace.metrics[why.metric]

    def amount(value: Fraction | Decimal) -> str:
        return by_unit(value, entry.unit, lang, review.currency)

    def signed(value: Decimal) -> str:
        return f"+{amount(value)}" if value > 0 else amount(value)

    shown = _few(effects, say(lang, "page.others"))
    base, end = say(lang, f"page.base_{why.against}"), say(lang, "page.end_actual")
    steps = [Step(base, why.baseline, amount(why.baseline), whole=True)]
    steps += [
        Step(label, Fraction(effect), signed(effect), good=(effect >= 0) != (entry.direction == "down"))
        for label, effect in shown
    ]
    steps.append(Step(end, why.actual, amount(why.actual), whole=True))
    told = listed((f"{label} {signed(effect)}" for label, effect in shown), lang)
    return waterfall(
        name,
        say(lang, "page.chart_gap", metric=metric_name(workspace, why.metric, lang)),
        say(lang, "page.chart_gap_told", base=amount(why.baseline), actual=amount(why.actual), effects=told),
        steps,
    )


def _few(effects: Sequence[tuple[str, Decimal]], others: str) -> list[tuple[str, Decimal]]:
    """The effects in their order; where they are too many, the smallest as one step at the end."""
    if len(effects) <= _MOST:
        return list(effects)
    largest = sorted(range(len(effects)), key=lambda at: (-abs(effects[at][1]), at))[: _MOST - 1]
    rest = sum((effect for at, (_, effect) in enumerate(effects) if at not in largest), Decimal(0))
    return [*(effects[at] for at in sorted(largest)), (others, rest)]
