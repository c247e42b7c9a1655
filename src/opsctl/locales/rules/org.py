"""What the rules about the organisation say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
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
    "rules.one_per_store": ("岗位 {role} 每店一人", "{role} is one per store"),
    "rules.one_per_team": ("岗位 {role} 每个团队一人", "{role} is one per team"),
    "rules.one_per_company": ("岗位 {role} 全公司一人", "{role} is one per company"),
    "rules.store_without_manager_ended": ("{person} 任到 {last}", "{person} holds it until {last}"),
    "rules.store_without_manager_other": ("{person} 也在任", "{person} holds it too"),
    # ORG103
    "rules.owner_not_active": (
        "负责人 {owner} 在 {last} 没有任何岗位；到这一天为止都应当在岗",
        "the owner {owner} holds no role on {last}; one is expected until that day",
    ),
    "rules.owner_not_active_ended": ("岗位到 {last} 为止", "the role ends on {last}"),
    "rules.owner_not_active_begins": ("岗位从 {first} 开始", "the role begins on {first}"),
    # ORG104
    "rules.seat_held_twice": (
        "{one} 和 {two} 从 {first} 到 {last} 同时任 {role}；应当只有一人，请改对起止日期",
        "{one} and {two} both hold {role} from {first} to {last}; one is expected, so correct the dates",
    ),
    "rules.seat_held_twice_open": (
        "{one} 和 {two} 从 {first} 起同时任 {role}；应当只有一人，请给前一人写上 until",
        "{one} and {two} both hold {role} from {first} on; one is expected, so give the earlier one an until",
    ),
    # ORG105
    "rules.dates_reversed": (
        "{last} 早于开始日期 {first}；结束应当不早于开始",
        "{last} is before the first day, {first}; the same day or a later one is expected",
    ),
    "rules.dates_reversed_begins": ("从 {first} 开始", "it begins on {first}"),
    # ORG106
    "rules.over_full_time": (
        "{person} 在 {day} 的 {count} 个岗位合计占 {total} 的时间；最多 100%，请写明各自的 fte 或结束日期",
        "{person} holds {count} roles on {day} that take {total} of the time; 100% at most is expected, so give each "
        "its fte or an end",
    ),
    "rules.over_full_time_share": ("这个岗位占 {share}", "this role takes {share}"),
    # ORG107
    "rules.unmanned_role": (
        "没有人担任 {role}；应当有人任职，暂时空缺的先由他人兼任，不用的请删去",
        "nobody holds {role}; a holder is expected, or remove the role",
    ),
    "rules.unmanned_role_since": (
        "{role} 到 {last} 为止，{year} 年没有人担任；应当有人接任，不用的请删去",
        "{role} was held until {last} and by nobody in {year}; a holder is expected, or remove the role",
    ),
    # ORG108
    "rules.role_at_wrong_place_store": (
        "{role} 每店一人，{place} 却是团队；应当写店铺的 id",
        "{role} is one per store, but {place} is a team; the id of a store is expected",
    ),
    "rules.role_at_wrong_place_team": (
        "{role} 不属于单个店铺，{place} 却是店铺；应当写团队的 id",
        "{role} is not a role of one store, but {place} is a store; the id of a team is expected",
    ),
    # ORG109
    "rules.role_at_closed_place": (
        "{place} 在 {closed} 关闭，{role} 的任职却在这之后没有结束；请写上 until，或改任别处",
        "{place} closes on {closed}, but {role} is held there after that; an until or another place is expected",
    ),
    "rules.role_at_closed_place_closed": ("{place} 在 {closed} 关闭", "{place} closes on {closed}"),
    "rules.role_at_closed_place_early": (
        "{role} 的任职在 {place} 于 {opened} 开业之前就结束了；请核对日期或地点",
        "{role} ends before {place} opens on {opened}; a day on which it is open is expected",
    ),
    "rules.role_at_closed_place_opened": ("{place} 在 {opened} 开业", "{place} opens on {opened}"),
    # ORG110, ORG111, ORG112
    "rules.span_of_control": (
        "{person} 从 {day} 起直接带 {count} 人；最多 {most} 人，请加一层组长或分出一部分",
        "{person} leads {count} people directly from {day}; {most} at most is expected, so add a lead or share them",
    ),
    "rules.org_depth": (
        "{team} 在第 {depth} 层：{chain}；最多 {most} 层，请改挂到更高的团队",
        "{team} is on level {depth}: {chain}; {most} at most is expected, so hang it higher",
    ),
    "rules.team_without_lead": (
        "团队 {team} 里有 {one}、{two} 等人，却没有带队的岗位；请让一人担任其他岗位的上级，或每个团队一人的岗位",
        "{one} and {two} work in the team {team}, but nobody leads it; a role there that is one per team, or that "
        "the others report to, is expected",
    ),
    # ORG113, ORG114, ORG115
    "rules.duty_with_two_accountables": (
        "职责 {duty} 由 {one} 和 {two} 同时负责（accountable）；应当只有一个岗位负责",
        "{one} and {two} are both accountable for {duty}; one is expected, the other is responsible or has another id",
    ),
    "rules.duty_with_two_accountables_first": ("{role} 在这里负责", "{role} is accountable here"),
    "rules.duty_without_accountable": (
        "职责 {duty} 没有岗位负责（accountable）；应当有且只有一个",
        "no role is accountable for {duty}; exactly one is expected",
    ),
    "rules.duty_without_authority": (
        "{role} 负责 {duty}，却没有写能决定什么；请写 decides",
        "{role} is accountable for {duty} but decides nothing; a decides is expected",
    ),
    # ORG116, ORG117
    "rules.top_without_approver": (
        "{top} 有目标，却没有审批人；请写 approver（上级或外部的人）",
        "{top} has goals but nobody approves them; an approver from above or outside is expected",
    ),
    "rules.top_without_approver_gone": (
        "审批人 {approver} 在 {year} 年已没有任何岗位；请换成在任的人",
        "the approver {approver} holds no role in {year}; somebody who is there is expected",
    ),
    "rules.top_without_approver_sheet": ("目标由 {owner} 负责", "{owner} owns the goals"),
    "rules.approver_below_owner_same": (
        "{person} 审批的是自己负责的 {year} 年目标；审批人应当是上级或外部的人",
        "{person} approves the goals of {year} that are their own; somebody above or outside is expected",
    ),
    "rules.approver_below_owner": (
        "审批人 {approver} 是目标负责人 {owner} 的下级；应当是上级或外部的人",
        "the approver {approver} reports to {owner}, who owns the goals; somebody above or outside is expected",
    ),
    # ORG118, ORG119
    "rules.reports_to_nobody": (
        "{person} 应向 {role} 汇报，但 {place} 及其上级团队都没有人同期担任；请补上任职，或改 reports_to",
        "{person} reports to {role}, which nobody holds at {place} or above it; a holder or another reports_to is "
        "expected",
    ),
    "rules.empty_team": (
        "团队 {team} 没有人、没有店铺，也没有下级团队；请补上，或写 closed，或删去",
        "the team {team} has no people, stores or teams; some are expected, or give it a closed, or remove it",
    ),
}

PAGES: dict[str, str] = {
    "ORG101": """
