"""The words around diagnostics and rule pages."""

SENTENCES: dict[str, tuple[str, str]] = {
    # around diagnostics
    "rules.severity_error": ("错误", "error"),
    "rules.severity_warning": ("警告", "warning"),
    "rules.severity_info": ("提示", "info"),
    "rules.more": ("…… 另有 {count} 条未列出", "… and {count} more"),
    "rules.summary_older": (
        "另有 {count} 个问题在这次改动之前就有，未列出。",
        "{count} older findings were there before this change and are not shown.",
    ),
    "rules.summary_aside": (
        "未计入：注释忽略 {suppressed}，豁免 {waived}，基线 {known}",
        "not counted: {suppressed} ignored by comments, {waived} waived, {known} in the baseline",
    ),
    "rules.no_such_path": ("没有这个文件或文件夹：{path}", "there is no file or folder {path}"),
    "rules.path_outside": ("{path} 不在工作区 {root} 里", "{path} is not inside the workspace {root}"),
    # the team's own rules
    # Written by the team in both languages; `.0` leaves the other one out.
    "rules.own": ("{zh}{en:.0}", "{zh:.0}{en}"),
    "rules.own_asked_here": ("问到这条记录时出错", "the record that was asked"),
    "rules.own_code_reserved": (
        "编号 {code} 的字母留给 opsctl；请用自己的字母，如 TEAM101",
        "the letters of {code} belong to opsctl; use some of your own, as in TEAM101",
    ),
    "rules.own_code_twice": ("编号 {code} 已有规则在用", "the code {code} belongs to another rule already"),
    "rules.own_code_first": ("先在这里用的", "used here first"),
    "rules.page_own": (
        "本工作区自己的规则，见 {file}。级别：{severity}。",
        "A rule of this workspace's own, in {file}. Severity: {severity}.",
    ),
    # around rule pages
    "rules.page_error": ("级别：错误。始于 {since}。", "Severity: error. Since {since}."),
    "rules.page_warning": ("级别：警告。始于 {since}。", "Severity: warning. Since {since}."),
    "rules.page_info": ("级别：提示。始于 {since}。", "Severity: info. Since {since}."),
    "rules.page_error_from": (
        "记录状态到 {status} 起才是错误，之前是警告。",
        "An error in a record that is at least {status}; a warning before.",
    ),
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
