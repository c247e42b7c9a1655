"""Sentences about months fixed above curves: what clashes, and how a cell of the table arose."""

SENTENCES: dict[str, tuple[str, str]] = {
    "fixed.clash": (
        "fix: months 做不到：{asking}，合计 {need}；而 {leaving}，只放得下 {place}，差 {gap}。"
        "以上各项缺一即不冲突，请改动其中一项",
        "fix: months cannot be met: {asking} make {need}, while {leaving} leave place for {place}, {gap} short; "
        "without any one of these the others agree, so change one",
    ),
    "fixed.nothing_below": (
        "{scope} 写了 fix: months，但下级没有这个指标的目标；请写 split，或删去 fix",
        "{scope} says fix: months, but no scope below has a goal for this metric; add split, or remove fix",
    ),
    "fixed.years_differ": (
        "fix: months 要求下级全年之和等于目标：{scope} 是 {total}，下级之和是 {years}；请让两者相等，或删去 fix",
        "fix: months needs the years below to add up to the goal: {scope} has {total}, they add up to {years}; make "
        "them equal, or remove fix",
    ),
    "fixed.twice": (
        "{scope} 的 fix: months 不起作用：上级 {above} 已固定各月；请只保留一处",
        "fix: months of {scope} has no effect: {above} above already fixes the months; keep only one of them",
    ),
    "fixed.part_row": ("{scope} 全年 {value}", "{scope} has {value} for the year"),
    "fixed.part_column": ("{scope} 在 {period} 固定为 {value}", "{scope} is fixed at {value} in {period}"),
    "fixed.part_hold": ("{scope} 在 {period} 锁定 {value}", "{scope} is held at {value} in {period}"),
    "fixed.part_floor": ("{scope} 在 {period} 至少 {value}", "{scope} has at least {value} in {period}"),
    "fixed.part_cap": ("{scope} 在 {period} 至多 {value}", "{scope} has at most {value} in {period}"),
    "fixed.part_zero": (
        "{scope} 在 {period} 没有占比（未开业、已关店或曲线为 0）",
        "{scope} has no share in {period}: not open, closed, or 0 on its curve",
    ),
    "fixed.why_table": (
        "{scope} 的全年 {total} 放进 {above} 各月固定的表：占比 × 行系数 {factor} × 月系数，"
        "四舍五入到最小单位：{cells}；行合计等于全年，列合计等于 {above} 的当月",
        "{scope}'s {total} in the table under the fixed months of {above}: share × row factor {factor} × month factor, "
        "rounded to the smallest unit: {cells}; the row adds up to its year, every month to {above}'s",
    ),
    "fixed.why_table_limits": (
        "{scope} 的全年 {total} 放进 {above} 各月固定的表：占比 × 行系数 {factor} × 月系数，"
        "四舍五入到最小单位：{cells}；先满足 {limits}；行合计等于全年，列合计等于 {above} 的当月",
        "{scope}'s {total} in the table under the fixed months of {above}: share × row factor {factor} × month factor, "
        "rounded to the smallest unit: {cells}; {limits} first; the row adds up to its year, every month to {above}'s",
    ),
    "fixed.why_months": (
        "{scope} 写了 fix: months：全年 {total} 按曲线 {curve} 固定到月：{shares}",
        "{scope} says fix: months: the year's {total} is fixed by month by curve {curve}: {shares}",
    ),
    "fixed.why_months_limits": (
        "{scope} 写了 fix: months：全年 {total} 按曲线 {curve} 固定到月：{shares}；先满足 {limits}，其余按占比重分",
        "{scope} says fix: months: the year's {total} is fixed by month by curve {curve}: {shares}; {limits} first, "
        "the rest by share",
    ),
}
