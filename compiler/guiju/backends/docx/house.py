"""An association's own template: its styles, pages, headers, footers and cover in place of ours."""

import zipfile
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from typing import Literal

import docx
from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from msgspec import Struct

from guiju.backends.docx import measures as m
from guiju.backends.docx.elements import Element, word
from guiju.backends.docx.house_fields import NAMES, fields_in, fill, values_of
from guiju.backends.docx.house_styles import Sheet, put_missing, rename_in
from guiju.backends.docx.package import UNUSED, put_settings
from guiju.documents.model import StandardDocument
from guiju_runtime.messages import Language

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OTHER_KINDS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""Templates proper and files with macros: read as documents, the macros left behind."""
TYPES = "[Content_Types].xml"
LEFT_BEHIND = (
    *UNUSED, "custom-properties", "vbaProject", "attachedTemplate", "comments",
    "commentsExtended", "commentsIds", "people", "keyMapCustomizations",
)  # fmt: skip
SHOWN = ("image", "hyperlink", "chart", "oleObject", "package", "header", "footer")
"""What the text names where it shows it; the rest of it is left behind."""
SECTION = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar",
    "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign",
    "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
)  # fmt: skip
"""The properties of a section in the order of the schema."""
Part = Literal["cover", "front", "main"]


class House(Struct, frozen=True, kw_only=True):
    """A template that was opened.

    Attributes:
        word: the file, its text taken out.
        cover: the text of its cover, empty if no field stands in it.
        first, last: properties of the section of the cover and of that of the text.
        width: of a line of text [twips].
    """

    word: Document
    sheet: Sheet
    cover: tuple[Element, ...]
    first: Element
    last: Element
    width: int


class Examined(Struct, frozen=True, kw_only=True):
    """What a template lacks.

    Attributes:
        missing: styles that it does not have; ours are used.
        unknown: fields that stand for nothing.
        has_cover: a field stands in its first section, which is then the cover.
    """

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    has_cover: bool


def opened(content: bytes, language: Language) -> House:
    """Open the template in ``content``, a package that was found to be a Word file."""
    file = docx.Document(BytesIO(as_document(content)))
    leave_behind(file, LEFT_BEHIND)
    body = file.element.body
    sections = list(body.iter(qn("w:sectPr"))) or [word("sectPr")]
    cover = cover_of(body)
    first, last = deepcopy(sections[0]), deepcopy(sections[-1])
    for child in list(body):
        body.remove(child)
    body.append(deepcopy(last))
    had_even = file.settings.element.find(qn("w:evenAndOddHeaders")) is not None
    put_settings(file)
    if not had_even and has_furniture(last):
        even = file.settings.element.find(qn("w:evenAndOddHeaders"))
        file.settings.element.remove(even)
    width = line_width(last)
    sheet = put_missing(file, language, width)
    return House(word=file, sheet=sheet, cover=cover, first=first, last=last, width=width)


def examined(content: bytes) -> Examined:
    """Say what the template in ``content`` lacks."""
    house = opened(content, "zh")
    furniture = [part.element for part in furniture_of(house.word)]
    known = {*NAMES, *NAMES.values()}
    unknown = (one for one in fields_in((*house.cover, *furniture)) if one not in known)
    kept = (name for name in house.sheet.missing if not (house.cover and name.startswith("封面")))
    return Examined(
        missing=tuple(kept),
        unknown=tuple(dict.fromkeys(unknown)),
        has_cover=bool(house.cover),
    )


def as_document(content: bytes) -> bytes:
    """Give a package whose text is a document, not a template or a file with macros."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    types = parts[TYPES].decode("utf-8-sig")
    for kind in OTHER_KINDS:
        types = types.replace(kind, DOCUMENT)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (parts | {TYPES: types.encode()}).items():
            package.writestr(name, part)
    return made.getvalue()


def leave_behind(file: Document, kinds: Iterable[str]) -> None:
    """Let go of the parts of these kinds."""
    for holder in (file.part.package, file.part):
        unused = [n for n, one in holder.rels.items() if one.reltype.endswith(tuple(kinds))]
        for name in unused:
            del holder.rels[name]


def cover_of(body: Element) -> tuple[Element, ...]:
    """Give the first section without its break, if a field stands in it and a section follows."""
    taken: list[Element] = []
    for element in body:
        taken.append(deepcopy(element))
        if element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            for found in list(taken[-1].iter(qn("w:sectPr"))):
                found.getparent().remove(found)
            break
    else:
        taken = [one for one in taken if one.tag != qn("w:sectPr")]
    return tuple(taken) if any(True for _ in fields_in(taken)) else ()


def has_furniture(section: Element) -> bool:
    """Say whether a section has a header or footer of its own."""
    return any(section.find(qn(f"w:{one}")) is not None for one in SECTION[:2])


def line_width(section: Element) -> int:
    """Give the width of a line of text [twips]; that of GB/T 1.1 where the section is silent."""
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if page is None or margins is None:
        return m.TEXT_WIDTH
    sides = (margins.get(qn(f"w:{side}"), "0") for side in ("left", "right", "gutter"))
    return int(page.get(qn("w:w"), m.PAGE_WIDTH)) - sum(map(int, sides))


def dress(house: House, part: Part) -> None:
    """Give the last section the pages of the template; those of the cover have no number."""
    section = house.word.element.body[-1]
    model = house.first if part == "cover" else house.last
    children = [deepcopy(one) for one in model if one.tag not in {qn("w:type"), qn("w:pgNumType")}]
    children.append(word("type", val="nextPage"))
    if part != "cover":
        kind = "upperRoman" if part == "front" else "decimal"
        children.append(word("pgNumType", fmt=kind, start=1))
    places = {qn(f"w:{name}"): place for place, name in enumerate(SECTION)}
    for child in list(section):
        section.remove(child)
    for child in sorted(children, key=lambda one: places.get(one.tag, len(SECTION))):
        section.append(child)


def finish(house: House, document: StandardDocument) -> None:
    """Fill the fields of the template, and let go of what nothing shows."""
    body = house.word.element.body
    rename_in([house.word.part.numbering_part.element], house.sheet.ids)
    furniture = [part.element for part in furniture_of(house.word)]
    fill([*house.cover, *furniture], values_of(document))
    shown = {value for one in body.iter() for value in one.attrib.values()}
    for name, one in list(house.word.part.rels.items()):
        if one.reltype.rpartition("/")[2] in SHOWN and name not in shown:
            del house.word.part.rels[name]


def furniture_of(file: Document) -> list[XmlPart]:
    """Give the parts of headers and footers."""
    kinds = ("header", "footer")
    return [
        one.target_part
        for one in file.part.rels.values()
        if one.reltype.rpartition("/")[2] in kinds and isinstance(one.target_part, XmlPart)
    ]