团队或岗位互为上级，绕成一圈。

合计沿着团队往上加，汇报沿着岗位往上走；绕成一圈就永远到不了顶。每个圈只报一次，报在 id 最靠前的一个上。

怎么改：让其中一个改挂到圈外的上级，或者不写上级。
""",
    "ORG102": """
营业中的店铺没有、或有两个每店一人的岗位。

写了 `one_per: store` 的岗位独自对店铺负责。没有人的日子无人负责，有两个人的日子互相等对方。
检查的日子是有目标表的各年里店铺营业的日子，每店只报最早的一段。在店铺所属团队任职的不算。

怎么改：补上任职，或改对起止日期；交接日前后两段要首尾相接。
""",
    "ORG103": """
负责人在所负责的事结束之前就没有岗位了。

人走了，目标、锁定、计划和任务还在，就没有人负责。负责人应当在事情覆盖的最后一天仍有岗位：目标表、
目标和上下限看当年最后一天，锁定看 `until`与当年最后一天中较早的一个，计划、策略和复盘看期间最后一天，任务和行动看
到期日。
年中入职的人可以负责当年目标，年中离开的人要交接。已完成或已放弃的任务不查。

怎么改：换成在岗的人，或改对任职日期。
""",
    "ORG104": """
每个团队或全公司只有一人的岗位，同时有两个人在任。

两个人会互相等对方。`one_per: team` 的岗位逐个团队看，`one_per: company` 的岗位全公司一起看；店铺的岗位由
`store-without-manager` 查。前一人离任的次日接任没有问题；要带一段时间的，交接期先给新人写别的岗位。

怎么改：改对起止日期，交接日前后首尾相接。
""",
    "ORG105": """
结束早于开始。

七月开始、六月结束的任职，没有一天在任，要到目标没有负责人时才会发现。团队和店铺的开业、关闭日期也一样。
起止两天都算在内，同一天就是一天。

怎么改：改对其中一个日期。
""",
    "ORG106": """
一个人的各个岗位加起来超过全部工作时间。

岗位的目标按时间份额拆给任职的人，人数也按份额计。不写 `fte` 就是占全部时间，两个这样的岗位等于把一个人算成两个。
只报最早的一天。

