"""Help texts and usage complaints of the command line."""

SENTENCES: dict[str, tuple[str, str]] = {
    "cli.root": (
        "电商团队的可执行运营手册：检查记录、拆解目标、对照实际复盘。"
        "\n\n例：opsctl -C examples/chenhe-home review weekly",
        "The executable operations handbook of an e-commerce team: "
        "check records, cascade targets, review what happened."
        "\n\nExample: opsctl -C examples/chenhe-home review weekly",
    ),
    "cli.folder": ("在这个文件夹里工作", "Work in this folder"),
    "cli.lang": ("语言：zh 或 en", "Language: zh or en"),
    "cli.debug": ("出现内部错误时显示详情", "Show details of an internal error"),
    "cli.version": ("显示版本", "Show the version"),
    "cli.init": (
        "新建一个能直接检查、拆解、复盘的小工作区",
        "Make a small workspace that checks, splits and reviews at once",
    ),
    "cli.list": (
        "列出一类记录。例：opsctl list 店铺 --where 'platform = \"tmall\" and len(channels) > 3'",
        "List the records of a kind. Example: opsctl list store --where 'platform = \"tmall\" and len(channels) > 3'",
    ),
    "cli.where": (
        "只列条件成立的；写法见 handbook/guide/own-rules.zh.md",
        "Only those of which this is true; how to write it: handbook/guide/own-rules.md",
    ),
    "cli.refs": (
        "看谁指向一条记录，改它会波及什么。例：opsctl refs store:tmall-flagship",
        "See who points to a record and what a change would touch. Example: opsctl refs store:tmall-flagship",
    ),
    "cli.show": ("看一条记录", "Look into one record"),
    "cli.check": ("检查所有记录，逐条指出文件、行、列", "Check all records; every finding with file, line and column"),
    "cli.explain": ("解释一条规则，自定的也行", "Explain a rule, also one of your own"),
    "cli.source": (
        "数据源：从一份导出提出映射，列出随附的适配器",
        "Sources: propose the mapping of an export, list the shipped adapters",
    ),
    "cli.calendar": ("日历：曲线、活动与节假日", "The calendar: curves, events and holidays"),
    "cli.plan": ("目标：拆解、查看、追溯", "Targets: split, show, trace"),
    "cli.actuals": ("实际值：查看、检查、存快照", "Actual values: show, check, keep a snapshot"),
    "cli.review": ("复盘：实际对照目标", "Reviews: what happened against the targets"),
    "cli.week": ("一周：每人一张表，导出去填，再读回来", "The week: a sheet for each person, out and back"),
    "cli.diff": (
        "一次改动改了哪些记录、动了哪些目标，供审阅时看。和改动分出来的那一点比较；不写 HEAD 就用工作区里的文件。"
        "没有改变含义就什么也不输出。例：opsctl diff origin/main --format markdown",
        "Which records a change changes and which targets it moves, for whoever reviews it. Compares with the point "
        "where the change left BASE; without HEAD, the files of the working tree. Prints nothing where nothing that "
        "matters changed. Example: opsctl diff origin/main --format markdown",
    ),
    "cli.new": (
        "新建一条记录：带注释的样子，从第一分钟起就通过检查。例：opsctl new person li-lei --set name=李雷",
        "Make a new record: a commented skeleton that passes every check from its first minute. "
        "Example: opsctl new person li-lei --set name='Li Lei'",
    ),
    "cli.new.kind": ("记录的类别，如 store、person、target", "The kind of record, such as store, person, target"),
    "cli.new.id": (
        "新记录的 id；目标表、计划和复盘写作 2026/tmall-flagship",
        "Its id; of targets, plans and reviews 2026/tmall-flagship",
    ),
    "cli.new.set": (
        "给一个空白填值，可多次；没给的会问，或自己推出",
        "Fill a blank; may be repeated. The rest is known or asked for",
    ),
    "cli.new.ask": ("{name}", "{name}"),
    "cli.new.bad_set": ("--set {value} 应写成 键=值", "--set {value} is expected as key=value"),
    "cli.new.done": (
        "已新建 {file}。打开它把注释改成自己的内容，然后运行：opsctl check",
        "Made {file}. Open it, turn its comments into your own words, then run: opsctl check",
    ),
    "cli.new.aside": (
        "{file} 还缺几样，其中的 ignore 注释先放过：{names}。补上以后删掉那些注释",
        "Comments in {file} set aside for now what is still missing: {names}. Add it, then delete those comments",
    ),
    "cli.new.would_fail": ("没有新建 {file}：它会带来这些问题", "{file} was not made: it would bring these findings"),
    "cli.fmt": (
        "整理写法：去掉行尾空格，统一换行，文件以换行结尾；内容一个字也不变。例：opsctl fmt --check",
        "Tidy the spelling: spaces at line ends, line endings, the end of the file; what is said stays. "
        "Example: opsctl fmt --check",
    ),
    "cli.fmt.check": ("只检查，有要整理的就返回 1", "Only look; exit 1 if anything would change"),
    "cli.fmt.diff": ("只打印会改什么，有要整理的就返回 1", "Only print what would change; exit 1 if anything would"),
    "cli.fmt.would": ("不合写法的文件：{count}", "Files that are not in style: {count}"),
    "cli.fmt.done": ("整理过的文件：{count}", "Files tidied: {count}"),
    "cli.mv": (
        "给一条记录换 id：文件、以它命名的目标表、计划和复盘，以及所有引用一起改。先看差异再写。"
        "例：opsctl mv store:jd-pop jd-flagship",
        "Give a record another id: its file, what is named after it and every reference change together. The "
        "difference is shown first. Example: opsctl mv store:jd-pop jd-flagship",
    ),
    "cli.mv.address": ("id，或 类别:id", "An id, or kind:id"),
    "cli.mv.new": ("新的 id", "The new id"),
    "cli.mv.yes": ("不再询问，直接写", "Write without asking"),
    "cli.mv.sure": ("写入以上 {count} 个文件？", "Write these {count} files?"),
    "cli.mv.done": (
        "已写好，涉及文件：{count}。接着可以运行：opsctl check",
        "Written; files changed: {count}. Next: opsctl check",
    ),
    "cli.mv.elsewhere": (
        "私有文件夹里的 {file} 也提到它，请手工改",
        "{file} in the private folder names it too; change it by hand",
    ),
    "cli.mv.not_written": (
        "什么也没有写；会涉及文件：{count}。确认无误后加上 --yes",
        "Nothing was written; files that would change: {count}. Add --yes when it is right",
    ),
    "cli.mv.left": (
        "{file} 的文字里还有这个 id（{count} 处），没有改动",
        "{file} still has the id in its text ({count}); that was left alone",
    ),
    "cli.schema": ("编辑器：补全、说明和即时报错", "Editors: choices, explanations and errors while typing"),
    "cli.schema.write": (
        "为编辑器写出各类记录的 JSON Schema，引用可从现有的 id 里选；加了新记录后再运行一次。"
        "计划和复盘是 Markdown，编辑器的 YAML 扩展看不到，由 opsctl check 来查。例：opsctl schema write",
        "Write JSON Schemas of the records for editors, in which references are chosen from the ids there are; run it "
        "again after adding records. Plans and reviews are Markdown, which YAML extensions do not read; opsctl check "
        "does. Example: opsctl schema write",
    ),
    "cli.schema.write.check": ("只核对，有过期的就返回 1", "Only compare; exit 1 when something is stale"),
    "cli.schema.fresh": (
        "各类记录的 JSON Schema 都是最新的，不用写。",
        "All schemas are up to date; there is nothing to write.",
    ),
    "cli.schema.would": (
        "要写的文件：{count}。没有写入；要写就运行 opsctl schema write。",
        "Files to write: {count}. Nothing was written; to write them run opsctl schema write.",
    ),
    "cli.schema.done": (
        "写入的文件：{count}。在 VS Code 里装上 YAML 扩展（redhat.vscode-yaml）就能用。",
        "Files written: {count}. In VS Code, install the YAML extension (redhat.vscode-yaml) to use them.",
    ),
    "cli.schema.add": (
        "{file} 是你自己的，没有动它；请把下面的设置加进去：\n{settings}",
        "{file} is your own and was left alone; add these settings to it:\n{settings}",
    ),
    "cli.recover": (
        "补完或撤掉一次中断的写入，使工作区要么全是旧的，要么全是新的。例：opsctl recover",
        "Finish or drop a write that was cut off, so that all files are old or all are new. Example: opsctl recover",
    ),
    "cli.left_over": (
        "上次的写入在生效之前中断了：它没有改动任何文件，现在的文件都是旧的。",
        "An earlier write was cut off before it counted: it changed no file, and all files are old.",
    ),
    "cli.recover.finished.dry": (
        "有一次写入中断了。补完后，这些文件会全是新的：",
        "A write was cut off. When it is finished, these files will all be new:",
    ),
    "cli.recover.dropped.dry": (
        "有一次写入在生效之前中断了，会撤掉：所有文件都是旧的。",
        "A write was cut off before it counted and will be dropped: all files are old.",
    ),
    "cli.recover.none": ("没有中断的写入，不用做什么。", "No write was cut off; there is nothing to do."),
    "cli.recover.finished": (
        "中断的写入补完后，这些文件全是新的：",
        "The write that was cut off is finished; these files are all new:",
    ),
    "cli.recover.dropped": (
        "中断的写入还没有生效，已撤掉：所有文件都是旧的。请把原来的命令再运行一次。",
        "The write that was cut off had not counted and is dropped: all files are old. Run its command again.",
    ),
    "cli.owners": (
        "按组织写 CODEOWNERS：每条记录由负责它的人审阅，账号取自 people/ 里的 handles。只改两个标记之间的行。"
        "例：opsctl owners --platform github",
        "Write CODEOWNERS from the organisation: each record is reviewed by who answers for it, by the handles in "
        "people/. Only the lines between its two marks change. Example: opsctl owners --platform github",
    ),
    "cli.owners.platform": ("平台：{choices}", "The platform: {choices}"),
    "cli.owners.check": ("只核对，过期就返回 1 并给出差异", "Only compare; exit 1 with the difference when stale"),
    "cli.owners.today": ("谁任什么岗位，以这一天为准", "Who holds which role on this day"),
    "cli.diff.base": ("改动要并入的版本，如 origin/main", "The revision the change goes into, such as origin/main"),
    "cli.diff.head": ("改动后的版本；不写就是工作区", "The revision with the change; the working tree if not given"),
    "cli.diff.fail_on_guardrail": (
        "触发护栏就返回 1。护栏： change-amount 默认 100万， change-percent 默认 10%， removed-records 默认 0， "
        "界限在 opsctl.yaml 的 checks: thresholds: 里改；已结束的月份也不应改动（ closed-period ）",
        "Exit 1 when a guardrail fires; the limits stand in opsctl.yaml under checks.thresholds: change-amount "
        "(1,000,000 by default), change-percent (10%), removed-records (0); a period that has ended should not move",
    ),
    "cli.period": (
        "期间：2026、2026-Q2、2026-06、2026-W23 或 2026-06-07",
        "2026, 2026-Q2, 2026-06, 2026-W23 or 2026-06-07",
    ),
    "cli.scope": ("团队或店铺；不写就是最上层", "A team or store; the top one if not given"),
    "cli.format": ("输出格式：{choices}", "Output format: {choices}"),
    "cli.output": (
        "写到这个文件；不写 --format 就是 Markdown",
        "Write to this file; Markdown unless --format says otherwise",
    ),
    "cli.baseline": (
        "基线文件 baseline.json 里已有的问题不计入（有这个文件时默认如此）",
        "Leave out the findings that baseline.json knows, where there is one",
    ),
    "cli.baseline_write": (
        "把现有的全部问题记入 baseline.json，从此只对新问题报错",
        "Write all findings there are to baseline.json; from then on only new ones count",
    ),
    "cli.fix": (
        "先做有把握的修复（只改有问题的那几个字，注释、引号、换行都不动），再检查",
        "First make the repairs that are safe (only the characters that are wrong change), then check",
    ),
    "cli.unsafe_fixes": (
        "连出于猜测的修复也做；改完请看 git diff",
        "Make repairs that are guesses too; look at git diff afterwards",
    ),
    "cli.diff_only": (
        "只打印修复会改什么，不写文件；有可改的就返回 1",
        "Only print what repairs would change; exit 1 if there is anything",
    ),
    "cli.unsafe_alone": ("--unsafe-fixes 要和 --fix 或 --diff 一起用", "--unsafe-fixes goes with --fix or --diff"),
    "cli.unsafe_alone_hint": (
        "先看看会改什么：opsctl check --diff --unsafe-fixes",
        "see what would change: opsctl check --diff --unsafe-fixes",
    ),
    "cli.not_settled": (
        "修复一个又引出另一个，十轮后还没有停，所以什么也没有改；请只给出其中几个文件再试",
        "each repair called for another one, still after ten rounds, so nothing was changed; try with a few files only",
    ),
    "cli.fixed": ("已修复 {count} 处问题，改了 {files} 个文件", "findings repaired: {count}, in {files} files"),
    "cli.cache": (
        "内容没有变化时，直接给出上次的结果（默认如此）",
        "Where nothing has changed, print the last answer at once (the default)",
    ),
    "cli.private": (
        "也检查 private: 所指的文件夹；默认只在输出到终端时检查，报告里从不提到它",
        "Check the folder that private: names too; by default only on a terminal, never in a report",
    ),
    "cli.reports": (
        "另写一份报告，可重复。例：--output sarif:opsctl.sarif --output markdown:opsctl.md",
        "Also write a report; may be repeated. Example: --output sarif:opsctl.sarif --output markdown:opsctl.md",
    ),
    "cli.exit_zero": ("有问题也返回 0", "Exit 0 whatever is found"),
    "cli.since": (
        "照样检查全部记录，但只报告从这个版本分出来之后新出现的问题。例：opsctl check --since origin/main",
        "Check all records, but report only what is wrong since this change left that revision. "
        "Example: opsctl check --since origin/main",
    ),
    "cli.today": ("把这一天当作今天", "Take this day for today"),
    "cli.data": (
        "实际数据所在的文件夹；不写就是工作区",
        "The folder that holds the actuals; the workspace if not given",
    ),
    "cli.dry_run": ("只说会写什么，不动文件", "Only say what would be written"),
    "cli.fail_on": (
        "达到这一级别就返回 1: error、warning 或 info",
        "Exit 1 at or above this severity: error, warning or info",
    ),
    "cli.paths": ("只报告这些文件或文件夹", "Only report these files or folders"),
    "cli.kind": ("类别：{choices}", "The kind: {choices}"),
    "cli.id": ("记录的 id，或写作 kind:id", "The record's id, or kind:id"),
    "cli.code": ("规则编号或名字，如 GOAL102", "A rule's code or name, such as GOAL102"),
    "cli.init.folder": ("新工作区的文件夹，须为空", "The new workspace's folder, which must be empty"),
    "cli.help": ("显示帮助", "Show this help"),
    "cli.arguments": ("参数", "Arguments"),
    "cli.options": ("选项", "Options"),
    "cli.commands_title": ("命令", "Commands"),
    "cli.default": ("[默认：{{}}]", "[default: {{}}]"),
    "cli.required": ("[必填]", "[required]"),
    "cli.error": ("错误：{text}", "error: {text}"),
    "cli.interrupted": ("已中断，没有写入任何文件", "interrupted; nothing was written"),
    "cli.bug": (
        "opsctl 自己出错了（{kind}，{place}，版本 {version}）；用 opsctl --debug … 再跑一次可看详情，报告问题时请附上",
        "opsctl itself failed ({kind} at {place}, version {version}); "
        "run again as opsctl --debug … for details, and report it with them",
    ),
    "cli.disk": ("写不出去：系统报告 {reason}", "cannot write: the system says {reason}"),
    "cli.long_name": ("路径太长，系统不接受（{reason}）", "a path is too long for the system ({reason})"),
    "cli.no_such_data": ("没有文件夹 {folder}", "there is no folder {folder}"),
    "cli.doubtful": (
        "注意：记录里有 {count} 处错误，下面的目标可能不对；先看 opsctl check",
        "note: the records have {count} errors, so the targets below may be wrong; see opsctl check first",
    ),
    "cli.doubtful_scenario": (
        "注意：情景 {scenario} 之下有 {count} 处错误，下面的目标可能不对；"
        "先看 opsctl plan split 年份 --scenario {scenario}",
        "note: under the scenario {scenario} there are {count} errors, so the targets below may be wrong; see "
        "opsctl plan split YEAR --scenario {scenario} first",
    ),
    "cli.try_help": ("看用法：{command} --help", "usage: {command} --help"),
    "cli.no_such_option": ("没有选项 {name}", "there is no option {name}"),
    "cli.missing": ("缺少 {name}", "{name} is missing"),
    "cli.bad_value": ("{name} 的值不对：{text}", "{name} has a bad value: {text}"),
    "cli.option_usage": ("选项 {option} 缺少它的值", "option {option} lacks its value"),
    "cli.no_such_command": ("没有命令 {name}", "there is no command {name}"),
    "cli.perhaps": ("{said}，是不是 {meant}？", "{said}; did you mean {meant}?"),
    "cli.commands": ("有这些：{names}", "there are: {names}"),
    "cli.bad_lang": ("--lang 是 {value}，应为 zh 或 en", "--lang is {value}, expected zh or en"),
    "cli.bad_period": ("{value} 不是期间", "{value} is not a period"),
    "cli.periods": (
        "期间写作 2026、2026-H1、2026-Q2、2026-06、2026-W23、2026-06-07，或财年 FY2026、FY2026-Q2、FY2026-P05",
        "write 2026, 2026-H1, 2026-Q2, 2026-06, 2026-W23, 2026-06-07, or fiscal FY2026, FY2026-Q2, FY2026-P05",
    ),
    "cli.bad_year": ("{value} 不是年份，应写作 2026", "{value} is not a year, expected a form such as 2026"),
    "cli.bad_day": ("{value} 不是日期，应写作 2026-06-07", "{value} is not a day, expected a form such as 2026-06-07"),
    "cli.bad_choice": ("{option} 是 {value}，应为 {choices} 之一", "{option} is {value}, expected one of {choices}"),
}
