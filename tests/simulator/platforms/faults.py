"""Faults planted in exports, each with what a reader has to make of it; `faults.yaml` is the register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..ledger import Ledger
from . import abroad, pdd_douyin, taobao
from .everything import of
from .export import Export, Truth, cents
from .figures import Figures
from .forms import commas, rows, text, xlsx

Days = Sequence[Figures]


@dataclass(frozen=True, slots=True)
class Fault:
    """
    An export with something wrong in it.

    `file`, `row` (of the original, from 1; 0 where it is the whole file) and `column` say where; `kind` is the trouble
    that reading has to tell (empty where the file has to be read right, or only the gate can know) and `check` the
    gate's objection. The export's truths are what may be known in spite of it: no more and no less.
    """

    id: str
    export: Export
    file: str = ""
    row: int = 0
    column: str = ""
    kind: str = ""
    check: str = ""


def faults(ledger: Ledger) -> Mapping[str, Fault]:
    """Every planted fault by its id."""
    douyin, us, tmall = of(ledger, "douyin-main"), of(ledger, "shopify-us"), of(ledger, "tmall-flagship")
    made: tuple[Fault, ...] = (
        day_missing(douyin),
        day_exported_again(douyin),
        overlap(us, ledger),
        stores_swapped(tmall, of(ledger, "jd-pop")),
        header_renamed(douyin),
        optional_header_renamed(douyin),
        broken_byte(tmall),
        date_widths(douyin),
        scientific_ids(douyin),
        presale(us, ledger),
        currency_mix(us),
        visitors_zero(douyin),
        spend_without_sales(douyin),
        future_date(douyin),
        two_row_header(douyin),
    )
    return {fault.id: fault for fault in made}


def register(made: Iterable[Fault]) -> str:
    """The register as a YAML text."""
    lines = ["# Written by `python -m tests.simulator`: every fault planted in an export, and what it has to cause."]
    for one in made:
        lines.append(f"{one.id}:")
        where = {"adapter": one.export.adapter, "file": one.file, "row": one.row, "column": one.column}
        lines += [f"  {key}: {value}" for key, value in where.items() if value]
        lines.append(f"  trouble: {one.kind or '~'}")
        lines.append(f"  gate: {one.check or '~'}")
    return "\n".join(lines) + "\n"


def day_missing(days: Days) -> Fault:
    """A day that was never exported."""
    export = pdd_douyin.pdd_shop([*days[:5], *days[6:]])
    return Fault("day-missing", export, "交易数据.csv", check="actuals-gap")


def day_exported_again(days: Days) -> Fault:
    """Two days exported again a week later, with more refunds."""
    later = [replace(one, refunds=one.refunds + 12_345) for one in days[3:5]]
    first, again = pdd_douyin.pdd_shop(days), pdd_douyin.pdd_shop(later)
    files = {"2026-10-19.csv": first.files["交易数据.csv"], "2026-10-26.csv": again.files["交易数据.csv"]}
    found = pdd_douyin.pdd_shop([*days[:3], *later, *days[5:]]).truths
    export = replace(first, files=files, truths=found)
    return Fault("day-exported-again", export, "2026-10-26.csv", kind="restated", check="actuals-overlap")


def overlap(days: Days, ledger: Ledger) -> Fault:
    """Two exports of order lines that share four days; the same orders must not count twice."""
    whole = abroad.shopify_orders(days, ledger)
    lines = whole.files["orders_export.csv"].decode().split("\n")
    at = next(number for number, line in enumerate(lines) if f"{days[5].day}" in line)
    until = [number for number, line in enumerate(lines) if f"{days[8].day}" in line][-1]
    # The export's own order of lines is by order number, so that both cuts keep an order's lines together.
    files = {
        "orders_1.csv": "\n".join([*lines[: until + 1], ""]).encode(),
        "orders_2.csv": "\n".join([lines[0], *lines[at:]]).encode(),
    }
    return Fault("exports-overlap", replace(whole, files=files), "orders_2.csv")


def stores_swapped(one: Days, other: Days) -> Fault:
    """One file of two stores; on the last day each stands under the other's name."""
    header = ("日期", "店铺名称", "支付金额", "访客数")
    names = {one[0].store: "晨禾家居旗舰店", other[0].store: "晨禾家居京东店"}
    cells: list[dict[str, object]] = []
    found: list[Truth] = []
    for a, b in zip(one, other, strict=True):
        last = a.day == one[-1].day
        for figures, scope in ((a, b.store if last else a.store), (b, a.store if last else b.store)):
            cells.append(
                {
                    "日期": f"{figures.day}",
                    "店铺名称": names[scope],
                    "支付金额": commas(figures.gmv),
                    "访客数": figures.visitors,
                }
            )
            found += [
                Truth(scope, "gmv_paid", f"{figures.day}", cents(figures.gmv)),
                Truth(scope, "visitors", f"{figures.day}", cents(figures.visitors * 100)),
            ]
    stores = {"column": "shop", "map": {name: scope for scope, name in names.items()}}
    mapping = {"columns": {"shop": "店铺名称"}, "store": stores}
    export = Export("tmall-sycm-shop", {"两店日报.csv": text(rows(header, cells), "gb18030")}, tuple(found), mapping)
    return Fault("stores-swapped", export, "两店日报.csv", row=len(cells), check="actuals-stores-swapped")


