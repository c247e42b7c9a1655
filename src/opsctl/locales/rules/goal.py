"""What the rules about dividing goals say, and their Chinese pages; examples stand in their docstrings."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # GOAL101, GOAL103
    "rules.goal_without_baseline": (
        "目标 {metric} 没有基线；应写明 baseline（上一期的期间和数值）",
        "goal {metric} has no baseline; the value of an earlier period is expected",
    ),
    "rules.stale_cells_differ": (
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
    "rules.stale_cells_many": (
        "{year} 年有 {count} 份目标值文件过时（不一致 {differ}，缺少 {missing}，多余 {surplus}）：{files}；"
        "请运行 opsctl plan split {year}",
        "{count} cell files of {year} are out of date ({differ} differ, {missing} missing, {surplus} surplus): "
        "{files}; run opsctl plan split {year}",
    ),
    "rules.stale_cells_none": (
        "{year} 年有目标表，却没有目标值文件；请运行 opsctl plan split {year}",
        "{year} has target sheets but no cells; run opsctl plan split {year}",
    ),
    # GOAL107
    "rules.tiers_out_of_order_up": (
        "{metric} 的 {lower}（{below}）高于 {upper}（{above}）；越高越好的指标应为 floor ≤ value ≤ stretch",
        "{lower} {below} of {metric} is above its {upper} {above}; more is better here, so floor ≤ value ≤"
        " stretch is expected",
    ),
    "rules.tiers_out_of_order_down": (
        "{metric} 的 {lower}（{below}）低于 {upper}（{above}）；越低越好的指标应为 floor ≥ value ≥ stretch",
        "{lower} {below} of {metric} is below its {upper} {above}; less is better here, so floor ≥ value ≥"
        " stretch is expected",
    ),
    # GOAL108
    "rules.scope_not_open_closed": (
        "{scope} 已于 {day} 关闭，{year} 年没有营业；请删去这张目标表，或改正关闭日期",
        "{scope} closed on {day} and has no day in {year}; delete this sheet, or mend the date",
    ),
    "rules.scope_not_open_opened": (
        "{scope} 到 {day} 才开业，{year} 年没有营业；请删去这张目标表，或改正开业日期",
        "{scope} opens on {day} and has no day in {year}; delete this sheet, or mend the date",
    ),
    "rules.scope_not_open_person": (
        "{scope} 在 {year} 年没有任何角色；请删去这张目标表，或补上任职",
        "{scope} holds no role in {year}; delete this sheet, or add the role",
    ),
    "rules.scope_not_open_date": ("日期写在这里：{day}", "the date is here: {day}"),
    # GOAL109
    "rules.clashing_limits": (
        "{key} 的下限 {least} 与上限 {most} 之间没有数；应当下限不高于上限，请改其中一个",
        "for {key} no number lies between at least {least} and at most {most}; a floor below its cap is expected,"
        " change one of them",
    ),
    "rules.clashing_limits_below_zero": (
        "{key} 的上限 {most} 低于 0，而没写下限就是不低于 0；请再写一个更低的 at_least，或改上限",
        "the cap of {key} is {most}, and without a floor it gets 0 or more; add an at_least below it, or raise the cap",
    ),
    "rules.clashing_limits_most": ("上限 {most} 在这里", "at most {most} is here"),
    "rules.clashing_limits_at_least": (
        "{key} 锁定为 {held}，低于下限 {limit}；锁定的数应在上下限之内，请改其中一个",
        "{key} is held at {held}, below its floor of {limit}; a hold inside its bounds is expected, change one of them",
    ),
    "rules.clashing_limits_at_most": (
        "{key} 锁定为 {held}，高于上限 {limit}；锁定的数应在上下限之内，请改其中一个",
        "{key} is held at {held}, above its cap of {limit}; a hold inside its bounds is expected, change one of them",
    ),
    "rules.clashing_limits_bound": ("限额 {limit} 在这里", "the limit {limit} is here"),
    # GOAL110
    "rules.hold_ends_too_early": (
        "{key} 的锁定到 {until} 就结束，这段期间还没有过完；until 应为 {last} 或更晚",
        "the hold of {key} ends on {until}, before the period does; {last} or later is expected",
    ),
    "rules.hold_ends_too_early_child": (
        "{key} 的锁定到 {until} 就结束，当年还没有开始；until 应为 {first} 或更晚",
        "the hold of {key} ends on {until}, before the year begins; {first} or later is expected",
    ),
    # GOAL111
    "rules.division_of_a_ratio_ratio": (
        "{metric} 是比率，{part} 对它不起作用；请写在它的分子分母 {parts} 上",
        "{metric} is a ratio, so {part} has no effect on it; give it to its parts {parts}",
    ),
    "rules.division_of_a_ratio_other": (
        "{metric} 不能相加，{part} 对它不起作用；请删去",
        "{metric} does not add up, so {part} has no effect on it; delete it",
    ),
    "rules.division_of_a_ratio_sum": (
        "{metric} 可以相加，relative 对它不起作用；请写 weights，relative 用在比率目标上",
        "{metric} adds up, so relative has no effect on it; give weights, relative is for ratios",
    ),
    # GOAL112
    "rules.channels_not_100": (
        "{metric} 的渠道占比合计 {total}，相差 {gap}；应为 100%，请改对占比",
        "the channel shares of {metric} add up to {total}, a gap of {gap}; 100% is expected, mend a share",
    ),
    "rules.products_not_100": (
        "{metric} 的商品占比合计 {total}，相差 {gap}；应为 100%，请改对占比",
        "the product shares of {metric} add up to {total}, a gap of {gap}; 100% is expected, mend a share",
    ),
    # GOAL113
    "rules.child_without_relative": (
        "{metric} 的 relative 里，{count} 个下级（{children}）没有大于 0 的数，会按上级的数算；请写上各自去年的数，"
        "或在各自的目标表写 baseline",
        "relative of {metric} has no number above 0 for {count} of its children, {children}, which are taken for "
        "average; give each one's own of last year, or a baseline in its sheet",
    ),
    "rules.child_without_weight": (
        "{metric} 的拆解漏了 {count} 个下级：{children}，它们分不到数；请补上权重，确实没有就写 0",
        "the split of {metric} forgets {count} of its children, {children}, which get nothing; give each a weight"
        ", 0 for none",
    ),
    "rules.child_without_last_year": (
        "{metric} 的拆解按去年的占比，但还没有 {children} 的数；请运行 opsctl plan weights --from {past}",
        "the split of {metric} goes by last year, but nothing is written for {children} yet; run opsctl plan weights "
        "--from {past}",
    ),
    "rules.child_without_weight_key": (
        "{metric} 按 {key} 拆，{count} 个下级因此分不到：{children}；请补上依据，或用 hold 给它们定数",
        "{metric} is divided by {key}, which gives {count} of its children nothing, {children}; mend what it goes by, "
        "or hold a number for each",
    ),
    # GOAL125
    "rules.inherited_from_nowhere": (
        "{scope} 的 {metric} 写了 inherited，上级却没有把它拆到这里；请在上级目标表写 split，或在这里写数",
        "{metric} of {scope} says inherited, but no sheet above divides it over this scope; add a split there,"
        " or type a number here",
    ),
    # GOAL126
    "rules.currency_without_rate": (
        "{store} 用 {currency}，工作区用 {home}，{years} 年没有它的预算汇率，金额加不起来；"
        "请在 {file} 写 budget: {{{currency}: …}}",
        "{store} uses {currency} and the workspace {home}, and {years} has no budget rate for it, so its money cannot "
        "be added; write budget: {{{currency}: …}} in {file}",
    ),
    "rules.currency_without_rate_home": ("工作区的币种是 {home}", "the currency of the workspace is {home}"),
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
不要手工改，要保留别的数就在目标表里锁定（`hold`）。一次改动牵动多少份文件，一年也只报一条。拆解本身还有问题时不报这一条。

怎么改：运行 `opsctl plan split 年份`。
""",
    "GOAL104": """
目标不能按目标表的要求拆开。

锁定与下限之和超过总数，或上限之和不足总数，就没有答案；锁定的期间不是当年的月份也一样。提示里写明是哪些数冲突。
写了 `fix: months` 时，本级各月与下级全年都不能动；若没有一张表能同时满足，提示里写明互相冲突的合计与锁定、差多少，
其中缺了任何一项，其余就不冲突。

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
    "GOAL107": """
