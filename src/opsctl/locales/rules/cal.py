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
}
