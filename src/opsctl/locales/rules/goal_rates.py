"""What the rules about exchange rates say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
    # GOAL169
    "rules.unusable_rate_home": (
        "{home} 就是工作区的币种，它对自己的汇率总是 1；请删去这一行，或写另一种币种",
        "{home} is the workspace's own currency, always worth 1 of itself; delete the rate, or name another currency",
    ),
    "rules.unusable_rate_currency": (
        "{currency} 不是在用的币种代码；应为 ISO 4217 的三个大写字母，如 {example}",
        "{currency} is the code of no currency; an ISO 4217 code of three capitals is expected, such as {example}",
    ),
    "rules.unusable_rate_month": (
        "{period} 不是 {year} 年的月份，这个汇率用不上；请写 {year} 年的月份，如 {year}-01，或移到 {file}",
        "{period} is no month of {year}, so its rate is never used; write a month of {year}, such as {year}-01, or "
        "move the rate to {file}",
    ),
    "rules.unusable_rate_period": (
        "{period} 不是月份，这个汇率用不上；实际汇率逐月写，如 {year}-01",
        "{period} is no month, so its rate is never used; actual rates are given by month, such as {year}-01",
    ),
    "rules.unusable_rate_number": (
        "汇率 {value} 不会是真的：应为一单位外币折合的本币，在 {least} 与 {most} 之间",
        "a rate of {value} cannot be meant; what one unit is worth in the workspace's currency is expected, between "
        "{least} and {most}",
    ),
}

PAGES: dict[str, str] = {
    "GOAL169": """
没有什么能按它折算的汇率。

汇率是一单位外币折合多少工作区的币种。代码不是币种、就是工作区自己的币种、月份属于别的年份，或者数有二十位，
这样的汇率要么用不上，要么让每个合计都失去意义。

怎么改：改对代码、月份或数，用不上的删去。
""",
}