目标的保底、目标值和冲刺值次序颠倒。

保底（floor）不能丢，目标值（value）是承诺，冲刺（stretch）是期望。越高越好的指标由低到高，越低越好的由高到低；
否则做到保底反而比兑现承诺更难。目标值写 inherited 或 derived 的，按它实际得到的数比。

怎么改：改对写错的那一档。
""",
    "GOAL108": """
目标表的团队、店铺或人员当年并不在。

上一年就关掉的店，或下一年才开的店，当年没有一天营业。它的目标没有人能完成，拆给它的数别处也拿不到。

怎么改：删去目标表，或改正店铺、团队的日期，人员则补上任职。
""",
    "GOAL109": """
同一期间或同一下级的锁定与上下限互相矛盾。

下限高于上限，就没有数可选；两个限额夹在同两分钱之间也一样。锁定优先于上下限，而且不会提醒，所以锁定在上下限之外时，
写着的限额其实已经不算数。

怎么改：改上下限，或改锁定的数。
""",
    "GOAL110": """
锁定在它锁的期间过完之前就结束。

锁定的是整月的数，所以 `until` 要到当月最后一天；锁定下级店铺的，要到目标表的年份之内。已经结束的锁定没有人负责，
却仍然影响其他所有的数。

怎么改：把 until 改晚，或删去这处锁定。
""",
    "GOAL111": """
比率、存量或评分被当成可加的数来拆解、锁定或限额。

只有可加的数能拆到店铺、月份和渠道。1.5% 的转化率没有"某店占六成"：比率的两部分是分子和分母，目标表拆的是它们。
这里写的内容不起作用。

怎么改：写到分子分母的目标上，或删去。
""",
    "GOAL112": """
目标的渠道占比或商品占比之和不是 100%。

渠道、商品都是店铺同一个数的另一种看法，各自合起来就是全部。合计 97% 时，目标的百分之三没有来处。

怎么改：改对占比。
""",
    "GOAL113": """
拆解漏了应当分到数的店铺或团队。

没有权重的下级分不到数。今年新开的店很容易漏掉，它的销售就成了别家的超额。权重写 0，或写了锁定、下限，就算考虑过。
按人力天数或另一个目标拆时，没有人任职、没有那个目标的下级同样分不到。

怎么改：补上权重，确实不分的写 0。
""",
    "GOAL125": """
目标写了 `inherited`，上级却没有拆下来的数。

继承的目标是上级拆解中属于自己的一份。上级没有把这个指标拆到这里，就没有数，这家店不声不响地没了目标。

怎么改：在上级目标表写 split，或在这里直接写数。
""",
    "GOAL126": """
店铺用另一种币种记账，而这一年没有它的预算汇率。

金额只在同一种币种里相加，目标都按当年的预算汇率。没有汇率，凡是含这家店的合计，复盘都不给：
100 美元加 100 元不是 200 的任何东西。

怎么改：在 fx/ 里写上这一年的预算汇率。
""",
}
