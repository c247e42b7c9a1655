"""Sentences of the ledger of actions."""

SENTENCES: dict[str, tuple[str, str]] = {
    "review_ledger.help": (
        "行动台账：一年里每条行动的预期与实际效果，按方面、负责人、店铺汇总。例：opsctl review actions 2026",
        "The ledger of actions: what each was expected to change and what it did, by area, owner and store. Example:"
        " opsctl review actions 2026",
    ),
    "review_ledger.year": ("哪一年；不写就看全部", "The year; all of them if absent"),
    "review_ledger.title": ("行动台账 {year}", "Ledger of actions {year}"),
    "review_ledger.all": ("全部", "all years"),
    "review_ledger.first": (
        "{total} 条行动，{judged} 条已有结论，其中 {met} 条达到。",
        "{total} actions; {judged} are judged, {met} of them met.",
    ),
    "review_ledger.nothing": ("还没有行动。", "There is no action yet."),
    "review_ledger.compared": (
        "预期能与数字对照的有 {count} 条，{true} 条应验。",
        "{count} could be compared with numbers, and {true} came true.",
    ),
    "review_ledger.unmeasured": (
        "实际值读不到，只按人写的依据对照。",
        "No actual values could be read, so only the evidence that people wrote is compared.",
    ),
    "review_ledger.actions": ("每条行动", "Every action"),
    "review_ledger.how": (
        "实测：指标在写下行动那期与写下结论那期的值；两期天数不同的金额和数量不比。预期与指标不是同一种数时，按依据里的"
        "数字对照。",
        "Measured: the metric over the period that took the action and over the one that judged it; amounts only where"
        " both have as many days. Where the expectation is not a number of that metric, the evidence is compared.",
    ),
    "review_ledger.cite": (
        "计划里引用：在策略的 learned_from 写行动编号。",
        "To cite one in a plan, name its number under a strategy's learned_from.",
    ),
    "review_ledger.evidence": ("依据", "evidence"),
    "review_ledger.measured": ("实测", "measured"),
    "review_ledger.outcome": ("结论", "verdict"),
    "review_ledger.came_true": ("应验", "came true"),
    "review_ledger.met": ("达到", "met"),
    "review_ledger.not_met": ("没达到", "not met"),
    "review_ledger.worse": ("更差", "worse"),
    "review_ledger.not_done": ("没做", "not done"),
    "review_ledger.open": ("未了结", "open"),
    "review_ledger.total": ("行动", "actions"),
    "review_ledger.hit_rate": ("命中率", "hit rate"),
    "review_ledger.by_area": ("按方面", "By area"),
    "review_ledger.by_owner": ("按负责人", "By owner"),
    "review_ledger.by_scope": ("按店铺与团队", "By store and team"),
    "review_ledger.area_product": ("商品", "product"),
    "review_ledger.area_marketing": ("营销", "marketing"),
    "review_ledger.area_promotion": ("推广", "promotion"),
    "review_ledger.area_service": ("服务", "service"),
    "review_ledger.area_content": ("内容", "content"),
    "review_ledger.area_price": ("价格", "price"),
    "review_ledger.area_organisation": ("组织", "organisation"),
}
