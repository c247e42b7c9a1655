"""Sentences on why a number is not what it was to be."""

SENTENCES: dict[str, tuple[str, str]] = {
    "attribution.title": ("归因：{metric}，实际减{against}", "Why: {metric}, actual less {against}"),
    "attribution.stores": ("归因：店铺 × 驱动因素", "Why: stores × drivers"),
    "attribution.mix": ("归因：总量、结构、各店自身", "Why: volume, mix, each store itself"),
    "attribution.channels": ("归因：渠道", "Why: channels"),
    "attribution.target": ("目标", "target"),
    "attribution.previous": ("上期（{period}）", "{period}"),
    "attribution.last_year": ("去年同期（{period}）", "{period}"),
    # What to read first.
    "attribution.first": (
        "比{against}{gap}：影响最大的因素是{driver}（{effect}）{where}。",
        "{gap} than {against}: the driver that did most is {driver} ({effect}){where}.",
    ),
    "attribution.more": ("多 {amount}", "{amount} more"),
    "attribution.less": ("少 {amount}", "{amount} less"),
    "attribution.where": (
        "，影响最大的店是{store}（{effect}），那里最大的是{driver}（{inside}）",
        "; the store that did most is {store} ({effect}), there above all {driver} ({inside})",
    ),
    "attribution.in_store": (
        "，影响最大的店是{store}（{effect}）",
        "; the store that did most is {store} ({effect})",
    ),
    "attribution.nothing": (
        "没有一天在实际和{against}两边都有数，无法归因。",
        "No day is known both as actual and as {against}, so there is nothing to explain.",
    ),
    "attribution.no_gap": (
        "实际和{against}一样，没有缺口要解释。",
        "Actual and {against} are the same: no gap to explain.",
    ),
    # Tables.
    "attribution.driver": ("因素", "driver"),
    "attribution.baseline": ("对比值", "compared with"),
    "attribution.actual": ("实际", "actual"),
    "attribution.effect": ("影响", "effect"),
    "attribution.sum": ("合计", "sum"),
    "attribution.store": ("店铺", "store"),
    "attribution.channel": ("渠道", "channel"),
    "attribution.no_channel": ("不属于任何渠道", "in no channel"),
    "attribution.volume": ("总量", "volume"),
    "attribution.shift": ("结构", "mix"),
    "attribution.rate": ("自身", "rate"),
    "attribution.unsplit": ("未拆分", "not split"),
    "attribution.both": ("两种来路都有的人", "counted in both"),
    "attribution.cart_rate": ("加购率", "add-to-cart rate"),
    "attribution.cart_paid": ("加购后支付", "paid after adding to cart"),
    "attribution.units_per_buyer": ("每位买家件数", "pieces per buyer"),
    # How it was computed.
    "attribution.shapley": (
        "Shapley：所有替代顺序（连环替代）的平均，与顺序无关，没有残差。",
        "Shapley: the mean over all orders of substitution, so that no order is preferred and nothing is left over.",
    ),
    "attribution.chain": (
        "连环替代，顺序：{order}；换一个顺序，数会不同。",
        "Chain substitution in the order {order}; another order gives other numbers.",
    ),
    "attribution.lmdi": (
        "LMDI：对数平均分解，与顺序无关，没有残差。",
        "LMDI: the log-mean decomposition, which hangs on no order and leaves nothing over.",
    ),
    "attribution.lmdi_not": (
        "{owners} 有负数，取不了对数，那里用 Shapley。",
        "{owners} has a number below zero, which has no logarithm; Shapley was used there.",
    ),
    "attribution.pvm": (
        "价量结构：先换数量（对比值的价格），再换价格；数量分成总量和结构。",
        "Price, volume, mix: quantity first, at the prices compared with, then price; quantity is volume and mix.",
    ),
    "attribution.grain": (
        "按每家店的整个期间算，再相加；按更短的期间算再相加，数会略有不同。",
        "Computed for each store over the whole period, then added; by shorter periods it would differ a little.",
    ),
    "attribution.mix_note": (
        "总量：所有店的第一个因素一起多了或少了；结构：它移向比平均好的店还是差的店；自身：店里其余的因素。"
        "三者相加就是这家店的缺口。",
        "Volume: what more or less of the first driver did in all stores together; mix: its shift to better "
        "or worse stores; rate: the rest in each store. The three add up to the store's gap.",
    ),
    "attribution.covered": (
        "只比较两边都有数的 {days}/{total} 天。",
        "Only the {days} of {total} days that are known on both sides are compared.",
    ),
    "attribution.no_driver_target": (
        "{owners}没有{metrics}的目标。缺的不猜，缺口只拆到目标够得着的地方；在目标表里写数，"
        "能推出来的写 {example}，再跑 plan split。",
        "No target for {metrics} in {owners}. Nothing is guessed: the gap is split as far as targets go. Write numbers "
        "into the sheet, or {example} where it follows from others, and run plan split.",
    ),
    "attribution.no_actual": (
        "{owners}缺{metrics}的实际值：{days}；这些天的缺口没有按它拆开。",
        "{owners} lacks {metrics}: {days}; the gap of these days is not split by it.",
    ),
    "attribution.no_baseline": (
        "{owners}在对比期缺{metrics}：{days}；这些天的缺口没有按它拆开。",
        "{owners} lacks {metrics} in the period compared with: {days}; the gap of these days is not split by it.",
    ),
    "attribution.days": ("{first} 至 {last}，{count} 天", "{first} to {last}, {count} days"),
    # Receipts.
    "attribution.receipts": ("归因：核对", "Why: to check"),
    "attribution.receipt": ("{owner}：{totals}；{effects}；合计 {gap}", "{owner}: {totals}; {effects}; sum {gap}"),
    "attribution.step": ("{name} {before} → {after}", "{name} {before} → {after}"),
    "attribution.arithmetic": (
        "每个比率是后一个数除以前一个；因素 a 的影响 = a 的变化 × [(b0×c0 + b1×c1) ÷ 3 + "
        "(b0×c1 + b1×c0) ÷ 6]，b、c 是另外两个因素，0 是对比值，1 是实际。",
        "Each ratio is a number over the one before it; the effect of a = its change × [(b0×c0 + b1×c1) ÷ 3 + "
        "(b0×c1 + b1×c0) ÷ 6], with b and c the other two, 0 compared with, 1 actual.",
    ),
    # The command.
    "attribution.against_help": (
        "归因和什么比：target、previous、last-year；默认 target",
        "What the gap is explained against: target, previous, last-year; target by default",
    ),
    "attribution.method_help": (
        "怎么归因：shapley（默认）、chain（连环替代）、lmdi、pvm（价量结构）",
        "How the gap is split: shapley (default), chain (substitution in order), lmdi, pvm (price, volume, mix)",
    ),
}
