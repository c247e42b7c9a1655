"""Sentences about goals and their sums."""

SENTENCES: dict[str, tuple[str, str]] = {
    "goal.children_differ": (
        "{scope} 的 {metric} 是 {total}，下级之和是 {parts}，相差 {gap}；应当相等",
        "{metric} of {scope} is {total}, its children add up to {parts}, a gap of {gap}; they should be equal",
    ),
    "goal.typed_here": ("{scope} 写定 {value}", "{scope} has {value}"),
}
