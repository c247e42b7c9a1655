"""Sentences of the agenda of a review meeting."""

SENTENCES: dict[str, tuple[str, str]] = {
    "review_agenda.help": (
        "复盘会的一页纸：五分钟，最多五个是非题。例：opsctl review agenda 2026-W46 --scope tmall-flagship",
        "One page for the review meeting: five minutes, at most five yes/no decisions. Example: opsctl review agenda"
        " 2026-W46 --scope tmall-flagship",
    ),
    "review_agenda.period": ("复盘的周期", "The period of the review"),
    "review_agenda.title": ("{scope} {period} 复盘会", "{scope}: review meeting of {period}"),
    "review_agenda.facts": ("五分钟 · 应到：{people}", "five minutes · expected: {people}"),
    "review_agenda.numbers": ("数字（1 分钟）", "The numbers (1 minute)"),
    "review_agenda.no_numbers": (
        "复盘文件里还没有数字；先运行 review … --write。",
        "The review holds no numbers yet; run review … --write first.",
    ),
    "review_agenda.last": ("上期行动（1 分钟）", "Last actions (1 minute)"),
    "review_agenda.last_line": ("{id} {does}（{owner}）：{verdict}", "{id} {does} ({owner}): {verdict}"),
    "review_agenda.with": ("{said}，{what}", "{said}, {what}"),
    "review_agenda.verdict_met": ("达到", "met"),
    "review_agenda.verdict_not_met": ("没达到", "not met"),
    "review_agenda.verdict_worse": ("更差了，应撤回", "made it worse, roll it back"),
    "review_agenda.verdict_not_done": ("没做", "not done"),
    "review_agenda.verdict_none": ("还没有结论", "no verdict yet"),
    "review_agenda.decide": ("要定的事（3 分钟，只答是或否）", "To decide (3 minutes, yes or no)"),
    "review_agenda.no_decisions": ("没有要定的事。", "Nothing is to be decided."),
    "review_agenda.later": ("还有 {count} 件留到会后。", "{count} more are for after the meeting."),
    "review_agenda.drop": (
        "{id} {does} 已 {times} 次没做：取消吗？",
        "{id} {does} was not done {times} times: drop it?",
    ),
    "review_agenda.take": (
        "{id} {does}（{owner}，{due} 前，预期：{expect}）：同意吗？",
        "{id} {does} ({owner}, by {due}; expected: {expect}): agreed?",
    ),
    "review_agenda.accept": ("接受{metric}没达成（{because}）：同意吗？", "Accept the miss of {metric} ({because})?"),
    "review_agenda.people": ("还差谁", "Who is missing"),
    "review_agenda.owing": ("没写结论：{people}", "No verdict from: {people}"),
    "review_agenda.unexplained": ("没写原因：{metrics}", "No cause for: {metrics}"),
    "review_agenda.record": (
        "会后写进开头：meeting: {{on: {day}, attended: [{attended}], decisions: [定了什么]}}",
        "After the meeting write at the top: meeting: {{on: {day}, attended: [{attended}], decisions: [what]}}",
    ),
    "review_agenda.held": ("{day} 已开会，到场：{people}", "Held on {day} with {people}"),
    "review_agenda.absent": ("缺席：{people}", "Absent: {people}"),
    "review_agenda.decided": ("已定：{what}", "Decided: {what}"),
    "review_agenda.no_review": ("{scope} 还没有 {period} 的复盘", "{scope} has no review of {period} yet"),
    "review_agenda.no_review_hint": (
        "先起草：opsctl review … {period} --scope {scope} --write",
        "draft it first: opsctl review … {period} --scope {scope} --write",
    ),
}
