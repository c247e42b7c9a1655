"""Sentences about reading and writing files: names, bytes, YAML, keys and shapes."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "load.no_workspace": (
        "{folder} 及其上级文件夹里都没有 {file}，所以不是工作区",
        "neither {folder} nor a folder above it holds {file}, so this is not a workspace",
    ),
    "load.no_workspace_hint": (
        "用 `opsctl init 文件夹` 新建一个，或用 `opsctl -C 文件夹` 指出在哪里",
        "make one with `opsctl init DIR`, or say where it is with `opsctl -C DIR`",
    ),
    # files
    "load.file.denied": (
        "打不开：没有读取权限，或别的程序正占用它",
        "cannot be opened: no permission to read it, or another program holds it",
    ),
    "load.file.gone": ("打不开：读取时文件已不在", "cannot be opened: the file is gone"),
    "load.file.link": (
        "是一个链接；工作区里只读普通文件，请换成文件本身",
        "is a link; only plain files are read in a workspace, put the file itself here",
    ),
    "load.file.not_regular": ("不是普通文件", "is not a regular file"),
    "load.file.too_large": ("超过 {limit} KiB，太大，不读", "is larger than {limit} KiB and is not read"),
    "load.file.too_deep": (
        "文件夹超过 {limit} 层，不再往下找",
        "is more than {limit} folders deep and is not searched",
    ),
    "load.file.failed": ("打不开：系统报告 {reason}", "cannot be opened: the system says {reason}"),
    # names
    "load.name.suffix": ("这里的记录以 {suffix} 结尾，请改文件名", "records here end in {suffix}; rename the file"),
    "load.name.flat": (
        "{folder}/ 里的记录不放进子文件夹，请直接放在 {folder}/ 下",
        "records in {folder}/ stand directly in it, not in a folder below; move the file up",
    ),
    "load.name.nested": (
        "{folder}/ 里的记录按周期分文件夹，如 {folder}/2026/company，请移过去",
        "records in {folder}/ stand in one folder a period, as {folder}/2026/company; move the file there",
    ),
    "load.name.calendar": (
        "日历和汇率文件以年份命名，如 2026.yaml；{name} 不是年份",
        "calendars and exchange rates are named after their year, as in 2026.yaml; {name} is none",
    ),
    "load.name.year": (
        "{folder}/ 下的文件夹应是年份，如 2026，现在是 {period}",
        "folders in {folder}/ are years such as 2026, this one is {period}",
    ),
    "load.name.period": (
        "文件夹名 {period} 不是周期；{folder}/ 下应为 2026、2026-Q2、2026-06、2026-W23 这样的名字",
        "the folder {period} is not a period; expected in {folder}/ are names such as 2026, 2026-06 or 2026-W23",
    ),
    "load.name.id": (
        "文件名 {name} 不能作记录的 id；只用小写字母、数字和连字符，如 tmall-flagship",
        "the name {name} cannot be a record's id; use lower-case letters, digits and hyphens, as in tmall-flagship",
    ),
    "load.name.metric": (
        "文件名 {name} 不能作指标的 id；只用小写字母、数字和下划线，如 net_sales",
        "the name {name} cannot be a metric's id; use lower-case letters, digits and underscores, as in net_sales",
    ),
    "load.name.device": (
        "文件名 {name} 在 Windows 上是保留名，请换一个",
        "the name {name} is reserved on Windows; choose another",
    ),
    # bytes and characters
    "load.text.utf16": (
        "像是 UTF-16 编码；请在编辑器里另存为 UTF-8",
        "looks like UTF-16; save it as UTF-8 in your editor",
    ),
    "load.text.gbk": (
        "字节 {byte} 不是 UTF-8，像是 GBK 编码；请在编辑器里另存为 UTF-8",
        "the byte {byte} is not UTF-8, this looks like GBK; save it as UTF-8 in your editor",
    ),
    "load.text.not_utf8": (
        "字节 {byte} 不是 UTF-8；请在编辑器里另存为 UTF-8",
        "the byte {byte} is not UTF-8; save the file as UTF-8 in your editor",
    ),
    "load.text.control": (
        "控制字符 {code} 不能出现在记录里，请删去",
        "the control character {code} has no place in a record; delete it",
    ),
    "load.text.hidden": (
        "看不见或改变文字方向的字符 {code} 不能出现在记录里，请删去",
        "{code} is invisible or changes the direction of text and has no place in a record; delete it",
    ),
    "load.text.nobody": ("{code} 不是字符，请删去", "{code} is not a character; delete it"),
    "load.text.cr": (
        "这里有单独的回车符（{code}）；换行请用 LF 或 CRLF",
        "a carriage return ({code}) stands alone here; end lines with LF or CRLF",
    ),
    # front matter
    "load.front.missing": (
        "开头没有 `---`;页面以两行 `---` 之间的字段开始",
        "does not begin with `---`; a page begins with its fields between two lines of `---`",
    ),
    "load.front.open": ("开头的字段没有用 `---` 结束", "the fields at the top are not closed with a line of `---`"),
    # what the subset leaves out
    "load.yaml.duplicate_key": (
        "键 {key} 在这里写了第二次；只留一个",
        "the key {key} is written a second time; keep one",
    ),
    "load.yaml.first_key": ("第一次写在这里", "first written here"),
    "load.yaml.anchor": (
        "不用锚点（&{name}）；请把内容直接写出来",
        "anchors (&{name}) are not used here; write the content out, or quote the text if & belongs to it",
    ),
    "load.yaml.alias": (
        "不用别名引用（*{name}）；请把内容直接写出来",
        "aliases (*{name}) are not used here; write the content out, or quote the text if * belongs to it",
    ),
    "load.yaml.merge": ("不用合并键 `<<`;请把键直接写出来", "merge keys (`<<`) are not used here; write the keys out"),
    "load.yaml.tag": (
        "不用标签（{tag}）；字段的类型由记录决定。文字里要有 ! 请加引号",
        "tags ({tag}) are not used here; the record decides the type. Quote the text if ! belongs to it",
    ),
    "load.yaml.directive": ("不用 % 指令，请删去这一行", "directives (%) are not used here; delete the line"),
    "load.yaml.second_document": (
        "一个文件只放一条记录；这里的 `---` 开始了第二份",
        "a file holds one record; a second document begins here",
    ),
    "load.yaml.key_not_text": ("键应为文字，不能是列表或映射", "a key is text, not a list or a mapping"),
    "load.yaml.key_empty": ("冒号前没有键", "there is no key before the colon"),
    "load.yaml.too_deep": ("嵌套超过 {limit} 层", "is nested more than {limit} levels deep"),
    "load.yaml.too_many": ("内容超过 {limit} 项", "holds more than {limit} values"),
    # what the parser could not read
    "load.syntax.conflict": (
        "git 合并冲突的标记还在；请选定内容并删去标记",
        "git's conflict markers are still here; choose the content and delete the markers",
    ),
    "load.syntax.tab": (
        "这里有制表符（Tab）；缩进和间隔请用空格",
        "there is a tab here; indent and separate with spaces",
    ),
    "load.syntax.colon": (
        "这里不能再有「冒号 + 空格」：文字里有冒号请加引号；若是新的键，请与上一个键对齐",
        "a colon and a space cannot stand here: quote the text they belong to, or align the line with the keys above",
    ),
    "load.syntax.quote_open": ("引号没有闭合", "the quotation mark is not closed"),
    "load.syntax.escape": (
        "双引号里的反斜杠写法不认识；反斜杠请写两个，或改用单引号",
        "this backslash escape is not known; double the backslash, or use single quotation marks",
    ),
    "load.syntax.list_open": (
        "方括号列表没有闭合，或各项之间缺逗号",
        "the list that begins here is not closed with ], or a comma is missing between its items",
    ),
    "load.syntax.map_open": (
        "花括号没有闭合，或各项之间缺逗号",
        "the mapping that begins here is not closed with }}, or a comma is missing between its keys",
    ),
    "load.syntax.no_colon": (
        "这一行应是「键: 值」，缺「冒号 + 空格」",
        "a line of `key: value` is expected here; the colon and space are missing",
    ),
    "load.syntax.wide_colon": (
        "这一行用了全角冒号「:」;键后面请用半角冒号加空格",
        "this line has a full-width colon; after a key an ordinary colon and a space are expected",
    ),
    "load.syntax.block_header": (
        "`|` 或 `>` 后面要换行，文字从下一行开始",
        "after `|` or `>` the line ends and the text begins on the next one",
    ),
    "load.syntax.mark": (
        "值不能以 {char} 开头；请把整个值加上引号",
        "a value cannot begin with {char}; put quotation marks around it",
    ),
    "load.syntax.after_end": (
        "内容到这里应已结束；请检查这一行的缩进",
        "the content should have ended here; check this line's indentation",
    ),
    "load.syntax.tag": (
        "值不能以 ! 开头；请把整个值加上引号",
        "a value cannot begin with !; put quotation marks around it",
    ),
    "load.syntax.indent": (
        "缩进不对：同一级的键或列表项要左对齐",
        "the indentation is wrong: keys and list items of one level begin in the same column",
    ),
    "load.syntax.cut": (
        "文件到这里就结束了，前面有括号没有闭合",
        "the file ends here, inside a bracket that is not closed",
    ),
    "load.syntax.extra": ("这个 {char} 前面没有对应的开括号", "this {char} closes nothing"),
    "load.syntax.node": ("这里缺一个值", "a value is missing here"),
    "load.syntax.other": (
        "从这里起读不懂，请检查这一行的写法",
        "cannot be read from here on; check how this line is written",
    ),
    # keys and shapes
    "load.key.unknown": ("不认识的键 {key}；这里可以有：{known}", "unknown key {key}; known here: {known}"),
    "load.key.after_comma": (
        "不认识的键 {key}，它没有值；若它是前面文字的一部分，请给整段文字加引号（花括号里逗号会断开文字）",
        "unknown key {key} without a value; if it belongs to the text before it, put quotation marks around that text: "
        "inside braces a comma ends it",
    ),
    "load.key.unknown_close": ("不认识的键 {key}；是不是 {name}?", "unknown key {key}; did you mean {name}?"),
    "load.key.rename": ("把 {key} 改成 {name}", "rename {key} to {name}"),
    "load.key.missing": ("缺少必填的键 {key}", "the key {key} is missing"),
    "load.shape.empty": ("没有任何内容；请写上字段，或删去文件", "is empty; write the fields, or delete the file"),
    "load.shape.record": (
        "这里是 {value}，应为记录的各个键（键: 值）",
        "{value} stands here, a record's keys (key: value) are expected",
    ),
    "load.shape.mapping": ("这里是 {value}，应为若干「键: 值」", "{value} stands here, keys with values are expected"),
    "load.shape.list": ("这里是 {value}，应为列表，如 [a, b]", "{value} stands here, a list is expected, as in [a, b]"),
    "load.shape.text": ("这里是 {value}，应为文字", "{value} stands here, text is expected"),
    "load.shape.choice": ("{value} 不在可选值之中：{choices}", "{value} is not one of: {choices}"),
    "load.shape.too_short": ("至少要有 {least} 项", "at least {least} entry is expected"),
    "load.shape.greater_than_equal": (
        "{value} 太小，至少为 {limit}",
        "{value} is too small, at least {limit} is expected",
    ),
    "load.shape.less_than_equal": ("{value} 太大，至多为 {limit}", "{value} is too large, at most {limit} is expected"),
    "load.shape.other": ("{value} 不能写在这里", "{value} cannot stand here"),
    # writing
    "load.write.outside": (
        "不写 {file}：只写工作区里的文件",
        "{file} is not written: only files inside the workspace are",
    ),
    "load.write.link": ("不写 {file}：路径上有链接", "{file} is not written: there is a link on the way"),
    "load.write.denied": ("写不进 {file}", "{file} cannot be written"),
    "load.write.close_it": (
        "若文件正在 Excel 或别的程序里打开，请先关闭；否则请检查写入权限",
        "if it is open in Excel or another program, close it there; otherwise check your permission to write",
    ),
    "load.respell": ("把 {value} 写成 {meant}", "write {value} as {meant}"),
    "load.write.locked": (
        "另一个 opsctl 正在写这个工作区；这次什么也没有写",
        "another opsctl is writing to this workspace; nothing was written",
    ),
    "load.write.locked_hint": ("请等它结束，再运行一次", "wait until it has finished, then run this again"),
    "load.write.changed": (
        "{file} 在读过之后又被改动了；这次什么也没有写",
        "{file} was changed since it was read; nothing was written",
    ),
    "load.write.changed_hint": ("请再运行一次", "run this again"),
    "load.write.unreadable": ("读不了 {file}，这次什么也没有写", "{file} cannot be read; nothing was written"),
    "load.write.cut_off": (
        "写到 {file} 时中断：系统报告 {reason}；要写的内容已全部记下",
        "the write was cut off at {file}: the system says {reason}; all that was to be written is kept",
    ),
    "load.write.finish": (
        "若文件正在 Excel 或别的程序里打开，请先关闭；然后运行：opsctl recover",
        "if the file is open in Excel or another program, close it there; then run: opsctl recover",
    ),
    "load.write.torn": (
        "{file} 在中断的写入之后又被改动，无法继续写完；没有动任何文件",
        "{file} was changed after a write was cut off, so that it cannot be finished; no file was touched",
    ),
    "load.write.torn_hint": (
        "请用 git status 看改动；确认后删去 git 目录里的 opsctl 文件夹（没有 git 时是 .opsctl/write）",
        "look at the changes with git status, then delete opsctl in git's folder (without git: .opsctl/write)",
    ),
    "load.write.bad_journal": ("读不懂中断写入的记录", "the record of a write that was cut off cannot be read"),
    "load.write.failed": ("写不进 {file}：系统报告 {reason}", "{file} cannot be written: the system says {reason}"),
    "load.write.make_room": (
        "没有改动任何文件；请检查磁盘和剩余空间，再运行一次",
        "no file was changed; look at the disk and the space left on it, then run this again",
    ),
    "load.write.other_disk": (
        "{file} 和 git 的文件夹不在同一个磁盘上，没法保证要么全写、要么不写；这次什么也没有写",
        "{file} and git's folder are on different disks, so that all or nothing cannot be kept; nothing was written",
    ),
    "load.write.one_disk": (
        "请把工作区和它的 git 文件夹放到同一个磁盘上",
        "put the workspace and its git folder on the same disk",
    ),
    "load.write.linked_state": (
        "{folder} 是一个链接；opsctl 在那里存写入的进度，不跟随链接，什么也没有写",
        "{folder} is a link; opsctl keeps the state of its writes there and follows no links, so nothing was written",
    ),
    "load.write.delete_link": ("请删去这个链接，再运行一次", "delete the link, then run this again"),
    "load.write.finished_first": (
        "上次中断的写入现在补完了，它的 {count} 个文件全是新的；这次要写的是按补完之前的文件算的，所以没有写",
        "an earlier write that was cut off is finished now: its {count} files are all new; what this run was going to "
        "write was worked out before that and is not written",
    ),
}
