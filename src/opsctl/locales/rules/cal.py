"""What the rules about the calendar say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
    # CAL101, CAL102
    "rules.overlapping_events": (
        "活动 {one} 与 {two} 在 {platform} 上从 {first} 到 {last} 重叠；大型活动应当错开",
        "{one} and {two} overlap on {platform} from {first} to {last}; large events are expected apart",
    ),
    "rules.overlapping_events_other": ("{event} 在这里", "{event} is here"),
    "rules.curve_shares_not_100": (
        "曲线 {curve} 的月份占比合计 {total}，相差 {gap}；应为 100%",
        "the month shares of {curve} add up to {total}, a gap of {gap}; 100% is expected",
    ),
    "rules.curve_shares_not_100_missing": (
        "曲线 {curve} 的月份占比合计 {total}，相差 {gap}，缺少月份 {months}；应为 100%",
        "the month shares of {curve} add up to {total}, a gap of {gap}, without the months {months}; 100% is expected",
    ),
    # CAL103
    "rules.window_reversed": (
        "到 {last} 结束，却从 {first} 才开始；结束日应不早于开始日，请改日期",
        "ends on {last} but begins on {first}; an end on or after the beginning is expected, mend a date",
    ),
    "rules.window_reversed_swap": (
        "对调两个日期：{last} 开始，{first} 结束",
        "exchange the two dates: begin on {last}, end on {first}",
    ),
    "rules.window_reversed_from": ("开始日 {first} 在这里", "the first day {first} is here"),
    # CAL104
    "rules.window_outside_year": (
        "{first} 至 {last} 没有一天在 {year} 年；应为当年的日期，请改日期，或移到那一年的日历",
        "{first} to {last} has no day in {year}; days of that year are expected, mend the dates or move the"
        " window to its own calendar",
    ),
    # CAL105
    "rules.lift_outside_window": (
        "{day} 不在窗口 {first} 至 {last} 之内，这个拉升不起作用；请改日期，或放宽窗口",
        "{day} is outside the window, {first} to {last}, so its lift has no effect; mend the day or widen the window",
    ),
    # CAL106
    "rules.freeze_outside_windows": (
        "{event} 的冻结期 {from_} 至 {until} 碰不到任何窗口（{first} 至 {last}）；两者应有重合，请改日期",
        "{event} freezes {from_} to {until}, which touches none of its windows, {first} to {last}; a freeze"
        " around them is expected, mend the dates",
    ),
    # CAL107
    "rules.unknown_platform": (
        "没有店铺在 {platform} 上，这个窗口不起作用；应为 {known} 或 all",
        "no store sells on {platform}, so this window has no effect; {known} or all is expected",
    ),
    # CAL108
    "rules.goals_without_curve_unnamed": (
        "{stores} 的目标没有曲线，每天一样重；请写明 curve，{year} 年的日历里有 {curves}",
        "the goals of {stores} lie on no curve, so every day weighs the same; name a curve, the calendar of"
        " {year} has {curves}",
    ),
    "rules.goals_without_curve_absent": (
        "{stores} 的目标没有曲线，每天一样重；请在 calendar/{year}.yaml 里写 curves，再在目标表写明 curve",
        "the goals of {stores} lie on no curve, so every day weighs the same; write curves in calendar/{year}"
        ".yaml and name one in the sheet",
    ),
    # CAL109
    "rules.unused_curve": (
        "{year} 年没有目标表用曲线 {curve}；请在目标表写 curve: {curve}，或删去它",
        "no sheet of {year} lies on the curve {curve}; name it in a sheet with curve: {curve}, or delete it",
    ),
    # CAL110
    "rules.promotion_that_lowers": (
        "{event} 的拉升 {lift} 小于 1，会压低当天；多卖 {lift} 倍应写作 {more}",
        "the lift of {event} is {lift}, which lowers the day; {lift} times more is written {more}",
    ),
    # CAL111
    "rules.event_in_empty_month": (
        "{event} 落在 {month} 月，曲线 {curve} 却没有给这个月占比；请给 {month} 月写上占比，或改活动日期",
        "{event} falls into month {month}, to which the curve {curve} gives nothing; give that month a share, or"
        " mend the dates",
    ),
    "rules.event_in_empty_month_curve": ("月份占比在这里", "the month shares are here"),
    # CAL112
    "rules.event_moved_curve_kept": (
        "{event} 从 {before} 月移到 {now} 月，曲线 {curve} 这两个月的占比却与上一年相同；请确认，多半要一加一减",
        "{event} moved from month {before} to month {now}, and the curve {curve} has last year's shares in both;"
        " look again, most likely one grows and the other shrinks",
    ),
    # CAL113
    "rules.phase_outside_window": (
        "阶段 {phase} 的 {day} 不在窗口 {first} 至 {last} 之内，那几天不会拉升；请改日期，或放宽窗口",
        "the phase {phase} reaches to {day}, outside the window, {first} to {last}, so those days are not lifted;"
        " mend the day or widen the window",
    ),
    # CAL114
    "rules.provisional_holidays": (
        "{year} 年的节假日是暂定的：只有法定节日，没有调休上班日；官方通知公布后请写进 holidays，再看一遍这些周的目标",
        "the holidays of {year} are provisional: statutory days without make-up workdays; once the official notice is"
        " out, write it as holidays: and look at those weeks again",
    ),
    # CAL115
    "rules.contradictory_holidays_reversed": (
        "{holiday} 到 {last} 结束，却从 {first} 才开始；请改日期",
        "{holiday} ends on {last} but begins on {first}; mend a date",
    ),
    "rules.contradictory_holidays_year": (
        "{holiday} 从 {first} 到 {last}，没有一天在 {year} 年；请改日期，或移到那一年的日历",
        "{holiday}, {first} to {last}, has no day in {year}; mend the dates or move it to its own calendar",
    ),
    "rules.contradictory_holidays_free": (
        "{day} 是调休上班日，却在 {holiday} 的假期里；请改其中一个",
        "{day} is a make-up workday inside the holiday {holiday}; mend one of them",
    ),
    "rules.contradictory_holidays_weekday": (
        "{day} 不是周六或周日，本来就上班；调休上班日应为周末，请改日期",
        "{day} is no Saturday or Sunday and worked anyway; a day of a weekend is expected, mend it",
    ),
    # CAL116
    "rules.fiscal_key_without_effect": (
        "week: {week} 时 {key} 不起作用；用零售历请写 week: 445、454 或 544，否则删去它",
        "{key} has no effect with week: {week}; write week: 445, 454 or 544 for a retail calendar, or delete it",
    ),
    # CAL117
    "rules.month_without_weekdays": (
        "曲线 {curve} 的七个星期系数都是 0，没有一天承担它的月份；至少给一天大于 0 的系数，如 1",
        "all seven weekdays of the curve {curve} are 0, so no day carries any of its months; give at least one weekday "
        "more than 0, such as 1",
    ),
    "rules.month_without_days": (
        "{event} 的拉升 0 让 {months} 没有一天有权重，那些月份的目标无处可放；请把 lift 改成大于 0 的数，或缩短窗口",
        "the lift of 0 of {event} leaves no day with any weight in {months}, so goals of these months have nowhere to "
        "go; write a lift above 0, or shorten the window",
    ),
}

PAGES: dict[str, str] = {
    "CAL101": """
