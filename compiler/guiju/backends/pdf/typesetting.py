"""Typst's part: a source becomes pages, with the shipped fonts and nothing else of the machine."""

import json
from functools import cache

import typst

from guiju.backends.pdf.source import paper_source, to_source
from guiju.documents.model import Paper, StandardDocument
from guiju.documents.numbering import Numbers
from guiju.fonts import font_folder


@cache
def shipped_fonts() -> typst.Fonts:
    """Give our fonts, and Typst's own for mathematics."""
    return typst.Fonts(include_system_fonts=False, font_paths=[font_folder()])


class Typeset:
    """A document laid out on pages, once for the file and for the numbers of its pages.

    Attributes:
        pages: the page on which each thing with an id begins, as counted in its part. The ids are
            those of clauses, terms, formulas, tables, figures and annexes, and ``foreword``,
            ``introduction`` and ``bibliography``; front matter counts on its own (I, II, III).
    """

    def __init__(self, source: str) -> None:
        """Lay ``source`` out."""
        self._source = source.encode()
        self._compiler = typst.Compiler(self._source, font_paths=shipped_fonts())
        (places,) = json.loads(self._compiler.query("<places>", field="value"))
        self.pages: dict[str, int] = {one["id"]: one["page"] for one in places}

    def to_pdf(self) -> bytes:
        """Give the pages as PDF; same source, same bytes."""
        content = self._compiler.compile(self._source, format="pdf")
        if not isinstance(content, bytes):
            raise TypeError("Typst gave no PDF")
        return content


def typeset(document: StandardDocument, numbers: Numbers) -> Typeset:
    """Lay ``document`` out on pages."""
    return Typeset(to_source(document, numbers))


def write(document: StandardDocument, numbers: Numbers) -> bytes:
    """Give ``document`` as PDF; same document, same bytes."""
    return typeset(document, numbers).to_pdf()


def write_paper(paper: Paper) -> bytes:
    """Give ``paper`` as PDF; same paper, same bytes."""
    return Typeset(paper_source(paper)).to_pdf()


def pages(document: StandardDocument, numbers: Numbers) -> dict[str, int]:
    """Give the page of each thing with an id; see ``Typeset.pages``."""
    return typeset(document, numbers).pages
