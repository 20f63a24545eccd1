"""A whole standard document into a Word file."""

from collections.abc import Iterable, Iterator, Mapping

from docx.oxml.ns import qn
from msgspec.structs import replace

from guiju.backends.docx import measures as m
from guiju.backends.docx.body import annex, blocks, clause
from guiju.backends.docx.contents import contents, label
from guiju.backends.docx.cover import cover
from guiju.backends.docx.elements import Element, paragraph, text_run, word
from guiju.backends.docx.fields import (
    BIBLIOGRAPHY,
    FOREWORD,
    INTRODUCTION,
    bookmark_names,
)
from guiju.backends.docx.house import House, Part, dress, finish, has_furniture, opened
from guiju.backends.docx.house_styles import rename_in
from guiju.backends.docx.numbering_part import BIBLIOGRAPHY as ENTRIES
from guiju.backends.docx.numbering_part import Lists, numbered
from guiju.backends.docx.package import empty_document, to_bytes
from guiju.backends.docx.properties import put_properties
from guiju.backends.docx.sections import bare, furniture, headed, next_section, set_page
from guiju.backends.docx.sections import numbered as numbered_pages
from guiju.backends.docx.style_sheet import Spacing, spacing
from guiju.backends.docx.styles import TITLE_SPACE, put_styles
from guiju.backends.docx.writing import Writing, things
from guiju.documents import printing
from guiju.documents.model import Block, Paper, StandardDocument
from guiju.documents.numbering import Numbers, number
from guiju.documents.papers import as_document
from guiju_runtime.messages import Text


def write(
    document: StandardDocument,
    numbers: Numbers,
    pages: Mapping[str, int] | None = None,
    template: bytes | None = None,
) -> bytes:
    """Write ``document`` as a Word file; the same document gives the same bytes.

    Args:
        document: what to write.
        numbers: its printed numbers.
        pages: page of each id, as far as known, for the contents until Word refreshes them;
            ``foreword``, ``introduction`` and ``bibliography`` stand for the unnumbered parts.
        template: a Word file whose styles, pages, headers, footers and cover are used.
    """
    house = opened(template, document.language) if template else None
    writing = begin(document, numbers, pages or {}, house)
    return whole(writing, list(front_matter(writing)), list(main_matter(writing)))


def whole(writing: Writing, before: list[Element], body: list[Element]) -> bytes:
    """Write the sections of a standard document.

    Args:
        writing: the file that was begun.
        before: contents, foreword and introduction; ``body`` what follows.
    """
    begin_part(writing, "cover")
    put(writing, cover(writing))
    begin_part(writing, "front")
    put(writing, before)
    begin_part(writing, "main")
    put(writing, body)
    put(writing, end_line(writing))
    return finished(writing)


def begin_part(writing: Writing, part: Part) -> None:
    """Begin the cover, what stands before clause 1, or the text, on pages of its own."""
    if part == "cover":
        section = writing.word.sections[0]
    else:
        section = next_section(writing.word)
        named(writing, writing.word.element.body[-2:-1])
    house, printed = writing.house, writing.document.cover.number
    if house is not None:
        dress(house, part)
    else:
        kind = {"cover": "", "front": "upperRoman", "main": "decimal"}[part]
        set_page(writing.word, m.COVER_TOP if part == "cover" else m.TOP, kind)
    if house is not None and has_furniture(house.last):
        return
    if part == "cover":
        bare(section)
    elif house is not None and house.cover:
        headed(section, printed)
    else:
        numbered_pages(section, printed, writing.style_name("CoverNumber", "封面标准编号"))
    for one, _ in furniture(section):
        named(writing, [one.part.element])


def write_paper(paper: Paper, template: bytes | None = None) -> bytes:
    """Write ``paper`` as a Word file: its title, its clauses, the end line; without a cover.

    Args:
        paper: what to write.
        template: a Word file whose styles, pages, headers and footers are used.
    """
    document = as_document(paper)
    house = opened(template, paper.language) if template else None
    writing = begin(document, number(document), {}, house)
    begin_paper(writing, paper.head)
    put(writing, (paragraph("StandardTitle", writing.text(paper.title)),))
    put(writing, (paragraph("CoverDraft", writing.text(line)) for line in paper.lines))
    put(
        writing,
        (one for chapter in document.clauses for one in clause(writing, chapter, 0, annex=False)),
    )
    put(writing, end_line(writing))
    put(writing, source_line(writing))
    return finished(writing)


def begin_paper(writing: Writing, head: str) -> None:
    """Lay out the one section of a paper, with ``head`` above unless the template says what."""
    section, house = writing.word.sections[0], writing.house
    if house is None:
        set_page(writing.word, m.TOP, "decimal")
    else:
        dress(house, "main")
    if house is None or not has_furniture(house.last):
        headed(section, head)
        for one, _ in furniture(section):
            named(writing, [one.part.element])


