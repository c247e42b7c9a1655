"""
A source: where actual values come from, and how columns of an export map to metrics.

The vocabulary is closed: sums of products, distinct counts and simple conditions over named columns, never SQL. So a
mapping can be checked before any data is read, and a pull request cannot smuggle a query in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from opsctl.records.base import Amount, Currency, Day, Days, Id, MetricId, Record, Text, reading, wrong

# A product of three columns of four decimals still fits the engine's 38 digits.
_MOST_FACTORS = 3
_ALIAS = re.compile(r"[^\W\d]\w{0,63}")
_GLOB = re.compile(r"(?![A-Za-z]:)[^\\\x00-\x1f/]+(?:/[^\\\x00-\x1f/]+)*")

_LONGEST_PATH, _LONGEST_NAME = 1024, 255

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """A product of columns, possibly negated; the only arithmetic a source may ask for."""

    factors: tuple[str, ...]
    negative: bool = False


def _alias(text: str) -> str | None:
    return text if _ALIAS.fullmatch(text) else None


def _product(text: str) -> Product | None:
    negative = text.startswith("-")
    factors = tuple(part.strip() for part in text.removeprefix("-").split("*"))
    good = len(factors) <= _MOST_FACTORS and all(_alias(factor) for factor in factors)
    return Product(factors, negative) if good else None


def _glob(text: str) -> str | None:
    parts = text.split("/")
    safe = _GLOB.fullmatch(text) and len(text) <= _LONGEST_PATH and not {".", ".."} & set(parts)
    # A part is a file's or folder's name, and `**` stands for folders only where it is a part of its own.
    plain = all(len(part.encode()) <= _LONGEST_NAME and (part == "**" or "**" not in part) for part in parts)
    return text if safe and plain and text.strip() == text else None


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _files(value: object) -> object:
    if not isinstance(value, str):
        return value
    if _glob(value) is None:
        raise wrong("glob", value)
    return [{"path": value}]


Alias = Annotated[str, reading("alias", _alias, ())]
Glob = Annotated[str, reading("glob", _glob, ())]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more), Field(min_length=1)]
Expression = Annotated[Product, reading("expression", _product, Product)]
Operand = tuple[str, ...] | Decimal | date


class Condition(Record):
    """One test of one column, named by alias or by its mapped header: `{column: quantity, above: 0}`."""

    column: Text
    is_: Text | None = Field(default=None, alias="is")
    is_not: Text | None = None
    in_: Texts | None = Field(default=None, alias="in")
    not_in: Texts | None = None
    starts: Texts | None = None
    not_starts: Texts | None = None
    above: Amount | None = None
    below: Amount | None = None
    at_least: Amount | None = None
    at_most: Amount | None = None
    before: Day | None = None
    from_: Day | None = Field(default=None, alias="from")

    @model_validator(mode="after")
    def _exactly_one_test(self) -> Condition:
        if len(self.model_fields_set - {"column"}) != 1:
            raise wrong("one_test", self.column)
        return self

    @property
    def test(self) -> tuple[str, Operand]:
        """The test's name as written and what it compares with; texts come as a tuple."""
        field = next(iter(self.model_fields_set - {"column"}))
        operand = getattr(self, field)
        return field.rstrip("_"), (operand,) if isinstance(operand, str) else operand


class SourceFile(Record):
    """Files of one layout: a path or glob, columns named differently there, and conditions of their own."""

    path: Glob
    columns: dict[Alias, Text] = Field(default_factory=dict)
    where: tuple[Condition, ...] = ()


class StoreColumn(Record):
    """Which scope a line belongs to: by a column's value, or `other` for everything else (or everything)."""

    column: Alias | None = None
    map: dict[Text, Id] = Field(default_factory=dict)
    other: Id | None = None

    @property
    def scopes(self) -> tuple[str, ...]:
        """Every scope this source can feed, each once, by id."""
        return tuple(sorted({*self.map.values(), *([self.other] if self.other else [])}))


class Money(Record):
    """On which rung of the money ladder the amounts stand."""

    basis: Literal["ordered", "paid", "net_refund_date", "net_pay_date", "settled"]
    tax: Literal["included", "excluded"]
    shipping: Literal["included", "excluded"] | None = None


class Measure(Record):
    """How a metric is computed: a sum of products or a distinct count, `of` all lines or of named ones."""

    sum: Expression | None = None
    count_distinct: Alias | None = None
    of: Alias | None = None

    @model_validator(mode="after")
    def _exactly_one_way(self) -> Measure:
        if (self.sum is None) == (self.count_distinct is None):
            raise wrong("one_measure", None)
        return self


