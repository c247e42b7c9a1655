"""The record of a source as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from opsctl.records.base import Currency, Days, Id, MetricId, Record, Text, wrong
from opsctl.records.source.columns import Clock, Dimension, HeaderRow, SourceColumn, StoreColumn, When, Which
from opsctl.records.source.conditions import ONE_OR_MORE, Alias, Basis, Condition, Measure
from opsctl.records.source.places import Connection, Glob, SourceFile, TableName, as_files
from opsctl.records.source.refusals import Refusal, refusals, spoken

Encoding = Literal["utf-8", "gb18030", "utf-16", "big5", "shift_jis", "windows-1252"]


# How rows begin that sum up others, in the exports of all platforms.
TOTALS = ("合计", "汇总", "总计", "店铺汇总值", "店铺平均值", "同行")


class Money(Record):
    """On which rung of the money ladder the amounts stand."""

    basis: Basis
    tax: Literal["included", "excluded"]
    shipping: Literal["included", "excluded"] | None = None


class Freshness(Record):
    """After how many days without new data to warn, and to call it an error."""

    warn_after: Days | None = None
    error_after: Days | None = None


class Source(Record):
    """One kind of export: its files, columns, stores, days, money and metrics; what `adapter` gives is merged in."""

    adapter: Id | None = None
    files: Annotated[tuple[SourceFile, ...], BeforeValidator(as_files), Field(min_length=1)] = ()
    connection: Connection | None = None
    table: TableName | None = None
    query: Glob | None = None
    encoding: Annotated[tuple[Encoding, ...], ONE_OR_MORE] = ()
    sheet: Text | None = None
    header: HeaderRow | None = None
    columns: dict[Alias, SourceColumn] = Field(default_factory=dict)
    totals: Annotated[tuple[Text, ...], ONE_OR_MORE] = TOTALS
    store: StoreColumn
    day: When | None = None
    period: When | None = None
    grain: Literal["lines", "days"] | None = None
    keys: Annotated[tuple[Alias, ...], ONE_OR_MORE] = ()
    dimension: dict[Which, Dimension] = Field(default_factory=dict)
    clock: Clock | None = None
    currency: Currency | None = None
    money: Money | None = None
    rows: dict[Alias, tuple[Condition, ...]] = Field(default_factory=dict)
    where: tuple[Condition, ...] = ()
    metrics: dict[MetricId, Measure] = Field(min_length=1)
    freshness: Freshness | None = None

    @model_validator(mode="after")
    def _refers_to_what_is_there(self) -> Source:
        problems = list(refusals(self))
        if problems:
            _refuse(problems)
        return self

    @property
    def by_lines(self) -> bool:
        """Say whether a row is an order line (a day without any is a real zero) and not a day's fact."""
        counted = any(measure.count_distinct for measure in self.metrics.values())
        return self.grain == "lines" if self.grain else counted

    @property
    def day_column(self) -> str | None:
        """The alias of the column that holds the day, if one does."""
        return self.day.column if self.day is not None else None

    @property
    def period_column(self) -> str | None:
        """The alias of the column that holds the period, if one does."""
        return self.period.column if self.period is not None else None

    @property
    def member(self) -> tuple[str, Dimension] | None:
        """The dimension whose members the rows speak of; None where they speak of the whole."""
        return next(iter(self.dimension.items()), None)

    def basis(self, metric: str) -> str | None:
        """On which rung of the money ladder a metric's amounts stand, where that is said."""
        return self.metrics[metric].basis or (self.money.basis if self.money is not None else None)

    def column(self, file: SourceFile | None, alias: str) -> SourceColumn | None:
        """The column behind an alias or a mapped header; None where neither the file nor the source maps it."""
        named = {**self.columns, **(file.columns if file is not None else {})}
        return named.get(alias) or next((found for found in named.values() if alias in found.header), None)

    def titles(self, file: SourceFile | None, alias: str) -> tuple[str, ...]:
        """What a file may call that column, the preferred title first; empty where nobody maps it."""
        found = self.column(file, alias)
        return found.header if found is not None else ()

    def used(self, file: SourceFile | None) -> tuple[str, ...]:
        """Every alias that reading that file needs, in the order of first mention."""
        found = dict.fromkeys(alias for _, alias in spoken(self))
        found.update(dict.fromkeys(condition.column for condition in (file.where if file is not None else ())))
        return tuple(found)


def _refuse(problems: Iterable[Refusal]) -> None:
    details: list[InitErrorDetails] = [
        InitErrorDetails(type=wrong(kind, value), loc=path, input=value) for path, kind, value in problems
    ]
    raise ValidationError.from_exception_data("Source", details)
