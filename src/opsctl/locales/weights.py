"""Sentences of `plan weights`: what is missing, what was taken out, and where numbers came from."""

SENTENCES: dict[str, tuple[str, str]] = {
    "weights.help": (
        "用去年的实际值拟合曲线、写入占比，连同来源记在文件里。例：opsctl plan weights --from 2025 --dry-run",
        "Fit curves and shares from last year's actuals and freeze them in the files with their source. "
        "Example: opsctl plan weights --from 2025 --dry-run",
    ),
    "weights.help.from": ("回看哪一年的实际值，如 2025", "The year whose actuals are looked back on, such as 2025"),
    "weights.help.year": ("写进哪一年；不写就是后一年", "The year to write for; the next one if not given"),
    "weights.help.scope": ("只看这个团队或店铺以下", "Only a team or store and what is below it"),
    "weights.help.metric": (
        "按哪个指标拟合曲线；不写就是净销售额，没有则支付金额",
        "The metric that curves follow; net sales if not given, or else paid sales",
    ),
    "weights.help.curve": ("只拟合这条曲线，可以是新的", "Fit only this curve, which may be new"),
    "weights.help.split": (
        "写入这个目标去年的占比（比率目标写各下级的比率），可多次给出",
        "Write last year's shares of this goal, of a ratio its value in each child; may be given again",
    ),
    "weights.not_before": (
        "--from {past} 应早于要计划的 {year} 年",
        "--from {past} is expected to be before the year to plan, {year}",
    ),
    "weights.nothing_asked": (
        "{year} 年没有可拟合的东西：没有目标表写明曲线，也没有拆分写 from: last-year",
        "there is nothing to fit for {year}: no sheet names a curve, and no split says from: last-year",
    ),
    "weights.name_a_curve": (
        "用 --curve 名称 拟合一条曲线，或用 --split 指标 写入去年的占比",
        "name a curve with --curve, or a goal's metric with --split to write last year's shares",
    ),
    "weights.no_goal": (
        "{scope} 在 {year} 年的目标表里没有目标 {metric}",
        "there is no goal {metric} in the sheet of {scope} for {year}",
    ),
    "weights.goals": (
        "有这些：{metrics}；别处的目标用 --scope 指明",
        "there are: {metrics}; name another sheet's scope with --scope",
    ),
    "weights.no_actuals": (
        "曲线 {curve} 拟合不了：{stores} 在 {year} 年没有 {metric} 的每日实际值",
        "cannot fit curve {curve}: there are no daily actuals of {metric} for {stores} in {year}",
    ),
    "weights.trouble": ("{where}：{what}", "{where}: {what}"),
    "weights.unread": (
        "{metric} 的数据没有读成，算不出去年：{where}：{what}",
        "the data of {metric} could not be read, so there is no last year to take from: {where}: {what}",
    ),
    "weights.mend_the_data": (
        "改好文件或 sources/ 里的写法后再运行；文件在别处用 --data 指明",
        "mend the file, or what sources/ says of it, and run this again; name another folder with --data",
    ),
    "weights.needs_a_year": (
        "补上 {year} 年的数据；文件在别处用 --data 指明，换指标用 --metric，只拟合一条曲线用 --curve",
        "add the data of {year}; name its folder with --data, another metric with --metric, or one curve with --curve",
    ),
    "weights.months_missing": (
        "{stores} 在这些月份只有不到 7 天的数据：{months}；占比无从谈起",
        "{stores} has fewer than 7 days of data in {months}, too few to tell those months' shares",
    ),
    "weights.weekday_missing": (
        "{stores} 在 {year} 年有的星期几一个平常日子也没有；请收窄活动窗口或标记的日子",
        "{stores} has no ordinary day at all of some weekday in {year}; narrow the events' windows or the marked days",
    ),
    "weights.nothing_sold": (
        "曲线 {curve} 拟合不了：{year} 年各月合计都不大于 0",
        "cannot fit curve {curve}: no month of {year} comes to more than 0",
    ),
    "weights.split_no_actuals": (
        "{scope} 的 {metric} 没有 {year} 年的实际值，写不出去年的占比或比率",
        "there are no actuals of {metric} for {year} under {scope}, so there is no last year to divide by",
    ),
    "weights.split_nothing": (
        "{scope} 以下 {year} 年的 {metric} 没有一个大于 0，没有占比或比率可写",
        "nothing under {scope} came to more than 0 of {metric} in {year}, so there is no share or ratio to write",
    ),
    "weights.unlike_bases": (
        "{first} 的 {metric} 按 {one} 口径，{second} 按 {other} 口径，不能相加",
        "{first} counts {metric} as {one}, {second} as {other}: they cannot be added",
    ),
    "weights.one_basis": (
        "在数据源里统一口径，或用 --scope 只看口径相同的店铺",
        "bring the sources to one basis, or name stores of one basis with --scope",
    ),
    "weights.unreadable": ("读不懂 {file}，无法据此拟合", "cannot read {file}, which the fit needs"),
    "weights.no_place": (
        "{file} 里没有地方可写 {where}",
        "there is no clear place for {where} in {file}",
    ),
    "weights.write_by_hand": (
        "把那一处改写成普通的键和值后再试",
        "write that part as plain keys and values and try again",
    ),
    # Notes
    "weights.no_past_calendar": (
        "没有 {year} 年的日历：去年的大促日子只能当作平常日子；请补上日历并写明活动和标记的日子",
        "there is no calendar of {year}, so last year's promotions count as ordinary days; add it with its events and "
        "marked days",
    ),
    "weights.not_open_all_year": (
        "{store} 在 {year} 年不是全年营业，不用来拟合",
        "{store} was not open all of {year} and is left out of the fit",
    ),
    "weights.shared_windows": (
        "平台 {platforms} 上还有这次没拟合的店铺，共用的活动窗口保持原样",
        "there are stores on {platforms} that are not fitted now; windows of events they share stay as they are",
    ),
    "weights.event_alone": (
        "活动 {event} 在平台 {platform} 上只有 {year} 年有，没有拉升可比",
        "event {event} is on {platform} in {year} only, so its lift has nothing to be measured by",
    ),
    "weights.days_missing": (
        "{stores} 的 {year} 年缺 {count} 天，按同星期的平常水平补上：{days}",
        "{stores} lacks {count} days of {year}, filled with the ordinary level of their weekday: {days}",
    ),
    "weights.child_without_actuals": (
        "{children} 在 {year} 年没有 {metric}；给它们手写权重，或锁定",
        "{children} had no {metric} in {year}; give them a weight by hand, or hold them",
    ),
    "weights.part_below_zero": (
        "{child} 的 {metric} 在 {year} 年是 {numerator} ÷ {denominator}，分子分母都不应低于 0，不写比率；请核对数据",
        "{metric} of {child} was {numerator} ÷ {denominator} in {year}; neither should be below 0, so no ratio is "
        "written for it; look at its data",
    ),
    "weights.days_missing_of": (
        "{scope} 的 {metric} 在 {year} 年缺 {count} 天（{first} 至 {last}），只算有数的日子",
        "{scope} lacks {count} days of {metric} in {year} ({first} to {last}); only the days known are counted",
    ),
    # What stands in the files
    "weights.curve_source": (
        "{year} 年 {metric}（{sources}；{stores}），按星期对齐",
        "{year} {metric} ({sources}; {stores}), aligned by weekday",
    ),
    "weights.taken_out": ("；剔除 {days}", "; without {days}"),
    "weights.apart": ("；活动按离正日的天数对齐：{events}", "; by days to the event: {events}"),
    "weights.split_source": ("{year} 年 {metric}（{sources}）", "{year} {metric} ({sources})"),
    # What the command says
    "weights.curve_done": (
        "曲线 {curve}：{stores}；剔除标记的 {marked} 天，补上缺的 {missing} 天",
        "curve {curve}: {stores}; {marked} marked days taken out, {missing} missing days filled in",
    ),
    "weights.lifts_done": ("活动拉升：{count} 个窗口", "lifts of events: {count} windows"),
    "weights.split_done": ("{scope} 的 {metric}：{numbers}", "{metric} of {scope}: {numbers}"),
    "weights.unchanged": ("文件里已经是这些数", "the files hold these numbers already"),
    "weights.written": (
        "已写入 {files}；接着运行 opsctl plan split {year}",
        "written: {files}; next: opsctl plan split {year}",
    ),
    "weights.not_written": ("只预览，没有写入", "only shown, nothing written"),
}
