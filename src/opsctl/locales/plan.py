"""Sentences about targets: splitting, clashes and receipts."""

SENTENCES: dict[str, tuple[str, str]] = {
    "plan.too_fine": (
        "目标 {metric} 的值 {value} 比最小单位更细，应至多 {digits} 位小数",
        "goal {metric} is {value}, finer than its smallest unit; at most {digits} decimal places are expected",
    ),
    "plan.not_derivable": (
        "目标 {metric} 写了 derived，但由同一张表的其他目标推不出它；请补上所需的目标，或直接填数",
        "goal {metric} says derived, but nothing in this sheet leads to it; add the goals it follows from, "
        "or type a number",
    ),
    "plan.divides_by_zero": (
        "推不出目标 {metric}：{cause} 是 {value}，算到它要除以 0；请改 {cause}，或给 {metric} 直接填数",
        "goal {metric} does not follow: {cause} is {value}, which leads to a division by 0; change {cause}, or type a "
        "number for {metric}",
    ),
    "plan.divides_by_zero_here": ("{cause} 写在这里", "{cause} is written here"),
    "plan.clash_floors": (
        "拆不开：锁定与下限合计 {least}，超过总数 {total}",
        "cannot be divided: holds and floors add up to {least}, more than the total of {total}",
    ),
    "plan.clash_caps": (
        "拆不开：锁定与上限合计 {most}，不足总数 {total}",
        "cannot be divided: holds and caps add up to {most}, less than the total of {total}",
    ),
    "plan.clash_weights": (
        "拆不开：总数 {total} 只能放下 {most}，除了锁定的和已到上限的，其余都没有权重",
        "cannot be divided: only {most} of the total of {total} finds a place; what is neither held nor at its cap has "
        "no weight",
    ),
    "plan.clash_crossed": (
        "拆不开：有一项的下限高于它的上限（总数 {total}）",
        "cannot be divided: a floor stands above its own cap (total {total})",
    ),
    "plan.hold_not_a_month": (
        "{period} 不是 {year} 年的月份；全年目标只能按月锁定或设上下限，如 {year}-02",
        "{period} is not a month of {year}; a year's goal is held or bounded by month, as in {year}-02",
    ),
    "plan.no_open_day": (
        "{scope} 在 {period} 没有一天可以承担 {value}：未开业、已关店或权重全为 0",
        "{scope} has no day in {period} to carry {value}: not open yet, closed, or all weights are 0",
    ),
    "plan.months_are_a_sum": (
        "{scope} 的各月是下级之和，{period} 得 {got}，与这里写的 {value} 不符；请在下级的目标表里锁定或设上下限",
        "{scope}'s months are the sum of its children, which gives {got} for {period}, not the {value} set here; "
        "set it in the children's sheets",
    ),
    "plan.why_fiscal": (
        "{period} = {total}，是其中整月与零散日子之和：{sum}",
        "{period} = {total}, the sum of its whole months and other days: {sum}",
    ),
    "plan.why_days": (
        "{period} = {total}，是 {count} 天之和：{sum}",
        "{period} = {total}, the sum of {count} days: {sum}",
    ),
    "plan.why_months": (
        "{period} = {total}，是 {count} 个月之和：{sum}",
        "{period} = {total}, the sum of {count} months: {sum}",
    ),
    "plan.why_spread": (
        "{month} 的 {total} 按天铺开：累计权重占 {weight} 的比例四舍五入后相减，"
        "月内任何一天的累计误差不超过半个最小单位；累计权重 {days}",
        "{month}, {total}, over its days: differences of the rounded running share of {weight}, so that no running "
        "total is off by more than half a unit; running weight {days}",
    ),
    "plan.why_curve": (
        "全年 {total} 按曲线 {curve} 拆到月：{shares}",
        "the year's {total} over months by curve {curve}: {shares}",
    ),
    "plan.why_curve_limits": (
        "全年 {total} 按曲线 {curve} 拆到月：{shares}；先满足 {limits}，其余按占比重分",
        "the year's {total} over months by curve {curve}: {shares}; {limits} first, the rest by share",
    ),
    "plan.why_children": (
        "{scope} 全年 {total}，是下级之和：{sum}",
        "{scope} has {total} for the year, the sum of its children: {sum}",
    ),
    "plan.why_parts": (
        "{scope} 在 {period} 为 {total}，是下级之和：{sum}",
        "{scope} has {total} in {period}, the sum of its children: {sum}",
    ),
    "plan.why_split": (
        "{scope} 得 {share}：{above} 的 {total} 按权重 {weight}/{weights} 拆下，逐项取整到最小单位而合计不变",
        "{scope} gets {share}: {above} divides {total} by weight {weight} of {weights}, each rounded to the smallest "
        "unit and the sum kept",
    ),
    "plan.why_split_limits": (
        "{scope} 得 {share}：{above} 的 {total} 先满足 {limits}，其余按权重 {weight}/{weights} 拆下，"
        "逐项取整到最小单位而合计不变",
        "{scope} gets {share}: {above} divides {total}, {limits} first, the rest by weight {weight} of {weights}, each "
        "rounded to the smallest unit and the sum kept",
    ),
    "plan.why_held": (
        "{scope} 得 {share}：在 {above} 的 {total} 中锁定",
        "{scope} gets {share}: held in {above}'s {total}",
    ),
    "plan.why_typed": ("{scope} 的目标表写定 {metric} = {total}", "{scope}'s sheet sets {metric} = {total}"),
    "plan.why_derived": (
        "{scope} 的 {metric} = {total}，由目标表推出：{steps}",
        "{scope}'s {metric} = {total} follows from its sheet: {steps}",
    ),
    "plan.why_followed": (
        "{scope} 的 {metric} = {total}，跟着它自己写定的数走，不用上级拆下的份额：{steps}",
        "{scope}'s {metric} = {total} follows the number its own sheet sets, not the share from above: {steps}",
    ),
    "plan.no_sheets": ("{year} 年还没有目标表", "there are no target sheets for {year}"),
    "plan.years_with_sheets": ("有目标表的年份：{years}", "years with target sheets: {years}"),
    "plan.bad_cell": ("{cell} 不是目标值的地址", "{cell} is not the address of a cell"),
    "plan.cell_form": (
        "写作 指标/考核对象/期间，如 net_sales/tmall-flagship/2026-06；"
        "按渠道或商品看，写作 net_sales/tmall-flagship/channel=search/2026-06",
        "write metric/scope/period, such as net_sales/tmall-flagship/2026-06; of a channel or product, "
        "net_sales/tmall-flagship/channel=search/2026-06",
    ),
    "plan.why_view": (
        "{scope} 的 {member} 得 {total}：占比 {share}/{shares}，年初累计到期末的 {after} 中分得 {until}，"
        "到期初之前的 {before} 中分得 {since}，两者之差",
        "{scope}'s {member} gets {total}: by its share {share} of {shares} it has {until} of the {after} from January "
        "to the end of the period, and {since} of the {before} before it began",
    ),
    "plan.why_members": (
        "{scope} 的 {member} 为 {total}，是下级之和：{sum}",
        "{scope}'s {member} is {total}, the sum of its children: {sum}",
    ),
    "plan.no_metric": ("没有指标 {metric}", "there is no metric {metric}"),
    "plan.no_targets": ("{scope} 在 {period} 没有目标", "{scope} has no targets in {period}"),
    "plan.split_first": (
        "在 targets/ 里写目标，再运行 opsctl check 看看",
        "write goals in targets/, then see what opsctl check says",
    ),
    "plan.list_metrics": ("全部指标：opsctl list metric", "all metrics: opsctl list metric"),
    "plan.no_cell": ("{cell} 没有目标", "there is no target {cell}"),
    "plan.show_instead": (
        "这里有哪些目标：opsctl plan show {period} --scope {scope}",
        "see which there are: opsctl plan show {period} --scope {scope}",
    ),
    "plan.no_scope": ("没有团队、店铺或人员 {scope}", "there is no team, store or person {scope}"),
    "plan.scopes": ("有这些：{names}", "there are: {names}"),
}
