"""Which rows count and how a metric is computed from them: the closed vocabulary of a source, never SQL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from opsctl.records.base import Amount, Day, Record, Text, reading, wrong

# A product of three columns of four decimals still fits the engine's 38 digits.
_MOST_FACTORS = 3
_ALIAS = re.compile(r"[^\W\d]\w{0,63}")


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


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


Alias = Annotated[str, reading("alias", _alias, ())]
ONE_OR_MORE = BeforeValidator(_one_or_more)
Texts = Annotated[tuple[Text, ...], ONE_OR_MORE, Field(min_length=1)]
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
