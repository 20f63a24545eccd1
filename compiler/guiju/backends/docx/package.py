"""The file itself: an empty one to begin with, settings, and bytes that do not change."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document

from guiju.backends.docx.elements import Element, math, word

UNUSED = ("extended-properties", "thumbnail", "customXml", "stylesWithEffects", "webSettings")
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can tell: every entry has it."""

COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
)


def empty_document() -> Document:
    """Give a file with nothing in it but its parts."""
    document = docx.Document()
    for holder in (document.part.package, document.part):
        relations = holder.rels
        unused = [name for name, one in relations.items() if one.reltype.endswith(UNUSED)]
        for name in unused:
            del relations[name]
    put_settings(document)
    return document


def put_settings(document: Document) -> None:
    """Set what concerns the whole file: odd and even headers, fields refreshed on opening."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    uri = "http://schemas.microsoft.com/office/word"
    compatibility = (
        word("compatSetting", name=name, uri=uri, val=value) for name, value in COMPATIBILITY
    )
    for child in (
        word("defaultTabStop", val=420),
        word("evenAndOddHeaders"),
        word("drawingGridVerticalSpacing", val=156),
        word("characterSpacingControl", val="compressPunctuation"),
        word("updateFields", val=1),
        word("compat", word("useFELayout"), *compatibility),
        math_settings(),
        word("themeFontLang", val="en-US", eastAsia="zh-CN"),
        word("decimalSymbol", val="."),
        word("listSeparator", val=","),
    ):
        settings.append(child)


def math_settings() -> Element:
    """Set how equations break: before an operator."""
    return math(
        "mathPr",
        math("mathFont", val="Cambria Math"),
        math("brkBin", val="before"),
        math("smallFrac", val=0),
        math("dispDef"),
        math("lMargin", val=0),
        math("rMargin", val=0),
        math("defJc", val="center"),
        math("intLim", val="subSup"),
        math("naryLim", val="undOvr"),
    )


def to_bytes(document: Document) -> bytes:
    """Give the bytes of ``document``: entries in order of their names, without the time."""
    first = BytesIO()
    document.save(first)
    made = BytesIO()
    with ZipFile(first) as source, ZipFile(made, "w") as target:
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return made.getvalue()
