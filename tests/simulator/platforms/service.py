"""Customer service: Chitu-style inquiry and reception reports, Feige agents with their shop rows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .export import Export, Truth, cents, truths
from .figures import Figures, shared
from .forms import commas, percent, plain, rows, text, xlsx
from .headers import header

Days = Sequence[Figures]

INQUIRY = header("service-inquiry")
RECEPTION = header("service-reception")
FEIGE = header("service-feige")


def inquiry(days: Days) -> Export:
    """询单分析: the shop's rows, then totals and peers."""
    cells: list[dict[str, object]] = [
        {
            "日期": f"{one.day}",
            "询单人数": one.inquirers,
            "当日询单人数": one.inquirers - 1,
            "当日付款人数": one.inquirers_paid - 1,
            "最终付款人数": one.inquirers_paid,
            "最终付款金额": commas(one.service_sales),
            "询单最终付款转化率": percent(one.inquirers_paid * 10000 // max(1, one.inquirers)),
        }
        for one in days
    ]
    more: list[dict[str, object]] = [{"日期": "汇总", "询单人数": "9,999"}, {"日期": "同行均值", "询单人数": "120"}]
    found = [
        truth
        for one in days
        for truth in truths(
            one.store,
            one.day,
            {
                "inquirers": one.inquirers,
                "inquirers_paid": one.inquirers_paid,
                "cs_sales": cents(one.service_sales),
            },
        )
    ]
    files = {"询单分析.xlsx": xlsx({"询单": rows(INQUIRY, [*cells, *more])})}
    return Export("service-chitu-inquiry", files, tuple(found), {"store": days[0].store})


def reception(days: Days) -> Export:
    """接待分析: durations as text, ratios with a percent sign."""
    cells: list[dict[str, object]] = [
        {
            "日期": f"{one.day}",
            "咨询人数": one.talks + 3,
            "接待人数": one.talks,
            "平均响应时长": f"{one.mean_reply}",
            "首次响应时长": _duration(one.first_reply),
            "3分钟人工响应率": percent(one.in_time),
        }
        for one in days
    ]
    found: list[Truth] = []
    for one in days:
        found += truths(one.store, one.day, _parts(one, one.talks))
    table = rows(RECEPTION, [*cells, {"日期": "汇总", "接待人数": "9,999"}])
    return Export(
        "service-chitu-reception", {"接待分析.csv": text(table, "gb18030")}, tuple(found), {"store": days[0].store}
    )


def _duration(seconds: int) -> str:
    return f"{seconds // 60}分{seconds % 60}秒" if seconds >= 60 else f"{seconds}秒"


def _parts(one: Figures, talks: int) -> dict[str, object]:
    return {
        "sessions": talks,
        "reply_seconds": talks * one.first_reply,
        "avg_reply_seconds": talks * one.mean_reply,
        "sessions_3min": talks * Decimal(one.in_time) / 10000,
    }


def feige(days: Days) -> Export:
    """飞鸽: the shop's total and mean rows stand above the agents' rows."""
    cells: list[dict[str, object]] = []
    found: list[Truth] = []
    for one in days:
        for name in ("店铺汇总值", "店铺平均值"):
            cells.append(
                {"客服昵称": name, "日期": f"{one.day}", "接待会话量": one.talks, "支付人数": one.inquirers_paid}
            )
        agents = zip(*(shared(number, (3, 2)) for number in _feige(one)), strict=True)
        for name, (talks, rated, good, asked, paid, sales) in zip(("小禾", "小满"), agents, strict=True):
            cells.append(
                {
                    "客服昵称": name,
                    "日期": f"{one.day}",
                    "接待会话量": talks,
                    "有效评价数": rated,
                    "有效好评数": good,
                    "全天满意率": "96.00%",
                    "全天平响时长": f"{one.mean_reply}秒",
                    "全天首响时长": _duration(one.first_reply),
                    "全天3分钟回复率": percent(one.in_time),
                    "询单人数": asked,
                    "支付人数": paid,
                    "客服询单支付额": plain(sales),
                }
            )
        values = {
            **_parts(one, one.talks),
            "rated": one.rated,
            "satisfied": one.satisfied,
            "inquirers": one.inquirers,
            "inquirers_paid": one.inquirers_paid,
            "cs_sales": cents(one.service_sales),
        }
        found += truths(one.store, one.day, values)
    files = {"飞鸽_客服数据.xlsx": xlsx({"客服": rows(FEIGE, cells)})}
    return Export("service-feige", files, tuple(found), {"store": days[0].store})


def _feige(one: Figures) -> tuple[int, ...]:
    return (one.talks, one.rated, one.satisfied, one.inquirers, one.inquirers_paid, one.service_sales)
