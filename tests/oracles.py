"""
What opsctl says, worked out a second time and apart from it: sales by plain SQL, a plan with fractions.

Nothing here imports opsctl, and nothing is fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from math import floor
from pathlib import Path
from typing import Any

import duckdb

FIRST, SECOND = "online_retail_2009_2010.parquet", "online_retail_2010_2011.parquet"
COMPANY = "company"
STORES = ("germany", "ireland", "rest", "uk")

_LINES = """
WITH lines AS (
    SELECT Invoice AS invoice, Quantity AS quantity, CAST(Price AS DECIMAL(12,3)) AS price, "Customer ID" AS buyer,
           CAST(InvoiceDate AS DATE) AS day, Country AS country
    FROM read_parquet($first)
    WHERE InvoiceDate < TIMESTAMP '2010-12-01 00:00:00'
    UNION ALL
    SELECT InvoiceNo, Quantity, CAST(UnitPrice AS DECIMAL(12,3)), CustomerID, CAST(InvoiceDate AS DATE), Country
    FROM read_parquet($second)
), marked AS (
    SELECT *,
           CASE WHEN country = 'United Kingdom' THEN 'uk' WHEN country = 'EIRE' THEN 'ireland'
                WHEN country = 'Germany' THEN 'germany' ELSE 'rest' END AS store,
           invoice NOT LIKE 'C%' AND invoice NOT LIKE 'A%' AND quantity > 0 AND price > 0 AS is_sale,
           invoice LIKE 'C%' AS is_refund
    FROM lines
), daily AS (
    SELECT store, day,
           coalesce(sum(quantity * price) FILTER (WHERE is_sale), 0) AS gmv,
           coalesce(-sum(quantity * price) FILTER (WHERE is_refund), 0) AS refunds,
           count(DISTINCT invoice) FILTER (WHERE is_sale) AS orders,
           count(DISTINCT buyer) FILTER (WHERE is_sale) AS buyers
    FROM marked GROUP BY store, day
)
"""
_BY_DAY = f"{_LINES} SELECT store, day, gmv, refunds, orders, buyers FROM daily"
_BY_WEEK = f"""{_LINES}
, summed AS (
    SELECT coalesce(store, 'company') AS scope, date_trunc('week', day) AS week,
           sum(gmv) AS gmv, sum(refunds) AS refunds, sum(orders) AS orders, sum(buyers) AS buyers
    FROM daily GROUP BY GROUPING SETS ((store, date_trunc('week', day)), (date_trunc('week', day)))
), once AS (
    SELECT coalesce(store, 'company') AS scope, date_trunc('week', day) AS week,
           count(DISTINCT invoice) FILTER (WHERE is_sale) AS orders_once,
           count(DISTINCT buyer) FILTER (WHERE is_sale) AS buyers_once
    FROM marked GROUP BY GROUPING SETS ((store, date_trunc('week', day)), (date_trunc('week', day)))
)
SELECT scope, CAST(week AS DATE), gmv, refunds, orders, buyers, orders_once, buyers_once
FROM summed JOIN once USING (scope, week)
"""


@dataclass(frozen=True, slots=True)
class Sales:
    """What plain SQL counts for a store or all of them; orders and buyers as sums of days and, in weeks, once."""

    gmv: Decimal = Decimal(0)
    refunds: Decimal = Decimal(0)
    orders: int = 0
    buyers: int = 0
    orders_once: int = 0
    buyers_once: int = 0


def sales_by_day(folder: Path) -> Mapping[tuple[str, date], Sales]:
    """Sales of every store and day with lines."""
    return {(scope, day): Sales(*values) for scope, day, *values in _rows(_BY_DAY, folder)}


def sales_by_week(folder: Path) -> Mapping[tuple[str, date], Sales]:
    """Sales of every store, and of the company, for every week with lines, by its Monday."""
    return {(scope, monday): Sales(*values) for scope, monday, *values in _rows(_BY_WEEK, folder)}


def _rows(sql: str, folder: Path) -> Iterable[tuple[Any, ...]]:
    with duckdb.connect() as connection:
        rows: list[tuple[Any, ...]] = connection.execute(
            sql, {"first": str(folder / FIRST), "second": str(folder / SECOND)}
        ).fetchall()
    return rows


def percentages(values: Sequence[Decimal]) -> list[Fraction]:
    """Shares in hundredths of a percent that add up to 100 %: largest remainder."""
    exact = [Fraction(value) * 10_000 / Fraction(sum(values)) for value in values]
    parts = [floor(share) for share in exact]
    by_rest = sorted(range(len(exact)), key=lambda at: parts[at] - exact[at])
    for at in by_rest[: 10_000 - sum(parts)]:
        parts[at] += 1
    return [Fraction(part, 10_000) for part in parts]


def divided(weights: Sequence[Fraction], total: int) -> list[int]:
    """Webster's division: units go one by one to whoever has the largest weight per odd number, the first of equals."""
    parts = [max(0, floor(weight * total / sum(weights)) - 3) for weight in weights]
    while sum(parts) < total:
        worth = [weight / (2 * part + 1) for weight, part in zip(weights, parts, strict=True)]
        parts[worth.index(max(worth))] += 1
    last = min(weight / (2 * part - 1) for weight, part in zip(weights, parts, strict=True) if part)
    following = max(weight / (2 * part + 1) for weight, part in zip(weights, parts, strict=True))
    assert last >= following, "somebody was given too much to begin with"
    return parts


def spread(weights: Sequence[int], total: int) -> list[int]:
    """Steps of the running total, rounded half up."""
    whole = sum(weights)
    marks = [floor(Fraction(total * reached, whole) + Fraction(1, 2)) for reached in accumulate(weights, initial=0)]
    return [after - before for before, after in pairwise(marks)]


def planned_days(
    total: int, weights: Mapping[str, Fraction], months: Sequence[Fraction]
) -> dict[tuple[str, date], int]:
    """A 2011 goal in smallest units by store and day: over stores, then months, then days without Saturdays."""
    found: dict[tuple[str, date], int] = {}
    names = sorted(weights)
    for store, year in zip(names, divided([weights[name] for name in names], total), strict=True):
        for number, month in enumerate(divided(months, year), 1):
            days = _days_of(number)
            shares = spread([0 if day.isoweekday() == 6 else 1 for day in days], month)
            found.update({(store, day): units for day, units in zip(days, shares, strict=True)})
    for day in {day for _, day in found}:
        found[COMPANY, day] = sum(found[store, day] for store in names)
    return found


def _days_of(month: int) -> list[date]:
    days = [date(2011, 1, 1) + timedelta(days=step) for step in range(365)]
    return [day for day in days if day.month == month]
