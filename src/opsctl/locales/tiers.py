"""Sentences about the floor and stretch of goals."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "tiers.floor": ("保底", "floor"),
    "tiers.stretch": ("冲刺", "stretch"),
    "tiers.guardrails": ("护栏", "Guardrails"),
    "tiers.guardrail": ("{goal}：{metric} {limits}", "{goal}: {metric} {limits}"),
    "tiers.at_least": ("不低于 {limit}", "at least {limit}"),
    "tiers.at_most": ("不高于 {limit}", "at most {limit}"),
    "tiers.broken": (
        "护栏被突破：{metric} {actual}，应{limit}（{goal}的护栏）。",
        "Guardrail broken: {metric} {actual}, which should be {limit} (it guards {goal}).",
    ),
    "tiers.of_metric": ("{metric}（{tier}）", "{metric} ({tier})"),
    "tiers.nothing_here": (
        "这里没有{name}：它自己和拆分到它的上级都没有写；要有，在目标里写 {tier}:",
        "Nothing has a {name} here: neither its own sheet nor one that is split over it sets one. To have one, write "
        "{tier}: in a goal.",
    ),
    "tiers.nothing_to_follow": (
        "{metric} 的 {tier} 是 {value}，但承诺值处处为 0，没有比例可循；先给承诺值，或去掉 {tier}",
        "{tier} {value} of {metric} has no proportions to follow, for every commit cell is 0; set a commit value, "
        "or take the {tier} out",
    ),
    "tiers.not_its_share": (
        "{scope} 的 {metric} 写了 {tier} {value}，而 {above} 的 {tier} 按承诺值的比例分到这里是 {share}；"
        "改成 {share}，或去掉它",
        "{tier} {value} of {metric} differs from the {share} that {above}'s {tier} gives {scope} in proportion to its "
        "commit value; write {share}, or take it out",
    ),
    "tiers.typed_here": ("{tier} {value} 写在这里", "{tier} {value} is set here"),
    "tiers.none": (
        "{scope} 的 {metric} 没有 {tier}：它自己和拆分到它的上级都没有写",
        "{metric} of {scope} has no {tier}: neither its own sheet nor one that is split over it sets one",
    ),
    "tiers.why_target": ("{tier} {value}，来历如下：", "{tier} {value}, and where it comes from:"),
    "tiers.why_typed": (
        "{scope} 的目标表写定 {tier} {value}，承诺值是 {commit}，相差 {gap}",
        "{scope}'s sheet sets the {tier} at {value}; the commit value is {commit}, which is {gap} apart",
    ),
    "tiers.why_share": (
        "{scope} 的 {tier} 是 {value} = 承诺值 {commit} {share}：{above} 的差距 {gap} "
        "按各下级承诺值的比例 {commit}/{whole} 分下来，逐项取整到最小单位而合计不变",
        "{scope}'s {tier} is {value} = its commit value {commit} {share}: {above}'s distance of {gap} is divided by "
        "the children's commit values, here {commit} of {whole}, each rounded to the smallest unit and the sum kept",
    ),
    "tiers.why_months": (
        "{scope} 全年的差距 {gap} 按各月承诺值的比例分到月：{months}",
        "{scope}'s distance of {gap} over the months in proportion to their commit values: {months}",
    ),
    "tiers.why_days": (
        "{month} 的差距 {gap} 按各天承诺值的比例铺开，累计误差不超过半个最小单位：{days}",
        "{month}'s distance of {gap} over its days in proportion to their commit values, no running total off by more "
        "than half a unit: {days}",
    ),
    "tiers.why_commit": (
        "承诺值的来历：opsctl plan why {cell}",
        "where the commit value comes from: opsctl plan why {cell}",
    ),
}
