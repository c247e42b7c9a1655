"""Sentences of receipts: what the weights of a split are, and which re-plans stand behind a sum."""

_ROUNDED = ("逐项取整到最小单位而合计不变", "each rounded to the smallest unit and the sum kept")
_BY = {
    "headcount": (
        "按人力天数（人数 × FTE × 在岗天数）{weight}/{weights} 拆下",
        "by {weight} of {weights} headcount days (people × FTE × days in the role)",
    ),
    "goal": (
        "按各自的 {key} 目标 {weight}/{weights} 拆下",
        "by {weight} of {weights} of the children's goals for {key}",
    ),
}
SENTENCES: dict[str, tuple[str, str]] = {
    **{
        f"weighing.split_{by}": (
            "{scope} 得 {share}：{above} 的 {total} " + zh + "，" + _ROUNDED[0],
            "{scope} gets {share}: {above} divides {total} " + en + ", " + _ROUNDED[1],
        )
        for by, (zh, en) in _BY.items()
    },
    **{
        f"weighing.split_{by}_limits": (
            "{scope} 得 {share}：{above} 的 {total} 先满足 {limits}，其余" + zh + "，" + _ROUNDED[0],
            "{scope} gets {share}: {above} divides {total}, {limits} first, the rest " + en + ", " + _ROUNDED[1],
        )
        for by, (zh, en) in _BY.items()
    },
    "weighing.tier_moved": (
        "{scope} 的承诺值重排之后是 {now}；{tier} 仍是对着最初的 {before} 定的，重排不改它的全年",
        "{scope}'s commit value is {now} after re-planning; its {tier} stands beside the {before} first planned, and "
        "re-planning leaves its year as it is",
    ),
    "weighing.replans": (
        "{scope} 的合计里有第 {number} 版（{on}，{owner}：{reason}）：从 {first} 起重排，做法 {policy}，"
        "缺口 {gap}，涉及 {count} 个：{scopes}",
        "in the sum of {scope} is version {number} ({on}, {owner}: {reason}), planned anew from {first} with the "
        "policy {policy} and a gap of {gap}; scopes ({count}): {scopes}",
    ),
}