def header_renamed(days: Days) -> Fault:
    """A required column gets a name nobody knows in the newer file; the older file still counts."""
    return _renamed("header-renamed", days, "用户支付金额", "用户实付总额", "unknown-header", "actuals-header")


def optional_header_renamed(days: Days) -> Fault:
    """A column a file need not have gets a name nobody knows: its metric is missing in that file, all others stay."""
    return _renamed("optional-header-renamed", days, "退款金额", "退款总金额")


def _renamed(id_: str, days: Days, title: str, other: str, kind: str = "", check: str = "") -> Fault:
    whole = pdd_douyin.compass_shop(days)
    half = len(days) // 2
    new = [pdd_douyin.NEW_NAMES.get(name, name) for name in pdd_douyin.COMPASS_SHOP]
    table = rows(new, [pdd_douyin.newly_named(pdd_douyin.compass_cells(one)) for one in days[half:]])
    table[0] = [other if name == title else name for name in new]
    files = {**whole.files, "罗盘_交易_新.xlsx": xlsx({"交易": table})}
    first = f"{days[half].day}"
    lost = {"refund_amount"} if not kind else {truth.metric for truth in whole.truths}
    found = tuple(truth for truth in whole.truths if truth.when < first or truth.metric not in lost)
    export = replace(whole, files=files, truths=found)
    return Fault(id_, export, "罗盘_交易_新.xlsx", kind=kind, column=title, check=check)


