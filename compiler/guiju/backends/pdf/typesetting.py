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


def write(document: StandardDocument, numbers: Numbers) -> bytes:
    """Give ``document`` as PDF; same document, same bytes."""
    source = to_source(document, numbers).encode()
    return typst.compile(source, font_paths=shipped_fonts(), format="pdf")


def write_paper(paper: Paper) -> bytes:
    """Give ``paper`` as PDF; same paper, same bytes."""
    source = paper_source(paper).encode()
    return typst.compile(source, font_paths=shipped_fonts(), format="pdf")


def pages(document: StandardDocument, numbers: Numbers) -> dict[str, int]:
    """Give the page on which each thing with an id begins, as counted in its part.

    The ids are those of clauses, terms, formulas, tables, figures and annexes, and ``foreword``,
    ``introduction`` and ``bibliography``; front matter counts on its own (I, II, III).
    """
    source = to_source(document, numbers).encode()
    places = typst.query(source, "<place>", field="value", font_paths=shipped_fonts())
    return {place["id"]: place["page"] for place in json.loads(places)}