怎么改：给兼任的岗位写上 `fte`，或给旧的任职写上结束日期。
""",
    "ORG107": """
没有人担任的岗位。

它的指标没有负责人，它的职责没有人做，或者由没被指派的人在做。从来没有人担任，或者最近一个有目标表的年份之前就已离任的，
都会报出。每店一人的岗位由 `store-without-manager` 逐店查。

怎么改：写上任职的人，可以由他人兼任；不再需要的岗位删去。
""",
    "ORG108": """
岗位的任职地点与它的性质不符。

每店一人的岗位对一家店负责，任在团队就没有对哪家店负责，店铺也会显示无人。每个团队一人、全公司一人的岗位应任在团队。

怎么改：把 `at` 改成店铺或团队的 id，或改 `one_per`。
""",
    "ORG109": """
在没有营业的店铺或团队任职。

只在已关闭的店铺任职的人，看上去仍然在岗，还能当目标负责人，其实已经无事可做。任职可以早于开业，也可以在关闭后再收尾一段
时间；但不能完全落在营业日之外，也不能在已定关闭日期的地方没有结束日期。

怎么改：写上 `until`，或改成现在的任职地点。
""",
    "ORG110": """
一个人直接带的人太多。

超过八人左右，就说不清每个人在做什么，复盘也变成了汇报。谁带谁由 `reports_to`、任职地点和日期得出。上限是
`opsctl.yaml` 里的阈值 `span-of-control`；显示人数最多的第一天。客服组通常可以多一些。

怎么改：设一层组长，或分给另一位负责人；确有理由的，调高阈值。
""",
    "ORG111": """
团队的层级比约定的多。

每多一层，消息就多一次取整、延迟和过滤；手册要求扁平。顶层团队算第一层，上限是 `opsctl.yaml` 里的阈值 `org-depth`。
一条分支只报超出上限的第一个团队。

怎么改：把团队挂到更高一级；确有理由的，调高阈值。
""",
    "ORG112": """
团队里有人，却没有人带队。

谁带队由岗位得出：在该团队任职的岗位里，有每个团队（或全公司）一人的，或者有其他岗位向它汇报的。
两个人以上的团队两样都没有，事情就只能越过团队找上一级。只有一个人的团队、只用来归拢店铺的团队不必有。
`rigor: strict` 时才查。

怎么改：让一人担任带队的岗位，或写上其他岗位的 `reports_to`。
""",
    "ORG113": """
一项职责有两个岗位同时负责。

几个岗位用同一个 id 共担一项职责，各写自己的部分：负责、执行、参与意见、知会。做的人可以多，负责的只有一个；
两个都负责，等于没有人负责。不是同一件事的，就用不同的 id。

怎么改：只留一个 `accountable`，其余改为 `responsible`，或换一个 id。
""",
    "ORG114": """
一项职责没有岗位负责。

有人做、有人参与、有人知会，但做得好不好没有人负责。负责的岗位用同一个 id 写明；做的岗位也可以自己负责。
`rigor: strict` 时才查。

怎么改：在应当负责的岗位里写上这项职责，`raci: accountable`。
""",
    "ORG115": """
岗位负责一项职责，却什么都不能决定。

手册要求权责对等：对结果负责的人，总要能决定影响结果的某件事。`decides` 写明是什么，哪怕很小。
`rigor: strict` 时才查。

怎么改：补上 `decides`。
""",
    "ORG116": """
顶层团队有目标，设置里却没有在任的审批人。

其他目标都与上一级商定，顶层之上只有 `opsctl.yaml` 里 `approver` 写的那个人：总经理、股东或客户。
年初之前就已没有岗位的人，算作不在。`rigor: strict` 时才查。

怎么改：在 `opsctl.yaml` 里写 `approver`。
""",
    "ORG117": """
审批顶层目标的人就是目标的负责人，或是他的下级。

自己批自己，或者由下级来批，什么也拦不住。审批人应当在上面或外面：总经理审批电商负责人的目标，股东审批总经理的目标。

怎么改：把 `approver` 改成上级或外部的人。
""",
    "ORG118": """
有人的上级岗位，在任职地点和上级团队都没有人担任。

直属上级由 `reports_to` 和任职地点得出：在同一地点、或往上最近的团队担任那个岗位的人。找不到，请假、面谈、
定目标就没有人管。全公司都没有人担任的岗位由 `unmanned-role` 报一次。

怎么改：补上任职，改对任职地点，或改岗位的 `reports_to`。
""",
    "ORG119": """
团队里没有人、没有店铺，也没有下级团队。

它在每张总览里占一行，却什么也分不到。多半是已经解散，或者人写到了别处。写了关闭日期的不查。

怎么改：把人或店铺挂过来；已经解散的写上 `closed`，或删去。
""",
}
