"""What the rules about ids and references say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
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
    "rules.unknown_reference_record": (
        "没有地址为 {id} 的记录；请写成 类别:id，如 store:tmall-flagship",
        "no record has the address {id}; write kind:id, as in store:tmall-flagship",
    ),
    "rules.unknown_reference_record_near": (
        "没有地址为 {id} 的记录；是否想写 {meant}？",
        "no record has the address {id}; did you mean {meant}?",
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
    # REF103, REF104
    "rules.listed_twice": ("{entry} 已在列表里；每项只写一次", "{entry} is in the list already; each is expected once"),
    "rules.listed_twice_away": ("删去第二个 {entry}", "take the second {entry} away"),
    "rules.action_id_reused": (
        "{id} 已用于另一件事：{first}；请换一个没有用过的编号",
        "{id} is used for something else already: {first}; an id of its own is expected",
    ),
}

PAGES: dict[str, str] = {
    "REF101": """
两处用了同一个 id。

团队、店铺和人员共用一套 id，因为它们都能有目标：`targets/2026/tmall.yaml` 只能指一个考核对象。日历里的活动、
岗位的职责、计划的策略和任务、复盘的原因和行动，在各自的列表里也靠 id 区分；同一张目标表的目标靠指标区分，
`uv` 和 `visitors` 是同一个指标。

怎么改：给其中一个换一个 id。
""",
    "REF102": """
记录提到了不存在的东西。

目标、任务、岗位靠 id 连在一起。连不上的 id 会让任务没有负责人、店铺掉出拆解，而且没有人知道。
指向读不了的记录不再重复报，先改那条记录；指向以后才有的类别（如选品标准）暂不检查。

怎么改：改成提示的 id，或先建好那条记录。
""",
    "REF103": """
列表里同一项写了两次。

第二项没有作用，或者本来想写的是另一项：漏掉的渠道、到会的另一个人。指标不论用哪个叫法都是同一个：`uv` 就是 `visitors`。

怎么改：删去重复的一项，或改成真正要写的。
""",
    "REF104": """
两篇复盘的不同行动、或两份计划的不同任务用了同一个编号。

验证结论只用编号指明行动，计划也用编号接续行动。两个行动都叫 `A1`，就说不清是哪一个起了作用。
没做完的任务可以带着编号出现在几份计划里，只要内容相同；新的任务用下一个编号。

怎么改：给后写的一个换编号。
""",
}
