"""Rules about what goals lead to: drivers, owners, tiers, scenarios, shares and plans made anew (GOAL131 and on)."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
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
    # GOAL146
    "rules.scenario_cannot_be_met_rule": ("这里违反了 {code} {rule}", "this breaks {code} {rule}"),
    "rules.scenario_cannot_be_met_often": (
        "这里违反了 {code} {rule}，这样的共 {count} 处",
        "this breaks {code} {rule}, as do {count} places in all",
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
    "GOAL145": """
下级写的保底或冲刺，不是上级按比例分下来的那个数。

拆分的目标写了保底（floor）或冲刺（stretch），会按承诺值的比例一起分下去，下级合计正好等于它。下级再写一遍，就要与分到的数相同；
拆分策略是 `at_least` 时可以更高。下级写的数不会悄悄生效，保底和冲刺也从不由下级加总。
承诺值处处为 0 时没有比例可循，同样报告。

怎么改：改成提示里的数，或删掉下级的这一档。
""",
    "GOAL146": """
不叠情景时守得住的规则，叠上情景以后破了。

凡是会让拆解被拒绝的规则，都拿叠上情景的记录再问一遍：目标降到锁定的数以下、三档次序颠倒、店关了却还有人和目标、
团队绕成一圈，都会在这里报告。话与在情景下拆解时拒绝的理由相同，位置是引起它的那处改动，并注明是哪条规则。

怎么改：改情景里的数，或把受牵连的记录也写进情景（留空就是去掉）。
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
