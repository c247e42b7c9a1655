"""Sentences about scenarios: laying one over the records, and comparing two of them."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "scenario.nothing_to_take_out": (
        "这里没有 {key} 可以去掉；留空表示去掉记录里已有的键，要改就写上新值",
        "there is no {key} here to take out; an empty key is taken out of the record, write a value to change it",
    ),
    "scenario.no_such_item": (
        "这个列表里没有 id 为 {id} 的一项；应为其中之一：{ids}",
        "no item of this list has the id {id}; expected is one of {ids}",
    ),
    "scenario.unknown": ("没有情景 {id}", "there is no scenario {id}"),
    "scenario.known": ("有这些：base（现在的记录）、{ids}", "there are: base, which is the records as they are, {ids}"),
    "scenario.make_one": ("新建一个：opsctl new scenario {id}", "make one: opsctl new scenario {id}"),
    "scenario.broken": ("情景 {id} 有错，算不了", "scenario {id} has a fault and cannot be laid over the records"),
    "scenario.check_it": ("看哪里不对：opsctl check {file}", "see what is wrong: opsctl check {file}"),
    "scenario.folder_of_records": (
        "{folder} 是放记录的地方，情景的目标值不能写到那里",
        "{folder} is where records stand, and the cells of a scenario must not go there",
    ),
    "scenario.other_folder": (
        "另选一个文件夹，如 --output reports/what-if",
        "choose another folder, as in --output reports/what-if",
    ),
    "scenario.output_needs_one": (
        "--write 和 --output 用于情景；不带 --scenario 的拆解总是写在目标表旁边",
        "--write and --output are for scenarios; without --scenario a split is written beside the sheets",
    ),
    "scenario.one_folder": (
        "--write 写进 reports/scenarios/{scenario}，--output 写进 {folder}，只能写一处；请留下其中一个",
        "--write writes to reports/scenarios/{scenario} and --output to {folder}, and there is one place to write; "
        "give one of them",
    ),
    "scenario.nothing_stale": (
        "--check 核对已写入的文件，情景没有这样的文件；去掉 --check 或 --scenario",
        "--check compares the files that are written, and a scenario has none; leave out --check or --scenario",
    ),
    "scenario.now": ("现在", "now"),
    "scenario.title": ("{year} 年目标对照", "Targets of {year}, side by side"),
    "scenario.sides": ("{before} 对 {after}", "{before} and {after}"),
    "scenario.under": ("情景：{name}", "scenario: {name}"),
    "scenario.all_same": ("没有差别：{same} 个目标值都相同。", "No difference: all {same} targets are the same."),
    "scenario.some_differ": (
        "{different} 个目标值不同，{same} 个相同（只列出不同的；CSV 和 JSON 有全部）。",
        "{different} targets differ, {same} are the same (only those that differ are listed; CSV and JSON have all).",
    ),
    "scenario.none": ("没有可以对照的目标值。", "There are no targets to compare."),
    "scenario.scope": ("考核对象", "scope"),
    "scenario.difference": ("相差", "difference"),
    "scenario.change": ("幅度", "change"),
    "scenario.by_period": ("{scope} · {metric} 按月", "{scope} · {metric} by month"),
    "scenario.not_written": ("没有写任何文件。", "Nothing was written."),
    "scenario.written": ("{count} 个文件写在 {folder}", "{count} files written to {folder}"),
    "scenario.onward": ("接下来", "To go on"),
}
