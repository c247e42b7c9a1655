"""Sentences of `opsctl review status`, `agenda` and `actions`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "review_status.help": (
        "谁还欠哪篇复盘、哪条行动的结论；欠着就以退出码 1 结束。例：opsctl review status 2026-11",
        "Who owes which review and which verdict; exits with 1 if anybody does. Example: opsctl review status 2026-11",
    ),
    "review_status.period": (
        "周期；月、季、年连同其中各周一起看。不写就看各类周期最近结束的一期",
        "A period; of a month, quarter or year the weeks inside too. Without one, the last of each kind that is over",
    ),
    "review_status.scope_help": ("只看这个考核对象", "Only this scope"),
    "review_status.title": ("复盘状态", "State of the reviews"),
    "review_status.owed": (
        "还欠 {reviews} 篇复盘、{verdicts} 条行动的结论。",
        "{reviews} review(s) and {verdicts} verdict(s) are owed.",
    ),
    "review_status.nothing": ("没有欠的复盘，也没有欠的结论。", "No review and no verdict is owed."),
    "review_status.reviews": ("复盘", "Reviews"),
    "review_status.scope": ("考核对象", "scope"),
    "review_status.ahead": ("未结束", "not over"),
    "review_status.missing": ("没写", "missing"),
    "review_status.draft": ("草稿", "draft"),
    "review_status.written": ("已写", "written"),
    "review_status.closed": ("已关闭", "closed"),
    "review_status.verdicts": ("欠结论的行动", "Actions without a verdict"),
    "review_status.late": ("已过期", "late by"),
    "review_status.days": ("{days} 天", "{days} d"),
}
