"""What the commands about actual values say."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # Help pages.
    "actuals.show.help": (
        "看实际值：按店铺、指标、渠道、商品、来源或日周月季切开，比率由分子分母重算。"
        "例：opsctl actuals show 2026-W23 --by store,metric",
        "Show actual values, cut by store, metric, channel, product, source or time; ratios are computed from their "
        "parts. Example: opsctl actuals show 2026-W23 --by store,metric",
    ),
    "actuals.check.help": (
        "数据能不能用来判断：断更、缺天、重复、看不懂的值、不可能的数。例：opsctl actuals check 2026-06",
        "Whether the data may be judged: old, missing, repeated, not understood or impossible values. "
        "Example: opsctl actuals check 2026-06",
    ),
    "actuals.load.help": (
        "把一年的实际值汇总成快照存进 git，没有原始文件也能重做复盘。例：opsctl actuals load 2026 --source shop-daily",
        "Sum a year's actual values into a snapshot in git, so that a review can be rebuilt without the exports. "
        "Example: opsctl actuals load 2026 --source shop-daily",
    ),
    "actuals.by": (
        "按什么切，用逗号隔开，最后一个横着放：{choices}",
        "What to cut by, with commas; the last one goes across: {choices}",
    ),
    "actuals.metric.help": ("只看这些指标，可多次", "Only these metrics; may be repeated"),
    "actuals.check.period": (
        "要看的期间；不写就是今天所在的年",
        "The period to look at; without it the year of today",
    ),
    "actuals.load.period": (
        "要汇总的年；不写就是数据里的每一年",
        "The year to sum up; without it every year of the data",
    ),
    "actuals.source.help": ("只做这些数据源，可多次", "Only these sources; may be repeated"),
    "actuals.snapshot.help": (
        "读快照，不读原始文件",
        "Read the snapshots, not the exports",
    ),
    "actuals.bad_by": (
        "--by 不认识 {value}；可以是 {choices}",
        "--by does not know {value}; it takes {choices}",
    ),
    "actuals.by_twice": ("--by 里 {value} 写了两次", "--by names {value} twice"),
    "actuals.reading": ("正在读数据…", "Reading the data…"),
    # What is shown.
    "actuals.title": ("{scope} 实际值 {period}", "{scope}: actuals of {period}"),
    "actuals.until": ("算到 {day}", "counted to {day}"),
    "actuals.nothing": (
        "这里没有实际值；看看数据源有没有问题：opsctl actuals check",
        "there are no actual values here; see whether a source is in trouble: opsctl actuals check",
    ),
    "actuals.from_snapshot": (
        "{sources}：原始文件不在，用的是快照。",
        "{sources}: the exports are not here, so the snapshot is used.",
    ),
    "actuals.days": ("{metric}（日累计口径）", "{metric} (sum of days)"),
    "actuals.distinct": ("{metric}（去重口径）", "{metric} (distinct)"),
    "actuals.cell_missing": ("{value}（缺 {days} 天）", "{value} ({days} d missing)"),
    "actuals.note_counting": (
        "日累计口径：每天去重后相加；去重口径：整段时间每人只算一次。两者不能相比。",
        "Sum of days (日累计口径): each day counted distinctly, then added. Distinct (去重口径): everybody once in the "
        "whole period. The two are never compared.",
    ),
    "actuals.note_missing": (
        "缺的天不算 0：合计只含有数据的天，比率缺任何一天就写作 —。",
        "Missing days are no zeros: sums hold the other days only, and a ratio that lacks any day stands as —.",
    ),
    "actuals.note_members": (
        "渠道和商品是并列的看法，各自加总，不能互相加。",
        "Channels and products are parallel views; they are never added to each other.",
    ),
    "actuals.store": ("店铺", "store"),
    "actuals.metric": ("指标", "metric"),
    "actuals.channel": ("渠道", "channel"),
    "actuals.product": ("商品", "product"),
    "actuals.source": ("来源", "source"),
    "actuals.day": ("日期", "day"),
    "actuals.week": ("周", "week"),
    "actuals.month": ("月", "month"),
    "actuals.quarter": ("季度", "quarter"),
    # What is loaded.
    "actuals.not_a_year": (
        "{period} 不是一年；快照按年存，写作 2026",
        "{period} is no year; snapshots are kept by year",
    ),
    "actuals.no_source": ("没有数据源可汇总", "there is no source to load"),
    "actuals.no_such_source": (
        "没有数据源 {source}；有的是 {known}",
        "there is no source {source}; there are {known}",
    ),
    "actuals.bad_snapshot": (
        "快照 {file} 读不了，或被手工改过，不采用；请重做：opsctl actuals load",
        "the snapshot {file} cannot be read or was changed by hand and is not used; make it anew: opsctl actuals load",
    ),
    "actuals.load.title": ("快照", "Snapshots"),
    "actuals.load.none": ("数据里没有这一年。", "The data has nothing of that year."),
    "actuals.load.same": ("没有变化。", "Nothing has changed."),
    "actuals.load.written": ("写了 {count} 个文件。", "Wrote {count} file(s)."),
    "actuals.load.would": ("会写 {count} 个文件（--dry-run，没有写）。", "Would write {count} file(s) (--dry-run)."),
    "actuals.load.refused": ("没有汇总，先修好这些", "Not loaded; mend these first"),
    "actuals.load.restated": ("改了的值：{source} {year}", "Restated: {source} {year}"),
    "actuals.load.restated_note": (
        "{count} 个值与上次快照不同；来自 {files}。",
        "{count} value(s) differ from the last snapshot; since {files}.",
    ),
    "actuals.load.record_changed": ("数据源记录的改动", "a change of the source's record"),
    "actuals.load.more": ("另有 {count} 个。", "{count} more."),
    "actuals.load.file": ("文件", "file"),
    "actuals.load.rows": ("行数", "rows"),
    "actuals.load.state": ("状态", "state"),
    "actuals.load.new": ("有变化", "changed"),
    "actuals.load.kept": ("没变", "the same"),
    "actuals.load.restates": ("改了 {count} 个值", "{count} restated"),
    "actuals.was": ("原来", "was"),
    "actuals.is": ("现在", "is"),
    "actuals.period": ("期间", "period"),
}
