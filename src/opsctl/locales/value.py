"""Sentences about one value that cannot be read, by the type of field that refused it."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "value.text": ("{value} 不能作文字；这里要有内容", "{value} is not a text; something has to stand here"),
    "value.name": (
        "{value} 不能作名称；应为文字，或 {{zh: 店长，en: Store manager}}",
        "{value} is not a name; expected is a text, or {{zh: 店长，en: Store manager}}",
    ),
    "value.line": (
        "{value} 不能作名称；应写在一行里，没有换行和制表符",
        "{value} is not a name; expected is one line without tabs",
    ),
    "value.id": (
        "{value} 不是 id；只用小写字母、数字和连字符，如 tmall-flagship",
        "{value} is not an id; expected are lower-case letters, digits and hyphens, as in tmall-flagship",
    ),
    "value.address": (
        "{value} 不是可以改动的记录；应为 类型:id，如 target:2026/company、calendar:2026，"
        "类型是 team、role、person、store、metric、calendar、fx、target 之一",
        "{value} is no record that a scenario changes; expected is kind:id, as in target:2026/company or "
        "calendar:2026, of team, role, person, store, metric, calendar, fx or target",
    ),
    "value.metric_id": (
        "{value} 不是指标；应为指标的 id 或别名，如 net_sales",
        "{value} is not a metric; expected is a metric's id or alias, as in net_sales",
    ),
    "value.task_id": (
        "{value} 不是编号；应为一个大写字母加数字，如 A014",
        "{value} is not a number of a task or action; expected is a capital letter and digits, as in A014",
    ),
    "value.currency": (
        "{value} 不是货币；应为三个大写字母，如 CNY",
        "{value} is not a currency; expected are three capital letters, as in CNY",
    ),
    "value.amount": (
        "{value} 不是数额；应为 1_450_000、56.93、120万 或 1.2亿 这样的数",
        "{value} is not an amount; expected is a number such as 1_450_000, 56.93, 120万 or 1.2亿",
    ),
    "value.weight": (
        "{value} 不是权重；应为不小于 0 的数",
        "{value} is not a weight; expected is a number that is not below 0",
    ),
    "value.factor": (
        "{value} 不是倍数；应为 0 到 1000 的数，如 1.5；1 表示与平常一样",
        "{value} is not a factor; expected is a number from 0 to 1000, such as 1.5, where 1 is an ordinary day",
    ),
    "value.exchange_rate": (
        "{value} 不是汇率；应为 1 单位外币合多少本币，如 7.15",
        "{value} is not an exchange rate; expected is what one unit of the foreign currency is worth, such as 7.15",
    ),
    "value.child_weight": (
        "{value} 不是权重；应为不小于 0 的数，或 55% 这样的百分数",
        "{value} is not a weight; expected is a number that is not below 0, or a percentage such as 55%",
    ),
    "value.mixed_weights": (
        "权重里既有百分数又有数：{value}；请统一成一种写法",
        "these weights mix percentages and numbers: {value}; write all of them one way",
    ),
    "value.weights_not_100": (
        "权重的百分数合计 {value}，应为 100%；不想凑整就都写成数，如 55、30",
        "the percentages of these weights add up to {value}, 100% is expected; plain numbers such as 55 and 30 need "
        "not add up",
    ),
    "value.no_weights": (
        "这个拆解没有写按什么分；请写 weights，或 by: headcount、by: goal visitors",
        "this split does not say by what it divides; write weights, or by: headcount, or by: goal visitors",
    ),
    "value.weights_twice": (
        "既写了 by: {value} 又写了 weights，只能有一个；删去 weights，或删去 by",
        "by: {value} and weights both say how to divide; drop one of the two",
    ),
    "value.policy": (
        "{value} 不是加总要求；应为 exact、at_least、aligned，或 within 3% 这样的允许偏差",
        "{value} is not a policy; expected is exact, at_least, aligned, or a tolerance such as within 3%",
    ),
    "value.split_key": (
        "{value} 不能作拆解依据；应为 headcount（人力天数），或 goal visitors 这样的另一个目标",
        "{value} is nothing to divide by; expected is headcount, or another goal such as goal visitors",
    ),
    "value.rate": ("{value} 不是比率；应为 12% 或 0.12", "{value} is not a rate; expected is 12% or 0.12"),
    "value.share": (
        "{value} 不是份额；应在 0 到 1 之间，如 50% 或 0.5",
        "{value} is not a share; expected is 0 to 1, as in 50% or 0.5",
    ),
    "value.number": (
        "{value} 不是数；应为 198、120万 或 12% 这样的数",
        "{value} is not a number; expected is 198, 120万 or 12%, for instance",
    ),
    "value.goal_value": (
        "{value} 不能作目标值；应为 2000万、12% 这样的数，或 inherited、derived",
        "{value} is not a goal's value; expected is a number such as 2000万 or 12%, or inherited, or derived",
    ),
    "value.day": (
        "{value} 不是日期；应为 2026-06-18 这样的真实日期",
        "{value} is not a date; expected is a real day, as in 2026-06-18",
    ),
    "value.days": (
        "{value} 不是天数；应为 7d 这样的写法",
        "{value} is not a number of days; expected is 7d, for instance",
    ),
    "value.period": (
        "{value} 不是周期；应为 2026、2026-H1、2026-Q2、2026-06、2026-W23 或一天",
        "{value} is not a period; expected is 2026, 2026-H1, 2026-Q2, 2026-06, 2026-W23 or a day",
    ),
    "value.period_not_fiscal": (
        "{value} 是财年的周期，而这个工作区没有财年；在 opsctl.yaml 写 fiscal: {{start: 4}} 这样的开始月份，"
        "或改用 2026、2026-Q2、2026-06、2026-W23",
        "{value} is a period of a fiscal year, and this workspace has none; say in opsctl.yaml which month it begins "
        "in, such as fiscal: {{start: 4}}, or write 2026, 2026-Q2, 2026-06 or 2026-W23",
    ),
    "value.whole": (
        "{value} 不是整数；应为 0、1、2 这样的数",
        "{value} is not a whole number; expected is 0, 1, 2 and so on",
    ),
    "value.beside": (
        "{value} 不是仓库旁边的文件夹；应写作 ../chenhe-private 这样，放在共享仓库之外",
        "{value} is no folder beside the repository; expected is one outside it, such as ../chenhe-private",
    ),
    "value.flag": ("{value} 不是 true 或 false", "{value} is neither true nor false"),
    "value.code": (
        "{value} 不是规则编号；应为大写字母加三位数，如 TEAM101",
        "{value} is not a rule's code; expected are capital letters and three digits, as in TEAM101",
    ),
    # sources
    "value.variable": (
        "{value} 不是环境变量名；应为大写字母、数字和下划线，如 OPSCTL_SHOP_DSN，地址本身不写在这里",
        "{value} is no environment variable; expected are capital letters, digits and underscores, as in"
        " OPSCTL_SHOP_DSN, never the address itself",
    ),
    "value.table": (
        "{value} 不是表名；应为 shop_daily 或 dw.shop_daily 这样的名字",
        "{value} is not the name of a table; expected is shop_daily or dw.shop_daily, for instance",
    ),
    "value.zone": (
        "{value} 不是时区；应为 Asia/Shanghai 这样的名字",
        "{value} is no time zone; expected is a name such as Asia/Shanghai",
    ),
    "value.header_rows": (
        "表头不能有 {value} 行；应为 1 或 2",
        "a header of {value} rows is not read; expected is 1 or 2",
    ),
    "value.one_place": (
        "要写 column、file_name、preamble 中的一个，而且只写一个",
        "exactly one of column, file_name and preamble is expected",
    ),
    "value.file_name": (
        "{value} 里没有 {{day}} 或 {{period}}；请标出日期在文件名中的位置，如 report_{{day}}",
        "{value} has neither {{day}} nor {{period}}; mark where the date stands in the name, as in report_{{day}}",
    ),
    "value.files_or_connection": (
        "写了 connection 就不能再写 {value}；请只留一个",
        "with a connection no {value} are expected; keep one of the two",
    ),
    "value.table_or_query": ("要写 {value} 中的一个，而且只写一个", "exactly one of {value} is expected"),
    "value.needs_connection": (
        "{value} 要从数据仓库读取；请写 connection",
        "{value} is read from a warehouse; write a connection",
    ),
    "value.one_dimension": (
        "一个来源只能按一个维度（这里是 {value}）；请拆成几个来源",
        "a source has one dimension, here are {value}; make a source of each",
    ),
    "value.alias": (
        "{value} 不能作列的别名；应为字母或汉字开头的一个词",
        "{value} is not a column's alias; expected is one word that begins with a letter",
    ),
    "value.glob": (
        "{value} 不是文件路径；应为相对路径，可用 *,不可用 .. 和反斜杠",
        "{value} is not a path to files; expected is a relative path, with * but without .. and backslashes",
    ),
    "value.expression": (
        "{value} 不是算式；应为列的乘积（至多三列）相加减，如 quantity * price 或 gross - discounts",
        "{value} is not an expression; expected are products of at most three columns, added or subtracted, as in "
        "quantity * price or gross - discounts",
    ),
    "value.one_test": (
        "对列 {value} 要有且只有一个条件，如 above: 0",
        "exactly one test of the column {value} is expected, as in above: 0",
    ),
    "value.one_measure": (
        "要么写 sum，要么写 count_distinct，不能都写或都不写",
        "either sum or count_distinct is expected, not both and not neither",
    ),
    "value.day_or_period": (
        "要写 {value} 中的一个，而且只写一个",
        "exactly one of {value} is expected",
    ),
    "value.store_column": (
        "有 map 就要写 column；没有 column 就要写 other",
        "with map a column is expected; without a column, other is expected",
    ),
    "value.store_map": (
        "列 {value} 的值还没有对应到店铺；请写 map 或 other",
        "no value of the column {value} is mapped to a store; write map or other",
    ),
    "value.adds_sums": (
        "adds 只用于按天的 sum：去重数、整个周期的数和渠道、商品的数不能由几个来源相加",
        "`adds` is for sums by day: distinct counts, values of whole periods, and those of channels or products do not "
        "add up from several sources",
    ),
    "value.period_sum": (
        "按周期的导出不能再去重计数（{value}）；请按行导出，或改用 sum",
        "an export by period cannot be counted distinctly ({value}); export lines, or use sum",
    ),
    "value.unknown_alias": (
        "列 {value} 没有写在 columns 里",
        "the column {value} is not among the columns",
    ),
    "value.unknown_rows": ("行组 {value} 没有写在 rows 里", "the group of rows {value} is not among the rows"),
}
