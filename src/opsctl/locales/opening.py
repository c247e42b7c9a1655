"""What is said about files while they are opened: containers, encodings, headers, sheets."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "opening.other_kind": (
        "这是 {kind} 文件，无法读取；请换成 CSV、XLSX 或 Parquet 文件（压缩包请用 zip，或先解压）",
        "this is a {kind} file, which cannot be read; give a CSV, XLSX or Parquet file (pack with zip, or unpack it)",
    ),
    "opening.old_book": (
        "这是 1997 年以前格式的 Excel 文件，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is a workbook in a format from before 1997; open it in Excel or WPS and save it as .xlsx",
    ),
    "opening.xml_book": (
        "这是“XML 电子表格 2003”，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is an “XML Spreadsheet 2003”; open it in Excel or WPS and save it as .xlsx",
    ),
    "opening.no_book": (
        "文件里没有工作簿（可能是 .et、.wps 或 Word 文档）；请打开后另存为 .xlsx",
        "there is no workbook in this file (it may be .et, .wps or a Word document); open it and save it as .xlsx",
    ),
    "opening.broken_book": (
        "工作簿已损坏，或不是真正的 Excel 文件；请重新导出，或用 Excel 打开后另存为 .xlsx",
        "the workbook is broken, or no real workbook; export it again, or open it in Excel and save it as .xlsx",
    ),
    "opening.broken_html": (
        "文件实际是网页（HTML），其中的表格读不出来；请重新导出，或用 Excel 打开后另存为 .xlsx",
        "the file is a web page (HTML) whose table cannot be read; export it again, or open it in Excel and save it"
        " as .xlsx",
    ),
    "opening.broken_zip": (
        "压缩包已损坏或没有下载完整；请重新下载",
        "the zip file is broken or was not downloaded completely; download it again",
    ),
    "opening.password": (
        "文件有密码保护，无法读取；请去掉密码后再保存一次",
        "the file is protected by a password; remove it and save the file again",
    ),
    "opening.bomb": (
        "文件解压后大得不合常理，已停止读取；请检查来源，或另存为 CSV",
        "unpacked, the file is larger than any export could be, so reading stopped; check where it comes from,"
        " or save it as CSV",
    ),
    "opening.too_much": (
        "读取这个文件需要过多的内存或时间，已停止；请按月份拆分后导出，或另存为 CSV",
        "reading this file takes too much memory or time, so it was stopped; export it month by month, or save it"
        " as CSV",
    ),
    "opening.nested_zip": (
        "压缩包里还有压缩包，不读取；请先解压",
        "there is a zip file inside the zip file, which is not read; unpack it first",
    ),
    "opening.zip_path": (
        "压缩包里有指向包外路径的文件名，不读取；请检查来源",
        "the zip file has names that lead out of it, so it is not read; check where it comes from",
    ),
    "opening.empty_zip": (
        "压缩包里没有文件",
        "there is no file in the zip file",
    ),
    "opening.no_header": (
        "前 {rows} 行里没有含 {sought} 的表头；最像表头的一行是：{there}。请核对 columns 里的列名",
        "none of the first {rows} rows is a header with {sought}; the fullest row says: {there}. Check the titles"
        " under columns",
    ),
    "opening.no_sheet": (
        "没有名为 {wanted} 的工作表；文件中有：{there}",
        "there is no sheet called {wanted}; the file has: {there}",
    ),
    "opening.too_wide": (
        "表头有 {count} 列，超过上限 {most} 列",
        "the header has {count} columns, more than the {most} allowed",
    ),
    "opening.row_length": (
        "第 {row} 行有 {cells} 列，表头有 {columns} 列，无法确定哪个值属于哪一列；请检查该行的逗号和引号，或重新导出",
        "row {row} has {cells} cells and the header {columns}, so it cannot be told which value belongs to which"
        " column; check the commas and quotes of that row, or export it again",
    ),
    "opening.no_text": (
        "第 {row} 行不是文本（含空字符，或一行过长）；请重新导出",
        "row {row} is no text (it has a NUL character, or does not end); export the file again",
    ),
    "opening.long_cell": (
        "网页表格中有过长的单元格或过宽的行，不读取；请另存为 .xlsx",
        "a table of the page has a cell that is too long or a row that is too wide; save it as .xlsx",
    ),
    "opening.broken_byte": (
        "第 {row} 行第 {column} 列有无法识别的字节 {byte}（在“{near}”之后），文件不是完好的 {encoding}"
        "（已试 {tried}）；请重新导出，或写明 encoding",
        "row {row}, column {column}: the byte {byte} (after “{near}”) cannot be read, so the file is no sound"
        " {encoding} (tried: {tried}); export it again, or write its encoding",
    ),
    "opening.garbled": (
        "第 {row} 行“{column}”列的文字在导出前就已变成乱码（\ufffd 或“锟斤拷”），无法恢复；请按 UTF-8 重新导出",
        "row {row}, column “{column}”: the text was garbled before it came here (\ufffd or 锟斤拷) and cannot be"
        " restored; export it again as UTF-8",
    ),
    "opening.garbled_whole": (
        "表头的文字在导出前就已变成乱码（\ufffd 或“锟斤拷”），无法恢复；请按 UTF-8 重新导出",
        "the header's text was garbled before it came here (\ufffd or 锟斤拷) and cannot be restored; export the file"
        " again as UTF-8",
    ),
    "opening.error_cells": (
        "表格中有出错的单元格（如 #N/A），这种格式无法指出位置；请改正后另存为 .xlsx",
        "there are cells in error (such as #N/A), whose place this format does not tell; mend them and save the file"
        " as .xlsx",
    ),
    "opening.serial_days": (
        "{count} 个日期写成了数字（Excel 日期序号），已换算成日期",
        "{count} days are written as numbers (Excel's serial days) and were read as days",
    ),
    "opening.cut_numbers": (
        "列 {column} 有 {count} 个值超过 15 位却存成了数字，末尾几位已丢失；请把该列设为文本后重新导出",
        "column {column}: {count} values of more than 15 digits are stored as numbers, which lost their last digits;"
        " make the column text and export it again",
    ),
}
