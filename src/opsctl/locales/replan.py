"""Sentences about planning anew what is left of a year."""

SENTENCES: dict[str, tuple[str, str]] = {
    "replan.no_events": (
        "{scope} 从 {first} 起没有一个月有大促，{metric} 的缺口 {gap} 无处可放；请改用 spread、next 或 absorb",
        "{scope} has no month with a promotion from {first} on, so nothing takes the gap of {gap} in {metric}; choose "
        "spread, next or absorb",
    ),
    "replan.no_room": (
        "{scope} 从 {first} 起的 {metric} 应合计 {rest}，余下各月的锁定、上下限和做法只容得下 {least} 到 {most}；"
        "请换一种 policy，或放宽余下月份的锁定与上下限",
        "{metric} of {scope} has to add up to {rest} from {first} on, but the holds, bounds and policy of the months "
        "left allow {least} to {most}; choose another policy, or loosen the holds and bounds of these months",
    ),
}
