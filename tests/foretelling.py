"""
How well curves made of one year alone foretell the months of the next: a year of real sales, and one of simulated ones.

A year's total is known, as a plan's is; each curve divides it over the months that both years have, and a month's miss
is how far its share is from what was really sold in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from tests import oracles

from opsctl.commands.actual_facts import facts_of
from opsctl.loading.read import load
from opsctl.period import month, year
from opsctl.planning.curves.curvefit import StoreYear, curve_fit
from opsctl.planning.curves.fitting import Past, fit, month_shares
from opsctl.planning.curves.occasions import occasions
from opsctl.records.calendar import Calendar, Marked
from opsctl.reviewing.measure import day_values

Values = Mapping[date, Fraction]
Misses = tuple[Decimal, Decimal]
"""The mean and the worst miss of the months, in percent to 0.01."""

CHENHE = Path(__file__).resolve().parents[1] / "examples" / "chenhe-home"
_SATURDAY = 5
# English bank holidays; those of 2011 had all been announced by the end of 2010.
_HOLIDAYS = {
    "new-year": (("2010-01-01", "2010-01-03"), ("2011-01-01", "2011-01-03")),
    "easter": (("2010-04-02", "2010-04-05"), ("2011-04-22", "2011-04-25")),
    "may-day": (("2010-05-03", "2010-05-03"), ("2011-05-02", "2011-05-02")),
    "spring": (("2010-05-31", "2010-05-31"), ("2011-05-30", "2011-05-30")),
    "summer": (("2010-08-30", "2010-08-30"), ("2011-08-29", "2011-08-29")),
    "christmas": (("2010-12-24", "2010-12-31"), ("2011-12-24", "2011-12-31")),
}


def online_retail(folder: Path) -> dict[str, Misses]:
    """January to November 2011 of the real order lines, from 2010."""
    sold: dict[date, Fraction] = {}
    for (_, day), sales in oracles.sales_by_day(folder).items():
        sold[day] = sold.get(day, Fraction(0)) + Fraction(sales.gmv)
    known = {day: sold.get(day, Fraction(0)) for each in (2010, 2011) for day in year(each).days}
    before = {day: value for day, value in known.items() if day.year == 2010}
    months = range(1, 12)
    past, real = (_by_month(known, each, months) for each in (2010, 2011))
    open_days = [[sum(day.weekday() != _SATURDAY for day in month(each, at).days) for at in months]
                 for each in (2010, 2011)]  # fmt: skip
    paired, _ = occasions(_holidays(0), _holidays(1), None, (2010, 2011))
    return {
        "even": _misses([Fraction(1)] * 11, real),
        "shares": _misses(past, real),
        "trading-days": _misses([value * now / then for value, then, now in zip(past, *open_days, strict=True)], real),
        "holidays": _misses(_fitted(Past(2010, before, occasions=paired), 2011)[:11], real),
        "fitted": _misses(_fitted(Past(2010, before), 2011)[:11], real),
    }


def chenhe() -> dict[str, Misses]:
    """January to October 2026 of the simulated Chinese shops, from 2025: Spring Festival moves by 19 days."""
    workspace = load(CHENHE).workspace
    facts = facts_of(workspace, CHENHE, None, ())
    stores = [workspace.all("store")[id_] for id_ in ("douyin-main", "jd-pop", "tmall-flagship")]
    known = {each: {store.id: day_values(workspace, facts, store.id, "net_sales", year(each).days) for store in stores}
             for each in (2025, 2026)}  # fmt: skip
    months = range(1, 11)
    past, real = ([sum(column) for column in zip(*(_by_month(one, each, months) for one in known[each].values()),
                                                 strict=True)] for each in (2025, 2026))  # fmt: skip
    calendars = tuple(workspace.all("calendar")[each].data for each in ("2025", "2026"))
    marked = calendars[0].marked
    series = [
        StoreYear(store.id, store.data.platform, known[2025][store.id], _marked_days(marked, store.id))
        for store in stores
    ]
    fitted = {name: curve_fit("c", series, given, (2025, 2026))
              for name, given in (("weekdays", (Calendar(), Calendar())), ("fitted", calendars))}  # fmt: skip
    shares = {name: [Fraction(share) for share in made.months[:10]] for name, made in fitted.items()}  # type: ignore[union-attr]
    return {"shares": _misses(past, real), **{name: _misses(each, real) for name, each in shares.items()}}


def _marked_days(marked: Sequence[Marked], store: str) -> frozenset[date]:
    return frozenset(day for day in year(2025).days if any(each.at == store and each.covers(day) for each in marked))


def _by_month(known: Values, each: int, months: Sequence[int]) -> list[Fraction]:
    return [sum((known.get(day, Fraction(0)) for day in month(each, at).days), Fraction(0)) for at in months]


def _fitted(past: Past, planned: int) -> list[Fraction]:
    made = fit(past, planned)
    assert made is not None
    return [Fraction(share) for share in month_shares(made.days)]


def _holidays(which: int) -> Calendar:
    events = [
        {"id": id_, "name": id_, "windows": {"all": {"from": days[which][0], "until": days[which][1]}}}
        for id_, days in _HOLIDAYS.items()
    ]
    return Calendar.model_validate({"events": events})


def _misses(shares: Sequence[Fraction], real: Sequence[Fraction]) -> Misses:
    whole, total = sum(shares), sum(real)
    off = [abs(total * share / whole / sold - 1) * 100 for share, sold in zip(shares, real, strict=True)]
    return _percent(sum(off, Fraction(0)) / len(off)), _percent(max(off))


def _percent(number: Fraction) -> Decimal:
    return Decimal(f"{float(number):.2f}")
