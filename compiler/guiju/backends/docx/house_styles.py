"""The styles of an association's template, found by their names; ours where it has none.

Numbers stay ours in every style: the words of the text hold labels and numbers already, and a style
that counts as well would print them twice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from docx.document import Document
from docx.oxml.ns import qn
from msgspec import Struct
from msgspec.structs import replace

from guiju.backends.docx import measures as m
from guiju.backends.docx.elements import Element, word
from guiju.backends.docx.style_sheet import Style, tab_stops, to_xml
from guiju.backends.docx.styles import STYLES, in_language
from guiju_runtime.messages import Language

ALSO = {
    "列项a）": ("字母编号列项（一级）",),
    "列项1）": ("数字编号列项（二级）",),
    "列项——": ("列项——（一级）", "破折号列项（一级）"),
    "列项·": ("列项●（二级）", "圆点列项（二级）"),
    "注": ("注：",),
    "注X": ("注×：", "注X："),
    "表题": ("正文表标题", "表标题"),
    "图题": ("正文图标题", "图标题"),
    "附录表题": ("附录表标题",),
    "附录图题": ("附录图标题",),
    "表文字": ("表格", "表格文字"),
    "目次标题": ("目次、标准名称标题", "目次、索引正文"),
    "前言标题": ("前言、引言标题",),
    "正文标准名称": ("目次、标准名称标题", "正文标题"),
    "参考文献标题": ("参考文献、索引标题",),
    "封面标准编号": ("封面标准号2", "封面标准号"),
    "封面代替编号": ("封面标准代替信息",),
    "封面英文名称": ("封面标准英文名称",),
    "封面文稿类别": ("封面标准文稿类别",),
    "封面文稿说明": ("封面标准文稿编辑信息",),
    "封面发布日期": ("发布日期",),
    "封面实施日期": ("实施日期",),
    "封面发布机构": ("发布部门",),
}
"""Other names under which templates know a style."""
PREFIX = re.compile(r"^标准文件_")
OURS = frozenset({
    "Normal", "FormulaLine", "WhereItem", "TableNote", "TableNoteNumbered", "AnnexTerm",
    "HeaderOdd", "HeaderEven", "FooterOdd", "FooterEven", "EndLine", "Source", "CoverRule",
})  # fmt: skip
"""Styles that no template is asked for: parts of the layout that we draw."""


RARE = ("3", "4", "5")
"""Ends of the ids of layers that few standards reach."""


class Sheet(Struct, frozen=True, kw_only=True):
    """The styles of a file by our ids.

    Attributes:
        ids, names: how the file calls each.
        missing: names of those that the template does not have.
    """

    ids: Mapping[str, str]
    names: Mapping[str, str]
    missing: tuple[str, ...]


def put_missing(document: Document, language: Language, width: int) -> Sheet:
    """Find our styles in the sheet of ``document``, and add those that it does not have.

    Args:
        document: the template.
        language: that of the text.
        width: of a line of text [twips].
    """
    sheet = document.styles.element
    known = {name: style for style in sheet.findall(qn("w:style")) for name in names_of(style)}
    found = {style.id: one for style in STYLES if (one := find(style, known)) is not None}
    taken = {style.get(qn("w:styleId")) for style in sheet.findall(qn("w:style"))}
    ids = {
        style.id: str(found[style.id].get(qn("w:styleId")))
        if style.id in found
        else (f"Guiju{style.id}" if style.id in taken else style.id)
        for style in STYLES
    }
    for style in STYLES:
        wanted = at_width(in_language(style, language), width)
        if style.id in found:
            adapt(found[style.id], wanted)
        else:
            sheet.append(renamed(to_xml(wanted), style, ids))
    return Sheet(
        ids=ids,
        names={one.id: name_of(found[one.id]) if one.id in found else one.name for one in STYLES},
        missing=tuple(s.name for s in STYLES if s.id not in found and is_asked_for(s)),
    )


def is_asked_for(style: Style) -> bool:
    """Say whether a template should have ``style``."""
    drawn = style.id in OURS or style.id.startswith(("Heading", "TOC"))
    return not drawn and not style.id.endswith(RARE)


def names_of(style: Element) -> Iterator[str]:
    """Give the names of a paragraph style, bare: without the prefix that some templates have."""
    if style.get(qn("w:type")) not in {None, "paragraph"}:
        return
    for name in (name_of(style), *(alias_of(style).split(","))):
        if name.strip():
            yield bare(name)


def name_of(style: Element) -> str:
    """Give the name of a style."""
    name = style.find(qn("w:name"))
    return str(name.get(qn("w:val"))) if name is not None else ""


def alias_of(style: Element) -> str:
    """Give the other names of a style, parted by commas."""
    alias = style.find(qn("w:aliases"))
    return str(alias.get(qn("w:val"))) if alias is not None else ""


def bare(name: str) -> str:
    """Give ``name`` as it is compared."""
    return PREFIX.sub("", name.strip()).casefold()


def find(style: Style, known: Mapping[str, Element]) -> Element | None:
    """Give what a template calls ``style``."""
    if style.id in OURS and style.id != "Normal":
        return None
    names = (style.name, *ALSO.get(style.name, ()))
    return next((known[bare(name)] for name in names if bare(name) in known), None)


def adapt(found: Element, ours: Style) -> None:
    """Keep the look of a style; its numbers, place in the outline and tabs are ours.

    So is what stays together and what begins a page: a template may leave that to its user.
    """
    properties = found.find(qn("w:pPr"))
    if properties is None:
        properties = word("pPr")
        after = [found.find(qn(f"w:{name}")) for name in BEFORE_PROPERTIES]
        last = next((one for one in reversed(after) if one is not None), None)
        found.insert(0, properties) if last is None else last.addnext(properties)
    number, level = ours.numbering or (0, 0)
    changed = [word("numPr", word("ilvl", val=level), word("numId", val=number))]
    if ours.outline is not None:
        changed.append(word("outlineLvl", val=ours.outline))
    pages = {
        "keepNext": ours.keep_next, "keepLines": ours.keep_lines, "pageBreakBefore": ours.new_page,
    }  # fmt: skip
    changed += (word(name) for name, wanted in pages.items() if wanted)
    if ours.tabs:
        changed.append(tab_stops(ours.tabs))
    for one in changed:
        for old in properties.findall(one.tag):
            properties.remove(old)
        put_in_order(properties, one)


BEFORE_PROPERTIES = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority",
    "semiHidden", "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose",
    "personalReply", "rsid",
)  # fmt: skip
ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
)  # fmt: skip
"""The properties of a paragraph in the order of the schema."""


def put_in_order(properties: Element, one: Element) -> None:
    """Put a property where the schema has it."""
    places = {qn(f"w:{name}"): place for place, name in enumerate(ORDER)}
    before = [old for old in properties if places.get(old.tag, 99) < places[one.tag]]
    before[-1].addnext(one) if before else properties.insert(0, one)


def at_width(style: Style, width: int) -> Style:
    """Give ``style`` for lines of ``width`` twips."""
    ratio = width / m.TEXT_WIDTH
    tabs = tuple((kind, round(place * ratio), leader) for kind, place, leader in style.tabs)
    if style.id == "EndLine":
        side = round(width * 3 / 8)
        return replace(style, indent=replace(style.indent, left=side, right=side))
    return replace(style, tabs=tabs) if tabs else style


def renamed(element: Element, style: Style, ids: Mapping[str, str]) -> Element:
    """Give a style of ours under the ids that the file has."""
    element.set(qn("w:styleId"), ids[style.id])
    for name in ("basedOn", "next"):
        other = element.find(qn(f"w:{name}"))
        if other is not None:
            other.set(qn("w:val"), ids[str(other.get(qn("w:val")))])
    default = qn("w:default")
    if style.id != "Normal" and default in element.attrib:
        del element.attrib[default]
    return element


def rename_in(elements: Iterable[Element], ids: Mapping[str, str]) -> None:
    """Let paragraphs that were written in our styles name those of the file."""
    for element in elements:
        for named in element.iter(qn("w:pStyle")):
            named.set(qn("w:val"), ids.get(str(named.get(qn("w:val"))), named.get(qn("w:val"))))


__all__ = ["Sheet", "put_missing", "rename_in"]
