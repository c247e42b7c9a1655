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
目标和上下限看当年最后一天，锁定看 `until`与当年最后一天中较早的一个，计划和复盘看期间最后一天，任务和行动看到期日。
年中入职的人可以负责当年目标，年中离开的人要交接。已完成或已放弃的任务不查。

怎么改：换成在岗的人，或改对任职日期。
""",
}
