"""Sentences about how goals are divided over teams, stores and people."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "people.key_unknown": (
        "{metric} 按 {key} 拆，但没有这个指标；全部指标：opsctl list metric",
        "{metric} is divided by {key}, but there is no such metric; see opsctl list metric",
    ),
    "people.key_ratio": (
        "{metric} 按 {key} 拆，但它不能相加；请换成数量或金额指标",
        "{metric} is divided by {key}, which does not add up; a count or an amount is expected",
    ),
    "people.key_nobody": (
        "{metric} 按人力天数拆，但 {year} 年 {scope} 的下级没有人任职；请写 weights",
        "{metric} is divided by headcount, but in {year} nobody holds a role at a child of {scope}; write weights",
    ),
    "people.key_no_goal": (
        "{metric} 按 {key} 拆，但 {scope} 的下级都没有 {key} 的目标；请先拆 {key}，或改写 weights",
        "{metric} is divided by {key}, but no child of {scope} has a goal of {key}; divide {key} first, or write "
        "weights",
    ),
    "people.key_circle": (
        "{metric} 的拆解绕成一圈：{circle}；请给其中一个写 weights",
        "the split of {metric} waits for itself in a circle, {circle}; write weights for one of them",
    ),
    "people.children_outside": (
        "{scope} 的 {metric} 为 {total}，下级合计 {parts}，相差 {gap}，超出允许的 {within}",
        "{metric} of {scope} is {total}, its children add up to {parts}, a gap of {gap}; at most {within} is allowed",
    ),
    "people.typed_beside": ("{scope} 写的是 {value}，分到 {share}", "{scope} has {value}, its share is {share}"),
    "people.beside_share": (
        "{scope} 的 {metric} 写成 {value}，{above} 分给它 {share}，相差 {gap}，不合 {policy}；"
        "要保留这个数，请在 {above} 的 split 里锁定",
        "{metric} of {scope} is {value}, but {above} hands it {share}, a difference of {gap} that {policy} does not "
        "allow; to keep it, hold it in the split of {above}",
    ),
    "people.why_through": (
        "{scope} 得 {share}：{above} 直接拆到店铺，这里是其下店铺所得之和：{sum}",
        "{scope} gets {share}: {above} divides over the stores, and this is the sum of what its own get: {sum}",
    ),
    "people.why_share": (
        "{person} 得 {share}：{place} 在 {period} 的 {total} 按任 {role} 的人力天数 {worked}/{all} 分，"
        "逐人取整到最小单位而合计不变",
        "{person} gets {share}: the {total} of {place} in {period}, by {worked} of {all} full-time days as {role}, "
        "each rounded to the smallest unit and the sum kept",
    ),
    "people.why_alone": (
        "{person} 得 {share}：{period} 在 {place} 只有一人任 {role}，{total} 全部归此人",
        "{person} gets {share}: alone as {role} at {place} in {period}, and so all of the {total}",
    ),
    "people.why_places": (
        "{person} 在 {period} 为 {total}，是各任职地点之和：{sum}",
        "{person} has {total} in {period}, the sum over the places of work: {sum}",
    ),
    "people.why_days": (
        "{person} 在 {place} 任 {role}，{month} 的 {total} 随 {place} 每天的目标乘当天投入的时间铺开："
        "累计权重占 {weight} 的比例四舍五入后相减；累计权重 {days}",
        "{month}, {total} of {person} as {role} at {place}, over its days as those of {place} go, times the share of "
        "each day given: differences of the rounded running share of {weight}; running weight {days}",
    ),
    "people.beside_roles": (
        "{person} 的 {metric} 写成 {value}，按所任角色分得 {share}，相差 {gap}；请写 inherited，或改店铺的目标",
        "{metric} of {person} is {value}, but the roles held give {share}, a difference of {gap}; write inherited, or "
        "change the goals of the places",
    ),
    "people.divided_here": ("{scope} 在这里拆解", "{scope} divides it here"),
}
