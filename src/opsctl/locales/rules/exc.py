"""What the rules about exceptions say, and their Chinese pages; the examples stand in each rule's own docstring."""

SENTENCES: dict[str, tuple[str, str]] = {
    # EXC101
    "rules.suppression_of_everything": (
        "这条注释没有写明忽略哪条规则；请写成 ignore[规则编号] 加原因",
        "the comment names no rule; write ignore[CODE] and the reason",
    ),
    "rules.suppression_without_reason": (
        "忽略 {rules} 没有写原因；请把原因写在方括号后面",
        "ignoring {rules} needs a reason; write it after the bracket",
    ),
    # EXC102
    "rules.unused_suppression": (
        "{rule} 在这一行没有发现问题；请从注释里删去它",
        "{rule} finds nothing on this line; remove it from the comment",
    ),
    # EXC103
    "rules.expired_waiver": (
        "这条豁免已在 {until} 到期；请删去，或重新决定",
        "the waiver ran out on {until}; remove it or decide again",
    ),
    # EXC104
    "rules.unused_waiver": (
        "{rule} 在 {record} 里没有发现问题；请删去这条豁免",
        "{rule} finds nothing in {record}; remove the waiver",
    ),
    # EXC105
    "rules.waiver_reversed": (
        "豁免从 {begin} 到 {end}，还没开始就已结束；until 应不早于 from",
        "the waiver runs from {begin} to {end}; it should not end before it begins",
    ),
    "rules.waiver_too_long": (
        "豁免长达 {days} 天；一次最多 {most} 天",
        "the waiver lasts {days} days; at most {most} at a time",
    ),
    # EXC106
    "rules.outdated_baseline": (
        "基线里有 {count} 条问题已经不在；请运行：opsctl check --baseline-write",
        "known findings that are gone: {count}; run: opsctl check --baseline-write",
    ),
    "rules.bad_baseline": ("读不懂基线文件 {file}", "the baseline {file} cannot be read"),
    "rules.bad_baseline_hint": (
        "请从 git 恢复它，或重新生成：opsctl check --baseline-write",
        "restore it from git, or make it anew: opsctl check --baseline-write",
    ),
    # EXC107
    "rules.unknown_rule": ("没有规则 {name}", "there is no rule {name}"),
    "rules.unknown_rule_near": (
        "没有规则 {name}；是否想写 {meant}？",
        "there is no rule {name}; did you mean {meant}?",
    ),
    "rules.unknown_threshold": (
        "没有名为 {name} 的阈值；可用的有：{known}",
        "there is no threshold {name}; there are: {known}",
    ),
    "rules.unknown_threshold_near": (
        "没有名为 {name} 的阈值；是否想写 {meant}？",
        "there is no threshold {name}; did you mean {meant}?",
    ),
}

PAGES: dict[str, str] = {
    "EXC101": """
忽略规则的注释没有写明哪条规则，或没有写原因。

`# opsctl: ignore[REF102] 原因` 只对它所在的那一行起作用；单独成行时对下一行起作用。不写原因，一年后没人说得清这个例外
还该不该留；不写规则，下一个错误也会被它遮住。这样的注释不起作用。

怎么改：在方括号里写规则的编号或名称，后面写原因；没有必要的就删去。
""",
    "EXC102": """
注释忽略的规则在那一行没有发现问题。

问题已经改好、行已经移动，或者规则写错了。留着它，这一行的下一个错误就看不见了。

怎么改：从注释里删去这条规则；都用不着了就删去整条注释。
""",
    "EXC103": """
豁免已经到期。

豁免是为改正争取时间。时间到了，要么已经改好，豁免删去；要么有人重新决定，写上新的日期。从 `until` 的次日起，
它放过的问题重新计入。

怎么改：改好问题并删去豁免；确需延长的，由批准人重新决定并改日期。
""",
    "EXC104": """
豁免放过的问题已经不存在。

问题已经改好，或者规则、记录写错了。留着它，同类的下一个错误就看不见了。

怎么改：删去这条豁免；写错的，改成真正要豁免的规则和记录。
""",
    "EXC105": """
豁免的时间太长，或结束早于开始。

没有尽头的例外，就成了谁也不敢动的规则。一次最多 90 天（或阈值 `waiver-days` 所定的天数），到期由人重新决定。

怎么改：缩短 `until`，到期再议。
""",
    "EXC106": """
基线里有已经不存在的问题。

基线让旧仓库带着现状开始，只对新问题报错。改好的问题应当离开基线，否则同样的错误再回来时没人看见。

怎么改：运行 `opsctl check --baseline-write` 重写基线，看过差异再提交。
""",
    "EXC107": """
例外或设置里写了不存在的规则或阈值。

对不存在的规则设级别、写豁免或加注释，什么都不会发生，也没人知道：真正想管的规则照旧，担心的错误照样放行。

怎么改：改成提示的名称；`opsctl explain` 列出全部规则。
""",
}
