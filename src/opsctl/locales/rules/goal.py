"""What the rules about goals and their split say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
    # GOAL146
    "rules.scenario_cannot_be_met_rest": ("其余写在这里", "the rest of it stands here"),
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
        "{metric} 的 relative 漏了 {count} 个下级（{children}），它们会按上级的数算；请写上各自去年的数，"
        "或在各自的目标表写 baseline",
        "relative of {metric} forgets {count} of its children, {children}, which are taken for average; give each "
        "one's own of last year, or a baseline in its sheet",
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
    # GOAL153
    "rules.unassigned_target": (
        "{scope} 的 {metric} 在 {months} 的 {amount} 没有人负责：那里和上级这些月都没有人任 {roles}；请安排任职的人",
        "{metric} of {scope} in {months}, {amount}, belongs to nobody: no one there or above holds {roles} then; give "
        "somebody the role for those months",
    ),
    "rules.unassigned_target_nobody": (
        "{metric} 在 {scopes} 没有人负责：那里和上级都没有人任 {roles}；请安排任职的人",
        "{metric} at {scopes} belongs to nobody: no one there or above holds {roles}; give somebody the role",
    ),
    # GOAL125
    "rules.inherited_from_nowhere": (
        "{scope} 的 {metric} 写了 inherited，上级却没有把它拆到这里；请在上级目标表写 split，或在这里写数",
        "{metric} of {scope} says inherited, but no sheet above divides it over this scope; add a split there,"
        " or type a number here",
    ),
    "rules.division_of_a_ratio_sum": (
        "{metric} 可以相加，relative 对它不起作用；请写 weights，relative 用在比率目标上",
        "{metric} adds up, so relative has no effect on it; give weights, relative is for ratios",
    ),
    # GOAL126
    "rules.currency_without_rate": (
        "{store} 用 {currency}，工作区用 {home}，{years} 年没有它的预算汇率，金额加不起来；"
        "请在 {file} 写 budget: {{{currency}: …}}",
        "{store} uses {currency} and the workspace {home}, and {years} has no budget rate for it, so its money cannot "
        "be added; write budget: {{{currency}: …}} in {file}",
    ),
    "rules.currency_without_rate_home": ("工作区的币种是 {home}", "the currency of the workspace is {home}"),
    # GOAL140
    "rules.owner_without_influence": (
        "{owner} 对 {metric} 负责，但 {year} 年本人和下属都没有担任负责它的岗位；这样的岗位有 {roles}："
        "请换负责人，或把指标写进岗位的 owns",
        "{owner} answers for {metric}, but neither {owner} nor anybody below holds a role that owns it in {year}; "
        "such roles are {roles}: name another owner, or add the metric to a role",
    ),
    # GOAL141
    "rules.sandbagged_goal": (
        "{metric} 只比 {period} 高 {asked}，而 {period} 比 {before} 高了 {gain}；应至少 {least}，"
        "或在 because 里说明为什么该低",
        "{metric} asks for {asked} more than {period}, which was {gain} better than {before}; at least {least} is "
        "expected, or say in because why less is right",
    ),
    # GOAL142
    "rules.ratio_without_denominator": (
        "{metric} 是 {of} 的比率，而本表、上级和下级都没有 {of} 的目标；请定一个，或写 {of}: derived",
        "{metric} is a share of {of}, and nothing here, above or below has a target for {of}; set one, or say "
        "{of}: derived",
    ),
    # GOAL143
    "rules.only_outcome_goals": (
        "{scope} 的 {count} 个目标全是结果；请加一个带 contributes_to 的过程目标",
        "all {count} goals of {scope} are results; add one for the work that leads there, with contributes_to",
    ),
    # GOAL144
    "rules.goal_beyond_capacity": (
        "{metric} 在 {period} 需要 {needed}，担任相关岗位的人只做得了 {can}；共 {count} 个月不够，"
        "最缺的是 {worst}，差 {gap}：请增员、调人或降低目标",
        "{metric} needs {needed} in {period}, and the people in the roles for it can do {can}; {count} months are "
        "short, the most in {worst} by {gap}; hire, move people, or lower the goal",
    ),
    # GOAL161 to GOAL165
    "rules.replan_out_of_order": (
        "从 {first} 起的这一版不晚于上一版的 {before}；各版应依次排列，起点一版比一版晚，请改 from 或删去这一版",
        "this version begins at {first}, no later than the one above at {before}; each version is expected to begin"
        " later, change `from` or delete it",
    ),
    "rules.replan_out_of_order_start": (
        "{first} 不能作为 {year} 年重排的起点；应是 {year}-02 到 {year}-12 中的一个月",
        "{first} is no month to re-plan {year} from; one from {year}-02 to {year}-12 is expected",
    ),
    "rules.replan_out_of_order_closed": (
        "{metric} 冻结的月份与 from: {first} 不符；应正好是之前的 {count} 个月：{expected}",
        "the months frozen for {metric} do not fit from: {first}; just the {count} months before it are expected:"
        " {expected}",
    ),
    "rules.replan_changes_a_closed_month": (
        "{metric} 的 {month} 早已冻结为 {was}，这里写的是 {value}；已结束的月份不变，请照写 {was}",
        "{metric} of {month} was frozen at {was} and says {value} here; closed months do not move, write {was}",
    ),
    "rules.replan_changes_a_closed_month_first": ("最早冻结在这里：{was}", "frozen here first: {was}"),
    "rules.replan_shared_by_some": (
        "{scope} 从 {first} 起自己补 {metric} 的缺口，{others} 却是一起分的；应当都写 share: pool，或都写 carry",
        "{scope} carries its own gap in {metric} from {first} on, while {others} share theirs; all of them are expected"
        " to say share: pool, or all carry",
    ),
    "rules.replan_without_months": (
        "{scope} 在 {year} 年没有 {metric} 的目标，冻结它不起作用；请删去，或先定这个目标",
        "{scope} has no target for {metric} in {year}, so freezing it changes nothing; delete it, or set the goal",
    ),
    "rules.replan_without_months_sum": (
        "{scope} 的 {metric} 是 {parts} 之和，冻结在这里不起作用；应写在各下级的目标表里",
        "{metric} of {scope} is the sum of {parts}, so freezing it here changes nothing; freeze it in their sheets",
    ),
    "rules.year_moved_by_replan": (
        "{scope} 的 {metric} 全年原是 {before}，重排之后是 {after}（来自 {who}）；请让批准目标的人知道",
        "the year's {metric} of {scope} was {before} and is {after} after re-planning ({who}); whoever approved it"
        " should know",
    ),
}

PAGES: dict[str, str] = {
    "GOAL146": """
