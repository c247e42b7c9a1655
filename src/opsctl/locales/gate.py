"""What the data gate says."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "gate.stale": (
        "最后一天是 {day}，到 {to} 已 {days} 天没有新数据（最多 {limit} 天）；请更新导出文件",
        "the last day is {day}, {days} days before {to} (at most {limit} are expected); bring the export up to date",
    ),
    "gate.never": (
        "这个来源从没有过它的数据；请看 store.map 和导出里的店名",
        "this source has never had any data of it; see whether store.map and the export name it alike",
    ),
    "gate.gap": (
        "缺 {count} 天（{days}）的 {metrics}；请补导出，真的没营业就在日历里标 closed",
        "{metrics} lack {count} day(s) ({days}); export them, or mark them closed in the calendar",
    ),
    "gate.impossible": (
        "{metric} 有 {count} 天是负数（{days}），如 {day} 是 {value}；应不小于 0，请看列对不对、正负号有没有反",
        "{metric} is negative on {count} day(s) ({days}), {value} on {day}; zero or more is expected, see whether the "
        "column and its sign are right",
    ),
    "gate.buyers_above_visitors": (
        "有 {count} 天买家比访客多（{days}），如 {day} 买家 {buyers}、访客 {visitors}；请看两列是否同一家店、同一口径",
        "buyers exceed visitors on {count} day(s) ({days}), {buyers} against {visitors} on {day}; see whether both "
        "columns count the same store in the same way",
    ),
    "gate.unvisited": (
        "有 {count} 天没有访客却有订单（{days}），如 {day} 有 {orders} 单；请重新导出流量数据",
        "orders without a visitor on {count} day(s) ({days}), {orders} on {day}; export the traffic again",
    ),
    "gate.refunds_above_sales": (
        "{count} 天里退款 {refunds} 比支付金额 {sales} 还多；请看退款是否含别的店、支付是否缺天",
        "refunds of {refunds} exceed sales of {sales} over {count} day(s); see whether the refunds are of this store "
        "alone and the sales complete",
    ),
    "gate.share_above_one": (
        "{metric} 在 {count} 天里是 {part} {top} ÷ {whole} {bottom}，占比应小于 100%；请看两列是不是对应错了",
        "{metric} is {part} {top} on {whole} {bottom} over {count} day(s); a share below 100% is expected, see whether "
        "the columns are mapped right",
    ),
    "gate.on_closed_day": (
        "有 {count} 天不营业（{days}）却有 {metric} {value}；请改日历、店铺日期，或看数据是不是别的店的",
        "{metric} of {value} on {count} day(s) on which the store is closed ({days}); mend the calendar or the store's "
        "dates, or see whose data it is",
    ),
    "gate.future": (
        "有 {count} 天还没到（{days}，今天是 {today}）；请看月日有没有颠倒、是不是预测值",
        "{count} day(s) are still to come ({days}, today is {today}); see whether month and day are swapped or rows "
        "are forecasts",
    ),
    "gate.spend_without_sales": (
        "有 {count} 天一单没成却花了推广费 {spend}（{days}）；请看支付金额是不是没导全",
        "{spend} spent on {count} day(s) without a sale ({days}); see whether the sales were exported in full",
    ),
    "gate.stores_swapped": (
        "有 {count} 天的数像是和 {other} 对调了（{days}）；请看两家店的文件有没有存反",
        "{count} day(s) look swapped with {other} ({days}); see whether the two stores' files were saved under each "
        "other's name",
    ),
    # How it is laid out.
    "gate.title": ("{scope} 数据检查 {period}", "{scope}: data check {period}"),
    "gate.facts": ("今天 {day}", "today is {day}"),
    "gate.clean": (
        "{sources} 个数据源都没问题，可以判断。",
        "The data is in order (sources: {sources}); the numbers may be judged.",
    ),
    "gate.no_sources": (
        "没有数据源给出它的数；在 sources/ 里写一个，把导出的列对应到指标。",
        "No source gives its numbers; write one in sources/ that maps the columns of an export to metrics.",
    ),
    "gate.refused": (
        "数据有 {errors} 个错误、{warnings} 个警告；出错的那些天不参与判断。",
        "Errors in the data: {errors}, warnings: {warnings}; the days in error are not judged.",
    ),
    "gate.doubtful": (
        "数据有 {warnings} 个警告，数字照算，但请先看。",
        "Warnings about the data: {warnings}; the numbers stand, but look at these first.",
    ),
    "gate.told": (
        "数据没有错误和警告，有 {notes} 条提示。",
        "No errors and no warnings in the data; notes: {notes}.",
    ),
    "gate.together": ("各来源之间", "Between sources"),
    "gate.line": ("{severity} {where}：{what}  {code} {name}", "{severity} {where}: {what}  {code} {name}"),
    "gate.line_whole": ("{severity}：{what}  {code} {name}", "{severity}: {what}  {code} {name}"),
    "gate.onward": ("下一步", "Next"),
    "gate.title_review": ("数据检查", "Data check"),
    "gate.more": ("另有 {count} 条，见 opsctl actuals check {period}", "{count} more: opsctl actuals check {period}"),
}
