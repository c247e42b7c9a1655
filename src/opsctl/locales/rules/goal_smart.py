"""What the rules that ask whether a goal is SMART say (GOAL114 to GOAL124), and their Chinese pages."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # GOAL114
    "rules.growth_without_reason": (
        "{metric} 比 {period} 好 {growth}，超过 {most}，却没有写理由；请在 because 里写明靠什么做到",
        "{metric} is {growth} better than {period}, beyond {most}, without a reason; say in because what will"
        " make the difference",
    ),
    # GOAL115
    "rules.goal_not_beyond_baseline_behind": (
        "{metric} 的目标 {value} 不如 {period} 的 {was}；请改目标，或在 because 里写明原因",
        "{metric} at {value} is behind the {was} of {period}; raise it, or say why in because",
    ),
    "rules.goal_not_beyond_baseline_equal": (
        "{metric} 的目标 {value} 与 {period} 相同；请改目标，或在 because 里写明原因",
        "{metric} at {value} is just what {period} was; raise it, or say why in because",
    ),
    # GOAL116
    "rules.baseline_not_before": (
        "{metric} 的基线期间 {period} 不在 {year} 年之前；应为更早的期间，如 {before}",
        "the baseline {period} of {metric} does not lie before {year}; an earlier period such as {before} is expected",
    ),
    # GOAL117
    "rules.baseline_of_another_length": (
        "{metric} 是全年目标，基线 {period} 却只有 {days} 天；应为整年，如 2025",
        "{metric} is a goal for a year, its baseline {period} covers {days} days; a whole year such as 2025 is"
        " expected",
    ),
    # GOAL118
    "rules.vague_statement": (
        "只说“{word}”，没有数字；应写明做到多少、什么时候",
        "says only “{word}”, without a number; how much and by when is expected",
    ),
    # GOAL119
    "rules.rate_above_100": (
        "{metric} 是 {value}；比率应不超过 100%，百分之十二写作 12% 或 0.12",
        "{metric} is {value}; a rate of at most 100% is expected, twelve per cent is written 12% or 0.12",
    ),
    # GOAL120
    "rules.too_many_goals": (
        "{owner} 在 {year} 年负责 {count} 个目标；最多应为 {most} 个，请分给别人或减少目标",
        "{owner} answers for {count} goals in {year}; at most {most} are expected, hand some over or drop some",
    ),
    "rules.too_many_goals_more": ("另一些写在这里", "others are here"),
    # GOAL121
    "rules.orphan_goal": (
        "{scope} 的 {metric} 与上级的任何目标都没有联系；请用 contributes_to 写明它支持哪个指标，或删去",
        "{metric} of {scope} leads to no goal above; say in contributes_to which metric it serves, or drop it",
    ),
    # GOAL122
    "rules.goal_without_guardrail": (
        "{metric} 容易靠牺牲别的数做到；应有一条 guardrails 守住其中之一：{metrics}",
        "{metric} is easily met at the cost of others; a guardrail on one of {metrics} is expected",
    ),
    # GOAL123
    "rules.guardrail_against_goal_at_least": (
        "护栏要求 {metric} 至少 {limit}，本表的目标却是 {value}；目标应在护栏之内，请改其中一个",
        "the guardrail asks for at least {limit} of {metric}, the goal of this sheet is {value}; a goal inside"
        " the guardrail is expected, change one",
    ),
    "rules.guardrail_against_goal_at_most": (
        "护栏要求 {metric} 至多 {limit}，本表的目标却是 {value}；目标应在护栏之内，请改其中一个",
        "the guardrail allows at most {limit} of {metric}, the goal of this sheet is {value}; a goal inside the"
        " guardrail is expected, change one",
    ),
    "rules.guardrail_against_goal_goal": ("目标 {value} 在这里", "the goal of {value} is here"),
    "rules.guardrail_against_goal_empty": (
        "{metric} 的护栏没有限额；应写 at_least 或 at_most",
        "the guardrail on {metric} has no limit; at_least or at_most is expected",
    ),
    # GOAL124
    "rules.circular_contribution": (
        "目标绕成一圈：{circle}；应当通向别的指标，请删去其中一个 contributes_to",
        "these goals contribute to each other in a circle, {circle}; a way that ends is expected, delete one"
        " contributes_to",
    ),
}

PAGES: dict[str, str] = {
    "GOAL114": """
