"""A year's exchange rates: how much of the workspace's currency one unit of another is worth, planned and real."""

from __future__ import annotations

from pydantic import Field

from opsctl.records.base import Currency, ExchangeRate, Period, Record, Text


class Fx(Record):
    """Budget rates, at which targets and their attainment are counted, and the actual ones by month."""

    budget: dict[Currency, ExchangeRate] = Field(min_length=1)
    actual: dict[Currency, dict[Period, ExchangeRate]] = Field(default_factory=dict)
    source: Text | None = None
