"""Sentences about planning anew what is left of a year."""

_WHY = (
    "第 {number} 版（{on}，{owner}：{reason}）从 {first} 起重排："
    "之前各月冻结为实际 {closed}，计划是 {planned}，缺口 {gap}；",
    "version {number} ({on}, {owner}: {reason}) plans anew from {first}: the months before "
    "are frozen at {closed} of the {planned} planned, a gap of {gap}; ",
)
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
    "replan.bad_start": (
        "{value} 不能作为重排的起点：要写一个月份，而且它之前今年已有结束的月份",
        "{value} is no month to re-plan from: a month is expected that has closed months of the same year before it",
    ),
    "replan.bad_start_hint": (
        "例：opsctl plan split 2026 --from 2026-07 --policy spread --reason 上半年差一截 --owner zhao-min",
        'example: opsctl plan split 2026 --from 2026-07 --policy spread --reason "behind in H1" --owner zhao-min',
    ),
    "replan.other_year": (
        "{value} 不在 {year} 年；应写该年的月份，如 {year}-07",
        "{value} is not in {year}; a month of that year is expected, such as {year}-07",
    ),
    "replan.needs": (
        "重排要写明 {options}：为什么、谁定的、缺口怎么办",
        "a re-plan needs {options}: why, by whom, and where the gap goes",
    ),
    "replan.without_from": (
        "{options} 只和 --from 一起用",
        "{options} go with --from only",
    ),
    "replan.with_scenario": (
        "--scenario 是假设，--from 是决定，不能一起用；先用情景看看，再去掉 --scenario 重排",
        "--scenario is a what-if and --from a decision, so they do not go together; look at the scenario first, then "
        "re-plan without it",
    ),
    "replan.no_reason": ("--reason 是空的；请写明为什么重排", "--reason is empty; say why it is re-planned"),
    "replan.no_person": ("没有人员 {owner}", "there is no person {owner}"),
    "replan.list_people": ("有哪些人：opsctl list person", "see who there is: opsctl list person"),
    "replan.another_version": (
        "{file} 已从 {first} 起重排过（policy {policy}，share {share}）；新的一版要从更晚的月份开始",
        "{file} is already re-planned from {first} (policy {policy}, share {share}); a new version has to begin later",
    ),
    "replan.another_version_hint": (
        "要改这一版的做法，请在各目标表的 replan 里改，再运行 opsctl plan split；已结束的月份不变",
        "to change how that version goes, edit `replan` in the sheets and run opsctl plan split; closed months stay",
    ),
    "replan.incomplete": (
        "{first} 之前的数据不全，不能冻结。缺：{runs}",
        "the data before {first} are not complete and cannot be frozen. Missing: {runs}",
    ),
    "replan.incomplete_hint": (
        "补上这些天的导出再来；数据放在别处时用 --data 指明",
        "add the exports of these days and run it again; say with --data where they lie elsewhere",
    ),
    "replan.nothing_measured": (
        "没有一个目标有实际值可冻结：没有数据源给出这些指标",
        "no goal has an actual value to freeze: no source gives these metrics",
    ),
    "replan.nothing_measured_hint": (
        "先接上数据源（opsctl new source ID），或用 --data 指明导出所在的文件夹",
        "connect a source first (opsctl new source ID), or say with --data in which folder the exports lie",
    ),
    "replan.no_place": (
        "{file} 里没有能添上一版重排的位置：整张表或 replan 写在了括号里",
        "{file} has no place for another version: the sheet or its `replan` stands in brackets",
    ),
    "replan.no_place_hint": (
        "把它改成一行一个键的写法，再运行一次",
        "write it with one key a line and run it again",
    ),
    "replan.done": ("{year} 年从 {first} 起重排", "{year}, re-planned from {first}"),
    "replan.facts": ("{policy} · {share} · {owner} · {on}", "{policy} · {share} · {owner} · {on}"),
    "replan.policy_spread": ("缺口摊到余下各月", "the gap over the months left"),
    "replan.policy_next": ("缺口全进下个月", "the gap into the next month"),
    "replan.policy_events": ("缺口进大促月", "the gap into months with promotions"),
    "replan.policy_absorb": ("缺口不补", "the gap is not made up for"),
    "replan.share_carry": ("各店补自己的", "each store carries its own"),
    "replan.share_pool": ("全公司一起分", "all stores share it"),
    "replan.unchanged": (
        "已经这样重排过，没有什么要改。",
        "It is re-planned that way already; nothing changes.",
    ),
    "replan.wrote": (
        "写了 {count} 个文件，其中目标表 {sheets} 张。",
        "{count} files written, {sheets} of them sheets.",
    ),
    "replan.would_write": (
        "会写 {count} 个文件，其中目标表 {sheets} 张；没有写入。",
        "{count} files would be written, {sheets} of them sheets; nothing was.",
    ),
    "replan.year_stays": ("全年仍是原来的数。", "Every year adds up to what it was."),
    "replan.year_moves": (
        "全年变了：{metrics}。请让批准目标的人知道。",
        "Years have moved: {metrics}. Whoever approved the targets should know.",
    ),
    "replan.unmeasured": (
        "没有实际值、保持原计划的：{metrics}",
        "without actual values, and so as planned before: {metrics}",
    ),
    "replan.immature": (
        "{metrics} 上个月的数字还会因退款变化；冻结的是现在看到的数。",
        "late refunds may still move {metrics} of the last month; what is known now has been frozen.",
    ),
    "replan.closed_planned": ("已结束月份的计划", "closed months, planned"),
    "replan.closed_actual": ("实际", "actual"),
    "replan.gap": ("缺口", "gap"),
    "replan.left_before": ("余下原来", "left, before"),
    "replan.left_after": ("余下现在", "left, now"),
    "replan.year_before": ("全年原来", "year, before"),
    "replan.year_after": ("全年现在", "year, now"),
    "replan.original_target": ("原目标", "original target"),
    "replan.original_attainment": ("原目标达成", "of original"),
    "replan.against_original": (
        "目标已重排；按原目标 {target} 算，达成 {attainment}。",
        "The target was re-planned; of the original {target} it is {attainment}.",
    ),
    "replan.frozen": (
        "{first} 之前各月的目标是冻结的实际值。",
        "Targets of the months before {first} are what happened, frozen.",
    ),
    "replan.original": ("原目标", "original"),
    "replan.moved": ("变动", "moved"),
    "replan.versions": ("重排", "Re-plans"),
    "replan.version": ("版本", "version"),
    "replan.from": ("起", "from"),
    "replan.how": ("做法", "how"),
    "replan.reason": ("原因", "reason"),
    "replan.owner": ("负责人", "owner"),
    "replan.on": ("日期", "on"),
    "replan.scopes": ("涉及", "scopes"),
    "replan.by_store": ("{metric}：各自的余下", "{metric}: what is left for each"),
    "replan.more_scopes": (
        "另有 {count} 个偏离较小的没有列出；--format json 给出全部",
        "and {count} more that are nearer to their plan; --format json has them all",
    ),
    "replan.scope": ("考核对象", "scope"),
    "replan.why_spread": (
        _WHY[0] + "余下由 {was} 改为 {rest}，按曲线分到各月：{months}",
        _WHY[1] + "what is left goes from {was} to {rest}, over the months by the curve: {months}",
    ),
    "replan.why_spread_alike": (
        _WHY[0] + "余下由 {was} 改为 {rest}，各月按原来的比例：{months}",
        _WHY[1] + "what is left goes from {was} to {rest}, over the months as they were: {months}",
    ),
    "replan.why_next": (
        _WHY[0] + "余下由 {was} 改为 {rest}，差额全进第一个月：{months}",
        _WHY[1] + "what is left goes from {was} to {rest}, the difference all in the first month: {months}",
    ),
    "replan.why_events": (
        _WHY[0] + "余下由 {was} 改为 {rest}，差额按大促占的份量进有大促的月：{months}",
        _WHY[1] + "what is left goes from {was} to {rest}, the difference in the months with promotions, "
        "by what these weigh: {months}",
    ),
    "replan.why_absorb": (
        _WHY[0] + "缺口不补，余下仍是 {rest}，全年随之变动：{months}",
        _WHY[1] + "the gap is not made up for, what is left stays {rest} and the year moves: {months}",
    ),
    "replan.why_reached": (
        _WHY[0] + "全年已经达到，余下仍按原计划 {rest}，全年随之增加：{months}",
        _WHY[1] + "the year is reached already, so what is left stays {rest} and the year grows: {months}",
    ),
    "replan.why_left": (
        _WHY[0] + "余下由 {was} 改为 {rest}，每个月都是 {sum}：{months}",
        _WHY[1] + "what is left goes from {was} to {rest}, in every month {sum}: {months}",
    ),
    "replan.why_pool": (
        "{scope} 余下得 {share}：大家合计余下 {rest}，按各自原来的余下一起分：{shares}",
        "{scope} gets {share} of what is left: {rest} together, shared by what each had planned: {shares}",
    ),
    "replan.why_moved": (
        "{scope} 全年原为 {before}，重排之后是 {after}：{moved}",
        "{scope}'s year was {before} and is {after} after re-planning: {moved}",
    ),
}