同一平台上两个大型活动的时间重叠。

重叠的日子只算较大的一个拉升，较小的那个没有进曲线，备货和预算却各算了一遍。只看 S 级和 A 级活动；
平台没有自己的窗口时，用 `all` 的窗口。

怎么改：错开日期，或降低其中一个的级别。
""",
    "CAL102": """
曲线的月份占比之和不是 100%。

全年目标按这些占比拆到月。合计是 99% 时，每个月都悄悄多一点，也看不出是哪个月写错了。没写的月份没有占比。

怎么改：改对占比；确实没有销售的月份写 0%。
""",
    "CAL103": """
活动窗口、阶段或冻结期的结束日早于开始日。

两个日期都算在内。写反的窗口一天也没有，活动进不了曲线，也没有人看得出缺了它。

怎么改：把日期改对。修复是对调两个日期；也可能只错了一个。
""",
    "CAL104": """
活动窗口没有一天在日历的年份里。

日历只管一年，别的年份的日子不算。多半是复制了去年的日历，漏改了日期。跨年的窗口可以在两年的日历里各写一次。

怎么改：改日期，或移到那一年的日历。
""",
    "CAL105": """
写了拉升的日子不在活动窗口里。

只有窗口里的日子才拉升。峰值写错一天，或窗口挪了它没跟着挪，曲线就不动，那天的目标仍是平日的数。

