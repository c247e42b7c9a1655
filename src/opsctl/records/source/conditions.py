"""Which rows count and how a metric is computed from them: the closed vocabulary of a source, never SQL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from opsctl.records.base import Amount, Day, Record, Text, reading, wrong

# A product of three columns of four decimals still fits the engine's 38 digits.
_MOST_FACTORS = 3
_MOST_TERMS = 12
_SIGN = re.compile(r"([+-])")
_ALIAS = re.compile(r"[^\W\d]\w{0,63}")


@dataclass(frozen=True, slots=True)
class Product:
    """A product of columns, possibly negated."""

    factors: tuple[str, ...]
    negative: bool = False

    def __str__(self) -> str:
        return ("-" if self.negative else "") + " * ".join(self.factors)


@dataclass(frozen=True, slots=True)
class Sum:
    """Products of columns, added up: `gross - discounts`; the only arithmetic a source may ask for."""

    terms: tuple[Product, ...]

    @property
    def factors(self) -> tuple[str, ...]:
        """Every column in it, each once, in the order of first mention."""
        return tuple(dict.fromkeys(factor for term in self.terms for factor in term.factors))

    def __str__(self) -> str:
        return " + ".join(map(str, self.terms)).replace("+ -", "- ")


def _alias(text: str) -> str | None:
    return text if _ALIAS.fullmatch(text) else None


def _sum(text: str) -> Sum | None:
    parts = [part.strip() for part in _SIGN.split(text.strip() if text.strip()[:1] in ("+", "-") else f"+{text}")]
    terms = [_product(term, sign == "-") for sign, term in zip(parts[1::2], parts[2::2], strict=True)]
    found = tuple(term for term in terms if term is not None)
    return Sum(found) if parts[0] == "" and len(found) == len(terms) <= _MOST_TERMS else None


def _product(text: str, negative: bool) -> Product | None:
    factors = tuple(part.strip() for part in text.split("*"))
    good = len(factors) <= _MOST_FACTORS and all(_alias(factor) for factor in factors)
    return Product(factors, negative) if good else None


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


Alias = Annotated[str, reading("alias", _alias, ())]
ONE_OR_MORE = BeforeValidator(_one_or_more)
Texts = Annotated[tuple[Text, ...], ONE_OR_MORE, Field(min_length=1)]
Expression = Annotated[Sum, reading("expression", _sum, Sum)]
Basis = Literal["ordered", "paid", "net_refund_date", "net_pay_date", "settled"]
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
    """
    How a metric is computed: a sum over rows or a distinct count, `of` all lines or of named ones.

    `basis` is for an amount that counts otherwise than the source's others, as 下单金额 beside 支付金额. `adds` says
    that a sum is only a part: the store's value is what all sources that add to it give together.
    """

    sum: Expression | None = None
    count_distinct: Alias | None = None
    of: Alias | None = None
    basis: Basis | None = None
    adds: bool = False

    @model_validator(mode="after")
    def _exactly_one_way(self) -> Measure:
        if (self.sum is None) == (self.count_distinct is None):
            raise wrong("one_measure", None)
        return self
