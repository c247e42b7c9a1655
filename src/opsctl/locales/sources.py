"""What is said about sources and their files."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "sources.no_files": (
        "没有找到文件",
        "no such file was found",
    ),
    "sources.bad_path": (
        "路径太长或写法不对，系统不接受",
        "the path is too long or not well formed; the system refuses it",
    ),
    "sources.outside": (
        "该文件是指向工作区或数据文件夹之外的链接，不读取",
        "the file is a link that leads out of the workspace or data folder; it is not read",
    ),
    "sources.file_twice": (
        "该文件已被前面的条目读取，不能读两次",
        "an earlier entry reads this file already; it cannot be read twice",
    ),
    "sources.format": (
        "不支持这种文件，请使用 {kinds}",
        "this kind of file is not supported; use {kinds}",
    ),
    "sources.locked": (
        "文件打不开：可能正在 Excel 中打开，或没有读取权限",
        "the file cannot be opened: it may be open in Excel, or you may not read it",
    ),
    "sources.unreadable": (
        "文件无法读取（{reason}）",
        "the file cannot be read ({reason})",
    ),
    "sources.empty": (
        "文件是空的，没有表头",
        "the file is empty; there is no header row",
    ),
    "sources.too_long": (
        "订单行从 {first} 到 {last}，超过 {years} 年；其中必有写错的日期，该来源不计入",
        "order lines from {first} to {last} span more than {years} years; a date among them is wrong,"
        " and the source is not counted",
    ),
    "sources.encoding": (
        "文件不是 {encoding} 编码；中文版 Excel 和多数后台导出的文件请写 encoding: gb18030，或另存为 CSV UTF-8",
        "the file is not {encoding}; for exports of Chinese Excel and back ends write encoding: gb18030,"
        " or save it as CSV UTF-8",
    ),
    "sources.header_twice": (
        "表头中有同名的列：{columns}；请在列名后写 #1、#2 指明是第几个",
        "the header names a column twice: {columns}; say which one is meant with #1 or #2 behind the name",
    ),
    "sources.no_column": (
        "文件中没有列 {column}",
        "the file has no column {column}",
    ),
    "sources.no_column_meant": (
        "文件中没有列 {column}，是否指 {meant}？",
        "the file has no column {column}; did you mean {meant}?",
    ),
    "sources.column_type": (
        "列 {column} 的类型是 {type}，不能这样使用",
        "column {column} is of type {type}, which cannot be used that way",
    ),
    "sources.broken_csv": (
        "文件不是完好的 CSV（第 {line} 行：列数或引号不对）",
        "the file is no sound CSV (line {line}: wrong number of columns, or a stray quote)",
    ),
    "sources.broken_parquet": (
        "文件不是完好的 Parquet",
        "the file is no sound Parquet",
    ),
    "sources.engine": (
        "数据引擎无法计算（{reason}）",
        "the data engine could not compute this ({reason})",
    ),
    "sources.not_a_number": (
        "列 {column} 有 {count} 个值不是数字（最多四位小数），例如“{example}”；相关日期的数值按缺失处理",
        "column {column}: {count} values are no numbers of at most four decimals, such as “{example}”;"
        " their days are missing",
    ),
    "sources.other_sign": (
        "列 {column} 有 {count} 个金额带着别的币种的符号，例如“{example}”，而这个来源是 {currency}；"
        "相关日期的金额按缺失处理，请按币种分开导出，或改 currency",
        "column {column}: {count} amounts carry the sign of another currency, such as “{example}”, and the source is in"
        " {currency}; their days are missing, export each currency on its own or mend `currency`",
    ),
    "sources.not_a_day": (
        "列 {column} 有 {count} 个值不是日期，例如“{example}”；这些行没有计入",
        "column {column}: {count} values are no dates, such as “{example}”; these rows are not counted",
    ),
    "sources.date_order": (
        "列 {column} 有 {count} 个日期看不出年月日的次序，例如“{example}”可以是 {readings}；"
        "请在 columns 里写 order，这些行没有计入",
        "column {column}: {count} dates do not show their order; “{example}” could be {readings}. "
        "Write `order` in columns; these rows are not counted",
    ),
    "sources.no_day_in_name": (
        "按“{pattern}”找不到日期或周期，这个文件没有计入",
        "“{pattern}” finds no day or period, so this file is not counted",
    ),
    "sources.several_days": (
        "这个文件从 {first} 到 {last}，不是一天；请按天导出，或改用 period",
        "this file runs from {first} to {last}, which is not one day; export it by day, or use `period`",
    ),
    "sources.unknown_headers": (
        "有 {count} 列没有用到：{names}",
        "{count} columns are not used: {names}",
    ),
    "sources.lost_digits": (
        "列 {column} 有 {count} 个编号在表格里丢了位数，例如“{example}”；请以文本格式重新导出",
        "column {column}: {count} ids have lost digits in a spreadsheet, such as “{example}”; export them as text",
    ),
    "sources.no_day": (
        "列 {column} 有 {count} 行为空，这些行没有计入",
        "column {column} is blank in {count} rows, which are not counted",
    ),
    "sources.not_a_period": (
        "“{example}”不是周期（如 2026-W23、2026-06），{count} 行没有计入",
        "“{example}” is no period such as 2026-W23 or 2026-06; {count} rows are not counted",
    ),
    "sources.period_twice": (
        "{scope} 的 {period} 有 {count} 行；去重数不能相加，按缺失处理",
        "{scope} has {count} rows for {period}; de-duplicated counts cannot be added, so it is missing",
    ),
    "sources.unknown_stores": (
        "有 {stores} 个店铺不在 store.map 中（{names}），{count} 行没有计入",
        "{stores} stores are not in store.map ({names}); {count} rows are not counted",
    ),
    "sources.unseen_store": (
        "store.map 中的“{name}”（{scope}）在数据里没有出现",
        "“{name}” ({scope}) of store.map does not occur in the data",
    ),
    "sources.repeated": (
        "有 {count} 行与同一文件中的其他行完全相同，均已计入",
        "{count} rows repeat another row of the file exactly; all are counted",
    ),
    "sources.overlap": (
        "与 {other} 有同样的订单（{first} 至 {last}），可能重复计算；请用 where 的 before/from 分开",
        "has the same orders as {other} ({first} to {last}), which may count them twice;"
        " keep them apart with before/from under where",
    ),
    "sources.day_twice": (
        "同一店铺同一天有多行（{count} 天，从 {first} 到 {last}），已相加；每店每天应只有一行，请删去重复的",
        "several rows for one store and day ({count} days, from {first} to {last}) were added; one row is expected, "
        "delete the others",
    ),
    "sources.replaced": (
        "更新了 {count} 个店铺日的数值（{first} 至 {last}），以本文件为准",
        "gives new values for {count} store days ({first} to {last}), which now count",
    ),
    "sources.totals": (
        "有 {count} 行是合计一类的行（如“{label}”），没有计入",
        "{count} rows sum up others (such as “{label}”) and are left out",
    ),
    "sources.hidden_sheets": (
        "有 {count} 个隐藏的工作表没有读：{names}；要读就在来源里写 sheet",
        "hidden sheets were not read ({count}): {names}; to read one, name it with `sheet` in the source",
    ),
    "sources.restated": (
        "改了 {count} 个店铺日的数值（{first} 至 {last}），以本文件为准；变得最多的是 {scope} {day} 的 {metric}："
        "{was} → {now}（原来在 {before}）",
        "gives new values for {count} store days ({first} to {last}), which now count; the largest change is {metric}"
        " of {scope} on {day}: {was} → {now} (before: {before})",
    ),
    "sources.given_twice": (
        "{scope} 的 {metric} 由多个来源（{sources}）给出了 {count} 次重复数值（{first} 至 {last}）；不一致的按缺失处理",
        "{metric} of {scope} comes from several sources ({sources}) at once, {count} times ({first} to {last});"
        " where they differ it is missing",
    ),
    "sources.part_missing": (
        "{scope} 的 {metric} 由几个来源相加，{source} 缺 {count} 天（{first} 至 {last}），这些天没有总数；请补它的导出",
        "{metric} of {scope} adds up from several sources, and {source} lacks {count} day(s) ({first} to {last}),"
        " which have no sum; add its export",
    ),
    "sources.part_beside_whole": (
        "{scope} 的 {metric} 由 {source} 给出全数，{others} 又作为一部分相加（adds）；只用前者，请删去一种",
        "{metric} of {scope} is given as a whole by {source} and as a part (adds) by {others}; only the whole counts,"
        " drop one of the two ways",
    ),
    "sources.other_part": (
        "{scope} 的 {metric} 在 {source} 中口径为 {first}，此处为 {second}；不同口径不能相加，没有总数",
        "{metric} of {scope} is {first} in {source} but {second} here; different money cannot be added,"
        " there is no sum",
    ),
    "sources.other_money": (
        "{scope} 的 {metric} 在 {source} 中口径为 {first}，此处为 {second}；不同口径不能相加，此处不采用",
        "{metric} of {scope} is {first} in {source} but {second} here; different money cannot be added,"
        " so it is left out",
    ),
}
