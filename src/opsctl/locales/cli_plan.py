"""Help and refusals of the `plan` commands."""

SENTENCES: dict[str, tuple[str, str]] = {
    "cli_plan.split": (
        "把全年目标拆到店铺和月份，写成 CSV；加上 --from 就重排余下的月份。例：opsctl plan split 2026；"
        "opsctl plan split 2026 --from 2026-07 --policy spread --reason 上半年差一截 --owner zhao-min",
        "Split a year's goals over stores and months, written as CSV; with --from plan anew what is left of it. "
        "Examples: opsctl plan split 2026; "
        'opsctl plan split 2026 --from 2026-07 --policy spread --reason "behind in H1" --owner zhao-min',
    ),
    "cli_plan.split.from": (
        "从哪个月起重排，如 2026-07；之前各月冻结为实际值",
        "The first month to plan anew, such as 2026-07; the months before are frozen at what happened",
    ),
    "cli_plan.split.policy": (
        "缺口去哪：spread 摊到余下各月，next 全进下个月，events 进大促月，absorb 不补",
        "Where the gap goes: over the months left, into the next one, into those with promotions, or nowhere",
    ),
    "cli_plan.split.share": (
        "carry 各店自补（默认）；pool 所有店铺一起分",
        "carry: each store makes up for its own gap (default); pool: all stores share it",
    ),
    "cli_plan.split.reason": ("为什么重排", "Why it is re-planned"),
    "cli_plan.split.owner": ("谁定的（人员 id）", "Who decides it, by person id"),
    "cli_plan.split.year": ("年份，如 2026", "The year, such as 2026"),
    "cli_plan.split.check": ("只核对，有过期的就返回 1", "Only compare; exit 1 when something is stale"),
    "cli_plan.show": (
        "看任意期间的目标：年看月和季，月看周，周看天。例：opsctl plan show 2026-W23 --scope tmall-flagship；"
        "opsctl plan show 2026 --tree",
        "Show the targets of any period: a year by month and quarter, a month by week, a week by day. "
        "Examples: opsctl plan show 2026-W23 --scope tmall-flagship; opsctl plan show 2026 --tree",
    ),
    "cli_plan.show.metric": ("只看这个指标（id 或别名），可重复", "Only this metric, by id or alias; may be repeated"),
    "cli_plan.show.tree": ("沿组织树看一个指标", "Draw one metric down the organisation"),
    "cli_plan.show.by": (
        "按渠道（channel）或商品（product）看一个指标，各自加起来等于它",
        "One metric by channel or by product, each adding up to it",
    ),
    "cli_plan.tree_or_by": ("--tree 和 --by 只能选一个", "--tree and --by are two views; ask for one"),
    "cli_plan.one_metric": ("--tree、--by 一次只看一个指标", "--tree and --by show one metric at a time"),
    "cli_plan.why": (
        "一个目标值从哪来。例：opsctl plan why net_sales/tmall-flagship/2026-06",
        "Where a target comes from. Example: opsctl plan why net_sales/tmall-flagship/2026-06",
    ),
    "cli_plan.why.cell": (
        "指标/考核对象/期间，或 指标/考核对象/channel=渠道/期间",
        "metric/scope/period, or metric/scope/channel=NAME/period",
    ),
}
