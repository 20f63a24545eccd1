"""Templates of an association, made for tests: paper, styles, headers, a cover."""

from collections.abc import Iterable
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

BLUE = RGBColor(0x1F, 0x3A, 0x93)
STYLES = (
    "标准文件_段", "标准文件_章标题", "标准文件_一级条标题", "标准文件_二级条标题",
    "标准文件_正文表标题", "标准文件_表格", "标准文件_前言、引言标题", "标准文件_附录标识",
    "标准文件_字母编号列项（一级）",
)  # fmt: skip
COVER = (
    "ICS {{ICS号}}", "协会标志", "{{标准类别}}", "{{标准编号}}", "代替 {{代替编号}}",
    "{{标准名称}}", "{{英文名称}}", "（{{文稿类别}}）", "{{发布日期}} 发布    {{实施日期}} 实施",
    "{{发布机构}}",
)  # fmt: skip


def template(
    styles: Iterable[str] = STYLES,
    cover: Iterable[str] = COVER,
    header: str = "{{标准编号}} · 某协会",
) -> bytes:
    """Make a template in 16开 with narrow margins, its titles blue."""
    file = docx.Document()
    for name in styles:
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size = Pt(10.5)
        style.font.name = "Times New Roman"
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
        if "标题" in name or "标识" in name:
            style.font.color.rgb = BLUE
    for line in cover:
        put(file, line)
    file.add_section(WD_SECTION.NEW_PAGE)
    file.add_paragraph("模板的示例文字，不应留下")
    for place, section in enumerate(file.sections):
        section.page_width, section.page_height = Cm(18.4), Cm(26)
        section.left_margin = section.right_margin = Cm(1.8)
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = header if place else ""
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0].text = "某协会出版" if place else ""
    return saved(file)


def put(file: Document, line: str) -> None:
    """Put a line of the cover, parted into runs in the middle of its fields as Word does."""
    paragraph = file.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    middle = line.find("{{") + 3 if "{{" in line else len(line)
    for part in (line[:middle], line[middle:]):
        if part:
            run = paragraph.add_run(part)
            run.font.size = Pt(22 if "标准名称" in line else 14)


def saved(file: Document) -> bytes:
    """Give the bytes of a file."""
    made = BytesIO()
    file.save(made)
    return made.getvalue()
