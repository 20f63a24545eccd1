"""Headers and footers: the number outside above, pages below, Roman and Arabic (PG-25, PG-26)."""

from collections.abc import Iterator
from typing import Final

from guiju.review.checks.layout import sized
from guiju.review.finding import Finding, found
from guiju.review.layout_codes import FURNITURE
from guiju.review.model import Furniture, Paragraph, Section
from guiju.review.structure import Outline
from guiju.review.structure.model import Part
from guiju_runtime.messages import Text

HEADER = Text(zh="页眉", en="the header")
FOOTER = Text(zh="页脚", en="the footer")
NUMBERS = Text(zh="页码", en="the page numbers")
SIDES: Final = {"default": ("right", "右", "odd"), "even": ("left", "左", "even")}
STARTS: Final[tuple[tuple[Part, str, Text, Text], ...]] = (
    (
        "foreword", "upperRoman",
        Text(zh="在目次和前言中不是罗马数字", en="are not Roman in contents and foreword"),
        Text(zh="从目次起用 I、II、III", en="number contents and foreword I, II, III"),
    ),
    (
        "clauses", "decimal",
        Text(zh="在正文中不是从 1 开始的阿拉伯数字", en="do not begin at 1 with clause 1"),
        Text(zh="从第1章起用 1、2、3", en="number from clause 1 on 1, 2, 3"),
    ),
)  # fmt: skip


def headers_and_footers_are_as_measured(outline: Outline) -> Iterator[Finding]:
    """Report headers without the number, on the wrong side, and pages counted otherwise."""
    for part, form, reason, way in STARTS:
        title = outline.titles.get(part)
        if title is None or title.section >= len(outline.draft.sections):
            continue
        section = outline.draft.sections[title.section]
        given = section.number_format or "decimal"
        starts = form == "upperRoman" or section.number_start == 1
        if given != form or not starts:
            yield found(FURNITURE, "PG-26", title, what=NUMBERS, reason=reason, way=way)
        if part == "clauses":
            yield from _furniture(outline, section, title)


def _furniture(outline: Outline, section: Section, at: Paragraph) -> Iterator[Finding]:
    pieces = section.furniture or _inherited(outline, at.section)
    yield from _presence(pieces, at)
    for piece in pieces:
        side, zh, en = SIDES.get(piece.pages, ("", "", ""))
        if not side or piece.look is None:
            continue
        is_header = piece.kind == "header"
        row, what = ("PG-25", HEADER) if is_header else ("PG-26", FOOTER)
        align = piece.look.align or "left"
        if outline.draft.even_and_odd and align != side:
            reason = Text(
                zh=f"在{'单' if en == 'odd' else '双'}数页不在{zh}侧",
                en=f"is not at the {side} on {en} pages",
            )
            way = Text(zh=f"改为{zh}对齐", en=f"align it {side}")
            yield found(FURNITURE, row, at, what=what, reason=reason, way=way)
        size = 21 if is_header else 18
        if piece.look.size and piece.look.size != size:
            given, expected = sized(piece.look.size), sized(size)
            yield found(
                FURNITURE, row, at, what=what,
                reason=Text(zh=f"的字号是{given.zh}", en=f"is set in {given.en}"),
                way=Text(zh=f"改为{expected.zh}", en=f"set it in {expected.en}"),
            )  # fmt: skip


def _inherited(outline: Outline, place: int) -> tuple[Furniture, ...]:
    """Give the furniture of the nearest section before that has some."""
    before = reversed(outline.draft.sections[:place])
    return next((section.furniture for section in before if section.furniture), ())


def _presence(pieces: tuple[Furniture, ...], at: Paragraph) -> Iterator[Finding]:
    headers = [p for p in pieces if p.kind == "header" and (p.text.strip() or p.fields)]
    footers = [
        p for p in pieces if p.kind == "footer" and any("PAGE" in f.upper() for f in p.fields)
    ]
    if not headers:
        yield found(
            FURNITURE, "PG-25", at, what=HEADER,
            reason=Text(zh="没有文件编号", en="has no number of the document"),
            way=Text(zh="在页眉写文件编号", en="put the number of the document there"),
        )  # fmt: skip
    if not footers:
        yield found(
            FURNITURE, "PG-26", at, what=FOOTER,
            reason=Text(zh="没有页码", en="has no page number"),
            way=Text(zh="在页脚插入页码", en="put the page number there"),
        )  # fmt: skip
