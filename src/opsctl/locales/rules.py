"""What the rules say, and the words around diagnostics and rule pages."""

SENTENCES: dict[str, tuple[str, str]] = {
    # around diagnostics
    "rules.severity_error": ("错误", "error"),
    "rules.severity_warning": ("警告", "warning"),
    "rules.severity_info": ("提示", "info"),
    "rules.more": ("…… 另有 {count} 条未列出", "… and {count} more"),
    "rules.summary": (
        "错误 {errors}，警告 {warnings}，提示 {infos}；共查 {files} 个文件、{records} 条记录。"
        "详见：opsctl explain {code}",
        "errors {errors}, warnings {warnings}, infos {infos} in {files} files with {records} records; "
        "for more: opsctl explain {code}",
    ),
    "rules.summary_clean": (
        "没有问题：共查 {files} 个文件、{records} 条记录",
        "no problems in {files} files with {records} records",
    ),
    "rules.no_such_path": ("没有这个文件或文件夹：{path}", "there is no file or folder {path}"),
    "rules.path_outside": ("{path} 不在工作区 {root} 里", "{path} is not inside the workspace {root}"),
    # around rule pages
    "rules.page_error": ("级别：错误。始于 {since}。", "Severity: error. Since {since}."),
    "rules.page_warning": ("级别：警告。始于 {since}。", "Severity: warning. Since {since}."),
    "rules.page_info": ("级别：提示。始于 {since}。", "Severity: info. Since {since}."),
    "rules.page_rigor": ("严格程度 {rigor} 起生效。", "Runs from rigor {rigor} on."),
    "rules.page_fails": ("不通过：", "Fails:"),
    "rules.page_passes": ("通过：", "Passes:"),
    "rules.page_fix_safe": ("结果里带有修复，可放心采用。", "The finding carries a repair that is safe to apply."),
    "rules.page_fix_unsafe": (
        "结果里带有修复，但它出于猜测，采用前请看过。",
        "The finding carries a repair; it is a guess, so look at it first.",
    ),
    "rules.no_such_rule": ("没有规则 {wanted}", "there is no rule {wanted}"),
    "rules.no_such_rule_near": (
        "没有规则 {wanted}；是否想查 {meant}？",
        "there is no rule {wanted}; did you mean {meant}?",
    ),
    "rules.known_rules": ("有这些规则：{codes}", "there are: {codes}"),
    "rules.respell": ("改写为 {meant}", "write {meant}"),
    # REF101
    "rules.duplicate_id": ("id {id} 已被占用；每个 id 只能用一次", "the id {id} is taken; each id is expected once"),
    "rules.duplicate_id_first": ("{id} 先用在这里", "{id} is used here first"),
    # REF102
    "rules.unknown_reference_team": ("没有 id 为 {id} 的团队", "no team has the id {id}"),
    "rules.unknown_reference_team_near": (
        "没有 id 为 {id} 的团队；是否想写 {meant}？",
        "no team has the id {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_role": ("没有 id 为 {id} 的岗位", "no role has the id {id}"),
    "rules.unknown_reference_role_near": (
        "没有 id 为 {id} 的岗位；是否想写 {meant}？",
        "no role has the id {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_person": ("没有 id 为 {id} 的人员", "no person has the id {id}"),
    "rules.unknown_reference_person_near": (
        "没有 id 为 {id} 的人员；是否想写 {meant}？",
        "no person has the id {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_source": ("没有 id 为 {id} 的数据源", "no source has the id {id}"),
    "rules.unknown_reference_source_near": (
        "没有 id 为 {id} 的数据源；是否想写 {meant}？",
        "no source has the id {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_scope": (
        "没有 id 为 {id} 的团队、店铺或人员",
        "no team, store or person has the id {id}",
    ),
    "rules.unknown_reference_scope_near": (
        "没有 id 为 {id} 的团队、店铺或人员；是否想写 {meant}？",
        "no team, store or person has the id {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_place": ("没有 id 为 {id} 的团队或店铺", "no team or store has the id {id}"),
    "rules.unknown_reference_place_near": (
        "没有 id 为 {id} 的团队或店铺；是否想写 {meant}？",
        "no team or store has the id {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_curve": ("当年日历里没有曲线 {id}", "the year's calendar has no curve {id}"),
    "rules.unknown_reference_curve_near": (
        "当年日历里没有曲线 {id}；是否想写 {meant}？",
        "the year's calendar has no curve {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_channel": ("店铺没有渠道 {id}", "the store has no channel {id}"),
    "rules.unknown_reference_channel_near": (
        "店铺没有渠道 {id}；是否想写 {meant}？",
        "the store has no channel {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_cause": ("本篇复盘里没有原因 {id}", "this review has no cause {id}"),
    "rules.unknown_reference_cause_near": (
        "本篇复盘里没有原因 {id}；是否想写 {meant}？",
        "this review has no cause {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_action": ("没有编号为 {id} 的行动或任务", "no review or plan has an action {id}"),
    "rules.unknown_reference_action_near": (
        "没有编号为 {id} 的行动或任务；是否想写 {meant}？",
        "no review or plan has an action {id}; did you mean {meant}?",
    ),
    "rules.unknown_reference_child": (
        "{id} 不在这个目标要拆到的下级里",
        "{id} is not among the scopes that this goal is divided over",
    ),
    "rules.unknown_reference_child_near": (
        "{id} 不在这个目标要拆到的下级里；是否想写 {meant}？",
        "{id} is not among the scopes that this goal is divided over; did you mean {meant}?",
    ),
    # ORG101
    "rules.circular_hierarchy_teams": (
        "{count} 个团队互为上级，绕成一圈：{chain}；应当有一个在最上面",
        "{count} teams stand above each other in a circle: {chain}; one is expected at the top",
    ),
    "rules.circular_hierarchy_roles": (
        "{count} 个岗位互为上级，绕成一圈：{chain}；应当有一个在最上面",
        "{count} roles report to each other in a circle: {chain}; one is expected at the top",
    ),
    # ORG102
    "rules.store_without_manager": (
        "店铺 {store} 从 {first} 到 {last} 没有 {role}；应当有且只有一人",
        "store {store} has no {role} from {first} to {last}; exactly one is expected",
    ),
    "rules.store_without_manager_two": (
        "店铺 {store} 从 {first} 到 {last} 有两个 {role}：{one} 和 {two}；应当有且只有一人",
        "store {store} has two holders of {role} from {first} to {last}, {one} and {two}; exactly one is expected",
    ),
    "rules.store_without_manager_asked": ("岗位 {role} 每店一人", "{role} is one per store"),
    "rules.store_without_manager_ended": ("{person} 任到 {last}", "{person} holds it until {last}"),
    "rules.store_without_manager_other": ("{person} 也在任", "{person} holds it too"),
    # ORG103
    "rules.owner_not_active": (
        "负责人 {owner} 在 {last} 没有任何岗位；到这一天为止都应当在岗",
        "the owner {owner} holds no role on {last}; one is expected until that day",
    ),
    "rules.owner_not_active_ended": ("岗位到 {last} 为止", "the role ends on {last}"),
    "rules.owner_not_active_begins": ("岗位从 {first} 开始", "the role begins on {first}"),
    # METR101, METR102
    "rules.unknown_metric": (
        "指标词典里没有 {id}；应为指标的 id、别名或名称",
        "the KPI dictionary has no {id}; the id, an alias or the name of a metric is expected",
    ),
    "rules.unknown_metric_near": (
        "指标词典里没有 {id}；是否想写 {meant}？",
        "the KPI dictionary has no {id}; did you mean {meant}?",
    ),
    "rules.ratio_without_parts_numerator": (
        "{metric} 是比率，却没有分子；应写明 numerator",
        "{metric} is a ratio without a numerator; one is expected",
    ),
    "rules.ratio_without_parts_denominator": (
        "{metric} 是比率，却没有分母；应写明 denominator",
        "{metric} is a ratio without a denominator; one is expected",
    ),
    # METR103
    "rules.unusable_formula_circle": (
        "{metric} 由它自己算出；公式不应绕成一圈",
        "{metric} is computed from itself; a formula without a circle is expected",
    ),
    "rules.unusable_formula_large": (
        "{metric} 的公式展开后超过 {most} 个指标；应当写得更短",
        "{metric} is computed through more than {most} metrics; a shorter formula is expected",
    ),
    # GOAL101, GOAL103
    "rules.goal_without_baseline": (
        "目标 {metric} 没有基线；应写明 baseline（上一期的期间和数值）",
        "goal {metric} has no baseline; the value of an earlier period is expected",
    ),
    "rules.stale_cells": (
        "与目标表算出的数不一致；应与之相同，请运行 opsctl plan split {year}",
        "differs from what the sheets give; the same is expected, run opsctl plan split {year}",
    ),
    "rules.stale_cells_missing": (
        "这份目标值文件不在；目标表算得出它，请运行 opsctl plan split {year}",
        "is missing; the sheets give cells for it, run opsctl plan split {year}",
    ),
    "rules.stale_cells_surplus": (
        "没有目标表用得到这份文件；不应存在，请运行 opsctl plan split {year}",
        "belongs to no sheet; no such file is expected, run opsctl plan split {year}",
    ),
    "rules.stale_cells_none": (
        "{year} 年有目标表，却没有目标值文件；请运行 opsctl plan split {year}",
        "{year} has target sheets but no cells; run opsctl plan split {year}",
    ),
    # CAL101, CAL102
    "rules.overlapping_events": (
        "活动 {one} 与 {two} 在 {platform} 上从 {first} 到 {last} 重叠；大型活动应当错开",
        "{one} and {two} overlap on {platform} from {first} to {last}; large events are expected apart",
    ),
    "rules.overlapping_events_other": ("{event} 在这里", "{event} is here"),
    "rules.curve_shares_not_100": (
        "曲线 {curve} 的月份占比合计 {total}，相差 {gap}；应为 100%",
        "the month shares of {curve} add up to {total}, a gap of {gap}; 100% is expected",
    ),
    "rules.curve_shares_not_100_missing": (
        "曲线 {curve} 的月份占比合计 {total}，相差 {gap}，缺少月份 {months}；应为 100%",
        "the month shares of {curve} add up to {total}, a gap of {gap}, without the months {months}; 100% is expected",
    ),
}
