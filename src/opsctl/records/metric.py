"""A metric of the team's own, or an override of some keys of a built-in one."""

from __future__ import annotations

from typing import Annotated, Literal

from opsctl.records.base import Days, MetricId, Name, Record, Text, Whole, reading

Sign = Annotated[int, reading("sign", {"1": 1, "+1": 1, "-1": -1}.get, int)]


class MetricRecord(Record):
    """Keys left out keep the built-in entry's value; a metric of one's own needs name, unit, aggregation, direction."""

    name: Name | None = None
    unit: Literal["money", "count", "percent", "x", "score", "seconds", "hours", "days"] | None = None
    aggregation: Literal["sum", "distinct", "ratio", "stock", "score", "weighted"] | None = None
    direction: Literal["up", "down", "band"] | None = None
    numerator: MetricId | None = None
    denominator: MetricId | None = None
    factor: Whole | None = None
    parts: dict[MetricId, Sign] | None = None
    basis: Literal["ordered", "paid", "net_refund_date", "net_pay_date", "settled"] | None = None
    owners: tuple[Literal["L", "S", "A", "C", "K", "P", "G", "F"], ...] | None = None
    cadence: Literal["D", "W", "M", "Q"] | None = None
    aliases: tuple[Text, ...] | None = None
    definition: Name | None = None
    matures_after: Days | None = None
