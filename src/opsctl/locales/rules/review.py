"""What the rules about written reviews say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
    # REVIEW101
    "rules.missing_review": (
        "{scope} 有 {count} 期没有复盘：{periods}；每期应有一篇，请用 opsctl review … --write 起草",
        "{scope} has no review of {count} period(s): {periods}; one each is expected, draft it with review … --write",
    ),
    # REVIEW102
    "rules.review_before_data": (
        "数据只到 {day}；应到 {last}，请等数据到齐再判断，并更新 data_until",
        "the data go until {day} only; {last} is expected, judge when they are complete and mend data_until",
    ),
    "rules.review_before_data_unsaid": (
        "没写数据截止到哪一天；应写 data_until，至少到 {last}",
        "does not say how far the data go; data_until is expected, {last} at least",
    ),
    # REVIEW103
    "rules.miss_without_cause": (
        "{metric} 超出容差没达成；应写出原因（causes），或说明为什么接受（accepted）",
        "{metric} missed beyond tolerance; a cause is expected, or why it is accepted",
    ),
    # REVIEW104
    "rules.cause_without_action": (
        "{cause} 没有对应的行动；应有一条 from: {cause} 的行动，或把 {metric} 写进 accepted",
        "nothing is done about {cause}; an action from: {cause} is expected, or {metric} under accepted",
    ),
    # REVIEW105
    "rules.all_causes_external": (
        "{count} 条原因全是外部的；应至少有一条团队自己能改变的",
        "all causes are external ({count}); at least one that the team can change is expected",
    ),
    # REVIEW106
    "rules.short_why_chain": (
        "{metric} 标红，原因只追问了 {count} 层；应至少 {least} 层，请在 whys 里接着问",
        "{metric} is red and its cause has {count} why(s); {least} are expected, ask on under whys",
    ),
    # REVIEW107
    "rules.incomplete_action": (
        "{action} 缺 {keys}；每条行动应写明谁、哪天、哪个指标、预期多少",
        "{action} lacks {keys}; who, by when, which metric and what it should come to are expected",
    ),
    # REVIEW108
    "rules.overdue_action": (
        "{action} 应在 {due} 前完成，复盘已到 {last} 仍没有结论；请在 {scope} 的下一篇复盘里写上结论",
        "{action} was due on {due}, and reviews go until {last}; a verdict in the next review of {scope} is expected",
    ),
    # REVIEW109
    "rules.action_not_taken": (
        "{action} 已 {count} 次没做；应说清为什么没人做，换人、换做法或取消",
        "{action} was not done {count} times; say why nobody takes it, and give it away, make it smaller or drop it",
    ),
    "rules.action_not_taken_first": ("行动写在这里", "the action is here"),
    # REVIEW110
    "rules.verdict_missing": (
        "{action} 在 {due} 到期，这里没有它的结论；应在 verdicts 里写 met、not_met、worse 或 not_done",
        "{action} was due on {due} and has no verdict here; met, not_met, worse or not_done is expected under verdicts",
    ),
    "rules.verdict_missing_action": ("行动写在这里", "the action is here"),
    # REVIEW111
    "rules.verdict_without_evidence": (
        "{action} 的结论 {verdict} 没有依据；应写 evidence：指标从多少到多少",
        "the verdict {verdict} on {action} has no evidence; the metric before and after is expected",
    ),
    # REVIEW112
    "rules.vague_review": (
        "只说“{word}”，没有数字；应写明多少、到哪天",
        "says only “{word}”, without a number; how much and by when is expected",
    ),
    # REVIEW113
    "rules.placeholder_left": (
        "“{text}”还没改写；请写上内容，或删去这一节",
        "“{text}” was never written over; write it, or take the section out",
    ),
    # REVIEW114
    "rules.stale_block_changed": (
        "数字块 {name} 被手工改过；应由 opsctl 写，请运行 opsctl review … --write，自己的话写在块外",
        "the block {name} was changed by hand; run opsctl review … --write, own words are expected outside",
    ),
    "rules.stale_block_empty": (
        "数字块 {name} 还没有写过；请运行 opsctl review … --write",
        "the block {name} was never filled; run opsctl review … --write",
    ),
    "rules.stale_block_targets": (
        "{name} 等数字块写好之后，{period} 的目标变了；应按现在的目标，请运行 opsctl review … --write",
        "the targets of {period} changed after {name} and the rest were written; run opsctl review … --write",
    ),
    # REVIEW115
    "rules.broken_fence_never_ends": (
        "数字块 {name} 没有结束；应有单独一行 <!-- opsctl:end -->",
        "the block {name} never ends; a line <!-- opsctl:end --> is expected",
    ),
    "rules.broken_fence_never_begins": (
        "这里结束，却没有开始；应先有单独一行 <!-- opsctl:begin 名称 -->，或删去这一行",
        "ends a block that never began; a line <!-- opsctl:begin NAME --> is expected before it, or remove this one",
    ),
    "rules.broken_fence_twice": (
        "数字块 {name} 已有一个；每个只应有一次，请删去这个",
        "there is a block {name} already; each is expected once, remove this one",
    ),
    "rules.broken_fence_unreadable": (
        "这不是数字块的标记；应顶格单独一行，写作 <!-- opsctl:begin 名称 --> 或 <!-- opsctl:end -->",
        "is no mark of a block; <!-- opsctl:begin NAME --> or <!-- opsctl:end --> is expected, alone on its line",
    ),
    # REVIEW116
    "rules.lesson_without_home": (
        "这条经验没写进哪一页；应写 into，如 handbook/stocking.md",
        "this lesson goes nowhere; the page it changed is expected under into, such as handbook/stocking.md",
    ),
    # REVIEW117
    "rules.closed_without_meeting": (
        "已关闭，却没有 meeting；应写明哪天开的、谁参加、定了什么",
        "is closed without a meeting; the day, who attended and what was decided are expected",
    ),
    "rules.closed_without_attended": (
        "没写谁参加了复盘会；应在 attended 里列出",
        "does not say who was at the meeting; they are expected under attended",
    ),
    # REVIEW118
    "rules.due_before_review": (
        "{action} 的到期日 {due} 在 {period} 结束之前；应在 {last} 之后",
        "{action} is due on {due}, before {period} was over; a day after {last} is expected",
    ),
}

PAGES: dict[str, str] = {
    "REVIEW101": """
