"""The file itself: an empty one to begin with, settings, and bytes that do not change."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml

from guiju.backends.docx.elements import Element, math, word

FONTS = (
    ("Times New Roman", "", "02020603050405020304", "00", "roman"),
    ("Arial", "", "020B0604020202020204", "00", "swiss"),
    ("宋体", "SimSun", "02010600030101010101", "86", "auto"),
    ("黑体", "SimHei", "02010609060101010101", "86", "modern"),
    ("Cambria Math", "", "02040503050406030204", "00", "roman"),
)
"""Name, other name, classification, character set and family of the fonts that styles name."""
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
    put_fonts(document)
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


def put_fonts(document: Document) -> None:
    """Name the fonts, so that a system without them finds the nearest by its other name."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = word("fonts", *(font(*one) for one in FONTS))
    part._blob = serialize_part_xml(fonts)  # noqa: SLF001  # python-docx has no way to set it


def font(name: str, other: str, panose: str, charset: str, family: str) -> Element:
    """Describe one font."""
    other_name = [word("altName", val=other)] if other else []
    described = (
        word("panose1", val=panose),
        word("charset", val=charset),
        word("family", val=family),
        word("pitch", val="variable"),
    )
    return word("font", *other_name, *described, name=name)


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
