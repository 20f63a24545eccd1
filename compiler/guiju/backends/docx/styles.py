"""The styles of a standard document, named as the templates of associations name them."""

from docx.document import Document
from docx.oxml.ns import qn
from msgspec.structs import replace

from guiju.backends.docx import measures as m
from guiju.backends.docx.elements import RUN_PROPERTIES, Element, in_order, word
from guiju.backends.docx.numbering_part import ANNEX, CLAUSE
from guiju.backends.docx.style_sheet import (
    HEI,
    SANS,
    SONG,
    Indent,
    Spacing,
    Style,
    fonts,
    size,
    to_xml,
)
from guiju_runtime.messages import Language

FIRST_TWO = Indent(first=2 * m.CHARACTER, characters=200)
LEVELS = "一二三四五"
WHOLE_LINE = Spacing(lines=(100, 100))
HALF_LINE = Spacing(lines=(50, 50))
HALF_LINE_BEFORE = Spacing(lines=(50, 0))
TITLE_SPACE = Spacing(before=560, after=640, exact=400)
PARAGRAPH_GAP = 120
"""Twips between the paragraphs of an English text, which have no indent."""
NOTE_START = 2 * 180
"""Two characters of 小五."""

HEADINGS = tuple(
    Style(f"Heading{n}", f"heading {n}", follow="Body", outline=n - 1, keep_next=True)
    for n in range(1, 7)
)
CHAPTER = Style(
    "Chapter", "章标题", "Heading1", "Body", HEI, spacing=WHOLE_LINE, numbering=(CLAUSE, 0),
    outline=0, keep_next=True,
)  # fmt: skip
CLAUSES = tuple(
    Style(
        f"Clause{n}", f"{LEVELS[n - 1]}级条标题", f"Heading{n + 1}", "Body", HEI,
        spacing=HALF_LINE, numbering=(CLAUSE, n), outline=n, keep_next=True,
    )
    for n in range(1, 6)
)  # fmt: skip
UNTITLED = tuple(
    Style(f"Untitled{n}", f"{LEVELS[n - 1]}级无", "Body", align="both", numbering=(CLAUSE, n))
    for n in range(1, 6)
)
ANNEX_MARK = Style(
    "AnnexMark", "附录标识", "Heading1", "Body", HEI, align="center", numbering=(ANNEX, 0),
    spacing=Spacing(before=560, after=400), outline=0, keep_next=True, new_page=True,
)  # fmt: skip
ANNEX_CLAUSES = tuple(
    Style(
        f"AnnexClause{n}",
        "附录章标题" if n == 1 else f"附录{LEVELS[n - 2]}级条标题",
        f"Heading{n + 1}", "Body", HEI, numbering=(ANNEX, n), keep_next=True, outline=n,
        spacing=WHOLE_LINE if n == 1 else HALF_LINE,
    )
    for n in range(1, 6)
)  # fmt: skip
ANNEX_UNTITLED = tuple(
    Style(f"AnnexUntitled{n}", f"附录{LEVELS[n - 1]}级无", "Body", align="both",
          numbering=(ANNEX, n))
    for n in range(1, 6)
)  # fmt: skip

TEXT = (
    Style("Normal", "Normal", "", grid=True),
    Style("Body", "段", align="both", indent=FIRST_TWO),
    Style("ListLetter", "列项a）", align="both", indent=Indent(left=851, hanging=426)),
    Style("ListNumber", "列项1）", align="both", indent=Indent(left=1276, hanging=425)),
    Style("ListDash", "列项——", align="both", indent=Indent(left=794, hanging=397)),
    Style("ListDot", "列项·", align="both", indent=Indent(left=851, hanging=431)),
    Style("Note", "注", half_points=m.SIZE_SMALL_FIVE, align="both",
          indent=Indent(left=NOTE_START + 374, hanging=374)),
    Style("NoteNumbered", "注X", half_points=m.SIZE_SMALL_FIVE, align="both",
          indent=Indent(left=NOTE_START + 448, hanging=448)),
    Style("Term", "术语条目", face=HEI, follow="Body", numbering=(CLAUSE, 1), keep_next=True,
          spacing=HALF_LINE_BEFORE),
    Style("AnnexTerm", "附录术语条目", face=HEI, follow="Body", numbering=(ANNEX, 1),
          keep_next=True, spacing=HALF_LINE_BEFORE),
    Style("Reference", "参考文献条目", indent=Indent(left=840, hanging=420)),
)  # fmt: skip

