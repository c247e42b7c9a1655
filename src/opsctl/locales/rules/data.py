"""What the rules about sources say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
    # DATA101
    "rules.personal_data_column": (
        "列 {column} 像是个人信息；不应读取，请从映射里删去，计人数用不指向个人的编号",
        "the column {column} looks like personal data; none is expected here, leave it out and count people by a"
        " number that names nobody",
    ),
    # DATA102
    "rules.column_measured_twice": (
        "{one} 与 {two} 取的是同一个数；两个指标应各有自己的列，请改其中一个",
        "{one} and {two} are the same number; each metric is expected to have its own column, mend one of them",
    ),
    "rules.column_measured_twice_first": ("{metric} 在这里", "{metric} is here"),
    # DATA103
    "rules.metric_from_two_sources": (
        "{scopes} 的 {metric} 由多个来源（{sources}）给出，同一天不一致就按缺失处理；应只有一个来源，请删去其中一"
        "个，或用 where 按日期分开",
        "{metric} of {scopes} comes from several sources ({sources}), and days on which they differ count as"
        " missing; one is expected, drop the others or cut them by date in where",
    ),
    "rules.metric_from_two_sources_other": ("{metric} 也写在这里", "{metric} is given here too"),
    # DATA104
    "rules.ratio_from_a_source": (
        "{metric} 是比率，不能相加，这里的数不会采用；应改为读取它的分子分母 {parts}",
        "{metric} is a ratio, which does not add up, so this is never used; map its parts {parts} instead",
    ),
    # DATA105
    "rules.store_without_source": (
        "没有数据源给出 {store} 的数，它的目标无法复盘；请在数据源的 store.map 里加上它",
        "no source gives numbers of {store}, so its goals can never be reviewed; add it to store.map of a source",
    ),
    # DATA106
    "rules.goal_never_measured": (
        "没有数据源给出 {scope} 的 {missing}，{metric} 这个目标无法复盘；请在数据源里映射它，或删去目标",
        "no source gives {missing} of {scope}, so the goal {metric} can never be reviewed; map it in a source,"
        " or drop the goal",
    ),
    # DATA107
    "rules.store_name_twice": (
        "{name} 与 {other} 只差空格、全半角或大小写，却分别对应 {scope} 和 {its}；一个名称应只对应一家店，请改其中一个",
        "{name} and {other} differ by spaces, width or case alone, yet lead to {scope} and {its}; one name for"
        " one store is expected, mend one of them",
    ),
    "rules.store_name_twice_first": ("{other} 在这里", "{other} is here"),
    # DATA108
    "rules.basis_differs": (
        "{metric} 的口径是 {wanted}，这个数据源的金额却是 {basis}；应当一致，请换列、改 money.basis、"
        "给它写 basis，或换指标",
        "{metric} is money {wanted}, the amounts of this source are {basis}; one basis is expected, map another"
        " column, metric or basis",
    ),
    "rules.basis_differs_source": ("数据源的口径 {basis} 在这里", "the basis {basis} of the source is here"),
    # DATA109
    "rules.source_in_another_currency": (
        "这个数据源是 {currency}，{store} 却是 {own}，金额会照原数采用；应当同一币种，请折算，或改正 currency",
        "this source is in {currency} and {store} in {own}, and amounts are taken as they stand; one currency is"
        " expected, convert them or mend the currency",
    ),
    # DATA110
    "rules.freshness_reversed": (
        "{warn} 天后才警告，{error} 天后就算错误；警告应早于错误，请对调",
        "warns after {warn} days but errs after {error}; a warning before the error is expected, swap them",
    ),
    # DATA120
    "rules.snapshot_edited": (
        "这份快照与它的清单不符，应由 actuals load 写出，手工改过的不采用；请重做：opsctl actuals load",
        "this snapshot is not what its manifest says; one that actuals load wrote is expected, so it is not used; make"
        " it anew: opsctl actuals load",
    ),
    # DATA121
    "rules.snapshot_stale_record": (
        "数据源 {source} 的记录在汇总之后改过，快照应与它一致；请重做：opsctl actuals load {year} --source {source}",
        "the record of {source} has changed since this was loaded, and both are expected to agree; load it again:"
        " opsctl actuals load {year} --source {source}",
    ),
    "rules.snapshot_stale_file": (
        "{file} 等 {count} 个文件在汇总后改过，快照应与它们一致；请重做：opsctl actuals load {year} --source {source}",
        "{count} file(s) such as {file} have changed since this was loaded, and both are expected to agree; load it"
        " again: opsctl actuals load {year} --source {source}",
    ),
}

PAGES: dict[str, str] = {
    "DATA101": """
