"""An export with the truths it holds, and the oracle as CSV text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Truth:
    """One value a reader has to find; without dimension and member of the whole store, `when` is a day or a period."""

    scope: str
    metric: str
    when: str
    value: Decimal
    dimension: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """Files of one platform report of one store, the adapter that reads it, and what else a mapping has to say."""

    adapter: str
    files: Mapping[str, bytes]
    truths: tuple[Truth, ...]
    mapping: Mapping[str, Any] = field(default_factory=dict)


def cents(amount: int) -> Decimal:
    """Cents as an exact amount."""
    return Decimal(amount) / 100


def truths(scope: str, day: date, values: Mapping[str, object], dimension: str = "", member: str = "") -> list[Truth]:
    """A truth for each metric of one day."""
    return [Truth(scope, id_, f"{day}", Decimal(f"{value}"), dimension, member) for id_, value in values.items()]


def oracle(exports: Iterable[Export]) -> str:
    """Every truth as a line of CSV, sorted."""
    lines = sorted(
        f"{export.adapter},{one.scope},{one.dimension},{one.member},{one.metric},{one.when},{one.value.normalize():f}"
        for export in exports
        for one in export.truths
    )
    return "\n".join(["adapter,scope,dimension,member,metric,when,value", *lines]) + "\n"
