"""What is said about sources that are a table or query of a warehouse."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "warehouse.no_address": (
        "环境变量 {variable} 没有设置，不知道数据仓库在哪里；设置它，例如 export {variable}='postgresql://用户:密码@主机/库'",
        "the environment variable {variable} is not set, so nobody knows where the warehouse is; set it, such as"
        " export {variable}='postgresql://user:password@host/database'",
    ),
    "warehouse.unknown_scheme": (
        "环境变量 {variable} 里的地址不以已知的前缀开头；可用的有 {schemes}，后接 ://",
        "the address in {variable} does not begin with a known prefix; there are {schemes}, each followed by ://",
    ),
    "warehouse.not_installed": (
        "缺少软件包 {package}；请安装 pip install 'opsctl[{extra}]'（其他数据库还需要它自己的驱动）",
        "the package {package} is missing; install it with pip install 'opsctl[{extra}]' (other databases need their"
        " own driver too)",
    ),
    "warehouse.failed": (
        "数据仓库（{variable}）没有给出答案：{reason}",
        "the warehouse ({variable}) gave no answer: {reason}",
    ),
    "warehouse.not_a_table": (
        "{name} 不是表名；表名最多三段，例如 dw.shop_daily",
        "{name} is no name of a table; it has up to three parts, such as dw.shop_daily",
    ),
    "warehouse.no_query": (
        "读不到查询文件 {path}；应为工作区里不超过 {most} KiB 的 UTF-8 文本",
        "the query's file {path} cannot be read; a text of at most {most} KiB in UTF-8 inside the workspace is"
        " expected",
    ),
    "warehouse.not_sql": (
        "查询看不懂，出错的地方是 {reason}",
        "the query cannot be read; it breaks at {reason}",
    ),
    "warehouse.not_reading": (
        "查询只能是一条 SELECT，而且只能读取，不能写入、加锁或改设置",
        "the query has to be one SELECT that only reads: nothing is written, locked or set",
    ),
    "warehouse.no_time": (
        "数据仓库没有文件名和表头前的说明，day 或 period 只能是一列；请写列的别名，例如 day: day",
        "a warehouse has neither file names nor lines before a header, so day or period has to be a column; name its"
        " alias, such as day: day",
    ),
    "warehouse.unread": (
        "{metric} 有 {count} 个数看不懂、为空或小数超过四位，这些天没有计入；请在仓库里改，或用 query 换成四位以内的数",
        "{count} values of {metric} are no numbers of at most four decimals or blank; their days are missing. Mend them"
        " in the warehouse, or round them in a query",
    ),
    "warehouse.unasked_title": ("没有检查的", "Not asked"),
    "warehouse.unasked": (
        "数据仓库没有文件，所以不查文件之间的重叠和改数（{overlap}）、没有对应的列（{header} 的一部分）、完全相同的行"
        "（{repeated} 的一部分）；其余各项都查了",
        "a warehouse has no files, so nothing is said of overlaps and changes between them ({overlap}), of columns that"
        " nobody maps (part of {header}) and of lines equal in all columns (part of {repeated}); everything else was"
        " asked",
    ),
    "warehouse.unasked_days": (
        "它给的是整个周期或渠道、商品的数，不查是否过期（{stale}）和缺天（{gap}）",
        "it gives whole periods, channels or products, so neither its age ({stale}) nor missing days ({gap}) are asked",
    ),
    "warehouse.no_rows": (
        "数据仓库里没有属于这些店铺的行",
        "the warehouse has no rows of these stores",
    ),
}