怎么改：改日期，或放宽窗口。
""",
    "CAL106": """
活动的冻结期碰不到它的任何窗口。

冻结页面和价格，是为了大促当天不出错。冻结期与窗口没有重合，多半是窗口挪了，冻结期没跟着挪。

怎么改：改冻结期的日期。
""",
    "CAL107": """
活动窗口的平台上没有店铺。

窗口按店铺的 `platform` 查找，没有店铺用的名字谁也匹配不到，本来该拉升的店铺仍是平的。`all` 管所有没有自己窗口的平台。
一家店都没有时不查。

怎么改：改成店铺的平台名，或删去这个窗口。
""",
    "CAL108": """
店铺有目标，却没有曲线，每天一样重。

平摊到全年，二月要做的和十一月一样多，每周的进度都判断不准。目标表写明当年日历里的一条曲线（`curve`），下面的目标表都跟着用。

怎么改：在日历里写好曲线，在目标表写 curve。
""",
    "CAL109": """
日历里的曲线没有目标表使用。

没有人用的曲线，不是剩下的，就是本该用它的目标表写了别的。当年没有目标表时不查。

怎么改：在目标表写上 curve，或删去这条曲线。
""",
    "CAL110": """
有级别的大促不但没有拉升，反而压低了当天。

拉升是倍数：1.8 表示多八成，0.8 表示少两成；多卖八成写 1.8。春节停发这类没有级别的事件可以压低。

怎么改：改对倍数；确实会压低的事件不写 grade。
""",
    "CAL111": """
大型活动落在曲线没有占比的月份。

活动只在月内移动日子。占比是 0% 或没写的月份没有数可移，全年最大的几天就没有目标。只看 S 级和 A 级活动，
以及该平台店铺所用的曲线。

怎么改：给那个月写上占比，或改活动日期。
""",
    "CAL112": """
活动移到了另一个月，曲线的占比却还是上一年的。

春节有时在一月，有时在二月，停发的一周也跟着走。照抄上一年的曲线，一个月要得太多，另一个月太少；一、二月只能合起来同比。
活动的拉升或压低至少三分之二原在一个月，现在在另一个月，才算移动；
只看该平台店铺所用的曲线。

怎么改：把两个月的占比调一调；确实不用调的不必理会，这只是提示。
""",
    "CAL113": """
活动阶段有日子在活动窗口之外。

活动只拉升窗口里的日子。窗口到 20 日为止，写在 21 日的爆发就不在任何曲线里。活动挪了一天，各阶段要跟着挪。

怎么改：改阶段的日期，或放宽窗口。
""",
    "CAL114": """
正在计划的年份，节假日还是暂定的：官方通知尚未收录。

国务院办公厅一般在前一年秋天公布下一年的放假和调休。在那之前，opsctl 只有法定节日，没有连休，也没有调休上班日。
和节日、长假有关的安排可能会变，通知出来后要再看一遍那几周。

怎么改：通知公布后，写进这一年日历的 holidays，或升级 opsctl；现在不用改。
""",
    "CAL115": """
日历里写的节假日自相矛盾。

假期的结束日早于开始日，或没有一天在当年；调休上班日落在假期里，或是周一到周五，本来就上班。
这样 `calendar show` 和一切按工作日的比较都不对。

怎么改：对照通知改日期。
""",
    "CAL116": """
设置里写了零售历的起点，一周却不按零售历算。

`first_day`、`year_start`、`week_53` 只管 4-4-5、4-5-4、5-4-4 历。ISO 周总是从周一起，周日起的周总是从周日起，
它们的财月就是自然月，这几个键不起作用。

怎么改：把 week 改成 445、454 或 544，或删去这几个键。
""",
    "CAL117": """
曲线给了某个月占比，这个月却没有一天有权重。

一个月的数按星期系数和活动拉升分到天。系数全是 0 时，这个月的数无处可放，凡是用这条曲线的目标都受影响。
哪天不卖就写 0，但一个月至少要有别的日子，否则不要给它占比。

怎么改：把系数或 lift 改成大于 0 的数，缩短窗口，或不给这个月占比。
""",
}