目标比基线增长很多，却没有写凭什么。

比去年多一半，有新店、新品才可能，没有就只是愿望。超过阈值 `growth`（`opsctl.yaml` 没写时为 50%）的目标，要在
`because` 里写明靠什么做到。百分比的比率不查。

怎么改：补上 because，或把目标改实在。
""",
    "GOAL115": """
目标不比基线好，也没有写原因。

去年就做到的数，等于没有要求。有时确有原因，例如店铺搬迁、类目萎缩；写在 `because` 里，别人才不会当成故意压低目标。

怎么改：改目标，或补上 because。
""",
    "GOAL116": """
基线的期间不在目标年份之前。

基线说明定目标时的起点。基线写成目标当年或更晚，多半是打错一位数字，由它算出的增长也都是错的。

怎么改：写上一年或更早的期间。
""",
    "GOAL117": """
全年目标的基线不是整年。

可加的数随时间变大：拿全年比一个季度，看上去增长 300%。单看一月或二月更没有意义，因为春节在两个月之间移动。
比率和评分可以与任何期间比。

怎么改：换成整年的数。
""",
    "GOAL118": """
目标的表述只有空泛的词，没有数字。

“进一步提升转化率”谁都可以说做到了，谁也查不了。给人看的表述要写明做到多少、什么时候；有数字时，旁边的形容词无妨。

怎么改：写上数字和时间。
""",
    "GOAL119": """
比率超过 100%。

比率以 1 为整体：写 12 就是 1200%。多半是漏了百分号，由它推出的数会大一百倍。
数字不小于 2 时给出修复，小于 2 的可能是本意。

怎么改：补上百分号；确有其事的，可在 `opsctl.yaml` 里关掉这一条。
""",
    "GOAL120": """
一个人一年负责的目标太多。

十几个目标，每个只分到十几分之一的精力，而且总有一个做到了可以说。只数有人定下的目标，同一年的目标表合计；推导和继承的
跟着别的目标走，不算。阈值是 `goals-per-person`，`opsctl.yaml` 没写时为 7。

怎么改：把一部分交给别人，或删去次要的目标。
""",
    "GOAL121": """
目标与上级的目标没有联系。

目标要能支持上级的某个目标：同一个指标，公式里有关系的指标，或 `contributes_to` 写明的指标。没有这样的联系，花了力气，
公司的数也不会动。上级都没有目标表时，这张就是最上面的，不查。

怎么改：写上 contributes_to，或删去这个目标。
""",
    "GOAL122": """
目标容易靠牺牲别的数做到，却没有护栏。

少花钱，投产比就好看；只接稳买的客人，询单转化率就高；用机器人，首次响应就快。这类目标要写一条护栏（guardrails），
或给会受损的数也定上目标。

怎么改：补一条 guardrails，例如推广成交金额不低于多少。
""",
    "GOAL123": """
护栏不许的，正是同一张表要求的。

护栏是不能牺牲的数，所以本表对这个指标的目标要在护栏之内，否则做到一个就破了另一个。既没写 `at_least` 也没写
`at_most` 的护栏什么也守不住，也会报。

怎么改：改护栏，或改目标。
""",
    "GOAL124": """
目标之间互相支持，绕成一圈。

`contributes_to` 写明这个目标推动哪个数。绕成一圈就哪里也到不了，原因也会一直追下去。

怎么改：删去其中一个 contributes_to。
""",
}
