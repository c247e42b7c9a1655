"""The Word template that ships, made by code: a team starts from it and changes it in Word."""

from __future__ import annotations

from io import BytesIO
from typing import Any

_FONT, _EAST = "Calibri", "Microsoft YaHei"
_MARGIN, _LONG, _SHORT = 1.8, 29.7, 21.0


def shipped_template() -> bytes:
    """A landscape A4 page: title, what to read first, and every block as a heading, a table, lines and notes."""
    import docx

    made = docx.Document()
    _page(made)
    made.add_heading("{{ sheet.title }}", level=0)
    made.add_paragraph("{{ sheet.facts }}")
    _each(made, "sentence", "sheet.first", "List Bullet")
    made.add_paragraph("{%p for block in sheet.blocks %}")
    made.add_heading("{{ block.title }}", level=1)
    made.add_paragraph("{%p if block.rows %}")
    _table(made)
    made.add_paragraph("{%p endif %}")
    _each(made, "line", "block.lines", "List Bullet")
    _each(made, "note", "block.notes", "Normal", small=True)
    made.add_paragraph("{%p endfor %}")
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def _page(made: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(_LONG), Cm(_SHORT)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(_MARGIN))
    for name in ("Normal", "Title", "Heading 1"):
        style = made.styles[name]
        style.font.name = _FONT
        # Word takes Chinese characters from a font of their own.
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _EAST)
    made.styles["Normal"].font.size = Pt(10)
    made.styles["Title"].font.size = Pt(20)


def _each(made: Any, name: str, values: str, style: str, *, small: bool = False) -> None:
    """A paragraph for each of some values."""
    from docx.shared import Pt

    made.add_paragraph(f"{{%p for {name} in {values} %}}")
    run = made.add_paragraph(style=style).add_run(f"{{{{ {name} }}}}")
    if small:
        run.font.size = Pt(8.5)
    made.add_paragraph("{%p endfor %}")


def _table(made: Any) -> None:
    """A table that grows by the heads and the rows of a block."""
    from docx.shared import Pt

    rows = (
        ("{%tc for head in block.heads %}", "{{ head }}", "{%tc endfor %}"),
        ("{%tr for row in block.rows %}", "", ""),
        ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    table = made.add_table(len(rows), len(rows[0]), style="Light Grid Accent 1")
    for number, texts in enumerate(rows):
        for column, text in enumerate(texts):
            run = table.cell(number, column).paragraphs[0].add_run(text)
            run.font.size = Pt(8.5)
