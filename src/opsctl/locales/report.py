"""What reports of a check say around the findings."""

SENTENCES: dict[str, tuple[str, str]] = {
    "report.fixable": (
        "其中可自动修复：{count}。先看看会改什么：opsctl check --diff；动手改：opsctl check --fix",
        "can be repaired: {count}; see how with opsctl check --diff, do it with opsctl check --fix",
    ),
    "report.guessed": (
        "可按猜测修复：{count}。先看看会改什么：opsctl check --diff --unsafe-fixes",
        "can be repaired by a guess: {count}; see how with opsctl check --diff --unsafe-fixes",
    ),
    "report.comma": ("、", ", "),
    "report.error_one": ("{count} 个错误", "{count} error"),
    "report.error_many": ("{count} 个错误", "{count} errors"),
    "report.warning_one": ("{count} 个警告", "{count} warning"),
    "report.warning_many": ("{count} 个警告", "{count} warnings"),
    "report.info_one": ("{count} 个提示", "{count} info"),
    "report.info_many": ("{count} 个提示", "{count} infos"),
    "report.file_one": ("{count} 个文件", "{count} file"),
    "report.file_many": ("{count} 个文件", "{count} files"),
    "report.record_one": ("{count} 条记录", "{count} record"),
    "report.record_many": ("{count} 条记录", "{count} records"),
    "report.summary": ("{counts}；共查 {files}、{records}", "{counts} in {files} with {records}"),
    "report.clean": ("没有问题：共查 {files}、{records}", "no problems in {files} with {records}"),
    "report.next": ("{summary}。详见：opsctl explain {code}", "{summary}; for more: opsctl explain {code}"),
    "report.more": (
        "…… 另有 {count} 条未列出；全部请运行 opsctl check 查看",
        "… and {count} more; run opsctl check to see them all",
    ),
    "report.top": ("仓库的顶层文件夹", "The top folder of the repository"),
    "report.title": ("opsctl 检查结果", "opsctl check"),
    "report.severity": ("级别", "Severity"),
    "report.count": ("数量", "Count"),
    "report.line": ("第 {line} 行", "line {line}"),
    # about --output
    "report.no_colon": (
        "--output 是 {value}，应写作 格式:文件，如 sarif:opsctl.sarif",
        "--output is {value}, expected FORMAT:FILE, as in sarif:opsctl.sarif",
    ),
    "report.bad_format": ("没有格式 {name}", "there is no format {name}"),
    "report.bad_format_near": (
        "没有格式 {name}；是否想写 {meant}？",
        "there is no format {name}; did you mean {meant}?",
    ),
    "report.formats": ("有这些格式：{names}", "there are: {names}"),
    "report.stdout": (
        "--output 要写到文件；标准输出的格式由 --format 决定",
        "--output writes to a file; what goes to standard output is chosen with --format",
    ),
    "report.twice": (
        "有两个 --output 都写到 {file}；每份报告请用各自的文件",
        "two --output options name {file}; give each report a file of its own",
    ),
    "report.no_folder": (
        "报告 {file} 的文件夹不存在；请先建好文件夹",
        "the folder of the report {file} does not exist; make it first",
    ),
    "report.in_git": (
        "报告 {file} 不能写进 .git；请换一个文件夹",
        "the report {file} would stand inside .git; choose another folder",
    ),
    "report.not_a_file": (
        "{file} 不是普通文件（是文件夹、链接或设备）；请换一个名字",
        "{file} is no regular file but a folder, link or device; choose another name",
    ),
    "report.is_record": (
        "{file} 是工作区里的记录，报告不能覆盖它；请换一个名字",
        "{file} is a record of the workspace, which a report must not replace; choose another name",
    ),
    "report.unwritable": (
        "写不了报告 {file}：系统报告 {reason}",
        "cannot write the report {file}: the system says {reason}",
    ),
}
