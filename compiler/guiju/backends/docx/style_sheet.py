"""What a paragraph style says, and how it is written into ``styles.xml``."""

from collections.abc import Iterator
from typing import Literal

from docx.oxml.ns import qn
from msgspec import Struct

from guiju.backends.docx.elements import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    Element,
    in_order,
    word,
)
from guiju.backends.docx.measures import LINE, SIZE_FIVE

Alignment = Literal["left", "center", "right", "both", "distribute"]
SONG, HEI, ROMAN, SANS = "宋体", "黑体", "Times New Roman", "Arial"


class Indent(Struct, frozen=True):
    """Indents in twips; ``characters`` is the first line's in hundredths of a character."""

    left: int = 0
    right: int = 0
    hanging: int = 0
    first: int = 0
    characters: int = 0


class Spacing(Struct, frozen=True):
    """Space around a paragraph.

    Attributes:
        lines: before and after, in hundredths of a line of the grid.
        before, after: in twips.
        exact: height of a line in twips, 0 for the grid's.
        least: least height of a line in twips, where a formula may need more.
    """

    lines: tuple[int, int] = (0, 0)
    before: int = 0
    after: int = 0
    exact: int = 0
    least: int = 0


class Style(Struct, frozen=True):
    """One paragraph style; defaults are those of body text.

    Attributes:
        numbering: number definition and level, or none.
        outline: level in the outline from 0, or none.
        tabs: alignment, place in twips, leader.
    """

    id: str
    name: str
    base: str = "Normal"
    follow: str = ""
    face: str = SONG
    half_points: int = SIZE_FIVE
    align: Alignment = "left"
    indent: Indent = Indent()
    spacing: Spacing = Spacing()
    numbering: tuple[int, int] | None = None
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    grid: bool = True
    tabs: tuple[tuple[str, int, str], ...] = ()


def fonts(face: str) -> Element:
    """Give fonts by name: in 黑体 Latin letters too, in 宋体 they are Times New Roman."""
    latin = {HEI: HEI, SANS: SANS}.get(face, ROMAN)
    east = HEI if face == SANS else face
    return word("rFonts", ascii=latin, hAnsi=latin, eastAsia=east, cs=ROMAN)


def size(half_points: int) -> tuple[Element, Element]:
    """Give the size of type."""
    return word("sz", val=half_points), word("szCs", val=half_points)


def to_xml(style: Style) -> Element:
    """Write ``style`` as ``w:style``."""
    sheet = word("style", word("name", val=style.name), type="paragraph", styleId=style.id)
    if style.id == "Normal":
        sheet.set(qn("w:default"), "1")
    if style.base and style.base != style.id:
        sheet.append(word("basedOn", val=style.base))
    if style.follow:
        sheet.append(word("next", val=style.follow))
    sheet.append(word("qFormat"))
    sheet.append(in_order("pPr", PARAGRAPH_PROPERTIES, paragraph_properties(style)))
    run_properties = [fonts(style.face), *size(style.half_points)]
    sheet.append(in_order("rPr", RUN_PROPERTIES, run_properties))
    return sheet


def paragraph_properties(style: Style) -> Iterator[Element]:
    """Give the properties of a paragraph in ``style``."""
    flags = {
        "keepNext": style.keep_next,
        "keepLines": style.keep_lines,
        "pageBreakBefore": style.new_page,
    }
    yield from (word(name) for name, wanted in flags.items() if wanted)
    if style.numbering:
        number, level = style.numbering
        yield word("numPr", word("ilvl", val=level), word("numId", val=number))
    if style.tabs:
        yield tab_stops(style.tabs)
    if style.id == "Normal":  # stands in the defaults too, which not every program reads
        yield from (word("autoSpaceDE", val=0), word("autoSpaceDN", val=0))
    if not style.grid:
        yield word("snapToGrid", val=0)
    yield spacing(style.spacing)
    yield indent(style.indent)
    yield word("jc", val=style.align)
    if style.outline is not None:
        yield word("outlineLvl", val=style.outline)


def tab_stops(tabs: tuple[tuple[str, int, str], ...]) -> Element:
    """Give tab stops: alignment, place in twips, leader."""
    return word(
        "tabs", *(word("tab", val=kind, leader=leader, pos=place) for kind, place, leader in tabs)
    )


def spacing(space: Spacing) -> Element:
    """Give the space around a paragraph, in lines with the same in twips."""
    before, after = space.lines
    values: dict[str, str | int] = {
        "before": space.before or before * LINE // 100,
        "after": space.after or after * LINE // 100,
        "line": space.exact or space.least or 240,
        "lineRule": "exact" if space.exact else "atLeast" if space.least else "auto",
    }
    if before or after:
        values |= {"beforeLines": before, "afterLines": after}
    return word("spacing", **values)


def indent(sides: Indent) -> Element:
    """Give indents; a first line in characters has the same in twips beside it."""
    values: dict[str, str | int] = {"left": sides.left, "right": sides.right}
    if sides.hanging:
        values["hanging"] = sides.hanging
    else:
        values["firstLine"] = sides.first
        values["firstLineChars"] = sides.characters
    return word("ind", **values)
