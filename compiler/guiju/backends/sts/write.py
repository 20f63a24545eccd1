"""A whole document as one ``standard`` element: front with its data, body, back."""

import re
from collections.abc import Iterator

from lxml import etree

from guiju.backends.model import Artifact
from guiju.backends.sts.blocks import Blocks, figure_file
from guiju.backends.sts.elements import Content, Element, element
from guiju.documents.model import (
    Annex,
    Block,
    Clause,
    Equation,
    Figure,
    StandardDocument,
    Table,
    Term,
)
from guiju.documents.numbering import Numbers
from guiju.documents.printing import BIBLIOGRAPHY, FOREWORD, INTRODUCTION, title_of
from guiju_runtime.messages import Text

FIRST_CLAUSES = ("scope", "norm-refs", "terms")
NUMBER = re.compile(
    r"(?P<originator>\S+) (?P<number>[^\s.—]+)(?:\.(?P<part>[^\s—]+))?(?:—(?P<year>\d{4}|X+))?"
)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def write(document: StandardDocument, numbers: Numbers) -> bytes:
    """Write ``document`` as XML; same document, same bytes."""
    things = dict(_things((*document.clauses, *document.annexes)))
    first = (clause.id for clause in document.clauses)
    sections = dict(zip(first, FIRST_CLAUSES, strict=False))
    blocks = Blocks(numbers, document.language, things, sections)
    standard = element(
        "standard",
        element("front", meta(document), *front_matter(document, blocks)),
        element("body", *(blocks.clause(clause) for clause in document.clauses)),
        element("back", *back_matter(document, blocks)),
        xml__lang=document.language,
        dtd_version="1.0",
    )
    etree.cleanup_namespaces(standard, keep_ns_prefixes=["mml", "tbx", "xlink"])
    content: bytes = etree.tostring(standard, encoding="UTF-8", xml_declaration=True)
    return content + b"\n"


def figures(document: StandardDocument) -> Iterator[Artifact]:
    """Give the drawings that the XML refers to."""
    parts: tuple[Clause | Annex, ...] = (*document.clauses, *document.annexes)
    for content in (document.introduction, *(part.content for part in parts)):
        for figure in _figures(content):
            yield Artifact(figure_file(figure, document.language), figure.svg.encode())


def _figures(content: tuple[Block, ...]) -> Iterator[Figure]:
    for block in content:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Clause):
            yield from _figures(block.content)


def _things(parts: tuple[Block | Annex, ...]) -> Iterator[tuple[str, str]]:
    """Give what each id stands for, in the words of ``xref``."""
    for part in parts:
        match part:
            case Table():
                yield part.id, "table"
            case Figure():
                yield part.id, "fig"
            case Equation():
                yield part.id, "disp-formula"
            case Annex():
                yield part.id, "app"
                yield from _things(part.content)
            case Clause():
                yield from _things(part.content)
            case Term():
                yield part.id, "sec"
            case _:
                pass


def meta(document: StandardDocument) -> Element:
    """Write the data of the cover in the order of ``std-meta``; unknown dates are left out."""
    cover, identity = document.cover, document.identity
    known = [("release", "published", cover.issued), ("meta", "effective", cover.effective)]
    dates = [
        element(f"{name}-date", day, date_type=kind, iso_8601_date=day)
        for name, kind, day in known
        if DATE.fullmatch(day)
    ]
    custom = {
        "banner": cover.banner, "stage": cover.stage, "ccs": cover.ccs, "filing": cover.filing,
        "issuer": cover.issuer,
        "guiju.id": identity.id, "guiju.version": identity.version,
        "guiju.status": identity.status, "guiju.digest": identity.digest,
        "guiju.engine": identity.engine,
    }  # fmt: skip
    return element(
        "std-meta",
        *titles(document),
        identified(cover.number),
        element("content-language", document.language),
        element("std-ref", cover.number, type="dated"),
        element("doc-ref", f"{cover.number}({document.language})"),
        *dates,
        element("ics", cover.ics) if cover.ics else None,
        replaced(cover.replaces),
        element("custom-meta-group", *(_custom(*one) for one in custom.items() if one[1])),
    )


def identified(number: str) -> Element:
    """Write the parts of the number of a standard: ``T/XXX``, ``013``, ``2`` and ``2026``."""
    found = NUMBER.fullmatch(number)
    parts = found.groupdict() if found is not None else {"number": number}
    names = (("part-number", "part"), ("year", "year"))
    return element(
        "std-ident",
        element("originator", said) if (said := parts.get("originator")) else None,
        element("doc-type", "standard"),
        element("doc-number", parts["number"]),
        *(element(name, said) for name, part in names if (said := parts.get(part))),
    )


def titles(document: StandardDocument) -> Iterator[Element]:
    """Write the title in each language that the cover prints."""
    own, segments = document.language, document.cover.title
    yield title_wrap(segments, title_of(document), own)
    if document.cover.title_en:
        yield title_wrap(document.cover.title_en, "—".join(document.cover.title_en), "en")


def title_wrap(segments: tuple[str, ...], full: str, language: str) -> Element:
    """Write a title: what leads in, the main part, what completes it, and the whole."""
    names = {1: ("main",), 2: ("main", "compl")}.get(len(segments), ("intro", "main", "compl"))
    parts = (*segments[:2], " ".join(segments[2:])) if len(segments) > 2 else segments
    written = (element(name, part) for name, part in zip(names, parts, strict=True))
    return element("title-wrap", *written, element("full", full), xml__lang=language)


def replaced(number: str) -> Content:
    """Write which document this one replaces."""
    if not number:
        return None
    return element("std-xref", element("std-ref", number), type="replaces")


def _custom(name: str, value: str) -> Element:
    return element("custom-meta", element("meta-name", name), element("meta-value", value))


def front_matter(document: StandardDocument, blocks: Blocks) -> Iterator[Element]:
    """Write 前言 and 引言."""
    parts: tuple[tuple[str, Text, tuple[Block, ...]], ...] = (
        ("foreword", FOREWORD, document.foreword),
        ("intro", INTRODUCTION, document.introduction),
    )
    for kind, words, content in parts:
        if content:
            title = element("title", words.in_language(document.language).replace("　", ""))
            yield element("sec", title, *blocks.content(content, ""), sec_type=kind)


def back_matter(document: StandardDocument, blocks: Blocks) -> Iterator[Element]:
    """Write the annexes and 参考文献."""
    if document.annexes:
        yield element("app-group", *(blocks.annex(annex) for annex in document.annexes))
    if document.bibliography:
        entries = (
            element(
                "ref",
                element("label", f"[{place}]"),
                element("mixed-citation", *blocks.words(entry)),
            )
            for place, entry in enumerate(document.bibliography, 1)
        )
        title = element("title", BIBLIOGRAPHY.in_language(document.language))
        yield element("ref-list", title, *entries, content_type="bibl")
