"""What the rules about goals and their split say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
    # GOAL101, GOAL103
    "rules.goal_without_baseline": (
        "目标 {metric} 没有基线；应写明 baseline（上一期的期间和数值）",
        "goal {metric} has no baseline; the value of an earlier period is expected",
    ),
    "rules.stale_cells": (
        "与目标表算出的数不一致；应与之相同，请运行 opsctl plan split {year}",
        "differs from what the sheets give; the same is expected, run opsctl plan split {year}",
    ),
    "rules.stale_cells_missing": (
        "这份目标值文件不在；目标表算得出它，请运行 opsctl plan split {year}",
        "is missing; the sheets give cells for it, run opsctl plan split {year}",
    ),
    "rules.stale_cells_surplus": (
        "没有目标表用得到这份文件；不应存在，请运行 opsctl plan split {year}",
        "belongs to no sheet; no such file is expected, run opsctl plan split {year}",
    ),
    "rules.stale_cells_none": (
        "{year} 年有目标表，却没有目标值文件；请运行 opsctl plan split {year}",
        "{year} has target sheets but no cells; run opsctl plan split {year}",
    ),
}

PAGES: dict[str, str] = {
    "GOAL101": """
写定的目标没有基线。

不知道去年是 13% 还是 30%，"12%" 就不算目标。基线写明期间、数值，有数据源的写上数据源。继承和推导出来的目标不用写。
`opsctl.yaml` 里 `rigor: start` 时不查这一条。

怎么改：补上 baseline。
""",
    "GOAL102": """
下级目标之和不等于上级目标。

上级的目标是向上的承诺，靠下级完成。下级加起来少了，少的那部分没有人负责；加起来多了，同一件事就有两个数。
拆解写`policy: at_least` 时下级可以多承诺，写 `aligned` 时只关联、不合计。

怎么改：改上级或下级的数；也可以不写下级的数，由上级拆下来。
""",
    "GOAL103": """
目标值文件与目标表算出的不一致。

`targets/` 里的 CSV 是算出来的，也要提交，这样每次改动影响了哪些数一看便知。改了目标表、曲线或店铺之后要重新生成；
不要手工改，要保留别的数就在目标表里锁定（`hold`）。拆解本身还有问题时不报这一条。

怎么改：运行 `opsctl plan split 年份`。
""",
    "GOAL104": """
目标不能按目标表的要求拆开。

锁定与下限之和超过总数，或上限之和不足总数，就没有答案；锁定的期间不是当年的月份也一样。提示里写明是哪些数冲突。

怎么改：放宽一处锁定或上下限，或改总数。
""",
    "GOAL105": """
目标写了 `derived`，却推不出来。

推导的目标来自同一张表的其他目标：支付金额来自净销售额和退款率，访客数来自买家数和转化率。缺一个就没有数，
它下面的目标值也都没有。

怎么改：补上缺的目标，或直接写数。
""",
    "GOAL106": """
目标比指标的最小单位还细。

金额拆到分，订单拆到单，各部分才能正好加到总数。带半分钱的目标，怎么拆都凑不齐。

怎么改：取整到最小单位。
""",
}
