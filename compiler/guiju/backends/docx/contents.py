"""目次: a field that Word refreshes, with entries that are right before it does (PG-27)."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.backends.docx.elements import Element, paragraph, run, text_run, word
from guiju.backends.docx.fields import (
    BIBLIOGRAPHY,
    FOREWORD,
    INTRODUCTION,
    field,
    hyperlink,
)
from guiju.backends.docx.writing import Writing
from guiju.documents import printing
from guiju.documents.inlines import plain
from guiju.documents.model import Clause
from guiju_runtime.messages import Text

IN_CONTENTS = {
    "ForewordTitle": ("前言标题", 1), "Chapter": ("章标题", 1), "Clause1": ("一级条标题", 2),
    "AnnexMark": ("附录标识", 1), "BibliographyTitle": ("参考文献标题", 1),
}  # fmt: skip
"""The styles whose paragraphs the contents list, with their name and level."""
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


class Entry(Struct, frozen=True):
    """One line of the contents."""

    id: str
    text: str
    level: int
    page: str


def contents(writing: Writing) -> Iterator[Element]:
    """Write the title 目次 and all its lines inside one field."""
    yield paragraph("ContentsTitle", writing.text(label(writing, printing.CONTENTS)))
    lines = [line(writing, entry) for entry in entries(writing)]
    listed = (
        f"{writing.style_name(style, name)},{level}" for style, (name, level) in IN_CONTENTS.items()
    )
    instruction = f'TOC \\h \\z \\t "{",".join(listed)}"'
    opening = [
        run(word("fldChar", fldCharType="begin")),
        text_run(f" {instruction} ", tag="instrText"),
        run(word("fldChar", fldCharType="separate")),
    ]
    for part in reversed(opening):
        lines[0][0].addnext(part)
    lines[-1].append(run(word("fldChar", fldCharType="end")))
    yield from lines


def line(writing: Writing, entry: Entry) -> Element:
    """Write one line: words, dots, page."""
    bookmark = writing.bookmarks[entry.id]
    page = field(f"PAGEREF {bookmark} \\h", entry.page)
    link = hyperlink(bookmark, [*map(writing.run, plain(entry.text)), run(word("tab")), *page])
    return paragraph(f"TOC{entry.level}", link)


def entries(writing: Writing) -> Iterator[Entry]:
    """Give the lines: 前言, 引言, chapters, clauses with a title, annexes, 参考文献."""
    yield front(writing, FOREWORD, printing.FOREWORD)
    if writing.document.introduction:
        yield front(writing, INTRODUCTION, printing.INTRODUCTION)
    for chapter in writing.document.clauses:
        yield numbered(writing, chapter, 1)
        for block in chapter.content:
            if isinstance(block, Clause) and block.title:
                yield numbered(writing, block, 2)
    for annex in writing.document.annexes:
        name = writing.numbers.references[annex.id]
        force = printing.force_of(annex, writing.language)
        gap = " " if writing.language == "en" else ""
        words = f"{name}{gap}{force}　{annex.title}"
        yield Entry(annex.id, words, 1, page_of(writing, annex.id))
    if writing.document.bibliography:
        words = label(writing, printing.BIBLIOGRAPHY)
        yield Entry(BIBLIOGRAPHY, words, 1, page_of(writing, BIBLIOGRAPHY))


def front(writing: Writing, part: str, words: Text) -> Entry:
    """Give the line of a part before clause 1, its page in Roman numerals."""
    return Entry(
        part, label(writing, words).replace("　", ""), 1, roman(writing.pages.get(part, 1))
    )


def roman(page: int) -> str:
    """Give a page before clause 1 in Roman numerals, up to 49."""
    tens, ones = divmod(page, 10)
    return ("X" * tens).replace("XXXX", "XL") + ONES[ones]


def numbered(writing: Writing, clause: Clause, level: int) -> Entry:
    """Give the line of a clause."""
    words = f"{writing.numbers.numbers[clause.id]}　{clause.title}"
    return Entry(clause.id, words, level, page_of(writing, clause.id))


def page_of(writing: Writing, part: str) -> str:
    """Give the page of ``part``, 1 as long as it is not known."""
    return str(writing.pages.get(part, 1))


def label(writing: Writing, words: Text) -> str:
    """Give ``words`` in the language of the document."""
    return words.in_language(writing.language)
