"""The gap split over drivers, stores and channels as tables of exact numbers, each with its sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from opsctl.locales import say
from opsctl.rendering.attribution_blocks import owner_name
from opsctl.rendering.attribution_words import driver_name
from opsctl.rendering.xlsx.table import KINDS, Cell, Kind, Table
from opsctl.reviewing.attribution.view import Attribution, OwnerEffect
from opsctl.reviewing.view import PeriodReview
from opsctl.workspace import Workspace

BLOCKS = ("attribution", "attribution-stores", "attribution-channels")


def gap_tables(review: PeriodReview, workspace: Workspace, lang: str) -> Iterator[Table]:
    """The tables, as far as the gap was split."""
    why = review.attribution
    if why is None or not why.drivers:
        return
    yield _drivers(why, review, workspace, lang)
    for name, owners in (("stores", why.owners), ("channels", why.channels)):
        if owners:
            yield _owners(name, why, owners, review, workspace, lang)


def _drivers(why: Attribution, review: PeriodReview, workspace: Workspace, lang: str) -> Table:
    unit = KINDS[workspace.metrics[why.metric].unit]
    rows = []
    for each in (row for driver in why.drivers for row in (driver, *driver.parts)):
        entry = workspace.metrics.get(each.driver)
        own: Kind = KINDS[entry.unit] if entry else unit
        cells = (Cell(each.baseline, own), Cell(each.actual, own), Cell(Fraction(each.effect), unit))
        is_part = each not in why.drivers
        rows.append((Cell(("  " if is_part else "") + driver_name(each.driver, workspace, lang)), *cells))
    whole = (Cell(why.baseline, unit), Cell(why.actual, unit), Cell(Fraction(why.gap), unit))
    rows.append((Cell(say(lang, "attribution.sum")), *whole))
    heads = tuple(say(lang, f"attribution.{head}") for head in ("driver", "baseline", "actual", "effect"))
    return Table(say(lang, "page.gap_sheet"), heads, tuple(rows), currency=review.currency)


def _owners(
    name: str,
    why: Attribution,
    owners: Sequence[OwnerEffect],
    review: PeriodReview,
    workspace: Workspace,
    lang: str,
) -> Table:
    unit = KINDS[workspace.metrics[why.metric].unit]
    drivers = tuple(dict.fromkeys(each.driver for owner in owners for each in owner.drivers))

    def cells(effects: Sequence[Decimal | None]) -> tuple[Cell, ...]:
        return tuple(Cell(None if effect is None else Fraction(effect), unit) for effect in effects)

    found = [{each.driver: each.effect for each in owner.drivers} for owner in owners]
    rows = [
        (Cell(owner_name(owner, workspace, lang)), *cells([owner.effect, *(some.get(one) for one in drivers)]))
        for owner, some in zip(owners, found, strict=True)
    ]
    sums = [sum((some.get(one, Decimal(0)) for some in found), Decimal(0)) for one in drivers]
    rows.append((Cell(say(lang, "attribution.sum")), *cells([why.gap, *sums])))
    head = "store" if owners[0].dimension == "store" else "channel"
    heads = (say(lang, f"attribution.{head}"), say(lang, "attribution.effect"))
    names = tuple(driver_name(one, workspace, lang) for one in drivers)
    return Table(say(lang, f"page.gap_{name}"), (*heads, *names), tuple(rows), currency=review.currency)