def finished(writing: Writing) -> bytes:
    """Give the bytes of a file that holds all its text."""
    put_properties(writing.word, writing.document)
    if writing.house is not None:
        finish(writing.house, writing.document)
    return to_bytes(writing.word)


def begin(
    document: StandardDocument,
    numbers: Numbers,
    pages: Mapping[str, int],
    house: House | None = None,
) -> Writing:
    """Make an empty file with the styles and numbering of a standard document."""
    if house is not None:
        file = house.word
    else:
        file = empty_document()
        put_styles(file, document.language)
    return Writing(
        document=document,
        numbers=numbers,
        word=file,
        house=house,
        lists=Lists(file, document.language),
        bookmarks=bookmark_names(numbers),
        kinds=things(document),
        pages=pages,
    )


def put(writing: Writing, content: Iterable[Element]) -> None:
    """Put ``content`` at the end of the file, before its last section's properties.

    Text right under a table keeps half a line from it.
    """
    last = writing.word.element.body[-1]
    before = last.getprevious()
    for element in content:
        if before is not None and before.tag == qn("w:tbl") and element.tag == qn("w:p"):
            keep_distance(element)
        named(writing, [element])
        last.addprevious(element)
        before = element


def keep_distance(element: Element) -> None:
    """Set a paragraph or a 无标题条 off from what is above it; titles are so by their style."""
    if element.pPr.style.startswith(("Body", "Untitled", "AnnexUntitled")):
        space = element.pPr.get_or_add_spacing()
        for name, value in spacing(Spacing(lines=(50, 0), least=m.LINE)).attrib.items():
            space.set(name, value)


def named(writing: Writing, elements: Iterable[Element]) -> None:
    """Let ``elements`` name their styles as the file does."""
    if writing.house is not None:
        rename_in(elements, writing.house.sheet.ids)


def front_matter(writing: Writing) -> Iterator[Element]:
    """Write 目次, 前言 and 引言."""
    yield from contents(writing)
    yield from forewords(writing)


def forewords(writing: Writing) -> Iterator[Element]:
    """Write 前言 and 引言."""
    document = writing.document
    yield from unnumbered(writing, FOREWORD, printing.FOREWORD, document.foreword)
    if document.introduction:
        yield from unnumbered(writing, INTRODUCTION, printing.INTRODUCTION, document.introduction)


def unnumbered(
    writing: Writing, part: str, title: Text, content: tuple[Block, ...]
) -> Iterator[Element]:
    """Write a part before clause 1 on a page of its own."""
    words = [writing.text(label(writing, title))]
    yield paragraph("ForewordTitle", *writing.mark(part, words))
    yield from blocks(writing, content, 0, annex=False)


def standard_title(writing: Writing) -> Iterator[Element]:
    """Write the title above clause 1; the space of its style is around all of its lines."""
    lines = printing.title_lines(writing.document)
    for place, line in enumerate(lines):
        ends = (place == 0, place == len(lines) - 1)
        before, after = (TITLE_SPACE.before * ends[0], TITLE_SPACE.after * ends[1])
        own = [] if all(ends) else [spacing(replace(TITLE_SPACE, before=before, after=after))]
        yield paragraph("StandardTitle", writing.text(line), properties=own)


def main_matter(writing: Writing) -> Iterator[Element]:
    """Write the title, the clauses, the annexes and 参考文献."""
    document = writing.document
    yield from standard_title(writing)
    for chapter in document.clauses:
        yield from clause(writing, chapter, 0, annex=False)
    for one in document.annexes:
        yield from annex(writing, one)
    if document.bibliography:
        words = [writing.text(label(writing, printing.BIBLIOGRAPHY))]
        yield paragraph("BibliographyTitle", *writing.mark(BIBLIOGRAPHY, words))
        entries = writing.lists.new(ENTRIES)
        for entry in document.bibliography:
            properties = [numbered(entries, 0)]
            yield paragraph("Reference", *writing.words(entry), properties=properties)


def end_line(writing: Writing) -> Iterator[Element]:
    """Draw the end line (EL-16) on the page of the last element."""
    last = writing.word.element.body[-2]
    for kept in [last] if last.tag == qn("w:p") else last.xpath("./w:tr[last()]//w:p"):
        kept.get_or_add_pPr().get_or_add_keepNext()
    line = word("pBdr", word("top", val="single", sz=8, space=0, color="000000"))
    yield paragraph("EndLine", properties=[line])


def source_line(writing: Writing) -> Iterator[Element]:
    """Say under the end of a paper what its source was; a standard tells it in its properties."""
    (line,) = writing.word.element.body[-2].xpath("./w:pPr")
    line.get_or_add_keepNext()
    identity = writing.document.identity
    words = f"{identity.id} {identity.version} · {identity.status} · {identity.digest[:16]} · "
    grey = word("color", val="808080")
    yield paragraph("Source", text_run(words + identity.engine, [grey]))
