"""Sentences of `init`, `list` and `show`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "commands.template_help": ("用哪个模板", "Which template to begin with"),
    "commands.no_template": ("没有模板 {name}", "there is no template {name}"),
    "commands.templates": ("有这些：{names}", "there are: {names}"),
    "commands.init_finished": (
        "上次在 {folder} 建工作区时中断了，现在已补完，{count} 个文件都在；没有再建一次",
        "making a workspace in {folder} was cut off earlier and is finished now, with all of its {count} files; none "
        "was made anew",
    ),
    "commands.check_it": ("接着运行：opsctl -C {folder} check", "next, run: opsctl -C {folder} check"),
    "commands.has_files": ("{folder} 里已经有文件：{files}", "{folder} has files already: {files}"),
    "commands.not_a_folder": ("{folder} 不是文件夹", "{folder} is not a folder"),
    "commands.empty_folder": (
        "init 从不覆盖文件；请给一个新的或空的文件夹，如 opsctl init my-company",
        "init never overwrites; name a new or empty folder, such as opsctl init my-company",
    ),
    "commands.written": ("已在 {folder} 写入 {count} 个文件：", "{count} files written in {folder}:"),
    "commands.would_write": ("会在 {folder} 写入 {count} 个文件：", "{count} files would be written in {folder}:"),
    "commands.next": ("接下来：", "Next:"),
    # What a kind of record is called; these words are also understood.
    "commands.where_at": ("  {text}\n  {marks}", "  {text}\n  {marks}"),
    "commands.where_asked": (
        "  {text}\n  {marks}\n问到 {record} 时出错；看它写了什么：opsctl show {record}",
        "  {text}\n  {marks}\nasked of {record}; see what it says: opsctl show {record}",
    ),
    "commands.kind_team": ("团队", "team"),
    "commands.kind_role": ("角色", "role"),
    "commands.kind_person": ("人员", "person"),
    "commands.kind_store": ("店铺", "store"),
    "commands.kind_metric": ("指标", "metric"),
    "commands.kind_calendar": ("日历", "calendar"),
    "commands.kind_fx": ("汇率", "fx"),
    "commands.kind_target": ("目标", "target"),
    "commands.kind_source": ("数据源", "source"),
    "commands.kind_plan": ("计划", "plan"),
    "commands.kind_review": ("复盘", "review"),
    "commands.kind_assessment": ("能力评估", "assessment"),
    "commands.kind_rule": ("规则", "rule"),
    "commands.kind_scenario": ("情景", "scenario"),
    "commands.new_private": (
        "{kind} 属于私有内容，不放在共享仓库里；请写在 private: 所指的文件夹",
        "{kind} is private and has no place in the shared repository; write it in the folder that private: names",
    ),
    "commands.new_bad_id": (
        "{id} 不能当 {kind} 的 id；应写作 {example} 这样",
        "{id} cannot be the id of a {kind}; expected is one such as {example}",
    ),
    "commands.new_no_scope": ("没有叫 {scope} 的团队、店铺或人员", "there is no team, store or person {scope}"),
    "commands.new_unknown": (
        "没有要填 {keys} 的地方；可以填的有：{known}",
        "there is no blank {keys}; there are: {known}",
    ),
    "commands.new_missing": ("还缺：{keys}", "still needed: {keys}"),
    "commands.new_example": ("例：{command}", "for example: {command}"),
    "commands.new_reason": ("刚新建，还没填完", "just made, not filled in yet"),
    "commands.mv_builtin": (
        "{id} 是内置指标，没有文件，不能换 id；可以在 metrics/ 里给它加别名",
        "{id} is a built-in metric without a file, so it cannot be moved; give it an alias in metrics/",
    ),
    "commands.mv_bad_id": ("{id} 不能当 id", "{id} cannot be an id"),
    "commands.mv_taken": ("{address} 已经存在", "{address} exists already"),
    "commands.mv_twice": (
        "{id} 不止一类记录在用（{kinds}），引用分不清指的是谁；请先手工改其中一个文件的名字",
        "{id} is the id of more than one kind ({kinds}), and references cannot tell which is meant; rename one of the "
        "files by hand first",
    ),
    "commands.mv_unreadable": (
        "{file} 读不懂，里面也许提到 {id}，无法保证改全所有引用；什么也没有写",
        "{file} cannot be read and may name {id}, so not every reference could be changed; nothing was written",
    ),
    "commands.mv_by_hand": (
        "这些文件里有一处引用不能自动改写，请先改成一行内的普通写法：{files}",
        "a reference in these files cannot be rewritten; put it on one line as a plain word first: {files}",
    ),
    "commands.mv_harm": (
        "换成这个 id 会多出 {count} 个问题（{found}）；什么也没有写",
        "with this id there would be {count} new findings ({found}); nothing was written",
    ),
    "commands.no_kind": ("没有 {kind} 这一类记录", "there is no kind {kind}"),
    "commands.kinds": ("有这些：{names}", "there are: {names}"),
    "commands.meant": ("是不是 {name}?", "did you mean {name}?"),
    "commands.no_record": ("没有 {id}", "there is no {id}"),
    "commands.list_instead": ("列出已有的：opsctl list {kind}", "list what there is: opsctl list {kind}"),
    "commands.of_several_kinds": ("{id} 不止一类记录在用", "{id} is the id of more than one kind"),
    "commands.name_one": ("请写明是哪个：{names}", "say which: {names}"),
    "commands.unreadable": ("{file} 读不出来", "{file} cannot be read"),
    "commands.run_check": ("错在哪里：opsctl check", "what is wrong in it: opsctl check"),
}
