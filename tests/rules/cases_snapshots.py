"""Cases of the rules about snapshots of actual values and exports of orders."""

# ruff: noqa: E501 — a file of a workspace is one line here, so that a case can be read at a glance.

from __future__ import annotations

from hashlib import sha256

from tests.rules.lines import Case

EDITED, STALE, ORDERS = "snapshot-edited", "snapshot-stale", "order-export-in-git"
ROWS = "scope,dimension,member,metric,period,value;a,,,gmv_paid,2026-06-01,5"
DIGEST = sha256((ROWS.replace(";", "\n") + "\n").encode()).hexdigest()
PLACE = "actuals/snapshots/s/2026"
EXPORT = "日期,支付金额;2026-06-01,5"
TEXT = (EXPORT.replace(";", "\n") + "\n").encode()


def snapshot(rows: str = ROWS, digest: str = DIGEST, inputs: str = "", record: str = "", source: str = "s") -> str:
    """Write a snapshot of one row, and its manifest."""
    manifest = (
        f'{{"opsctl": 1, "source": "{source}", "year": 2026, "record": "{record}", "sha256": "{digest}", "rows": 1,'
        f' "inputs": [{inputs}], "troubles": []}}'
    )
    return f"{PLACE}.csv  {rows}\n{PLACE}.json  {manifest}\n"


def read(path: str, text: bytes = TEXT) -> str:
    """Write an input of a manifest."""
    return f'{{"path": "{path}", "sha256": "{sha256(text).hexdigest()}", "size": {len(text)}, "rows": 1}}'


SHOP = "stores/a.yaml  {name: A, platform: tmall, team: company}\n"
SOURCE = (
    SHOP
    + "sources/s.yaml  {files: actuals/s.csv, columns: {d: 日期, n: 支付金额}, store: {other: a}, day: d, metrics: {gmv_paid: {sum: n}}}\n"
)
HERE = f"actuals/s.csv  {EXPORT}\n"
FOUND = (f"{PLACE}.csv: ",)

CASES = (
    Case(EDITED, "value", snapshot(ROWS.replace(",5", ",6")), FOUND),
    Case(EDITED, "no-manifest", f"{PLACE}.csv  {ROWS}", FOUND),
    Case(EDITED, "torn-manifest", snapshot().replace("[]", "["), FOUND),
    Case(EDITED, "manifest-of-another", snapshot(source="t"), FOUND),
    Case(EDITED, "as-written", snapshot()),
    Case(EDITED, "stale", snapshot(record="other") + SOURCE),
    Case(EDITED, "no-snapshot", HERE),
    Case(EDITED, "not-a-year", "actuals/snapshots/s/notes.csv  a,b"),
    Case(EDITED, "not-in-its-folder", f"actuals/2026.csv  {ROWS}"),
    Case(STALE, "record", snapshot(record="other") + SOURCE, FOUND),
    Case(STALE, "export", snapshot(inputs=read("actuals/s.csv", TEXT.replace(b"5", b"6"))) + HERE, FOUND),
    Case(STALE, "longer-export", snapshot(inputs=read("actuals/s.csv", TEXT + b"2026-06-02,5\n")) + HERE, FOUND),
    Case(STALE, "same-export", snapshot(inputs=read("actuals/s.csv")) + HERE),
    Case(STALE, "export-gone", snapshot(inputs=read("actuals/s.csv", b"other"))),
    Case(STALE, "export-elsewhere", snapshot(inputs=read("exports/s.csv", b"other")) + f"exports/s.csv  {EXPORT}"),
    Case(STALE, "source-gone", snapshot(record="other")),
    Case(ORDERS, "chinese", "actuals/o.csv  订单编号,金额;1001,5", ("actuals/o.csv: ",)),
    Case(ORDERS, "english", "actuals/shop/o.csv  Lineitem name,Order ID;A,5", ("actuals/shop/o.csv: ",)),
    Case(ORDERS, "people", "actuals/o.tsv  收货人\t金额;某人\t5", ("actuals/o.tsv: ",)),
    Case(ORDERS, "under-a-title", "actuals/o.csv  订单报表;主订单编号,金额;1001,5", ("actuals/o.csv: ",)),
    Case(ORDERS, "other-line-ignored", ".gitignore  reports/\nactuals/o.csv  订单编号,金额;1001,5", ("actuals/o.csv: ",)),
    Case(ORDERS, "sums-of-days", "actuals/d.csv  日期,支付订单数;2026-06-01,5"),
    Case(ORDERS, "ignored-folder", ".gitignore  /actuals/orders/\nactuals/orders/o.csv  订单编号,金额;1001,5"),
    Case(ORDERS, "ignored-file", ".gitignore  actuals/o.csv\nactuals/o.csv  订单编号,金额;1001,5"),
    Case(ORDERS, "elsewhere", "exports/o.csv  订单编号,金额;1001,5"),
    Case(ORDERS, "goods-called-phone", "actuals/d.csv  日期,商品,金额;2026-06-01,手机,5"),
    Case(ORDERS, "count-of-receipts", "actuals/d.csv  日期,确认收货人数;2026-06-01,5"),
)  # fmt: skip