def broken_byte(days: Days) -> Fault:
    """One byte of a GB18030 file is broken, inside a cell that is not even mapped: the file is not to be trusted."""
    half = len(days) // 2
    early, late = taobao.cps(days[:half]), taobao.cps(days[half:])
    name = "淘宝联盟推广效果.csv"
    data = late.files[name]
    at = data.index("全部推广".encode("gb18030"), len(data) // 2)
    files = {"上周.csv": early.files[name], "本周.csv": data[:at] + b"\xff" + data[at + 1 :]}
    row = data[:at].count(b"\n") + 1
    return Fault(
        "broken-byte",
        replace(early, files=files),
        "本周.csv",
        row=row,
        column="2",
        kind="encoding",
        check="actuals-file",
    )


def date_widths(days: Days) -> Fault:
    """One column writes days as 2026-10-05, 2026/10/5, 20261005 and 2026年10月5日: all of them are read."""
    ways: tuple[Callable[[date], str], ...] = (
        lambda day: f"{day.year}/{day.month}/{day.day}",
        lambda day: f"{day:%Y%m%d}",
        lambda day: f"{day.year}年{day.month}月{day.day}日",
        lambda day: f"{day}",
    )
    export = pdd_douyin.pdd_shop(days)
    found = export.files["交易数据.csv"].decode()
    for at, one in enumerate(days):
        found = found.replace(f"\n{one.day},", f"\n{ways[at % len(ways)](one.day)},")
    return Fault("date-widths", replace(export, files={"交易数据.csv": found.encode()}), "交易数据.csv")


def scientific_ids(days: Days) -> Fault:
    """Excel saved one product's id as 6.10E+11: it may be any product's, so none of that day is whole."""
    export = pdd_douyin.compass_product(days)
    lines = export.files["商品明细.csv"].decode().split("\r\n")
    row = 6
    item = lines[row - 1].split(",")[2]
    lines[row - 1] = lines[row - 1].replace(item, "6.10E+11")
    day = f"{days[0].day}"
    found = tuple(truth for truth in export.truths if truth.when != day)
    export = replace(export, files={"商品明细.csv": "\r\n".join(lines).encode()}, truths=found)
    return Fault("scientific-ids", export, "商品明细.csv", row, "商品ID", kind="lost-digits", check="actuals-unread")


def presale(days: Days, ledger: Ledger) -> Fault:
    """A deposit on one day, the balance a week later: the order counts once, on the day of the balance."""
    export = abroad.shopify_orders(days, ledger)
    text_ = export.files["orders_export.csv"].decode()
    header = text_.split("\n")[0].split(",")
    deposit, balance = days[1].day, days[9].day
    order = {"Name": "#9001", "Email": "c@example.com", "Subtotal": "400.00"}
    before = {**order, "Financial Status": "partially_paid", "Paid at": ""}
    after = {**order, "Financial Status": "paid", "Paid at": f"{balance} 09:00:00 -0500"}
    earlier, later = (",".join(one.get(name, "") for name in header) for one in (before, after))
    files = {
        f"orders-{deposit}.csv": (header_line(text_) + earlier + "\n").encode(),
        "orders-2026-10-31.csv": (text_ + later + "\n").encode(),
    }
    found = tuple(_more(truth, f"{balance}") for truth in export.truths)
    return Fault("presale-deposit", replace(export, files=files, truths=found), f"orders-{deposit}.csv", row=2)


def header_line(table: str) -> str:
    """The first line of a text."""
    return table.split("\n")[0] + "\n"


def _more(truth: Truth, when: str) -> Truth:
    if truth.when != when:
        return truth
    return replace(truth, value=truth.value + (400 if truth.metric == "gmv_paid" else 1))


def currency_mix(days: Days) -> Fault:
    """One amount carries another currency's sign: its day is unknown in money, and known in pieces."""
    export = abroad.amazon_date(days)
    name = "BusinessReport-11-22-26.csv"
    row = 4
    lines = export.files[name].decode().split("\n")
    lines[row - 1] = lines[row - 1].replace('"$', '"MX$', 1)
    day = f"{days[row - 2].day}"
    found = tuple(truth for truth in export.truths if (truth.metric, truth.when) != ("gmv_ordered", day))
    export = replace(export, files={name: "\n".join(lines).encode()}, truths=found)
    return Fault("currency-mix", export, name, row, "Ordered Product Sales", "currency-mix", "actuals-mixed-currencies")


def visitors_zero(days: Days) -> Fault:
    """Nobody came and yet they bought."""
    changed = [replace(one, visitors=0) if at == 4 else one for at, one in enumerate(days)]
    export = pdd_douyin.compass_shop(changed)
    return Fault("visitors-zero", export, "罗盘_交易_旧.csv", row=6, check="actuals-orders-without-visitors")


def spend_without_sales(days: Days) -> Fault:
    """Money was spent on a day on which nothing was sold: the shop's file lacks the sales, or the ads were wasted."""
    header = ("日期", "支付金额", "推广费")
    cells: list[dict[str, object]] = []
    found: list[Truth] = []
    for at, one in enumerate(days):
        gmv = 0 if at == 7 else one.gmv
        cells.append({"日期": f"{one.day}", "支付金额": commas(gmv), "推广费": commas(one.spend())})
        found.append(Truth(one.store, "gmv_paid", f"{one.day}", cents(gmv)))
        found.append(Truth(one.store, "ad_spend", f"{one.day}", cents(one.spend())))
    mapping = {"store": days[0].store, "columns": {"spend": "推广费"}, "metrics": {"ad_spend": {"sum": "spend"}}}
    export = Export("tmall-sycm-shop", {"日报.csv": text(rows(header, cells), bom=True)}, tuple(found), mapping)
    return Fault("spend-without-sales", export, "日报.csv", row=9, check="actuals-spend-without-sales")


def future_date(days: Days) -> Fault:
    """A day typed a year too late: the day it meant is missing, and a day that has not been is there."""
    wrong = days[6].day + timedelta(365)
    changed = [replace(one, day=wrong) if at == 6 else one for at, one in enumerate(days)]
    export = pdd_douyin.pdd_shop(changed)
    return Fault("future-date", export, "交易数据.csv", row=8, column="统计日期", check="actuals-future")


def two_row_header(days: Days) -> Fault:
    """A merged header of two rows, 成交 and 退款 above their columns: read as one."""
    export = pdd_douyin.pdd_shop(days)
    upper = ["统计日期", "成交", "", "", "退款"]
    lower = ["", "成交金额", "成交订单数", "成交买家数", "退款金额"]
    body: list[Sequence[object]] = [
        [f"{one.day}", commas(one.gmv), one.orders, one.buyers, commas(one.refunds)] for one in days
    ]
    merged = [(0, 1, 0, 3, "成交"), (0, 0, 1, 0, "统计日期")]
    files = {"交易数据.xlsx": xlsx({"交易": [upper, lower, *body]}, merged)}
    return Fault("two-row-header", replace(export, files=files), "交易数据.xlsx", row=1)
