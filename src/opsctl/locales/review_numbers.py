"""Sentences of reviews that depend on the kind of period, and of what lies ahead."""

SENTENCES: dict[str, tuple[str, str]] = {
    # Help.
    "review_numbers.help_daily": (
        "看一天：当天对目标、本月进度、剩余每天要做多少、三个异常；不写日期就是数据完整的最近一天。"
        "例：opsctl review daily --format chat",
        "Review a day: against its target, the month's pace, what every day left needs, three exceptions; without a "
        "day the last one that is complete in the data. Example: opsctl review daily --format chat",
    ),
    "review_numbers.help_weekly": (
        "一周复盘；不写期间就是数据完整的最近一周。例：opsctl review weekly 2026-W23 --scope tmall-flagship",
        "Review a week; without a period the last week that is complete in the data. "
        "Example: opsctl review weekly 2026-W23 --scope tmall-flagship",
    ),
    "review_numbers.help_monthly": (
        "月复盘；不写期间就是数据完整的最近一个月。例：opsctl review monthly 2026-10",
        "Review a month; without a period the last month that is complete in the data. "
        "Example: opsctl review monthly 2026-10",
    ),
    "review_numbers.help_quarterly": (
        "季复盘，按月展开；不写期间就是数据完整的最近一季。例：opsctl review quarterly 2026-Q3",
        "Review a quarter by its months; without a period the last quarter that is complete in the data. "
        "Example: opsctl review quarterly 2026-Q3",
    ),
    "review_numbers.help_yearly": (
        "年度复盘，按季展开；不写期间就是数据完整的最近一年。例：opsctl review yearly 2026",
        "Review a year by its quarters; without a period the last year that is complete in the data. "
        "Example: opsctl review yearly 2026",
    ),
    "review_numbers.period_daily": ("日期，如 2026-11-11", "The day, such as 2026-11-11"),
    "review_numbers.period_weekly": ("周，如 2026-W23", "The week, such as 2026-W23"),
    "review_numbers.period_monthly": (
        "月，如 2026-10；财月如 FY2026-P05",
        "The month, such as 2026-10; a fiscal one such as FY2026-P05",
    ),
    "review_numbers.period_quarterly": (
        "季，如 2026-Q3；财季如 FY2026-Q3",
        "The quarter, such as 2026-Q3; a fiscal one such as FY2026-Q3",
    ),
    "review_numbers.period_yearly": (
        "年，如 2026；财年如 FY2026",
        "The year, such as 2026; a fiscal one such as FY2026",
    ),
    # What a call cannot be answered with.
    "review_numbers.one_daily": ("一天", "day"),
    "review_numbers.one_weekly": ("一周", "week"),
    "review_numbers.one_monthly": ("一个月", "month"),
    "review_numbers.one_quarterly": ("一个季度", "quarter"),
    "review_numbers.one_yearly": ("一年", "year"),
    "review_numbers.other_kind": ("{period} 不是{kind}", "{period} is not a {kind}"),
    "review_numbers.form_daily": ("日期写作 2026-11-11", "write a day as 2026-11-11"),
    "review_numbers.form_weekly": ("周写作 2026-W23", "write a week as 2026-W23"),
    "review_numbers.form_monthly": ("月写作 2026-10", "write a month as 2026-10"),
    "review_numbers.form_quarterly": ("季写作 2026-Q3", "write a quarter as 2026-Q3"),
    "review_numbers.form_yearly": ("年写作 2026", "write a year as 2026"),
    "review_numbers.no_complete": (
        "{scope} 没有哪{kind}的数据是完整的",
        "no {kind} of {scope} is complete in the data",
    ),
    "review_numbers.name_one": (
        "写明期间也能复盘，缺的会标出来：opsctl review {kind} {example}",
        "name a period to review it all the same, with what is missing: opsctl review {kind} {example}",
    ),
    # The kind of review, by the kind of its period.
    "review_numbers.title_day": ("{scope} 日报 {period}", "{scope}: day {period}"),
    "review_numbers.title_week": ("{scope} 周复盘 {period}", "{scope}: weekly review {period}"),
    "review_numbers.title_month": ("{scope} 月复盘 {period}", "{scope}: monthly review {period}"),
    "review_numbers.title_quarter": ("{scope} 季复盘 {period}", "{scope}: quarterly review {period}"),
    "review_numbers.title_year": ("{scope} 年度复盘 {period}", "{scope}: yearly review {period}"),
    "review_numbers.title_other": ("{scope} 复盘 {period}", "{scope}: review {period}"),
    "review_numbers.goal_day": ("当天目标", "the day's target"),
    "review_numbers.goal_week": ("周目标", "the week's target"),
    "review_numbers.goal_month": ("本月目标", "the month's target"),
    "review_numbers.goal_quarter": ("本季目标", "the quarter's target"),
    "review_numbers.goal_year": ("全年目标", "the year's target"),
    "review_numbers.goal_other": ("本期目标", "the period's target"),
    "review_numbers.here_day": ("这一天", "this day"),
    "review_numbers.here_week": ("这一周", "this week"),
    "review_numbers.here_month": ("这个月", "this month"),
    "review_numbers.here_quarter": ("这个季度", "this quarter"),
    "review_numbers.here_year": ("这一年", "this year"),
    "review_numbers.here_other": ("这个期间", "this period"),
    "review_numbers.whole_day": ("当天", "the day"),
    "review_numbers.whole_week": ("整周", "the whole week"),
    "review_numbers.whole_month": ("整月", "the whole month"),
    "review_numbers.whole_quarter": ("整季", "the whole quarter"),
    "review_numbers.whole_year": ("全年", "the whole year"),
    "review_numbers.whole_other": ("整个期间", "the whole period"),
    # Comparisons.
    "review_numbers.previous_day": ("周同比", "vs last week"),
    "review_numbers.previous_week": ("周环比", "WoW"),
    "review_numbers.previous_month": ("月环比", "MoM"),
    "review_numbers.previous_quarter": ("季环比", "QoQ"),
    "review_numbers.previous_other": ("环比", "before"),
    "review_numbers.by_event": ("同活动", "YoY event"),
    "review_numbers.compared_weekdays": (
        "缺口 = 目标 - 实际，负数是超出；{name}对 {previous}，同比对 {last_year}（星期对齐）。",
        "gap = target - actual, negative when exceeded; {name} is against {previous}, YoY against {last_year} "
        "by weekday.",
    ),
    "review_numbers.compared_calendar": (
        "缺口 = 目标 - 实际，负数是超出；{name}对 {previous}，同比对 {last_year}。",
        "gap = target - actual, negative when exceeded; {name} is against {previous}, YoY against {last_year}.",
    ),
    "review_numbers.compared_year": (
        "缺口 = 目标 - 实际，负数是超出；同比对 {last_year}。",
        "gap = target - actual, negative when exceeded; YoY is against {last_year}.",
    ),
    "review_numbers.compared_event": (
        "“同活动”按“{event}”对齐（{day} 对 {before}）：对 {span}。",
        "“YoY event” is aligned by {event} ({day} to {before}): against {span}.",
    ),
    # What lies ahead.
    "review_numbers.outlook": ("预测与剩余每天要做多少", "Forecast, and what every day left needs"),
    "review_numbers.forecast": ("预测", "forecast"),
    "review_numbers.range": ("八成把握的范围", "80% range"),
    "review_numbers.attained_then": ("预计达成率", "attained then"),
    "review_numbers.chance": ("达标可能", "chance"),
    "review_numbers.days_left": ("剩余天数", "days left"),
    "review_numbers.average": ("剩余日均", "needed a day"),
    "review_numbers.times": ("是计划的", "of plan"),
    "review_numbers.from_to": ("{low} 至 {high}", "{low} to {high}"),
    "review_numbers.chance_reached": ("已达成", "reached"),
    "review_numbers.chance_likely": ("大（八成以上）", "likely (over 80%)"),
    "review_numbers.chance_on_track": ("过半（五到八成）", "on track (50–80%)"),
    "review_numbers.chance_at_risk": ("有风险（二到五成）", "at risk (20–50%)"),
    "review_numbers.chance_unlikely": ("小（不到二成）", "unlikely (under 20%)"),
    "review_numbers.chance_missed": ("已错过", "missed"),
    "review_numbers.note_shrunk": (
        "预测是已达成的，加上剩余目标乘以达成水平。达成水平取已过各{parts}实际与目标之比，异常的收回到常见范围，"
        "期数越少越向计划靠拢；都按目标自己的节奏曲线。范围有八成把握。",
        "The forecast is what is reached plus what is left of the target times the level reached. The level is actual "
        "to target over the closed {parts}, outliers pulled in, closer to the plan the fewer they are; all of it on "
        "the goal's own curve. The range holds with 80%.",
    ),
    "review_numbers.note_run_rate": (
        "{periods}：已过的{parts}不到 4 个，只按目前的达成率推算，不给范围和可能性。",
        "{periods}: fewer than 4 closed {parts}, so the rate so far is carried on, without range or chance.",
    ),
    "review_numbers.parts_day": ("天", "days"),
    "review_numbers.parts_week": ("整周", "weeks"),
    "review_numbers.both_parts": ("天（年、季按整周）", "days (of quarters and years, weeks)"),
    "review_numbers.first_forecast": (
        "预测 {period} 收于 {value}（八成把握在 {low} 至 {high}），目标 {target}，达标可能：{chance}。",
        "{period} is forecast to end at {value} (80%: {low} to {high}) against {target}; chance: {chance}.",
    ),
    "review_numbers.first_run_rate": (
        "照目前的达成率，{period} 会收于 {value}，目标 {target}。",
        "At the rate so far {period} ends at {value} against {target}.",
    ),
    "review_numbers.first_rate": (
        "剩余 {days} 天平均每天要 {average}，是计划的 {times}；{next}要 {tomorrow}。",
        "The {days} days left need {average} a day, {times} of the plan; {next} needs {tomorrow}.",
    ),
    "review_numbers.first_none_needed": (
        "{period} 的目标已经达成，剩余 {days} 天都是超出。",
        "The target of {period} is reached; all of the {days} days left is on top.",
    ),
    # Tiers.
    "review_numbers.tiers": ("保底、承诺与冲刺", "Floor, commitment and stretch"),
    "review_numbers.floor": ("保底", "floor"),
    "review_numbers.commit": ("承诺", "commitment"),
    "review_numbers.stretch": ("冲刺", "stretch"),
    "review_numbers.reached": ("到了哪一档", "reached"),
    "review_numbers.reached_below": ("不到保底", "below all"),
    "review_numbers.reached_floor": ("保底", "floor"),
    "review_numbers.reached_commit": ("承诺", "commitment"),
    "review_numbers.reached_stretch": ("冲刺", "stretch"),
    "review_numbers.note_tiers": (
        "各档都只算有数据的那些天，按同一条节奏曲线。",
        "All of them are over the days with data, on the same curve.",
    ),
    # Channels, products, people.
    "review_numbers.by_channel": ("渠道对比：{metric}", "Channels: {metric}"),
    "review_numbers.by_product": ("商品与角色对比：{metric}", "Products and their roles: {metric}"),
    "review_numbers.channel": ("渠道", "channel"),
    "review_numbers.product": ("商品或角色", "product or role"),
    "review_numbers.of_whole": ("占比", "share"),
    "review_numbers.unplanned": ("计划外", "unplanned"),
    "review_numbers.unassigned": ("未归类", "unassigned"),
    "review_numbers.note_members": (
        "“计划外”是没有目标的那些合计卖了多少；“未归类”是数据源没有分出来的，各行加起来等于合计。",
        "“unplanned” is what those without a target sold together, “unassigned” what the source does not tell apart; "
        "the rows add up to the whole.",
    ),
    "review_numbers.no_channel_data": (
        "有渠道目标，但没有数据源按渠道给数，无从比较；在数据源里写 dimension: {{channel: …}}。",
        "There are targets by channel, but no source tells channels apart; write dimension: {{channel: …}} in one.",
    ),
    "review_numbers.no_product_data": (
        "有商品目标，但没有数据源按商品给数，无从比较；在数据源里写 dimension: {{product: …}}。",
        "There are targets by product, but no source tells products apart; write dimension: {{product: …}} in one.",
    ),
    "review_numbers.people": ("人员：各自负责的指标", "People: the metrics their roles own"),
    "review_numbers.person": ("人员", "person"),
    "review_numbers.note_people": (
        "“—”：这个指标由几个人分担，数据源没有按人给数，不替任何人猜。",
        "“—”: several people share the metric and no source tells them apart, so nobody's part is guessed.",
    ),
    # Refunds that are still to come, and numbers that were otherwise.
    "review_numbers.maturity": ("净销售额的成熟度：退款到齐了多少", "How ripe net sales are: refunds that are in"),
    "review_numbers.arrived": ("退款已到", "refunds in"),
    "review_numbers.to_come": ("预计还会退", "still to come"),
    "review_numbers.net_then": ("到齐后净销售额", "net when all in"),
    "review_numbers.after_7": ("7 天", "7 days"),
    "review_numbers.after_15": ("15 天", "15 days"),
    "review_numbers.after_30": ("30 天", "30 days"),
    "review_numbers.ripe": ("判断", "judged"),
    "review_numbers.is_ripe": ("已成熟", "ripe"),
    "review_numbers.ripe_on": ("{day} 起", "from {day}"),
    "review_numbers.maturity_daily": (
        "曲线由各店自己的历史拟合：每天的退款跟着前 30 天的支付来，7、15、30 天各到百分之几。"
        "到齐后净销售额只算本期卖出的单。",
        "The curve is fitted to each store's own history: how a day's refunds follow the sales of the 30 days before. "
        "“Net when all in” is of this period's orders only.",
    ),
    "review_numbers.maturity_reloads": (
        "曲线由各店自己的历史得出：以前存快照时有多少退款，现在有多少。",
        "The curve is each store's own: the refunds that an earlier load had, against what they are by now.",
    ),
    "review_numbers.arriving": (
        "{metric}退款未到齐：本期订单的退款约到了 {arrived}，预计还会退 {to_come}，到齐后净销售额约 {net}；"
        "{day} 起才判断。",
        "{metric}: refunds are still coming in, about {arrived} of this period's orders' are here, {to_come} to come, "
        "{net} net when all are in; judged from {day}.",
    ),
    "review_numbers.immature": (
        "{metric}退款未到齐，{day} 起才判断。",
        "{metric}: refunds are still coming in; judged from {day}.",
    ),
    "review_numbers.late": ("{metric}（退款未到齐）", "{metric} (refunds due)"),
    "review_numbers.restated": ("以前存的数现在变了", "Numbers that were otherwise before"),
    "review_numbers.restated_late": (
        "{scope} {metric} {span} 有 {days} 天：原来 {was}，现在 {now}；退款晚到，来自 {files}（原来见 {before}）",
        "{scope} {metric}, {days} day(s) of {span}: was {was}, is {now}; late refunds, by {files} (before: {before})",
    ),
    "review_numbers.restated_again": (
        "{scope} {metric} {span} 有 {days} 天：原来 {was}，现在 {now}；重新导出了 {files}（原来见 {before}）",
        "{scope} {metric}, {days} day(s) of {span}: was {was}, is {now}; exported again in {files} (before: {before})",
    ),
    # What stands out, and a day for a chat.
    "review_numbers.exceptions": ("先看这几处", "Look here first"),
    "review_numbers.no_exceptions": ("没有异常。", "Nothing stands out."),
    "review_numbers.exception_missing": ("{scope}缺{metric}", "{scope} lacks {metric}"),
    "review_numbers.exception_limit": (
        "{metric} {actual}，越过护栏 {limit}",
        "{metric} {actual}, beyond its limit {limit}",
    ),
    "review_numbers.exception_store": ("{scope} 达成 {attainment}，差 {gap}", "{scope} at {attainment}, {gap} short"),
    "review_numbers.exception_metric": (
        "{metric} {actual}，目标 {target}（{attainment}）",
        "{metric} {actual}, target {target} ({attainment})",
    ),
    "review_numbers.chat_headline": (
        "{metric} {actual}，达成当天目标 {target} 的 {attainment}",
        "{metric} {actual}: {attainment} of {target}",
    ),
    "review_numbers.chat_no_actual": ("{metric}：没有数据", "{metric}: no data"),
    "review_numbers.chat_no_target": ("{metric} {actual}，没有目标", "{metric} {actual}, no target"),
    "review_numbers.chat_pace": (
        "{period} 达成 {attainment}，应达 {due}，{lead}",
        "{period}: {attainment} reached, {due} due, {lead}",
    ),
    "review_numbers.chat_rate": (
        "剩余 {days} 天日均要 {average}（计划的 {times}）",
        "{days} days left need {average} a day ({times} of plan)",
    ),
    "review_numbers.chat_reached": ("月目标已达成，还剩 {days} 天", "The month's target is reached, {days} days left"),
    "review_numbers.chat_exceptions": ("异常：", "Look at:"),
    # Months of a quarter, quarters of a year.
    "review_numbers.by_month": ("各月：{metric}", "By month: {metric}"),
    "review_numbers.by_quarter": ("各季：{metric}", "By quarter: {metric}"),
    "review_numbers.note_parts": (
        "“天数”是有数据的天数；不足的那几期，达成率只比较有数据也有目标的日子。",
        "“days” are those with data; where some lack, attainment compares only days with both data and a target.",
    ),
}
