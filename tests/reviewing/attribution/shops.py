"""Small companies with facts of one's own, for what attribution makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from opsctl.period import week
from opsctl.records.settings import Settings
from opsctl.records.store import Store
from opsctl.records.target import TargetSheet
from opsctl.records.team import Team
from opsctl.reviewing.attribution.view import Attribution
from opsctl.reviewing.facts import Facts
from opsctl.workspace import Loaded, Workspace

WEEK = week(2026, 24)
BEFORE = WEEK.previous()

Numbers = Sequence[object]
"""One number a day; None where it is not known."""


def company(
    stores: Mapping[str, Mapping[str, object]], goals: Mapping[str, Mapping[str, object]] | None = None
) -> Workspace:
    """A team over stores, with target sheets of 2026 by scope."""
    records = [Loaded("team", "firm", "teams/firm.yaml", Team.model_validate({"name": "Firm"}))]
    for id_, fields in stores.items():
        store = Store.model_validate({"name": id_, "platform": "tmall", "team": "firm", **fields})
        records.append(Loaded("store", id_, f"stores/{id_}.yaml", store))
    for scope, found in (goals or {}).items():
        sheet = TargetSheet.model_validate({"owner": "bo", "goals": {**found}})
        records.append(Loaded("target", f"2026/{scope}", f"targets/2026/{scope}.yaml", sheet))
    records.sort(key=lambda each: (each.kind, each.id))
    return Workspace(Settings.model_validate({"opsctl": "1", "name": "Firm", "top": "firm"}), tuple(records))


def days(numbers: Numbers, first: date) -> dict[date, Decimal]:
    """Numbers from a day on, without those that are not known."""
    return {first + timedelta(number): Decimal(str(value)) for number, value in enumerate(numbers) if value is not None}


def facts(
    now: Mapping[tuple[str, str], Numbers],
    before: Mapping[tuple[str, str], Numbers] | None = None,
    channels: Mapping[tuple[str, str, str], tuple[Numbers, Numbers]] | None = None,
) -> Facts:
    """Facts of the week and the week before, by store and metric, and by store, channel and metric."""
    daily: dict[tuple[str, str], Mapping[date, Decimal]] = {}
    for series, numbers in now.items():
        daily[series] = {**days((before or {}).get(series, ()), BEFORE.start), **days(numbers, WEEK.start)}
    members = {
        (store, "channel", channel, metric): {**days(old, BEFORE.start), **days(new, WEEK.start)}
        for (store, channel, metric), (old, new) in (channels or {}).items()
    }
    return Facts(daily=daily, members=members)


def adds_up(why: Attribution) -> None:
    """Every level of an attribution adds up to the cent."""
    if not why.days:
        return
    assert sum(each.effect for each in why.drivers) == why.gap
    for owners in (why.owners, why.channels):
        assert not owners or sum(each.effect for each in owners) == why.gap
        for owner in owners:
            assert sum(each.effect for each in owner.drivers) == owner.effect
    for driver in why.drivers:
        inside = [each for owner in why.owners for each in owner.drivers if each.driver == driver.driver]
        assert not why.owners or sum(each.effect for each in inside) == driver.effect
        for each in (driver, *inside):
            assert not each.parts or sum(part.effect for part in each.parts) == each.effect
        for part in driver.parts:
            deeper = [deep.effect for each in inside for deep in each.parts if deep.driver == part.driver]
            assert not why.owners or sum(deeper) == part.effect
    shifted = [owner for owner in why.owners if owner.mix is not None]
    for owner in shifted:
        assert owner.volume is not None and owner.mix is not None and owner.rate is not None
        assert owner.volume + owner.mix + owner.rate == owner.effect
    for name in ("volume", "mix", "rate"):
        assert not shifted or sum(getattr(owner, name) for owner in shifted) == getattr(why, name)
