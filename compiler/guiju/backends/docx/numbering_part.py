"""Multi-level numbering: clauses and annexes bound to their styles, lists, notes, bibliography."""

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.parts.numbering import NumberingPart
from msgspec import Struct

from guiju.backends.docx.elements import Element, word
from guiju.backends.docx.style_sheet import HEI, SANS, SONG, Indent, fonts, indent
from guiju_runtime.messages import Language

CLAUSE, ANNEX = 1, 2
"""Numbers 1 and 2 are bound to styles; every list gets one of its own."""

LETTER, DASH, NOTE, NOTES, BIBLIOGRAPHY = 3, 4, 5, 6, 7


class Level(Struct, frozen=True):
    """One level: ``text`` has ``%1`` for the number of the first level."""

    text: str
    format: str
    style: str
    face: str
    indent: Indent
    suffix: str


def clause_levels() -> tuple[Level, ...]:
    """Give the levels of chapters and clauses: 1, 1.1 … 1.1.1.1.1.1."""
    styles = ("Chapter", *(f"Clause{n}" for n in range(1, 6)))
    return tuple(
        Level(counted(depth + 1), "decimal", style, HEI, Indent(), "nothing")
        for depth, style in enumerate(styles)
    )


def annex_levels(language: Language) -> tuple[Level, ...]:
    """Give the levels of annexes: 附录A, A.1, A.1.1."""
    first = "附录%1" if language == "zh" else "Annex %1"
    return (
        Level(first, "upperLetter", "AnnexMark", HEI, Indent(), "nothing"),
        *(
            Level(counted(n + 1), "decimal", f"AnnexClause{n}", HEI, Indent(), "nothing")
            for n in range(1, 6)
        ),
    )


def counted(levels: int) -> str:
    """Give ``%1.%2`` for two levels."""
    return ".".join(f"%{n}" for n in range(1, levels + 1))


def abstracts(language: Language) -> dict[int, tuple[Level, ...]]:
    """Give the definition behind each kind of number."""
    dash, suffix = ("——", "nothing") if language == "zh" else ("—", "tab")
    note, notes = ("注：", "注%1：") if language == "zh" else ("NOTE ", "NOTE %1 ")
    return {
        CLAUSE: clause_levels(),
        ANNEX: annex_levels(language),
        LETTER: (
            Level("%1)", "lowerLetter", "", SONG, Indent(left=851, hanging=426), "tab"),
            Level("%2)", "decimal", "", SONG, Indent(left=1276, hanging=425), "tab"),
        ),
        DASH: (
            Level(dash, "decimal", "", SONG, Indent(left=794, hanging=397), suffix),
            Level("·", "bullet", "", SONG, Indent(left=1248, hanging=431), "tab"),
        ),
        NOTE: (Level(note, "decimal", "", HEI, Indent(left=734, hanging=374), "nothing"),),
        NOTES: (Level(notes, "decimal", "", HEI, Indent(left=808, hanging=448), "nothing"),),
        BIBLIOGRAPHY: (Level("[%1]", "decimal", "", SONG, Indent(left=840, hanging=420), "tab"),),
    }


def to_xml(kind: int, levels: Sequence[Level], language: Language) -> Element:
    """Write one definition."""
    definition = word(
        "abstractNum",
        word("nsid", val=f"4755{kind:04X}"),
        word("multiLevelType", val="multilevel" if len(levels) > 1 else "singleLevel"),
        abstractNumId=kind,
    )
    for place, level in enumerate(levels):
        definition.append(level_to_xml(place, level, language))
    return definition


def level_to_xml(place: int, level: Level, language: Language) -> Element:
    """Write one level."""
    face = SANS if language == "en" and level.face == HEI else level.face
    style = [word("pStyle", val=level.style)] if level.style else []
    return word(
        "lvl",
        word("start", val=1),
        word("numFmt", val=level.format),
        *style,
        word("suff", val=level.suffix),
        word("lvlText", val=level.text),
        word("lvlJc", val="left"),
        word("pPr", indent(level.indent)),
        word("rPr", fonts(face)),
        ilvl=place,
    )


def part_of(document: Document) -> XmlPart:
    """Give the part with the numbering, a new one where a template has no list at all."""
    try:
        found = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        name, package = PackURI("/word/numbering.xml"), document.part.package
        found = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, word("numbering"), package)
        document.part.relate_to(found, RELATIONSHIP_TYPE.NUMBERING)
    assert isinstance(found, XmlPart), "it is read as XML"
    return found


class Lists:
    """Gives each list a number of its own, so that it begins again at a)."""

    def __init__(self, document: Document, language: Language) -> None:
        self.part = part_of(document).element
        for child in list(self.part):
            self.part.remove(child)
        kinds = abstracts(language)
        for kind, levels in kinds.items():
            self.part.append(to_xml(kind, levels, language))
        for kind in (CLAUSE, ANNEX):
            self.part.append(word("num", word("abstractNumId", val=kind), numId=kind))
        self.last = ANNEX

    def new(self, kind: int) -> int:
        """Begin one more list of ``kind``; gives the number to set on its items."""
        self.last += 1
        layers = 2 if kind in (LETTER, DASH) else 1
        restarts = (
            word("lvlOverride", word("startOverride", val=1), ilvl=layer) for layer in range(layers)
        )
        self.part.append(word("num", word("abstractNumId", val=kind), *restarts, numId=self.last))
        return self.last


def numbered(number: int, level: int) -> Element:
    """Give the property that numbers a paragraph."""
    return word("numPr", word("ilvl", val=level), word("numId", val=number))