叠上情景以后，这一年拆不成目标表要求的样子。

情景改的和没改的要放在一起才算数：目标降到锁定的数以下、锁定了开业之前的月份、各店合计不再等于公司，都会在这里报告。
话与在情景下拆解时拒绝的理由相同。

怎么改：改情景里的数，或把挡住它的锁定和上下限也写进情景（留空就是去掉）。
""",
    "GOAL145": """
下级写的保底或冲刺，不是上级按比例分下来的那个数。

拆分的目标写了保底（floor）或冲刺（stretch），会按承诺值的比例一起分下去，下级合计正好等于它。下级再写一遍，就要与分到的数相同；
拆分策略是 `at_least` 时可以更高。下级写的数不会悄悄生效，保底和冲刺也从不由下级加总。
承诺值处处为 0 时没有比例可循，同样报告。

怎么改：改成提示里的数，或删掉下级的这一档。
""",
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
    "GOAL140": """
目标的负责人没有担任负责该指标的岗位，下属也没有。

对一个数负责的人，要能推动它。岗位在 owns 里写明推动哪些指标；负责人的下属担任的岗位也算，
由这些指标算出的、或算成这些指标的也算。

怎么改：换负责人，或把指标写进岗位的 owns。
""",
    "GOAL141": """
目标要求的提升远低于上一年的势头。

连续两张目标表的基线说明这个指标自己走得多快。要求低于这个势头的一定比例（least-of-momentum，默认四分之一）的目标，
等着就能达成。

怎么改：提高目标，或在 because 里说明为什么势头变了。
""",
    "GOAL142": """
比率定了目标，分母却没有目标。

访客很少时，3% 很容易。比率目标要有意义，分母在本表、上级或下级也要有目标：写定、推出或拆下来都行。
否则谁也说不出它代表多少单。

怎么改：给分母定目标，或写 derived。
""",
    "GOAL143": """
目标表只有结果，没有通向结果的过程。

销售额到月底才知道。每天在做的事，如首次响应、点击率，有目标才能及早看出结果会不会来。只看店铺和个人的、写定了三个以上目标的表。

