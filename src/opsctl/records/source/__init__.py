"""
A source: where actual values come from, and how columns of an export map to metrics.

The vocabulary is closed: sums of products, distinct counts and simple conditions over named columns, never SQL. So a
mapping can be checked before any data is read, and a pull request cannot smuggle a query in.
"""

from __future__ import annotations

from opsctl.records.source.columns import (
    Clock,
    Dimension,
    HeaderRow,
    SourceColumn,
    StoreColumn,
    When,
    Zone,
)
from opsctl.records.source.conditions import ONE_OR_MORE, Alias, Condition, Expression, Measure, Product, Sum, Texts
from opsctl.records.source.places import Connection, Glob, SourceFile, TableName, Variable
from opsctl.records.source.record import TOTALS, Freshness, Money, Source

__all__ = [
    "ONE_OR_MORE",
    "TOTALS",
    "Alias",
    "Clock",
    "Condition",
    "Connection",
    "Dimension",
    "Expression",
    "Freshness",
    "Glob",
    "HeaderRow",
    "Measure",
    "Money",
    "Product",
    "Source",
    "SourceColumn",
    "SourceFile",
    "StoreColumn",
    "Sum",
    "TableName",
    "Texts",
    "Variable",
    "When",
    "Zone",
]
