"""Sentences about what follows from a goal: driver arithmetic, ratios of child scopes, contradictions."""

SENTENCES: dict[str, tuple[str, str]] = {
    "drivers.net_without_refund_rate": (
        "目标 {metric} 由净销售额推算，但没有 refund_rate：净额要先加回退款才是支付金额；请补上退款率目标",
        "goal {metric} hangs on net sales, but there is no refund_rate: net sales are grossed up by it first; "
        "add a goal for the refund rate",
    ),
    "drivers.contradiction": (
        "{metric} 是 {given}，但 {product} = {implied}（相差 {gap}）；应当一致，请改其中一个，或把一个写成 derived",
        "{metric} {given} but {product} = {implied} (gap {gap}); they should agree, change one of them or let one be "
        "derived",
    ),
    "drivers.zero_contradicts": (
        "{id} 写的是 0，这样 {product} 只能是 0，而 {metric} 是 {given}；应大于 0，请改成应有的数，或写成 derived",
        "{id} is 0, so {product} can only be 0, but {metric} is {given}; a number above 0 is expected, or let it be "
        "derived",
    ),
    "drivers.ratio_takes_all": (
        "{child} 的 {id} 写定 {value}，{scope} 以下的 {metric} 光是定死的就有 {least}，超过合计 {total}；"
        "应写一个给其余下级留有余地的比率（整体是 {whole}），或删去",
        "{id} of {child} is {value}, which fixes {least} of {metric} below {scope}, more than its {total}; a ratio is "
        "expected that leaves something for the others ({whole} on the whole), or none",
    ),
    "drivers.splits_disagree": (
        "按各自的权重拆下后，{scope} 的 {metric} 是 {given}，但 {product} = {implied}（相差 {gap}；"
        "共 {count} 个下级不一致）；应当一致，请删去其中一个 split，它会由其余两个得出",
        "divided by weights of their own, {metric} of {scope} is {given} but {product} = {implied} (gap {gap}; {count} "
        "children disagree); they should agree, drop one split and it follows from the others",
    ),
    "drivers.follows_below_zero": (
        "{metric} 会是 {value}，不应低于 0：{equation}（{inputs}）；这些比率下卖得再多也达不到目标，请检查比率或目标",
        "{metric} would be {value}, which must not be below 0: {equation} ({inputs}); no sales reach the goal at these "
        "ratios, look at them or at the goal",
    ),
    "drivers.ratio_below_zero": (
        "由 {value} 推不出目标：{metric} 都不会低于 0，它们的比率也不会；请改成 0 以上的数",
        "no goal follows from {value}: {metric} never are below 0, nor is their ratio; write a number of at least 0",
    ),
    "drivers.nothing_left": (
        "目标 {metric} 推不出来：{ratios} 合起来一分不剩，等于除以 0；请改小其中一个比率",
        "goal {metric} does not follow: {ratios} together leave nothing, which divides by 0; lower one of the ratios",
    ),
    "drivers.no_way_down": (
        "{metric} 由 {source} 隔着其他合计倒推，无法在 {scope} 一级拆给下级；请在每家店的目标表里写 "
        "{source}: inherited 和各项比率，并把 {metric} 写成 derived",
        "{metric} is backed out of {source} through other sums, which cannot be divided at {scope}; in the sheet of "
        "each store write {source}: inherited and the ratios, and let {metric} be derived there",
    ),
    "drivers.below_zero": (
        "按推算步骤拆下，{scope} 的 {metric} 会是 {value}，不应低于 0；请检查它所依据的各个拆分和比率",
        "divided along its steps, {metric} of {scope} would be {value}, which must not be below 0; look at the splits "
        "and ratios it follows from",
    ),
    "drivers.month_below_zero": (
        "{metric} 在 {period} 会是 {value}（{sum}），不应低于 0；请放宽这个月的锁定或上下限",
        "{metric} would be {value} in {period} ({sum}), which must not be below 0; loosen the holds or bounds of that "
        "month",
    ),
    "drivers.holds_clash": (
        "{period} 的 {other} 与 {metric} 的锁定或上下限对不上：三者中有两个就定了第三个；请去掉其中一个",
        "the holds or bounds of {other} and {metric} in {period} do not agree: any two of a sum give the third; drop "
        "one of them",
    ),
    "drivers.why_along": (
        "全年 {total} 按 {source} 的各月拆到月（{metric} 由它推出）：{shares}",
        "the year's {total} over months as {source} lies, which {metric} follows from: {shares}",
    ),
    "drivers.why_along_limits": (
        "全年 {total} 按 {source} 的各月拆到月（{metric} 由它推出）：{shares}；先满足 {limits}，其余按比例分",
        "the year's {total} over months as {source} lies, which {metric} follows from: {shares}; {limits} first, the "
        "rest in proportion",
    ),
    "drivers.why_difference_months": (
        "{metric} 每个月都是 {formula}：{shares}",
        "{metric} is {formula} in every month: {shares}",
    ),
    "drivers.why_difference": (
        "{scope} 得 {share}：{formula} = {sum}",
        "{scope} gets {share}: {formula} = {sum}",
    ),
    "drivers.why_share_relative": (
        "{scope} 得 {share}：{above} 的 {total} 按各下级的 {base_id} {sign} {id} 拆下，这里是 "
        "{base} {sign} {ratio}（上级目标表里的 relative），全部等比缩放后合计不变；{id} 成为 {reached}",
        "{scope} gets {share}: {above} divides {total} by each child's {base_id} {sign} {id}, here "
        "{base} {sign} {ratio} (relative in the sheet above), all scaled so that the sum is "
        "kept; {id} becomes {reached}",
    ),
    "drivers.why_share_baseline": (
        "{scope} 得 {share}：{above} 的 {total} 按各下级的 {base_id} {sign} {id} 拆下，这里是 "
        "{base} {sign} {ratio}（自己的基线），全部等比缩放后合计不变；{id} 成为 {reached}",
        "{scope} gets {share}: {above} divides {total} by each child's {base_id} {sign} {id}, here "
        "{base} {sign} {ratio} (its own baseline), all scaled so that the sum is kept; {id} becomes {reached}",
    ),
    "drivers.why_share_whole": (
        "{scope} 得 {share}：{above} 的 {total} 按各下级的 {base_id} {sign} {id} 拆下，这里是 "
        "{base} {sign} {ratio}（没有自己的历史，取上级的），全部等比缩放后合计不变；{id} 成为 {reached}",
        "{scope} gets {share}: {above} divides {total} by each child's {base_id} {sign} {id}, here "
        "{base} {sign} {ratio} (the parent's, without a history of its own), all scaled so that the sum is "
        "kept; {id} becomes {reached}",
    ),
    "drivers.why_share_typed": (
        "{scope} 得 {share}：在 {above} 的 {total} 中，它的 {id} 写定为 {ratio}：{base_id} {base} {sign} {ratio}；"
        "其余下级缩放后合计不变",
        "{scope} gets {share}: in {above}'s {total} its {id} is fixed at {ratio}: {base_id} {base} {sign} {ratio}; the "
        "others are scaled so that the sum is kept",
    ),
    "drivers.why_ratio": (
        "{id} = {numerator} {top} ÷ {denominator} {bottom}{times} = {value}",
        "{id} = {numerator} {top} ÷ {denominator} {bottom}{times} = {value}",
    ),
    "drivers.why_ratio_typed": (
        "{scope} 的目标表写定 {id} = {value}",
        "{scope}'s sheet sets {id} = {value}",
    ),
    "drivers.why_ratio_parts": (
        "两部分各自的来历：{above} 和 {below}",
        "where the two come from: {above} and {below}",
    ),
    "drivers.ratio_without_parts": (
        "{cell} 没有目标：{metric} 由 {parts} 的目标推出，这里至少缺一个",
        "there is no target {cell}: {metric} follows from the targets of {parts}, and one of them has none here",
    ),
    "drivers.share_buys": (
        "支付金额的 {share} 按每次点击 {cpc} 能买 {clicks} 次点击，是所需 {visitors} 访客的 {reach}",
        "{share} of paid sales buys {clicks} clicks at {cpc}, {reach} of the {visitors} visitors needed",
    ),
    "drivers.spend_buys": (
        "推广花费 {spend} 按每次点击 {cpc} 能买 {clicks} 次点击，是所需 {visitors} 访客的 {reach}",
        "{spend} of ad spend buys {clicks} clicks at {cpc}, {reach} of the {visitors} visitors needed",
    ),
    "drivers.plausible_free": ("，其余要靠免费流量", "; the rest must come from free traffic"),
    "drivers.plausible_enough": ("，比所需的还多", "; more than are needed"),
    "drivers.million": ("{number} 百万", "{number} million"),
    "drivers.unlike_traffic": (
        "{metric}是各平台各自口径之和：{parts}",
        "{metric} adds up what unlike platforms count: {parts}",
    ),
    "drivers.counted_shelf": ("货架店访客 {value}（{scopes}）", "shop visitors {value} ({scopes})"),
    "drivers.counted_content": ("内容店访客 {value}（{scopes}）", "visitors from content {value} ({scopes})"),
    "drivers.counted_amazon": ("亚马逊访客 {value}（{scopes}）", "Amazon visitors {value} ({scopes})"),
    "drivers.between": ("、", ", "),
    "drivers.beside": ("，", "; "),
}