怎么改：加一个过程目标，用 contributes_to 指明它推动什么。
""",
    "GOAL144": """
某个月的目标超出了相关岗位的人能做的量。

岗位在 capacity 里写明一个全职的人一个工作日能做多少：60 个会话、200 个包裹。按各人任职的天数和占用的时间、
每周五个工作日，就得出一个月的能力。

怎么改：增员、调人，或降低目标。
""",
    "GOAL131": """
目标由净销售额推算，却没有写退款率。

访客、买家和推广花费都由支付金额推出，净销售额是支付金额扣掉退款后剩下的。净额 2000 万、退款率 12%，支付金额是 2273 万，
按转化率 1.5%、客单价 198 需要 765 万访客，不是 673 万。没有退款率就没有数，净额不会被当成支付金额。

怎么改：补上 refund_rate 目标。
""",
    "GOAL132": """
目标互相矛盾：同一个数说了两遍，而且不一样。

支付金额 = 访客数 × 转化率 × 客单价，净销售额 = 支付金额 − 退款。等式里的数都写定了却对不上，就没有人能全部做到。
显示时的四舍五入不算矛盾。各自按权重拆下去的几个指标，也在每个下级按同样的等式核对。

怎么改：改正其中一个数，或把其中一个写成 derived；各自有 split 的，删去其中一个。
""",
    "GOAL151": """
写定的数与上级分下来的份额并存，而拆解的加总要求不允许。

拆解给每个下级一个份额。下级自己也写了数，就以写的为准，所以不能不声不响地取而代之：`exact` 下应等于份额，`at_least` 下
不能更少，`within 3%` 下最多相差 3%。要保留另一个数，请在上级的 split 里锁定，让其余下级重新分。下级之和也不合要求时，
由 children-do-not-add-up 报告，这里不再重复。个人目标表里写的数，与所任角色分得的不同，同样会报。

怎么改：写 `inherited`；要保留这个数，就在上级的 split 里 hold。
""",
    "GOAL152": """
拆解的依据分不出份额。

拆解可以不写权重，写按什么分：`by: headcount` 按各下级的人力天数，`by: goal visitors` 按各下级另一个指标的目标。
下级都没有人任职、都没有那个目标，或两个拆解互相等待时，就没有依据。

怎么改：给其中一个写 weights，或先拆那个目标。
""",
    "GOAL153": """
一部分目标没有人负责，因为没有人任拥有这个指标的角色。

角色在一家店或一个团队拥有的指标，由任职的人分担。有的月份，那里和上级都没有人任职，那部分就不在任何人名下。
没有数的月份不查；没有角色拥有的指标由 metric-without-owner 报告。

怎么改：安排人任职，或改任职的起止日期。
""",
    "GOAL161": """
一张表里的重排顺序不对，或没有覆盖该冻结的月份。

每一版都从上一版结束的地方开始：同一年里更晚的月份，之前每个月都有一个数。不然谁也说不清哪些月已经结束、余下的要补多少。
`plan split --from` 写出来的总是有序的；这里查的是手工改过的。

怎么改：改 from，补上或删去月份，或删去这一版。
""",
    "GOAL162": """
后一版重排改了前一版已经冻结的月份。

已结束的月份不变：冻结的数是考核过、兑现过的。迟到的退款在复盘里并排显示，但不改它。后一版照抄前面的数，再加上新结束的月份。

怎么改：写回最早冻结的数。
""",
    "GOAL163": """
从同一个月起，有的店一起分缺口，有的店却自己补。

写了 `share: pool` 的店互相补。同一个月重排而自己补的店，既不帮别人，也得不到帮助；多半是写漏了，而且从数字上看不出来。
缺口不补的（`absorb`）不查。

怎么改：都写 pool，或都写 carry。
""",
    "GOAL164": """
冻结了某个指标的月份，可这些月份不是它自己的。

冻结的数在拆出月份的地方才起作用，也就是曲线所在的店铺的表里。团队是下面店铺之和，写在团队表里的数什么也不改；
没有目标的指标也一样。

怎么改：移到店铺的表里，或删去。
""",
    "GOAL165": """
重排之后，全年的数与目标写定的不同。

缺口不补（`absorb`），或全年提前达到，全年就会变。这是决定，不是错误；但批准的人批准的是另一个数，所以在这里和合并请求里
都说一声。

怎么改：不用改；让批准目标的人知道，或换一种 policy 让全年不变。
""",
}