数据源读取了个人信息列。

目标和复盘要的是数量和金额，不需要知道是谁。姓名、昵称、手机号、地址、备注都留在导出文件里：不要映射这一列，
计人数用不指向个人的编号。带这些列的原始导出不该进 git。

怎么改：从映射里删去这一列，换成买家编号之类的列。
""",
    "DATA102": """
数据源把同一列当成两个指标。

两个指标是两种口径，一个数不能两者都是：支付金额不是净销售额，买家数不是订单数。多半有一行写错了列。

怎么改：改成各自的列，或删去一个指标。
""",
    "DATA103": """
两个数据源给出同一家店的同一个指标。

一个数只应有一个来历。两个来源给出同一天的数，不一致的日子按缺失处理，一致的才留下。按天的与按整期的来源不冲突，
用 `where` 按日期分开的也不冲突。

怎么改：删去其中一个，或用 where 按日期分开。
""",
    "DATA104": """
数据源把不能相加的指标当成可加的。

一周的转化率不是七天之和，也不是平均：比率由分子、分母各自的合计算出。这里映射的数不会显示。映射分子和分母
（转化率就是买家数和访客数），比率自然有了。

怎么改：改为映射分子和分母。
""",
    "DATA105": """
别的店铺有数据源，这家没有。

没有测量就没有复盘：少一家店，团队的合计就一直空着，因为缺数不等于零。在最近一年的目标表之前就关掉的店不查，
一个数据源都没有的工作区也不查。

怎么改：在数据源的 store.map 里加上这家店。
""",
    "DATA106": """
目标的指标没有数据源给出。

目标要可衡量：没有数据填得上的目标，做没做到只能凭感觉。指标本身，或算它要用的各项，要由给这个范围或下属店铺供数的数据源给出。
这个范围一个数据源都没有时不报，那由另一条规则报。

怎么改：在数据源里映射这个指标或它的各项，或删去目标。
""",
    "DATA107": """
数据源把同一个店铺名称对应到两处。

名称要与导出文件写的完全一样才匹配。两种写法只差空格、全半角或大小写，在别人眼里就是一个名称；对应到不同的店，
就有一家的数进了另一家。

怎么改：改对其中一个。
""",
    "DATA108": """
数据源的金额口径与指标不同。

下单、支付、结算金额相差可达几成。用下单报表填支付金额，达成率都会偏高。去退款的指标不查，因为一份导出里常常两种都有。

怎么改：换列，改 money.basis，只有这一列口径不同就在它的指标下写 basis，或换成口径相同的指标。
""",
    "DATA109": """
数据源的金额币种与店铺不同。

金额照原数采用。美元的数记进人民币的店，只有实际的七分之一，表里还看不出来。店铺没写币种的，用工作区的币种。

怎么改：折算后再导入，或改正写错的 currency。
""",
    "DATA110": """
数据源先算错误，后才警告。

`warn_after` 是提醒，`error_after` 是底线。写反了，警告永远不会出现。

怎么改：把两个天数对调。
""",
    "DATA120": """
实际值的快照被手工改过。

`actuals load` 写的是导出里的数；导出不在时，复盘就靠它重做。手工改出来的数，哪份导出都没有，所以整份快照不采用。
要更正一个数，就改导出或数据源，再汇总一次。

怎么改：运行 `opsctl actuals load`。
""",
    "DATA121": """
实际值的快照比它的来源旧。

汇总之后，数据源的记录或某个导出改过，用导出做的复盘和用快照做的会不一样。再汇总一次，会说哪些数变了。
不在这里的导出，和 `actuals/` 以外的导出，不比较。

怎么改：运行提示里的 `opsctl actuals load`。
""",
}
