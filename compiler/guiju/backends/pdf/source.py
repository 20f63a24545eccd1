"""A standard document as one Typst source, its layout functions included."""

from collections.abc import Iterator
from importlib.resources import files

from guiju.backends.pdf.blocks import Writer
from guiju.backends.pdf.front import contents, cover, first_page_title
from guiju.backends.pdf.inlines import content, letters
from guiju.backends.pdf.quoting import array, call, quoted
from guiju.documents.model import Annex, Identity, Paper, StandardDocument
from guiju.documents.numbering import Numbers, number
from guiju.documents.papers import as_document
from guiju.documents.printing import (
    ANNEX,
    BIBLIOGRAPHY,
    FOREWORD,
    INTRODUCTION,
    force_of,
    title_of,
)
from guiju_runtime.messages import Language

LAYOUT = "gbt.typ"
PLACES = "#places\n"
"""Where everything that stands before it is, for the Word contents."""


def to_source(document: StandardDocument, numbers: Numbers) -> str:
    """Write ``document`` as Typst; the numbers are printed as given, Typst counts nothing."""
    return "\n".join((*layout(document.language), *parts(document, numbers)))


def paper_source(paper: Paper) -> str:
    """Write ``paper`` as Typst: its title, its clauses, the end line."""
    document = as_document(paper)
    return "\n".join((
        *layout(paper.language),
        properties(document),
        f"#show: body => sheet({quoted(paper.head)}, body)\n",
        '#set page(numbering: "1")\n',
        call("paper-title", quoted(paper.title), array(map(quoted, paper.lines))),
        Writer(number(document), paper.language).blocks(document.clauses, 1),
        call("end-line", quoted(identity(paper.identity))),
        PLACES,
    ))  # fmt: skip


def layout(language: Language) -> tuple[str, str]:
    """Give the head of every source, and the layout functions."""
    functions = files("guiju.backends.pdf").joinpath(LAYOUT).read_text(encoding="utf-8")
    return f"#let language = {quoted(language)}\n", functions


def parts(document: StandardDocument, numbers: Numbers) -> Iterator[str]:
    """Write properties, cover, front matter with roman pages, body with arabic pages."""
    printed = document.cover.number
    yield properties(document)
    yield f"#show: body => sheet({quoted(printed)}, body)\n"
    yield cover(document.cover, document.language)
    yield pages_counted("I")
    yield contents(document, numbers)
    yield from front_matter(document, numbers)
    yield pages_counted("1")
    yield first_page_title(document)
    yield Writer(numbers, document.language).blocks(document.clauses, 1)
    yield from back_matter(document, numbers)
    yield call("end-line", quoted(""))
    yield PLACES


def properties(document: StandardDocument) -> str:
    """Write the properties of the file; no date, so that the same document gives the same bytes."""
    keywords = array(map(quoted, (document.cover.number, identity(document.identity))))
    title, author = quoted(title_of(document)), quoted(document.cover.issuer)
    return f"#set document(title: {title}, author: {author}, keywords: {keywords}, date: none)\n"


def identity(identity: Identity) -> str:
    """Say which source the document came from."""
    parts = (identity.id, identity.version, identity.status, identity.digest, identity.engine)
    return " · ".join(part for part in parts if part)


def pages_counted(style: str) -> str:
    """Begin a new page that is number one in ``style``."""
    return f"#set page(numbering: {quoted(style)})\n#counter(page).update(1)#part-begins\n"


def front_matter(document: StandardDocument, numbers: Numbers) -> Iterator[str]:
    """Write 前言 and 引言, each on a new page."""
    writer = Writer(numbers, document.language)
    for id, words, blocks in (
        ("foreword", FOREWORD, document.foreword),
        ("introduction", INTRODUCTION, document.introduction),
    ):
        if blocks:
            yield call("front-part", quoted(id), quoted(words.in_language(document.language)))
            yield writer.blocks(blocks, 1)


def back_matter(document: StandardDocument, numbers: Numbers) -> Iterator[str]:
    """Write the annexes and 参考文献, each on a new page."""
    for annex in document.annexes:
        yield annex_head(annex, document, numbers)
        yield Writer(numbers, document.language).blocks(annex.content, 2)
    if document.bibliography:
        words = BIBLIOGRAPHY.in_language(document.language)
        yield call("back-part", quoted("bibliography"), quoted(words))
        yield call("entries", *(content(entry, numbers) for entry in document.bibliography))


def annex_head(annex: Annex, document: StandardDocument, numbers: Numbers) -> str:
    """Write the three lines above an annex."""
    label = ANNEX.in_language(document.language).format(numbers.numbers[annex.id])
    force = force_of(annex, document.language)
    return call("annex", *map(quoted, (annex.id, label, force)), letters(annex.title))
