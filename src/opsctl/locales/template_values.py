"""The page of the values that templates may use."""

SENTENCES: dict[str, tuple[str, str]] = {
    "template_values.title": ("复盘模板能用的值", "What a template of a review may use"),
    "template_values.made": (
        "这一页由 `opsctl review templates` 打印，测试保证它和程序一致。",
        "This page is printed by `opsctl review templates`, and a test holds it to the program.",
    ),
    "template_values.where": (
        "团队自己的模板放在工作区的 `templates/review/`，同名的先用团队的，没有才用自带的：",
        "A team's own templates stand in `templates/review/` of the workspace; one of these names is used before the "
        "one that ships:",
    ),
    "template_values.file": ("文件", "file"),
    "template_values.use": ("用在", "used by"),
    "template_values.review_md": (
        "`--format markdown`，也是合并请求里的样子",
        "`--format markdown`, for pull requests",
    ),
    "template_values.review_html": ("`--format html` 的版式", "the layout of `--format html`"),
    "template_values.review_css": (
        "`--format html` 的样式，只改颜色字体就改它",
        "its style: change this alone for colours and type",
    ),
    "template_values.review_docx": (
        "`--format docx`：在 Word 里排版，写同样的标签",
        "`--format docx`: laid out in Word, with the same tags",
    ),
    "template_values.start": (
        "从自带的开始改：`opsctl review templates review.css -o templates/review/review.css`。"
        '模板之间可以 `{{% include "review/NAME" %}}`。',
        "Start from the one that ships: `opsctl review templates review.css -o templates/review/review.css`. Templates "
        'may include each other: `{{% include "review/NAME" %}}`.',
    ),
    "template_values.language": ("写法", "The language"),
    "template_values.language_note": (
        "Jinja，在沙箱里：没有的名字是错误，报出文件和行号；打印的一切都按 Markdown 或 HTML 转义，关不掉。",
        "Jinja, in its sandbox: a name that is not there is an error, told with file and line; everything printed is "
        "escaped for Markdown or HTML, which cannot be switched off.",
    ),
    "template_values.filters": ("过滤器", "filters"),
    "template_values.tests": ("测试", "tests"),
    "template_values.functions": ("函数", "functions"),
    "template_values.limits": (
        "团队的模板在单独的进程里填：最多 {seconds} 秒、{megabytes} MB，看不到环境变量、文件和网络。",
        "A team's template is filled in a process of its own: at most {seconds} seconds and {megabytes} MB, without "
        "environment, files or network.",
    ),
    "template_values.values": ("值", "Values"),
    "template_values.path": ("写作", "written"),
    "template_values.what": ("是什么", "what it is"),
    "template_values.how": (
        "`[]` 是列表的一项，用 `{{% for %}}` 取；`NAME`、`METRIC` 是下面的块名或指标编号。都是排好版的文字，不是数字。",
        "`[]` is an entry of a list, taken with `{{% for %}}`; `NAME` and `METRIC` are a block below or a metric's id. "
        "All of them are finished words, not numbers.",
    ),
    "template_values.page_values": ("网页模板另外有", "The page has these too"),
    "template_values.blocks": ("块", "Blocks"),
    "template_values.blocks_note": (
        "没有内容的块不出现：先问 `{{% if blocks.stores is defined %}}`；"
        '名字里有 `-` 的写 `blocks["attribution-stores"]`。',
        "A block without contents is not there: ask `{{% if blocks.stores is defined %}}` first; a name with `-` is "
        'written `blocks["attribution-stores"]`.',
    ),
    "template_values.name": ("名字", "name"),
    # Values of every template.
    "template_values.of.language": ("语言：zh 或 en", "the language: zh or en"),
    "template_values.of.scope.id": ("团队或店铺的编号", "the id of the team or store"),
    "template_values.of.scope.name": ("它的名字", "its name"),
    "template_values.of.period.label": ("期间，如 2026-W46", "the period, such as 2026-W46"),
    "template_values.of.period.kind": ("期间的种类：day、week、month……", "its kind: day, week, month, …"),
    "template_values.of.period.first": ("第一天", "its first day"),
    "template_values.of.period.last": ("最后一天", "its last day"),
    "template_values.of.period.span": ("起止，写成一句", "both in words"),
    "template_values.of.data_until": ("数据截至哪天；没有数据就是空", "until when there is data; empty without any"),
    "template_values.of.headline": ("主指标的编号", "the id of the headline metric"),
    "template_values.of.sheet.title": ("标题", "the title"),
    "template_values.of.sheet.facts": ("标题下的一行：起止、数据截至", "the line below it: span, data until"),
    "template_values.of.sheet.first[]": ("先读的句子", "a sentence to read first"),
    "template_values.of.sheet.onward": ("“下一步”三个字", "the word “Next”"),
    "template_values.of.sheet.blocks[]": (
        "按顺序的每一块，内容同 `blocks.NAME`",
        "each block in order, as `blocks.NAME`",
    ),
    "template_values.of.commands[]": ("下一步的命令", "a command that leads on"),
    "template_values.of.blocks.NAME.name": ("块名", "its name"),
    "template_values.of.blocks.NAME.title": ("标题", "its title"),
    "template_values.of.blocks.NAME.heads[]": ("表头", "a head of its table"),
    "template_values.of.blocks.NAME.rows[][]": ("表的一行里的一格", "a cell of a row"),
    "template_values.of.blocks.NAME.lines[]": ("一行文字", "a line of text"),
    "template_values.of.blocks.NAME.notes[]": ("一条说明", "a note"),
    "template_values.of.blocks.NAME.columns[].title": ("一列的表头", "a column's head"),
    "template_values.of.blocks.NAME.columns[].cells[]": ("一列的一格", "a column's cell"),
    "template_values.of.blocks.NAME.columns[].right": ("这一列是否右对齐", "whether the column is aligned right"),
    "template_values.of.blocks.NAME.columns[].bars": ("这一列是否是字符画的条", "whether it holds bars of characters"),
    "template_values.of.numbers.METRIC.name": ("指标的名字", "the metric's name"),
    "template_values.of.numbers.METRIC.actual": ("实际", "actual"),
    "template_values.of.numbers.METRIC.target": ("目标", "target"),
    "template_values.of.numbers.METRIC.attainment": ("达成率", "attainment"),
    "template_values.of.numbers.METRIC.gap": ("缺口", "gap"),
    "template_values.of.numbers.METRIC.met": ("是否达成", "whether the target was met"),
    "template_values.of.numbers.METRIC.previous": ("环比", "change on the period before"),
    "template_values.of.numbers.METRIC.last_year": ("同比", "change on last year"),
    # Values of the page.
    "template_values.of.tag": ("语言标签：zh-CN 或 en", "the language tag: zh-CN or en"),
    "template_values.of.top": (
        "最上面的大数：name、number、state、verdict、detail、receipt",
        "the large number: name, number, state, verdict, detail, receipt",
    ),
    "template_values.of.tiles[]": (
        "旁边的数：name、number、note、state、receipt",
        "a number beside it: name, number, note, state, receipt",
    ),
    "template_values.of.sections[]": (
        "每一块：name、title、lone、heads、barred、rows、lines、notes；rows 里有 cells、bar、explain、receipt",
        "each block: name, title, lone, heads, barred, rows, lines, notes; its rows have cells, bar, explain, receipt",
    ),
    "template_values.of.charts.NAME": (
        "画好的图（SVG），按块名；rows 的 bar 也是它的名字",
        "a finished picture (SVG) by block; a row's bar is a name here too",
    ),
    "template_values.of.words": ("模板自己的词：how、colon", "words of the template itself: how, colon"),
    "template_values.of.foot": ("页脚的一句话", "the sentence at the foot"),
    # Blocks.
    "template_values.block.objections": ("数据检查的意见", "what the data check objects to"),
    "template_values.block.attribution": ("缺口按驱动因素拆", "the gap split over drivers"),
    "template_values.block.attribution-stores": ("缺口按店铺 × 因素拆", "the gap split over stores and drivers"),
    "template_values.block.attribution-mix": ("量、结构、各店自身", "volume, mix and each store itself"),
    "template_values.block.attribution-channels": ("缺口按渠道拆", "the gap split over channels"),
    "template_values.block.attribution-receipts": ("验算归因用的数", "the numbers to check the split with"),
    "template_values.block.figures": ("关键指标", "key figures"),
    "template_values.block.pace": ("进度", "pace"),
    "template_values.block.forecast": ("预测与剩余每天要做多少", "forecast, and what every day left needs"),
    "template_values.block.days": ("每天", "days"),
    "template_values.block.parts": ("季里的月、年里的季", "the months of a quarter, the quarters of a year"),
    "template_values.block.stores": ("店铺对比", "stores side by side"),
    "template_values.block.exceptions": ("一天里最突出的事", "what stands out in a day"),
    "template_values.block.tiers": ("保底、承诺与冲刺", "floor, commitment and stretch"),
    "template_values.block.maturity": ("净销售额的成熟度", "how ripe net sales are"),
    "template_values.block.restated": ("以前存的数现在变了", "numbers that were otherwise before"),
    "template_values.block.channels": ("渠道对比", "channels side by side"),
    "template_values.block.product_roles": ("产品角色对比", "product roles side by side"),
    "template_values.block.people": ("人员：各自负责的指标", "people, with the metrics they own"),
    "template_values.block.rates": ("汇率影响", "what exchange rates did"),
    "template_values.block.missing": ("缺的数据", "what is missing"),
    "template_values.block.actions": ("行动（只在网页）", "actions (page only)"),
    "template_values.block.verdicts": ("上次行动的结果（只在网页）", "what earlier actions did (page only)"),
    # The command.
    "template_values.help": (
        "列出复盘模板能用的值；写名字就给出自带的那个模板。"
        "例：opsctl review templates review.css -o templates/review/review.css",
        "List what templates of a review may use; with a name, give the template that ships. "
        "Example: opsctl review templates review.css -o templates/review/review.css",
    ),
    "template_values.name.help": ("模板：{names}", "A template: {names}"),
    "template_values.output.help": ("写到这个文件", "Write it to this file"),
}
