"""Why as data: effects are exact decimals that add up at every level; the drivers' own values to six places."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from opsctl.quantity import plain, rounded
from opsctl.reviewing.attribution.view import Attribution, DriverEffect, Lacking, OwnerEffect, Total

Json = dict[str, object]

_PLACES = 6


def attribution_json(why: Attribution) -> Json:
    """The whole attribution, ready for a JSON writer."""
    return {
        "metric": why.metric,
        "against": why.against,
        "method": why.method,
        "compared_with": why.before.label,
        "days": why.days,
        "total_days": why.total_days,
        "baseline": _value(why.baseline),
        "actual": _value(why.actual),
        "gap": plain(why.gap),
        "drivers": [_driver(each) for each in why.drivers],
        "totals": [_total(each) for each in why.totals],
        "stores": [_owner(each) for each in why.owners],
        "volume": _amount(why.volume),
        "mix": _amount(why.mix),
        "rate": _amount(why.rate),
        "channels": [_owner(each) for each in why.channels],
        "missing": list(why.missing),
        "lacking": [_lacking(each) for each in why.lacking],
    }


def _driver(each: DriverEffect) -> Json:
    return {
        "driver": each.driver,
        "effect": plain(each.effect),
        "baseline": _value(each.baseline),
        "actual": _value(each.actual),
        "parts": [{"driver": part.driver, "effect": plain(part.effect)} for part in each.parts],
    }


def _owner(each: OwnerEffect) -> Json:
    return {
        "owner": each.owner or None,
        "baseline": _value(each.baseline),
        "actual": _value(each.actual),
        "effect": plain(each.effect),
        "method": each.method,
        "drivers": [_driver(driver) for driver in each.drivers],
        "totals": [_total(total) for total in each.totals],
        "volume": _amount(each.volume),
        "mix": _amount(each.mix),
        "rate": _amount(each.rate),
    }


def _total(each: Total) -> Json:
    return {"metric": each.metric, "baseline": _value(each.baseline), "actual": _value(each.actual)}


def _lacking(each: Lacking) -> Json:
    days = [f"{day}" for day in each.days]
    return {"owner": each.owner, "metrics": list(each.metrics), "side": each.side, "days": days}


def _value(value: Fraction | None) -> str | None:
    return None if value is None else plain(rounded(value, _PLACES))


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