考核对象的两次复盘之间缺了一期。

没人复盘的那一周，行动没有结论，下一篇也没有可比的。从第一篇复盘起，同一类周期每期都该有一篇，直到别人最新复盘过的那一期。
今天欠哪些，`opsctl review status` 会列出来。

怎么改：补写缺的那期，`opsctl review weekly 周 --scope 对象 --write` 会起草。
""",
    "REVIEW102": """
复盘写在数据到齐之前。

退款、晚到的订单和最后一天，都在周期结束后才到；在那之前下的判断，判断的是另一段时间。`data_until` 写明数据到哪一天，
应到周期的最后一天。

怎么改：数据到齐后再运行一次 `opsctl review … --write`，改正判断和 `data_until`。
""",
    "REVIEW103": """
指标超出容差没达成，复盘既没写原因，也没接受。

没人解释的缺口会再来。只问 `review … --write` 列为“需说明”的指标：影响最大的三个，且都超过一个金额（阈值
`review-tolerance`、`review-floor`）。不打算处理的，写进 `accepted` 并说明理由。

怎么改：在 `causes` 里写原因，或在 `accepted` 里写为什么接受。
""",
    "REVIEW104": """
写了内部原因，却没有任何行动。

写出原因并不会改变什么。复盘被问到的每个指标，内部原因都应有行动，用 `from:` 或同一指标对上；不做，就写进 `accepted`。
外部原因不要求。

怎么改：在 `actions` 里写做什么、谁、哪天、预期多少。
""",
    "REVIEW105": """
复盘写的原因全是外部的。

市场、平台、天气每周都在。只找到外部原因的复盘，没有事可做；怪罪环境是复盘失败的五种常见样子之一。

怎么改：再问一层：我们本可以怎样早些知道、准备得更好？把它写成内部原因。
""",
    "REVIEW106": """
指标标红，原因却没有往下追问。

