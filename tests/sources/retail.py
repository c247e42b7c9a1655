"""The real order lines of two years: how their files map, with countries as stores."""

from __future__ import annotations

from typing import Any

from opsctl.records.source import Source

FIRST, SECOND = "online_retail_2009_2010.parquet", "online_retail_2010_2011.parquet"
COUNTRIES = {"United Kingdom": "uk", "EIRE": "ireland", "Germany": "germany"}
LEAVES = (*COUNTRIES.values(), "rest")

FILES: list[dict[str, Any]] = [
    {
        "path": FIRST,
        "columns": {"invoice": "Invoice", "price": "Price", "buyer": "Customer ID"},
        # The first nine days of December 2010 stand in both files.
        "where": [{"column": "InvoiceDate", "before": "2010-12-01"}],
    },
    {"path": SECOND, "columns": {"invoice": "InvoiceNo", "price": "UnitPrice", "buyer": "CustomerID"}},
]
MAPPING: dict[str, Any] = {
    "files": FILES,
    "columns": {"at": "InvoiceDate", "quantity": "Quantity", "country": "Country"},
    "store": {"column": "country", "map": COUNTRIES, "other": "rest"},
    "day": "at",
    "currency": "GBP",
    "money": {"basis": "paid", "tax": "excluded"},
    "rows": {
        "sale": [
            {"column": "invoice", "not_starts": ["C", "A"]},
            {"column": "quantity", "above": "0"},
            {"column": "price", "above": "0"},
        ],
        "refund": [{"column": "invoice", "starts": ["C"]}],
    },
    "metrics": {
        "gmv_paid": {"sum": "quantity * price", "of": "sale"},
        "orders_paid": {"count_distinct": "invoice", "of": "sale"},
        "buyers_paid": {"count_distinct": "buyer", "of": "sale"},
        "refund_amount": {"sum": "-quantity * price", "of": "refund"},
    },
}


def retail(**changes: Any) -> Source:
    """The source, with some keys changed."""
    return Source.model_validate({**MAPPING, **changes})
