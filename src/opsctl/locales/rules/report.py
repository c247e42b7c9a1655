"""The words around diagnostics and rule pages."""

SENTENCES: dict[str, tuple[str, str]] = {
    # around diagnostics
    "rules.severity_error": ("错误", "error"),
    "rules.severity_warning": ("警告", "warning"),
    "rules.severity_info": ("提示", "info"),
    "rules.more": ("…… 另有 {count} 条未列出", "… and {count} more"),
    "rules.summary": (
        "错误 {errors}，警告 {warnings}，提示 {infos}；共查 {files} 个文件、{records} 条记录。"
        "详见：opsctl explain {code}",
        "errors {errors}, warnings {warnings}, infos {infos} in {files} files with {records} records; "
        "for more: opsctl explain {code}",
    ),
    "rules.summary_clean": (
        "没有问题：共查 {files} 个文件、{records} 条记录",
        "no problems in {files} files with {records} records",
    ),
    "rules.no_such_path": ("没有这个文件或文件夹：{path}", "there is no file or folder {path}"),
    "rules.path_outside": ("{path} 不在工作区 {root} 里", "{path} is not inside the workspace {root}"),
    # around rule pages
    "rules.page_error": ("级别：错误。始于 {since}。", "Severity: error. Since {since}."),
    "rules.page_warning": ("级别：警告。始于 {since}。", "Severity: warning. Since {since}."),
    "rules.page_info": ("级别：提示。始于 {since}。", "Severity: info. Since {since}."),
    "rules.page_rigor": ("严格程度 {rigor} 起生效。", "Runs from rigor {rigor} on."),
    "rules.page_fails": ("不通过：", "Fails:"),
    "rules.page_passes": ("通过：", "Passes:"),
    "rules.page_fix_safe": ("结果里带有修复，可放心采用。", "The finding carries a repair that is safe to apply."),
    "rules.page_fix_unsafe": (
        "结果里带有修复，但它出于猜测，采用前请看过。",
        "The finding carries a repair; it is a guess, so look at it first.",
    ),
    "rules.no_such_rule": ("没有规则 {wanted}", "there is no rule {wanted}"),
    "rules.no_such_rule_near": (
        "没有规则 {wanted}；是否想查 {meant}？",
        "there is no rule {wanted}; did you mean {meant}?",
    ),
    "rules.known_rules": ("有这些规则：{codes}", "there are: {codes}"),
    "rules.respell": ("改写为 {meant}", "write {meant}"),
}