class Freshness(Record):
    """After how many days without new data to warn, and to call it an error."""

    warn_after: Days | None = None
    error_after: Days | None = None


class Source(Record):
    """One kind of export: its files, columns, stores, days, money and metrics."""

    files: Annotated[tuple[SourceFile, ...], BeforeValidator(_files), Field(min_length=1)]
    columns: dict[Alias, Text] = Field(default_factory=dict)
    store: StoreColumn
    day: Alias | None = None
    period: Alias | None = None
    grain: Literal["lines", "days"] | None = None
    currency: Currency | None = None
    money: Money | None = None
    rows: dict[Alias, tuple[Condition, ...]] = Field(default_factory=dict)
    where: tuple[Condition, ...] = ()
    metrics: dict[MetricId, Measure] = Field(min_length=1)
    freshness: Freshness | None = None
    encoding: Literal["utf-8", "gb18030"] = "utf-8"

    @model_validator(mode="before")
    @classmethod
    def _no_adapters_yet(cls, value: Any) -> Any:
        if isinstance(value, dict) and "adapter" in value:
            _refuse([(("adapter",), "adapter", str(value["adapter"]))])
        return value

    @model_validator(mode="after")
    def _refers_to_what_is_there(self) -> Source:
        problems = [*_shape(self), *_unknown(self)]
        if problems:
            _refuse(problems)
        return self

    @property
    def by_lines(self) -> bool:
        """Say whether a row is an order line (a day without any is a real zero) and not a day's fact."""
        counted = any(measure.count_distinct for measure in self.metrics.values())
        return self.grain == "lines" if self.grain else counted

    def header(self, file: SourceFile, alias: str) -> str | None:
        """What the file calls that column; None where neither the file nor the source maps it."""
        named = {**self.columns, **file.columns}
        return named.get(alias, alias if alias in named.values() else None)

    def used(self, file: SourceFile) -> tuple[str, ...]:
        """Every alias that reading that file needs, in the order of first mention."""
        found = dict.fromkeys(alias for _, alias in _shared(self))
        found.update(dict.fromkeys(condition.column for condition in file.where))
        return tuple(found)


Refusal = tuple[Path, str, str]


def _refuse(problems: Iterable[Refusal]) -> None:
    details: list[InitErrorDetails] = [
        InitErrorDetails(type=wrong(kind, value), loc=path, input=value) for path, kind, value in problems
    ]
    raise ValidationError.from_exception_data("Source", details)


def _shape(source: Source) -> Iterator[Refusal]:
    if (source.day is None) == (source.period is None):
        yield (), "day_or_period", "day, period"
    if source.store.column is None and (source.store.map or source.store.other is None):
        yield ("store",), "store_column", "column"
    if source.store.column is not None and not source.store.scopes:
        yield ("store",), "store_map", source.store.column
    for id_, measure in source.metrics.items():
        if source.period is not None and measure.count_distinct:
            yield ("metrics", id_, "count_distinct"), "period_sum", measure.count_distinct


def _unknown(source: Source) -> Iterator[Refusal]:
    for index, file in enumerate(source.files):
        for at, condition in enumerate(file.where):
            if source.header(file, condition.column) is None:
                yield ("files", index, "where", at, "column"), "unknown_alias", condition.column
    for path, alias in _shared(source):
        if any(source.header(file, alias) is None for file in source.files):
            yield path, "unknown_alias", alias
    for id_, measure in source.metrics.items():
        if measure.of is not None and measure.of not in source.rows:
            yield ("metrics", id_, "of"), "unknown_rows", measure.of


def _shared(source: Source) -> Iterator[tuple[Path, str]]:
    """Where the source itself, not one of its files, speaks of a column."""
    for key, alias in (("day", source.day), ("period", source.period)):
        if alias is not None:
            yield (key,), alias
    if source.store.column is not None:
        yield ("store", "column"), source.store.column
    for at, condition in enumerate(source.where):
        yield ("where", at, "column"), condition.column
    for name, conditions in source.rows.items():
        for at, condition in enumerate(conditions):
            yield ("rows", name, at, "column"), condition.column
    for id_, measure in source.metrics.items():
        if measure.count_distinct is not None:
            yield ("metrics", id_, "count_distinct"), measure.count_distinct
        for alias in measure.sum.factors if measure.sum else ():
            yield ("metrics", id_, "sum"), alias
