"""What is said of shipped adapters, and of sources proposed for an export."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "sourcing.adapters": ("适配器", "Adapters"),
    "sourcing.adapter": ("适配器", "adapter"),
    "sourcing.export": ("导出", "export"),
    "sourcing.metrics": ("指标数", "metrics"),
    "sourcing.metric": ("指标", "metric"),
    "sourcing.from": ("来自列", "from the columns"),
    "sourcing.and": ("，", ", "),
    "sourcing.counted": ("{column}（去重计数）", "{column} (each counted once)"),
    "sourcing.grain.days": (
        "一行是一天（或一天的一部分）；没有的天是缺失",
        "A row is a day, or a part of one; an absent day is missing",
    ),
    "sourcing.grain.lines": ("一行是一笔；没有行的天是 0", "A row is a line; a day without any is zero"),
    "sourcing.grain.period": ("一行是一个期间的合计", "A row is the total of a period"),
    "sourcing.dimension": (
        "数值归入 {dimension} 维度的成员，不进店铺合计",
        "Values belong to members of the dimension {dimension}, never to the store's whole",
    ),
    "sourcing.of": ("{column}（{rows} 行）", "{column} (rows {rows})"),
    "sourcing.period.file_name": ("期间在文件名里：{shown}", "The period is in the file's name: {shown}"),
    "sourcing.period.column": ("期间在列 {shown}", "The period is in the column {shown}"),
    "sourcing.when.column": ("日期在列 {shown}", "The day is in the column {shown}"),
    "sourcing.when.file_name": ("日期在文件名里：{shown}", "The day is in the file's name: {shown}"),
    "sourcing.when.preamble": ("日期在表头之前的“{shown}”一行", "The day stands above the header, in the line {shown}"),
    "sourcing.money": ("金额：{words}", "Money: {words}"),
    "sourcing.basis.ordered": ("下单口径", "ordered"),
    "sourcing.basis.paid": ("支付口径", "paid"),
    "sourcing.tax.included": ("含税", "tax included"),
    "sourcing.tax.excluded": ("不含税", "without tax"),
    "sourcing.shipping.included": ("含运费", "shipping included"),
    "sourcing.shipping.excluded": ("不含运费", "without shipping"),
    "sourcing.page.title": ("适配器", "Adapters"),
    "sourcing.page.intro": (
        "随 opsctl 一起安装的导出映射。数据源里写 `adapter: <id>` 就用它，其余的键照写，会覆盖适配器里的同名键。"
        "本页由 `opsctl source adapters --format markdown` 生成。怎样开始：[第一份导出](../guide/actuals.zh.md)。",
        "Mappings of exports that are installed with opsctl. A source uses one by saying `adapter: <id>`; the keys written "
        "beside it replace the adapter's own. `opsctl source adapters --format markdown` prints this page. Where to begin: "
        "[the first export](../guide/actuals.md).",
    ),
    "sourcing.help.adapters": (
        "列出随附的适配器，或说明其中一个。例：opsctl source adapters tmall-sycm-shop",
        "List the shipped adapters, or explain one. Example: opsctl source adapters tmall-sycm-shop",
    ),
    "sourcing.help.adapter": ("适配器的 id；不写就列出全部", "An adapter's id; all of them if not given"),
    "sourcing.no_adapter": ("没有适配器 {id}", "there is no adapter {id}"),
    "sourcing.adapters_are": ("看全部：opsctl source adapters", "see them all: opsctl source adapters"),
    "sourcing.adapter_next": (
        "有了文件就从它开始：opsctl source new --from 文件",
        "with a file at hand, begin with it: opsctl source new --from FILE",
    ),
}
