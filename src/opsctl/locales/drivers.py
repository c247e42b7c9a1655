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
    "drivers.splits_disagree": (
        "按各自的权重拆下后，{scope} 的 {metric} 是 {given}，但 {product} = {implied}（相差 {gap}；共 {count} 个下级不一致）；"
        "应当一致，请删去其中一个 split，它会由其余两个得出",
        "divided by weights of their own, {metric} of {scope} is {given} but {product} = {implied} (gap {gap}; {count} "
        "children disagree); they should agree, drop one split and it follows from the others",
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
        "the holds or bounds of {other} and {metric} in {period} do not agree: any two of a sum give the third; drop one"
        " of them",
    ),
}
