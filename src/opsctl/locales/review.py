"""Sentences of every review; what depends on the kind of its period stands in `review_numbers`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "review.facts": ("{span} · 数据截至 {day}", "{span} · data until {day}"),
    "review.facts_no_data": ("{span} · 还没有数据", "{span} · no data yet"),
    # What to read first.
    "review.short": (
        "{metric} {actual}，达成{goal} {target} 的 {attainment}，缺口 {gap}。",
        "{metric} {actual}: {attainment} of {goal} of {target}, {gap} short.",
    ),
    "review.met": (
        "{metric} {actual}，达成{goal} {target} 的 {attainment}，超出 {gap}。",
        "{metric} {actual}: {attainment} of {goal} of {target}, {gap} over.",
    ),
    "review.beside": (
        "{metric} {actual}，{goal} {target}。",
        "{metric} {actual}, with {goal} of {target}.",
    ),
    "review.no_target": ("{metric} {actual}，{here}没有目标。", "{metric} {actual}; there is no target for {here}."),
    "review.no_actual": (
        "{metric}{here}没有数据，无法判断。",
        "{metric}: no data for {here}, so nothing can be judged.",
    ),
    "review.covered": (
        "只比较有数据也有目标的 {days}/{total} 天。",
        "Only the {days} of {total} days that have both data and a target are compared.",
    ),
    "review.pace_ahead": (
        "{period} 已达成 {attainment}，按节奏应达 {due}，领先 {lead}。",
        "{period}: {attainment} reached where the curve had {due} due, ahead by {lead}.",
    ),
    "review.pace_behind": (
        "{period} 已达成 {attainment}，按节奏应达 {due}，落后 {lead}。",
        "{period}: {attainment} reached where the curve had {due} due, behind by {lead}.",
    ),
    "review.pace_on": (
        "{period} 已达成 {attainment}，与节奏持平。",
        "{period}: {attainment} reached, exactly what the curve had due.",
    ),
    "review.newer": (
        "较新的 {period} 数据还不全，所以看的是{here}。",
        "{period} is newer, but its data is not complete yet, so {here} is shown.",
    ),
    # Key figures.
    "review.figures": ("关键指标", "Key figures"),
    "review.metric": ("指标", "metric"),
    "review.actual": ("实际", "actual"),
    "review.target": ("目标", "target"),
    "review.gap": ("缺口", "gap"),
    "review.last_year": ("同比", "YoY"),
    "review.distinct": ("去重", "distinct"),
    "review.days_covered": ("天数", "days"),
    "review.attainment": ("达成率", "attained"),
    "review.same_number": ("同周号", "YoY no."),
    "review.note_same_number": (
        "“同比”往前数 52 周，星期对齐；“同周号”对去年同一周号 {week}，相差一周。",
        "“YoY” lies 52 weeks back, on the same weekdays; “YoY no.” is against {week}, the same number last year.",
    ),
    "review.note_no_such_number": (
        "去年没有与 {week} 同号的一周，只有星期对齐的同比。",
        "Last year has no week of the number of {week}; YoY is the one 52 weeks back only.",
    ),
    "review.note_distinct": (
        "{metrics}：实际与目标都是日累计口径（每天去重后相加）；“去重”是{whole}去重人数，只作参考，不与目标比较。",
        "{metrics}: actual and target are sums of days (日累计口径), each day counted distinctly; "
        "“distinct” counts {whole} once and is never compared with the target.",
    ),
    "review.note_daily_sum": (
        "{metrics}：实际与目标都是日累计口径（每天去重后相加）。",
        "{metrics}: actual and target are sums of days (日累计口径), each day counted distinctly.",
    ),
    "review.note_days": (
        "“天数”少于 {total} 的行，只比较有数据也有目标的那几天；比率缺任何一天就不算，写作 —。",
        "Rows with fewer than {total} days compare only those that have both data and a target; "
        "a ratio that lacks any day is not computed and stands as —.",
    ),
    "review.note_immature": (
        "{metric}到 {day} 才成熟，之前还会有退款到账，先看支付金额。",
        "{metric} is ripe for judgement on {day}; refunds arrive until then, so look at paid sales first.",
    ),
    # Pace.
    "review.pace": ("进度（截至 {day}）", "Pace (until {day})"),
    "review.period": ("期间", "period"),
    "review.whole_target": ("全期目标", "whole target"),
    "review.due": ("应达", "due"),
    "review.lead": ("进度差", "pace"),
    "review.ahead": ("领先 {lead}", "{lead} ahead"),
    "review.behind": ("落后 {lead}", "{lead} behind"),
    "review.on": ("持平", "on pace"),
    "review.note_pace": (
        "应达按目标自己的节奏曲线算，不是按天数平均；{days} 天缺数据，两边都不计。",
        "Due follows the goal's own curve, not the calendar; {days} days without data count on neither side.",
    ),
    "review.note_curve": (
        "应达按目标自己的节奏曲线算，不是按天数平均。",
        "Due follows the goal's own curve, not the calendar.",
    ),
    # Days, stores, what is missing.
    "review.by_day": ("每天：{metric}", "By day: {metric}"),
    "review.day": ("日期", "day"),
    "review.stores": ("店铺对比：{metric}", "Stores: {metric}"),
    "review.store": ("店铺", "store"),
    "review.missing": ("缺的数据", "What is missing"),
    "review.missing_since": (
        "{scope} 缺 {metrics}：{span}，之前最后有数据的是 {known}",
        "{scope} lacks {metrics}: {span}; the last day before with data is {known}",
    ),
    "review.missing_always": (
        "{scope} 缺 {metrics}：{span}，之前从未有过数据",
        "{scope} lacks {metrics}: {span}; there was never any data before",
    ),
    "review.severity_error": ("错误", "error"),
    "review.severity_warning": ("警告", "warning"),
    "review.severity_info": ("提示", "note"),
    # What a review says when it cannot, and when it has written a file.
    "review.no_sources": (
        "还没有数据源：在 sources/ 里写一个，把导出的列对应到指标",
        "there is no source yet: write one in sources/ that maps the columns of an export to metrics",
    ),
    "review.written": ("已写入 {file}", "wrote {file}"),
    "review.rates": ("{metric}的汇率影响", "What exchange rates did to {metric}"),
    "review.foreign_amount": ("原币", "in its currency"),
    "review.at_budget": ("按预算汇率", "at the budget rate"),
    "review.rate_effect": ("汇率影响", "rate effect"),
    "review.note_rates": (
        "目标和达成率都按预算汇率；汇率影响是按实际汇率多出或少掉的钱，单列，不算进达成率。",
        "Targets and attainment are at the budget rate; the effect is what the actual rate adds or takes, and is not "
        "in the attainment.",
    ),
    "review.note_no_actual_rate": (
        "还没有实际汇率：{months}；写进 fx/ 后才算得出影响。",
        "There is no actual rate yet for {months}; the effect is known once it stands in fx/.",
    ),
    "review.no_rate": (
        "{scope} 的 {metric} 是 {currency}，工作区是 {home}，{years} 年没有预算汇率，所以不折算、也不相加；请写 {file}",
        "{metric} of {scope} is in {currency} and the workspace in {home}; {years} has no budget rate, so it is "
        "neither converted nor added; write {file}",
    ),
    "review.mixed_bases": (
        "{metric} 的口径不一：{first} 按 {before}，{second} 按 {basis}，不能加成一个数；合计不给",
        "{metric} is counted on two bases, {before} in {first} and {basis} in {second}; they do not add up, so there "
        "is no sum",
    ),
    "review.onward": ("下一步", "Next"),
}
