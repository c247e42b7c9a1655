"""Sentences about workbooks that people fill in, whatever the workbook is about."""

SENTENCES: dict[str, tuple[str, str]] = {
    "forms.text": ("{text}", "{text}"),
    "forms.how": (
        "只填黄色的格子；其他格子来自记录，已锁定。填好存盘，交给负责导入的人。",
        "Fill in the yellow cells only; everything else comes from the records and is locked. Save, and hand it back.",
    ),
    "forms.choose": ("请从列表中选", "Choose from the list"),
    "forms.choose_hint": ("这一格只能填列表里的词。", "This cell takes only a word of the list."),
    "forms.no_xlsx": (
        "这不是 .xlsx 工作簿（.xls、.et、.ods、CSV 都不行）；请在 Excel 或 WPS 里打开，另存为 .xlsx",
        "this is no .xlsx workbook (nor will .xls, .et, .ods or CSV do); open it in Excel or WPS and save it as .xlsx",
    ),
    "forms.cut": (
        "工作簿已损坏，或没有传完整；请向填表的人再要一份",
        "the workbook is broken or did not arrive whole; ask whoever filled it in for it again",
    ),
    "forms.too_large": (
        "工作簿大得不合常理，已停止读取；请重新导出后再填",
        "the workbook is larger than any form could be, so reading stopped; export it again and fill it in anew",
    ),
    "forms.unreadable": ("读不了 {file}：{why}", "Cannot read {file}: {why}"),
    "forms.no_file": ("没有这个文件：{file}", "There is no such file: {file}"),
    "forms.no_passport": (
        "这个工作簿不是 opsctl 导出的，或者隐藏的 _meta 表被删了",
        "this workbook does not come from opsctl, or its hidden sheet _meta was removed",
    ),
    "forms.other_version": (
        "这个工作簿是第 {found} 版的，这个 opsctl 读第 {known} 版",
        "this workbook is of version {found}; this opsctl reads version {known}",
    ),
    "forms.other_kind": ("这是“{found}”表，不是“{wanted}”表", "this is a “{found}” sheet, not a “{wanted}” sheet"),
    "forms.other_workspace": (
        "这个工作簿属于另一个工作区（{found}），这里是 {here}",
        "this workbook belongs to another workspace ({found}); this one is {here}",
    ),
    "forms.export_again": (
        "请重新导出：opsctl week sheet {period} -o FILE.xlsx",
        "Export it again: opsctl week sheet {period} -o FILE.xlsx",
    ),
    "forms.odd": (
        "这里是公式或出错的值（{found}）；opsctl 不采用公式的结果，请直接填文字",
        "this is a formula or an error ({found}); opsctl trusts no formula, write the text itself",
    ),
    "forms.merged": (
        "这里的单元格合并到了 {last}，分不清是哪一格的值；请取消合并",
        "cells are merged from here to {last}, so it is not clear whose value this is; unmerge them",
    ),
    "forms.stray": (
        "这一行不是导出的：新内容只能写在留空的行里，别的请写进记录文件",
        "this row was not exported: something new goes into the lines left empty, anything else into the records",
    ),
    "forms.twice": ("这一行在 {first} 已经有了；请删掉一行", "this row is at {first} already; remove one of them"),
    "forms.no_head": (
        "这一行的表头不见了；请从导出的工作簿里复制回来",
        "the head of this row is gone; copy it back from the exported workbook",
    ),
    "forms.no_column": (
        "表头里没有“{title}”这一列；请把列名改回来",
        "the head has no column “{title}”; give the column its title back",
    ),
    "forms.gone": (
        "填了“{found}”，但这一条已经不在记录里；请重新导出",
        "“{found}” was filled in, but this entry is no longer in the records; export again",
    ),
    "forms.locked": (
        "不能把“{was}”改成“{found}”：{why}",
        "“{was}” cannot become “{found}”: {why}",
    ),
    "forms.fixed": (
        "“{was}”改成了“{found}”，但这一列不能在这里改；请改 {file}，或改回来",
        "“{was}” became “{found}”, but this column is not changed here; change {file}, or put it back",
    ),
    "forms.not_here": (
        "这个值里有单元格保不住的字符；请直接改 {file}",
        "this value has signs that a cell does not keep; change {file} itself",
    ),
    "forms.no_choice": ("“{found}”不在列表里；可选：{words}", "“{found}” is not in the list; choose {words}"),
    "forms.conflict": (
        "表里把“{was}”改成了“{found}”，但导出之后 {file} 里改成了“{now}”；请先商定，再重新导出或改回来",
        "the sheet changes “{was}” to “{found}”, but since the export {file} says “{now}”; agree on one, then export"
        " again or put it back",
    ),
    "forms.told_since": (
        "填了“{found}”，但导出之后 {file} 里已经有了说明；请重新导出",
        "“{found}” was filled in, but {file} has been given an explanation since the export; export again",
    ),
    "forms.empty": (
        "“{was}”被清空了，但这里不能空；要删掉这一条，请改 {file}",
        "“{was}” was removed, but this cannot be empty; to remove the entry, change {file}",
    ),
    "forms.needed": ("这一行填了一部分，还缺“{title}”", "this line is filled in partly; “{title}” is missing"),
    "forms.no_place": (
        "{file} 里这一处的写法无法自动改；请手工写进去",
        "{file} is written there in a way that cannot be changed automatically; write it in by hand",
    ),
    "forms.broken": ("{file} 有错误，读不了", "{file} has errors and cannot be read"),
    "forms.moved": (
        "导出之后改过：{files}；只有同一个值两边都改才算冲突。",
        "Changed since the export: {files}; only a value that both changed is a conflict.",
    ),
    "forms.trouble_count": (
        "{count} 处有问题，什么都没有写。",
        "Nothing was written; cells that are wrong: {count}.",
    ),
    "forms.nothing": ("没有改动。", "Nothing has changed."),
    "forms.lost": (
        "工作簿里少了 {count} 行，它们在记录里保持不变。",
        "Lines missing from the workbook: {count}; they stay as they are in the records.",
    ),
    "forms.sure": ("把 {count} 处改动写进 {files} 个文件？", "Write the changes: {count} (files: {files})?"),
    "forms.written": (
        "已写入 {count} 处改动，{files} 个文件；接着运行 opsctl check。",
        "Changes written: {count} (files: {files}); run opsctl check next.",
    ),
    "forms.not_written": (
        "什么都没有写；加 --yes 写入 {count} 处改动。",
        "Nothing was written; --yes writes the changes: {count}.",
    ),
}
