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
        "Mappings of exports that are installed with opsctl. A source uses one by saying `adapter: <id>`; the keys "
        "written beside it replace the adapter's own. `opsctl source adapters --format markdown` prints this page. "
        "Where to begin: [the first export](../guide/actuals.md).",
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
    "sourcing.help.new": (
        "看一份导出，认出适配器，提出数据源的记录；--write 才写入。例：opsctl source new --from ~/下载/计划报表.csv",
        "Look at an export, recognise its adapter and propose the source's record; only --write writes it. "
        "Example: opsctl source new --from ~/Downloads/report.csv",
    ),
    "sourcing.help.from": ("要看的导出文件", "The export to look at"),
    "sourcing.help.id": ("新数据源的 id；不写就用适配器的", "The new source's id; the adapter's if not given"),
    "sourcing.help.store": (
        "文件属于哪家店铺（文件里没有店铺列时）",
        "Whose export it is, where the file has no column of stores",
    ),
    "sourcing.help.write": (
        "写入 sources/；不写这个选项只看不写",
        "Write it to sources/; without it nothing is written",
    ),
    "sourcing.help.output": (
        "写入工作区里的这个文件，如 sources/ads.yaml",
        "Write it to this file, such as sources/ads.yaml",
    ),
    "sourcing.no_file": ("没有文件 {file}", "there is no file {file}"),
    "sourcing.unreadable": ("{file} 读不出表格", "{file} gives no table"),
    "sourcing.bad_id": ("{id} 不能作数据源的 id", "{id} cannot be the id of a source"),
    "sourcing.bad_output": (
        "-o 是 {file}，应为工作区里的 sources/<id>.yaml",
        "-o is {file}, expected sources/<id>.yaml inside the workspace",
    ),
    "sourcing.taken": ("{file} 已经存在", "{file} is there already"),
    "sourcing.taken_hint": (
        "同类文件放进它的 files 就会被读到；要另建一个，用 --id 换个 id",
        "files of the same kind are read once they match its `files`; for another source give another --id",
    ),
    "sourcing.not_understood": (
        "{table} 里没有认得的指标列或日期列",
        "{table} has no column of days or none that is known as a metric",
    ),
    "sourcing.own_mapping": (
        "自己写映射：opsctl new source <id>，再写明 columns、day、metrics",
        "write a mapping of your own: opsctl new source <id>, then its columns, day and metrics",
    ),
    "sourcing.no_store": ("不知道 {table} 是哪家店铺的", "nothing says whose export {table} is"),
    "sourcing.stores": ("用 --store 指明，有这些：{stores}", "name the store with --store; there are: {stores}"),
    "sourcing.table": ("表格：{table}，表头在第 {row} 行", "Table: {table}, header in row {row}"),
    "sourcing.certain": (
        "适配器：{id}（{name}），认得它 {asked} 列中的 {found} 列，把握大",
        "Adapter: {id} ({name}); {found} of its {asked} columns are there, which makes it certain",
    ),
    "sourcing.likely": (
        "适配器：{id}（{name}），认得它 {asked} 列中的 {found} 列，请核对",
        "Adapter: {id} ({name}); {found} of its {asked} columns are there, so see whether it is the right one",
    ),
    "sourcing.none": (
        "没有适配器认得这份导出；列名与指标相同的 {found} 列已对上，口径请自己写明（currency、money）",
        "No adapter knows this export; {found} columns are named like metrics. State yourself how its money counts "
        "(currency, money)",
    ),
    "sourcing.others": ("也读得了：{ids}", "Read by these too: {ids}"),
    "sourcing.unknown": ("没有用到的列：{columns}", "Columns that are not used: {columns}"),
    "sourcing.ratios": (
        "不读的比率（由各自的部分算出）：{columns}",
        "Ratios that are not read (they are computed from parts): {columns}",
    ),
    "sourcing.personal": (
        "看起来是个人信息、不会读取的列：{columns}；这样的文件不要提交到 git",
        "Columns that look personal and are never read: {columns}; keep such files out of git",
    ),
    "sourcing.unknown_stores": (
        "不认得的店铺名：{names}；在 store.map 里写明各是哪家",
        "Stores whose names are not known: {names}; say under store.map which they are",
    ),
    "sourcing.currency": (
        "导出没有说明币种：请在 currency 写明",
        "The export does not say its currency: state it under currency",
    ),
    "sourcing.copy": ("把文件放进 {folder}/", "Put the file into {folder}/"),
    "sourcing.next_write": (
        "看过没问题就写入：加上 --write；随后 opsctl actuals check",
        "Where this is right, write it with --write; then: opsctl actuals check",
    ),
    "sourcing.done": ("已写入 {file}；接着：opsctl actuals check", "wrote {file}; next: opsctl actuals check"),
    "sourcing.would_fail": ("{file} 没有写入，检查会报：", "{file} was not written, because checks would find:"),
}
