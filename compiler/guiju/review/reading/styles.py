"""What a style comes to with those that it is based on, and with what a paragraph says itself."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from guiju.review.model import Look
from guiju.review.reading.parts import Element, W, is_on, number, value

Properties = dict[str, str]

PARAGRAPH_VALUES = (
    ("align", "jc", "val"),
    ("left", "ind", "left"),
    ("left", "ind", "start"),
    ("hanging", "ind", "hanging"),
    ("first", "ind", "firstLine"),
    ("characters", "ind", "firstLineChars"),
    ("number", "numPr/numId", "val"),
    ("level", "numPr/ilvl", "val"),
    ("outline", "outlineLvl", "val"),
)
RUN_VALUES = (
    ("face", "rFonts", "eastAsia"),
    ("latin", "rFonts", "ascii"),
    ("face theme", "rFonts", "eastAsiaTheme"),
    ("size", "sz", "val"),
)
ALIGNMENTS = {"start": "left", "end": "right", "justify": "both", "": "left"}
DEEPEST = 40
"""Styles that are based on one another: no more than so many, whatever a file says."""


class Style(Struct, frozen=True):
    """A paragraph style: its name, and its properties with those of its bases."""

    name: str
    properties: Properties


class StyleSheet(Struct, frozen=True):
    """The styles of a file by id, and what holds where none is named."""

    styles: Mapping[str, Style]
    default: Style

    def of(self, style_id: str | None) -> Style:
        """Give the style of a paragraph."""
        return self.styles.get(style_id, self.default) if style_id else self.default


def paragraph_values(properties: Element | None) -> Properties:
    """Read what ``w:pPr`` says."""
    found = _values(properties, PARAGRAPH_VALUES)
    if "first" in found or "characters" in found:
        found.setdefault("hanging", "0")
    elif "hanging" in found:
        found |= {"first": "0", "characters": "0"}
    new_page = is_on(properties, "pageBreakBefore")
    return found if new_page is None else found | {"new_page": "1" if new_page else ""}


def run_values(properties: Element | None) -> Properties:
    """Read what ``w:rPr`` says; a font of the theme is not known by name."""
    found = _values(properties, RUN_VALUES)
    return found | {"face": ""} if found.pop("face theme", None) else found


def _values(properties: Element | None, wanted: Iterable[tuple[str, str, str]]) -> Properties:
    if properties is None:
        return {}
    there = {str(child.tag) for child in properties}
    given = (
        (name, value(properties, path, attribute))
        for name, path, attribute in wanted
        if f"{W}{path.partition('/')[0]}" in there
    )
    return {name: text for name, text in given if text is not None}


def style_sheet(part: Element | None) -> StyleSheet:
    """Read ``styles.xml``."""
    if part is None:
        return StyleSheet({}, Style("", {}))
    defaults = paragraph_values(part.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
    defaults |= run_values(part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    listed = [s for s in part.iter(f"{W}style") if s.get(f"{W}type") in (None, "paragraph")]
    by_id = {str(s.get(f"{W}styleId")): s for s in listed}
    styles = {id: Style(_name(s, id), _with_bases(id, by_id, defaults)) for id, s in by_id.items()}
    first = next((id for id, s in by_id.items() if s.get(f"{W}default") in ("1", "true")), None)
    return StyleSheet(styles, styles[first] if first else Style("", defaults))


def _name(style: Element, id: str) -> str:
    return value(style, "name") or id


def _with_bases(id: str, by_id: Mapping[str, Element], defaults: Properties) -> Properties:
    chain: list[Element] = []
    seen: set[str] = set()
    next_id = id
    while next_id in by_id and next_id not in seen and len(chain) < DEEPEST:
        seen.add(next_id)
        chain.insert(0, by_id[next_id])
        next_id = value(by_id[next_id], "basedOn") or ""
    found = dict(defaults)
    for style in chain:
        found |= paragraph_values(style.find(f"{W}pPr")) | run_values(style.find(f"{W}rPr"))
    return found


def look_of(properties: Properties) -> Look:
    """Turn merged properties into a look."""
    align = properties.get("align", "")
    return Look(
        face=properties.get("face", ""),
        latin=properties.get("latin", ""),
        size=number(properties.get("size")),
        align=ALIGNMENTS.get(align, align),
        left=number(properties.get("left")) or 0,
        hanging=number(properties.get("hanging")) or 0,
        first=number(properties.get("first")) or 0,
        characters=number(properties.get("characters")) or 0,
        new_page=bool(properties.get("new_page")),
    )
