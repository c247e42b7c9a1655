"""Words of the review as a page, a workbook and a document, and of their templates."""

SENTENCES: dict[str, tuple[str, str]] = {
    # The top of the page.
    "page.attained": ("达成率", "of target"),
    "page.met": ("已达成，超出 {gap}", "met, {gap} over"),
    "page.even": ("正好达成", "met exactly"),
    "page.short": ("未达成，缺 {gap}", "missed, {gap} short"),
    "page.over_cost": ("超出上限 {gap}", "{gap} above the limit"),
    "page.under_cost": ("在上限以内，余 {gap}", "within the limit, {gap} left"),
    "page.no_target": ("没有目标", "no target"),
    "page.no_actual": ("没有数据", "no data"),
    "page.actual_and_target": ("实际 {actual} · 目标 {target}", "actual {actual} · target {target}"),
    "page.pace_of": ("{period} 进度", "pace in {period}"),
    "page.pace_note": ("达成 {attainment}，应达 {due}", "{attainment} reached, {due} due"),
    "page.against": ("对 {period}：{value}", "{period}: {value}"),
    "page.how": ("怎么算的，数据从哪来", "How it is computed, and from what"),
    "page.colon": ("：", ": "),
    # What opens under a number.
    "page.explain": ("{name}：怎么算的、口径、来源", "{name}: how it is computed, definition, source"),
    "page.definition": ("口径", "Definition"),
    "page.formula": ("公式", "Formula"),
    "page.computed": ("怎么算的", "How"),
    "page.target_from": ("目标怎么来的", "Where the target comes from"),
    "page.source": ("来源", "Source"),
    "page.until": ("数据截至", "Data until"),
    "page.until_unknown": ("还没有数据", "no data yet"),
    "page.ask": ("命令", "Command"),
    "page.no_source": ("没有数据源给出它", "no source gives it"),
    "page.source_files": ("{source}（{files}）", "{source} ({files})"),
    "page.days_known": ("{known}/{total} 天有数据", "{known} of {total} days known"),
    "page.days_missing": ("缺 {days}", "missing: {days}"),
    "page.ratio": ("{top} {above} ÷ {bottom} {below} = {value}", "{top} {above} ÷ {bottom} {below} = {value}"),
    "page.ratio_times": (
        "{top} {above} ÷ {bottom} {below} × {factor} = {value}",
        "{top} {above} ÷ {bottom} {below} × {factor} = {value}",
    ),
    "page.summed": ("{name} = {value}（{days}）", "{name} = {value} ({days})"),
    "page.share_up": ("达成率 = {actual} ÷ {target} = {share}", "attained = {actual} ÷ {target} = {share}"),
    "page.share_down": (
        "达成率 = {target} ÷ {actual} = {share}（越低越好）",
        "attained = {target} ÷ {actual} = {share} (lower is better)",
    ),
    "page.gap": ("缺口 = {target} - {actual} = {gap}", "gap = {target} - {actual} = {gap}"),
    "page.previous": (
        "环比：{before}（{period}）→ {now}，{change}",
        "against {period}: {before} → {now}, {change}",
    ),
    "page.last_year": ("同比：{before}（{period}）→ {now}，{change}", "against {period}: {before} → {now}, {change}"),
    "page.due_is": (
        "应达 = 曲线到 {day} 为止应完成的份额 = {due}",
        "due = the share that the curve had due by {day} = {due}",
    ),
    "page.lead_is": (
        "进度差 = {attainment} - {due} = {lead}",
        "pace = {attainment} - {due} = {lead}",
    ),
    "page.day_share": ("{actual} ÷ {target} = {share}", "{actual} ÷ {target} = {share}"),
    # Charts, told to whoever does not see them.
    "page.chart_days": ("{metric}：每天的实际与目标", "{metric}: each day against its target"),
    "page.chart_days_told": (
        "柱是每天的实际，横线是当天目标，斜纹是没达成；{met}/{total} 天达成。数字在下面的表里。",
        "Bars are each day's actual, lines the day's target, hatching a miss; {met} of {total} days met. "
        "The table below has the numbers.",
    ),
    "page.chart_course": ("{metric}：{period} 的累计进度", "{metric}: how {period} adds up"),
    "page.chart_course_told": (
        "实线是累计实际，虚线是按曲线累计的目标；到 {day} 实际 {actual}，应达 {target}，全期目标 {whole}。",
        "The solid line is what was reached, the dashed one the target along its curve; by {day} {actual} reached "
        "where {target} was due, of {whole} for the whole.",
    ),
    "page.chart_actual": ("实际", "actual"),
    "page.chart_target": ("目标", "target"),
    "page.chart_stores": ("{metric}：各店实际与目标", "{metric}: each store against its target"),
    "page.chart_stores_told": (
        "横条是实际，竖线是目标，右边是达成率。数字在下面的表里。",
        "Bars are actual values, marks the targets, on the right what was attained. The table below has the numbers.",
    ),
    "page.chart_gap": ("{metric}：缺口从哪里来", "{metric}: where the gap comes from"),
    "page.chart_gap_told": (
        "从 {base} 到 {actual}，逐项的影响：{effects}。",
        "From {base} to {actual}, effect by effect: {effects}.",
    ),
    "page.base_target": ("目标", "target"),
    "page.base_previous": ("上期", "previous"),
    "page.base_last_year": ("去年同期", "last year"),
    "page.end_actual": ("实际", "actual"),
    # Actions that the review's record names.
    "page.actions": ("行动", "Actions"),
    "page.action": ("编号", "no."),
    "page.does": ("做什么", "what"),
    "page.owner": ("负责人", "owner"),
    "page.due": ("截止", "due"),
    "page.metric": ("看哪个指标", "metric"),
    "page.expect": ("预期", "expected"),
    "page.verdict": ("上次的结果", "verdict"),
    "page.verdict_met": ("达到预期", "met"),
    "page.verdict_not_met": ("没达到", "not met"),
    "page.verdict_worse": ("更差了", "worse"),
    "page.verdict_not_done": ("没做", "not done"),
    "page.actions_from": ("出自 {file}", "from {file}"),
    "page.verdicts": ("上次行动的结果", "What earlier actions did"),
    "page.evidence": ("依据", "evidence"),
    "page.foot": (
        "由 opsctl 从工作区的记录和数据算出；点开一行看口径、算法和来源。",
        "Computed by opsctl from the workspace's records and data; open a row for definition, working and source.",
    ),
    # Formats and files.
    "page.needs_output": ("{format} 要写进文件，请用 -o 指定", "{format} goes into a file: name one with -o"),
    "page.needs_extra": (
        "{format} 要先安装：pip install 'opsctl[{extra}]'",
        "{format} needs another package: pip install 'opsctl[{extra}]'",
    ),
    # Templates of the team.
    "page.template_wrong": ("模板 {file}:{line} 有错：{detail}", "template {file}:{line} is wrong: {detail}"),
    "page.template_hint": (
        "模板能用的值见 handbook/reference/templates.zh.md",
        "handbook/reference/templates.md lists what a template may use",
    ),
    "page.template_too_much": (
        "模板 {file} 跑得太久或写得太多（最多 {seconds} 秒、{megabytes} MB），已停下",
        "template {file} ran too long or wrote too much (at most {seconds} seconds and {megabytes} MB); it was stopped",
    ),
    "page.template_unreadable": ("模板 {file} 读不了：{reason}", "template {file} cannot be read: {reason}"),
    "page.template_forbidden": ("模板里不能用 {what}", "a template may not use {what}"),
}
