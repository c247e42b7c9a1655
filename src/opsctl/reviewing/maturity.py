"""
Whether net sales can be judged yet: how much of the refunds of a period's sales is in, store by store.

Each store has the curve of its own history. Where refunds are booked on the day of the sale (`net_pay_date`), it is
what earlier loads lacked; else it is how refunds follow sales, day by day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from opsctl.period import Period
from opsctl.reviewing.compare import USUAL_DAYS
from opsctl.reviewing.facts import Facts
from opsctl.reviewing.forecast import significant
from opsctl.reviewing.lags import Days, LagCurve, fitted_daily, fitted_reloads
from opsctl.reviewing.late import Maturity
from opsctl.reviewing.measure import day_values
from opsctl.workspace import Workspace

NET, SALES, REFUNDS = "net_sales", "gmv_paid", "refund_amount"
_BY_SALE = "net_pay_date"
# Ripe is what lacks less of its sales than that; where the rate of refunds is not known, what has that share of them.
_LACKING, _ENOUGH = Fraction(15, 1000), Fraction(9, 10)

Reloaded = Mapping[str, tuple[Days, date]]
"""What an earlier load had of each store's refunds by day, and the last day it reached to."""


def maturities(
    workspace: Workspace,
    facts: Facts,
    scope: str,
    stores: Sequence[str],
    period: Period,
    until: date | None,
    reloaded: Reloaded,
) -> tuple[Maturity, ...]:
    """The maturity of the scope's net sales, and of each store's where there are several; none without such sales."""
    if until is None or not any((store, REFUNDS) in facts.daily for store in stores):
        return ()
    known = {store: _of_store(workspace, facts, store, period, until, reloaded.get(store)) for store in stores}
    own = [each for each in known.values() if each is not None]
    if not own:
        return ()
    return tuple(own) if stores == [scope] or scope in stores else (_together(scope, own), *own)


def _of_store(
    workspace: Workspace, facts: Facts, store: str, period: Period, until: date, earlier: tuple[Days, date] | None
) -> Maturity | None:
    history = Period(date(max(until.year - 2, 1), 1, 1), until + timedelta(1), "span").days
    sales, refunds = (day_values(workspace, facts, store, metric, history) for metric in (SALES, REFUNDS))
    inside = {day: sales[day] for day in period.days if day in sales and day <= until}
    if not inside:
        return None
    by_sale = facts.basis.get((store, REFUNDS)) == _BY_SALE
    curve = (
        (fitted_reloads(earlier[0], refunds, earlier[1]) if earlier else None)
        if by_sale
        else fitted_daily(sales, refunds)
    )
    written = workspace.metrics[NET].matures_after
    days = written or (USUAL_DAYS if curve is None else curve.ripe_after(_enough(curve)))
    ripe = period.last + timedelta(days)
    total = sum(inside.values(), Fraction(0))
    made = Maturity(store, NET, ripe, until >= ripe, total)
    if curve is None:
        return made
    in_all, arrived = _refunds(inside, refunds, curve, until, by_sale)
    if in_all is None or in_all <= 0:
        return Maturity(store, NET, ripe, until >= ripe, total, curve=curve)
    share = min(arrived / in_all, Fraction(1))
    return Maturity(
        store,
        NET,
        ripe,
        until >= ripe,
        total,
        _percent(share),
        significant(in_all - arrived),
        significant(total - in_all),
        curve,
    )


def _refunds(
    sales: Days, refunds: Days, curve: LagCurve, until: date, by_sale: bool
) -> tuple[Fraction | None, Fraction]:
    """What comes back of some days' sales in all, and what of it is in by a day."""
    shares = {day: curve.share((until - day).days) for day in sales}
    if by_sale:
        # What is known of a day by now, over the share that is known at its age.
        known = {day: refunds.get(day, Fraction(0)) for day in sales}
        if any(not shares[day] for day in sales):
            return None, Fraction(0)
        return sum((known[day] / shares[day] for day in sales), Fraction(0)), sum(known.values(), Fraction(0))
    rate = curve.rate or Fraction(0)
    coming = sum((sales[day] * shares[day] for day in sales), Fraction(0))
    return rate * sum(sales.values(), Fraction(0)), rate * coming


def _enough(curve: LagCurve) -> Fraction:
    return _ENOUGH if not curve.rate else 1 - min(_LACKING / curve.rate, Fraction(1))


def _together(scope: str, stores: Sequence[Maturity]) -> Maturity:
    """Stores as one: ripe when all are, with shares weighted by what comes back."""
    ripe, mature = max(each.ripe for each in stores), all(each.mature for each in stores)
    sales = sum((each.sales or Fraction(0) for each in stores), Fraction(0))
    if any(each.net is None or each.to_come is None or each.sales is None for each in stores):
        return Maturity(scope, NET, ripe, mature, sales)
    net = sum((each.net or Fraction(0) for each in stores), Fraction(0))
    coming = sum((each.to_come or Fraction(0) for each in stores), Fraction(0))
    arrived = 1 - coming / (sales - net) if sales > net else Fraction(1)
    return Maturity(
        scope, NET, ripe, mature, sales, _percent(max(arrived, Fraction(0))), significant(coming), significant(net)
    )


def _percent(share: Fraction) -> Fraction:
    return Fraction(round(share * 100), 100)
