"""What the rules about the KPI dictionary say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
    # METR101, METR102
    "rules.unknown_metric": (
        "指标词典里没有 {id}；应为指标的 id、别名或名称",
        "the KPI dictionary has no {id}; the id, an alias or the name of a metric is expected",
    ),
    "rules.unknown_metric_near": (
        "指标词典里没有 {id}；是否想写 {meant}？",
        "the KPI dictionary has no {id}; did you mean {meant}?",
    ),
    "rules.ratio_without_parts_numerator": (
        "{metric} 是比率，却没有分子；应写明 numerator",
        "{metric} is a ratio without a numerator; one is expected",
    ),
    "rules.ratio_without_parts_denominator": (
        "{metric} 是比率，却没有分母；应写明 denominator",
        "{metric} is a ratio without a denominator; one is expected",
    ),
    # METR103
    "rules.unusable_formula_circle": (
        "{metric} 由它自己算出；公式不应绕成一圈",
        "{metric} is computed from itself; a formula without a circle is expected",
    ),
    "rules.unusable_formula_large": (
        "{metric} 的公式展开后超过 {most} 个指标；应当写得更短",
        "{metric} is computed through more than {most} metrics; a shorter formula is expected",
    ),
    # METR104
    "rules.meaning_changed": (
        "{key} 写成了 {written}，内置的 {metric} 没有这一项；要算别的，请另建一个指标",
        "{key} is {written}, which the built-in {metric} does not have; a metric of its own is expected",
    ),
    "rules.meaning_changed_known": (
        "{key} 写成了 {written}，内置的 {metric} 是 {usual}；要算别的，请另建一个指标",
        "{key} is {written}, but {usual} for the built-in {metric}; a metric of its own is expected",
    ),
    # METR105
    "rules.spelling_taken": (
        "{spelling} 已经指 {other}；请换一个别处没有用过的叫法",
        "{spelling} means {other} already; a spelling that no other metric has is expected",
    ),
    "rules.spelling_taken_other": ("{other} 在这里用了它", "{other} uses it here"),
    # METR106
    "rules.part_not_additive_ratio": (
        "{metric} 由 {part} 算出，而它是比率，不能相加；请改用构成它的分子或分母",
        "{metric} is computed from {part}, a ratio, which cannot be added; the counts it is made of are expected",
    ),
    "rules.part_not_additive_score": (
        "{metric} 由 {part} 算出，而它是评分，不能相加；请改用计数或金额",
        "{metric} is computed from {part}, a score, which cannot be added; a count or an amount is expected",
    ),
    "rules.part_not_additive_stock": (
        "{metric} 按天相加，而 {part} 是期末数；请改用可以按天相加的指标",
        "{metric} adds up over days, but {part} is the stock of the last day; something that adds up is expected",
    ),
    # METR107
    "rules.unit_unlike_its_parts_ratio": (
        "{metric} 的单位是 {unit}，而 {above} 除以 {below} 得不出它；应为 {expected}",
        "{metric} is in {unit}, but {above} on {below} is not; {expected} is expected",
    ),
    "rules.unit_unlike_its_parts_sum": (
        "{metric} 的单位是 {unit}，其中 {part} 的单位是 {other}；单位相同才能相加",
        "{metric} is in {unit}, but its part {part} in {other}; one unit for the whole sum is expected",
    ),
    # METR108, METR109, METR110
    "rules.mixed_bases": (
        "{metric} 混用了不同口径：{parts}；请统一口径，或用 basis 写明结果按哪个口径",
        "{metric} mixes bases: {parts}; one basis is expected, or a basis that says how the result counts",
    ),
    "rules.direction_unlike_its_parts": (
        "{metric} 的方向是 {written}，按构成它的指标应为 {expected}；请核对",
        "{metric} is {written}, but {expected} follows from its parts; the same direction is expected",
    ),
    "rules.metric_without_owner": (
        "{metric} 有目标，却没有岗位负责它；请写进一个岗位的 owns",
        "{metric} has goals, but no role owns it; the owns of a role is expected to name it",
    ),
}

PAGES: dict[str, str] = {
    "METR101": """
用了指标词典里没有的指标。

没有定义的指标无法统计，也无法合计。指标用 id 称呼，别名和名称（`uv`、访客数）也认。
自己的指标在 `metrics/`里建一个文件。

怎么改：改成提示的指标，或建好自己的指标。
""",
    "METR102": """
比率没有分子或分母，或者分子、分母不是指标。

比率不能相加，也不能平均：上级的比率是分子之和除以分母之和。缺了一半，就没有任何团队、任何一周、任何一年算得出它。

怎么改：写明 numerator 和 denominator。
""",
    "METR103": """
指标由它自己算出，或由不存在的指标算出，或展开后有几百个指标。

这样的公式没有结果。计算时不用它，这个指标只显示数据源直接给出的数。

怎么改：改掉 `parts`、`numerator` 或 `denominator` 中绕回来的一项；写指标的 id，不写别名；公式太长就拆成几个指标。
""",
    "METR104": """
记录改变了内置指标的含义。

报表、推导和随附数据源的映射都认内置 id 的含义。在 `orders_paid` 里数买家，或给 `cvr` 换一个分母，它们就悄悄错了，
与别的团队也无法再比。可以补别名、口径、定义、负责岗位、合计的构成，或把方向改成区间；不能改单位、汇总方式、分子、分母，
也不能把越高越好改成越低越好。

怎么改：恢复原值，另建一个指标。
""",
    "METR105": """
指标的别名或名称已经指另一个指标。

指标先按 id 找，再按别名，最后按名称。别名与另一个指标的 id 相同，就永远找不到它；两个指标共用一个别名，就看谁在前；
名称被占用，就会指到别处。自己的别名可以有意接管内置的别名，如 `gmv`。

怎么改：换一个别名或名称。
""",
    "METR106": """
公式里有不能相加的部分。

上级的比率是分子之和除以分母之和，合计要能按天、按店相加。转化率、平台评分，以及合计里的期末数，既不能相加也不能平均，
这样的公式对一个季度、一个团队没有值。

怎么改：改用那个比率自己的分子和分母。
""",
    "METR107": """
指标的单位与构成它的指标不符。

每位访客的金额是金额，每次会话的秒数是秒，访客中的买家是占比或倍数；合计与各部分单位相同。单位写错，数对了，显示却错：
12.50 元成了 12.5%。

怎么改：改成提示的单位，或改分子、分母。
""",
    "METR108": """
公式混用了不同口径的金额，又没写明自己按哪个口径。

同一周的下单、支付、去退、结算金额可以差一成以上，混在一起，差在哪里谁也看不出来。有意混用的，如退款率，
用 `basis` 写明结果按哪个口径。

怎么改：换成同一口径的指标，或写明 `basis`。
""",
    "METR109": """
指标的方向与构成它的指标相反。

每单的投诉不会越多越好。方向写反，复盘会表扬最差的一周，下限会当成上限来查。要求落在区间里的部分不作判断。

怎么改：改对 `direction`。
""",
    "METR110": """
有目标的指标没有岗位负责。

目标写的是人，人会变；岗位写明谁的工作能改变这个数。没有岗位 `owns` 的指标，不在任何人的岗位卡和考核里，
复盘时才突然出现。负责比率或合计的，也负责构成它的指标。每个指标只报一次，报在它的第一个目标上。`rigor: strict` 时才查。

怎么改：写进一个岗位的 `owns`。
""",
}
