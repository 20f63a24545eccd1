"""Sections with their page numbers, the standard number on odd and even pages (PG-25, 26)."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header

from guiju.backends.docx import measures as m
from guiju.backends.docx.elements import Element, paragraph, text_run, word
from guiju.backends.docx.fields import field


def set_page(document: Document, top: int, numbering: str) -> None:
    """Set size, margins, grid and the kind of page numbers of the last section."""
    properties = document.element.body[-1]
    for child in list(properties):
        if child.tag not in {qn("w:headerReference"), qn("w:footerReference")}:
            properties.remove(child)
    margins = word(
        "pgMar", top=top, right=m.RIGHT, bottom=m.BOTTOM, left=m.LEFT,
        header=min(top, m.HEADER), footer=m.FOOTER, gutter=m.GUTTER,
    )  # fmt: skip
    properties.append(word("type", val="nextPage"))
    properties.append(word("pgSz", w=m.PAGE_WIDTH, h=m.PAGE_HEIGHT))
    properties.append(margins)
    if numbering:
        properties.append(word("pgNumType", fmt=numbering, start=1))
    properties.append(word("docGrid", type="lines", linePitch=m.LINE))


def bare(section: Section) -> None:
    """Give ``section`` headers and footers of its own with nothing in them."""
    for part, style in furniture(section):
        fill(part, paragraph(style))


def numbered(section: Section, number: str, style_name: str) -> None:
    """Put the standard number above and the page number below, outside on either page.

    Args:
        section: which pages.
        number: of the standard; Word takes it again from the cover.
        style_name: of the paragraph there that holds it.
    """
    of_cover = f'STYLEREF "{style_name}" \\* MERGEFORMAT'
    for part, style in furniture(section):
        above = style.startswith("Header")
        instruction, cached = (of_cover, number) if above else ("PAGE", "1")
        fill(part, paragraph(style, *field(instruction, cached)))


def headed(section: Section, head: str) -> None:
    """Put ``head`` above and the page number below, for a file without a cover."""
    for part, style in furniture(section):
        content = [text_run(head)] if style.startswith("Header") else field("PAGE", "1")
        fill(part, paragraph(style, *content))


def furniture(section: Section) -> tuple[tuple[_Header | _Footer, str], ...]:
    """Give the headers and footers of ``section`` with their styles."""
    return (
        (section.header, "HeaderOdd"),
        (section.even_page_header, "HeaderEven"),
        (section.footer, "FooterOdd"),
        (section.even_page_footer, "FooterEven"),
    )


def fill(part: _Header | _Footer, content: Element) -> None:
    """Put ``content`` alone into a header or footer."""
    part.is_linked_to_previous = False
    element = part.part.element
    for child in list(element):
        element.remove(child)
    element.append(content)


def next_section(document: Document) -> Section:
    """Begin a section; the break goes into the last paragraph, so that no empty one is left."""
    section: Section = document.add_section()
    body = document.element.body
    break_paragraph = body[-2]
    break_paragraph.style = "CoverRule"
    properties = break_paragraph.pPr.sectPr
    before = body[-3]
    if before.tag == qn("w:p") and before.find(qn("w:pPr") + "/" + qn("w:framePr")) is None:
        before.get_or_add_pPr().append(properties)
        body.remove(break_paragraph)
    return section