FORMULAS = (
    Style("Formula", "公式", follow="Body", spacing=Spacing(lines=(50, 50), least=m.LINE),
          keep_lines=True, grid=False,
          tabs=(("center", m.TEXT_WIDTH // 2, "none"), ("right", m.TEXT_WIDTH, "dot"))),
    Style("FormulaLine", "公式续行", follow="Body", spacing=Spacing(lines=(25, 25), least=m.LINE),
          keep_lines=True, grid=False, tabs=(("right", m.TEXT_WIDTH, "dot"),)),
    Style("Where", "式中", indent=FIRST_TWO, keep_next=True),
    Style("WhereItem", "式中条目", align="left", spacing=Spacing(least=m.LINE), grid=False,
          indent=Indent(left=1680, hanging=1260)),
)  # fmt: skip

CAPTIONS = (
    Style("TableTitle", "表题", face=HEI, align="center", spacing=HALF_LINE, keep_next=True),
    Style("AnnexTableTitle", "附录表题", "TableTitle", face=HEI, align="center",
          spacing=HALF_LINE, keep_next=True),
    Style("TableUnit", "表单位", half_points=m.SIZE_SMALL_FIVE, align="right", keep_next=True),
    Style("TableText", "表文字", half_points=m.SIZE_SMALL_FIVE, align="center"),
    Style("TableNote", "表注", half_points=m.SIZE_SMALL_FIVE, align="both",
          indent=Indent(left=NOTE_START + 374, hanging=374)),
    Style("TableNoteNumbered", "表注X", half_points=m.SIZE_SMALL_FIVE, align="both",
          indent=Indent(left=NOTE_START + 448, hanging=448)),
    Style("Figure", "图", align="center", spacing=Spacing(lines=(50, 0)), keep_next=True),
    Style("FigureTitle", "图题", face=HEI, align="center", spacing=HALF_LINE),
    Style("AnnexFigureTitle", "附录图题", "FigureTitle", face=HEI, align="center",
          spacing=HALF_LINE),
)  # fmt: skip

CONTENTS_TAB = (("right", m.TEXT_WIDTH, "dot"),)
FRONT = (
    Style("ContentsTitle", "目次标题", face=HEI, half_points=m.SIZE_THREE, align="center",
          spacing=TITLE_SPACE, follow="Body"),
    Style("ForewordTitle", "前言标题", face=HEI, half_points=m.SIZE_THREE, align="center",
          spacing=TITLE_SPACE, follow="Body", new_page=True, outline=0, keep_next=True),
    Style("StandardTitle", "正文标准名称", face=HEI, half_points=m.SIZE_THREE, align="center",
          spacing=TITLE_SPACE, follow="Chapter", keep_next=True),
    Style("BibliographyTitle", "参考文献标题", face=HEI, align="center", follow="Reference",
          spacing=Spacing(before=560, after=400), new_page=True, outline=0, keep_next=True),
    Style("TOC1", "toc 1", tabs=CONTENTS_TAB),
    Style("TOC2", "toc 2", tabs=CONTENTS_TAB, indent=Indent(left=m.CHARACTER)),
    Style("Header", "header", face=HEI),
    Style("HeaderOdd", "页眉奇数页", "Header", face=HEI, align="right"),
    Style("HeaderEven", "页眉偶数页", "Header", face=HEI, align="left"),
    Style("Footer", "footer", half_points=m.SIZE_SMALL_FIVE),
    Style("FooterOdd", "页脚奇数页", "Footer", half_points=m.SIZE_SMALL_FIVE, align="right"),
    Style("FooterEven", "页脚偶数页", "Footer", half_points=m.SIZE_SMALL_FIVE, align="left"),
    Style("EndLine", "终结线", align="center", grid=False,
          indent=Indent(left=round(m.TEXT_WIDTH * 3 / 8), right=round(m.TEXT_WIDTH * 3 / 8)),
          spacing=Spacing(before=240, exact=120)),
    Style("Source", "文件标识", half_points=m.SIZE_SEVEN_AND_HALF, align="center", grid=False,
          spacing=Spacing(before=60, exact=200)),
)  # fmt: skip

COVER = (
    Style("CoverClass", "封面分类号", face=HEI, grid=False),
    Style("CoverBanner", "封面标准类别", face=HEI, half_points=m.SIZE_BANNER, align="distribute",
          indent=Indent(left=m.BANNER_SIDE, right=m.BANNER_SIDE), spacing=Spacing(exact=640),
          grid=False),
    Style("CoverNumber", "封面标准编号", face=HEI, half_points=m.SIZE_FOUR, align="right",
          grid=False),
    Style("CoverReplaces", "封面代替编号", face=HEI, align="right", grid=False),
    Style("CoverTitle", "封面标准名称", face=HEI, half_points=m.SIZE_ONE, align="center",
          spacing=Spacing(exact=700), grid=False),
    Style("CoverTitleEnglish", "封面英文名称", face=HEI, half_points=m.SIZE_FOUR, align="center",
          spacing=Spacing(before=370), grid=False),
    Style("CoverStage", "封面文稿类别", half_points=m.SIZE_SMALL_FOUR, align="center",
          spacing=Spacing(before=440), grid=False),
    Style("CoverDraft", "封面文稿说明", align="center", spacing=Spacing(before=120), grid=False),
    Style("CoverIssued", "封面发布日期", face=HEI, half_points=m.SIZE_FOUR, grid=False),
    Style("CoverEffective", "封面实施日期", face=HEI, half_points=m.SIZE_FOUR, align="right",
          grid=False),
    Style("CoverIssuer", "封面发布机构", face=HEI, half_points=m.SIZE_TWO, align="center",
          grid=False),
    Style("CoverRule", "封面线", grid=False, spacing=Spacing(exact=20)),
)  # fmt: skip

STYLES = (
    *TEXT, *HEADINGS, CHAPTER, *CLAUSES, *UNTITLED, ANNEX_MARK, *ANNEX_CLAUSES, *ANNEX_UNTITLED,
    *FORMULAS, *CAPTIONS, *FRONT, *COVER,
)  # fmt: skip


LATIN = {"zh": "en-US", "en": "en-GB"}
"""The language that spelling of Latin letters is checked in."""


def put_styles(document: Document, language: Language) -> None:
    """Replace the styles of ``document`` by those of a standard document."""
    sheet = document.styles.element
    for child in list(sheet):
        sheet.remove(child)
    sheet.append(defaults(language))
    for style in STYLES:
        sheet.append(to_xml(in_language(style, language)))
    sheet.append(plain_style("character", "DefaultParagraphFont", "Default Paragraph Font"))
    sheet.append(plain_style("table", "TableNormal", "Normal Table"))
    sheet.append(plain_style("numbering", "NoList", "No List"))


def in_language(style: Style, language: Language) -> Style:
    """Give ``style`` as English needs it: sans serif for 黑体, space after a 段 for its indent."""
    if language == "zh":
        return style
    if style.face == HEI:
        style = replace(style, face=SANS)
    if style.id == "CoverBanner":
        return replace(style, align="center", indent=Indent())
    if style.indent == FIRST_TWO:
        return replace(style, indent=Indent(), spacing=Spacing(after=PARAGRAPH_GAP))
    return style


def defaults(language: Language) -> Element:
    """Give what holds where no style says otherwise."""
    latin = LATIN[language]
    tongue = word("lang", val=latin, eastAsia="zh-CN", bidi="ar-SA")
    properties = in_order("rPr", RUN_PROPERTIES, [fonts(SONG), *size(m.SIZE_FIVE), tongue])
    plain = word("pPr", word("autoSpaceDE", val=0), word("autoSpaceDN", val=0))
    return word("docDefaults", word("rPrDefault", properties), word("pPrDefault", plain))


def plain_style(kind: str, style_id: str, name: str) -> Element:
    """Give one of the styles that Word expects to find."""
    style = word("style", word("name", val=name), type=kind, styleId=style_id)
    style.append(word("uiPriority", val=99))
    style.set(qn("w:default"), "1")
    if kind == "table":
        style.append(word("tblPr", table_margins()))
    return style


def table_margins() -> Element:
    """Give the space between the text and the rules of a cell."""
    sides = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    return word("tblCellMar", *(word(side, w=width, type="dxa") for side, width in sides))
