"""Sentences of `owners`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "owners.fresh": ("{file} 与组织一致，共 {count} 行", "{file} agrees with the organisation, {count} lines"),
    "owners.written": ("已写入 {file}，共 {count} 行", "{file} is written, {count} lines"),
    "owners.stale": (
        "{file} 与组织不一致；请运行 opsctl owners --platform {platform}",
        "{file} does not agree with the organisation; run opsctl owners --platform {platform}",
    ),
    "owners.no_handle": (
        "在 {platform} 上没有可用账号的人：{names}；他们的文件改由最上层审阅。"
        "请在 people/ 下他们的记录里写 handles: {{{platform}: 账号}}",
        "without a usable handle on {platform}: {names}; the top is asked about their files instead. "
        "Write handles: {{{platform}: name}} in their records below people/",
    ),
    "owners.nobody": (
        "最上层没有人在 {platform} 上有账号，文件无人可问：{names}",
        "nobody at the top has a handle on {platform}, so nobody could be asked: {names}",
    ),
    "owners.write_handle": (
        "请在 people/ 下他们的记录里写 handles: {{{platform}: 账号}}",
        "write handles: {{{platform}: name}} in their records below people/",
    ),
    "owners.unreadable": ("读不了 {file}", "{file} cannot be read"),
    "owners.not_utf8": ("它不是 UTF-8 文字", "it is not UTF-8 text"),
}