第一个回答说的是发生了什么，不是为什么会发生。月和更长的周期要追问；周只在同一指标连续两期标红时追问。要几个“为什么”由阈值
`review-whys` 定，不写就是三个。

怎么改：在 `whys` 里一层层写下去，直到能动手改的那一层。
""",
    "REVIEW107": """
行动缺负责人、到期日、指标或预期效果。

没有人、没有日子，只是愿望；不说改变哪个指标、变成多少，就永远没法判断有没有用。每条行动都要写谁、哪天、哪个指标、预期多少。

怎么改：补上缺的键：`owner`、`due`、`metric`、`expect`。
""",
    "REVIEW108": """
行动过了到期日，它的考核对象还没有后来的复盘看过它。

“过期”只看记录本身，哪天检查结果都一样：以大家复盘过的最新一期的最后一天为准。今天算过期的，`opsctl review status`
会列出。

怎么改：写这个考核对象的下一篇复盘，给行动写上结论。
""",
    "REVIEW109": """
同一条行动连续两次没做。

一次是忙，两次说明没人想做、没人做得了，或没人相信有用；再定一个日子也不会变。应换人、做小，或在会上取消。

怎么改：写清为什么没人做，新起一条换了人或做法的行动，或写明取消。
""",
    "REVIEW110": """
以前的行动已到期，复盘却没有写结论。

旧的没有结论就写新的，复盘就成了许愿。同一考核对象以前的行动，到期的都要有结论：met、not_met、worse 或 not_done。

怎么改：在 `verdicts` 里写上结论和依据；没做就写 `not_done`。
""",
    "REVIEW111": """
写了行动有没有用，却没有依据。

“有帮助”是谁都会对自己的主意说的话。依据是指标的前后数字，行动台账才能拿它与预期比。没做的不需要。

怎么改：写 `evidence`，如 `转化率 1.41% → 1.52%`。
""",
    "REVIEW112": """
原因、行动、预期或依据里有空话，没有数字。

“优化详情页”写下的那天就算做完了。几个页面、多少、从多少到多少：有数字，下一篇复盘才说得清。空话旁边有数字就不算。

怎么改：写上数字。
""",
    "REVIEW113": """
复盘里还留着等人改写的占位文字。

写着“请写：……”的一节没有写过，写着“为什么”的原因不是原因。查的是草稿里的空白（开头的各键和各节），以及 TODO、TBD、待补
一类的记号。`status: draft` 的复盘可以有。

怎么改：写上内容，或删去这一节。
""",
    "REVIEW114": """
复盘的数字块不是 opsctl 写的样子，或目标已经变了。

数字块每次 `review … --write` 都会更新；手工改进去的数下次就没了，在那之前却人人相信。每个块带着内容和当期目标的指纹。
`check` 不读实际值，实际值有没有变，用 `review … --check` 看。已关闭的复盘保持原数。

怎么改：运行 `opsctl review … --write`；自己的话写在块外面。
""",
    "REVIEW115": """
数字块的标记没有配对。

`review … --write` 只改 `<!-- opsctl:begin 名称 -->` 与 `<!-- opsctl:end -->` 之间，两个标记各占一行。少了一个，就分不清
哪里开始是人写的，所以什么都不写。

怎么改：补上缺的一行，或删去多出来的。
""",
    "REVIEW116": """
经验没有写进任何一页。

只留在复盘里的经验，会和复盘一起被忘掉。每条经验写明它改了手册、清单或标准的哪一页；什么都不改的只是观察，写在正文里就好。

怎么改：写 `into`，如 `handbook/stocking.md`，并真的改那一页。
""",
    "REVIEW117": """
复盘已关闭，却没有开过会。

一个人写完归档的复盘，什么也没有决定。`meeting` 写明哪天开的、谁在、定了什么；会上用的一页纸由
`opsctl review agenda` 给出。

怎么改：开会，写上 `meeting: {on: …, attended: […], decisions: […]}`。
""",
    "REVIEW118": """
行动的到期日在它所依据的周期结束之前。

复盘回看过去，决定的事在前面。写下时就已过期的行动，不是在汇报做过的事，就是日期写错；下一篇复盘马上就会要它的结论。

怎么改：改正日期；已经做完的写在正文里。
""",
}
