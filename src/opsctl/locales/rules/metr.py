"""What the rules about the KPI dictionary say, and their Chinese pages; examples stand in their docstrings."""

SENTENCES: dict[str, tuple[str, str]] = {
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
}

PAGES: dict[str, str] = {
    "METR101": """
用了指标词典里没有的指标。

没有定义的指标无法统计，也无法合计。指标用 id 称呼，别名和名称（`uv`、访客数）也认。
自己的指标在 `metrics/`里建一个文件。

怎么改：改成提示的指标，或建好自己的指标。
""",
    "METR102": """
比率没有分子或分母，或者分子、分母不是指标。

比率不能相加，也不能平均：上级的比率是分子之和除以分母之和。缺了一半，就没有任何团队、任何一周、任何一年算得出它。

怎么改：写明 numerator 和 denominator。
""",
    "METR103": """
指标由它自己算出，或由不存在的指标算出，或展开后有几百个指标。

这样的公式没有结果。计算时不用它，这个指标只显示数据源直接给出的数。

怎么改：改掉 `parts`、`numerator` 或 `denominator` 中绕回来的一项；写指标的 id，不写别名；公式太长就拆成几个指标。
""",
}
