"""Elements: there, in order, under their titles, without numbers (EL)."""

import re
from collections.abc import Iterator
from typing import Final

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Heading, Outline
from guiju.review.structure.model import Part
from guiju.review.structure_codes import (
    ELEMENT_MISPLACED,
    ELEMENT_MISSING,
    NUMBER_ON_ELEMENT,
    TITLE_OF_ELEMENT,
)
from guiju_runtime.messages import Text

NAMES: Final[dict[Part, Text]] = {
    "cover": Text(zh="封面", en="the cover"),
    "contents": Text(zh="目次", en="the contents"),
    "foreword": Text(zh="前言", en="the foreword"),
    "introduction": Text(zh="引言", en="the introduction"),
    "clauses": Text(zh="正文", en="the body"),
    "annex": Text(zh="附录", en="the annexes"),
    "bibliography": Text(zh="参考文献", en="the bibliography"),
    "index": Text(zh="索引", en="the index"),
    "end": Text(zh="终结线", en="the end line"),
}
REQUIRED: Final[tuple[tuple[Part, str], ...]] = (
    ("cover", "EL-01"), ("contents", "EL-02"), ("foreword", "EL-03"), ("end", "EL-16"),
)  # fmt: skip
FIRST_CHAPTERS: Final = (
    ("1", "EL-05", {"zh": ("范围",), "en": ("Scope",)}),
    ("2", "EL-06", {"zh": ("规范性引用文件",), "en": ("Normative references",)}),
    (
        "3",
        "EL-07",
        {
            "zh": ("术语和定义", "术语、定义和缩略语", "术语、定义和符号"),
            "en": ("Terms and definitions", "Terms, definitions and abbreviated terms"),
        },
    ),
)
ROW_OF_PART: Final[dict[Part, str]] = {
    "foreword": "EL-03", "introduction": "EL-04", "annex": "EL-13", "bibliography": "EL-14",
    "index": "EL-15",
}  # fmt: skip
ENGLISH: Final[dict[Part, str]] = {
    "foreword": "Foreword", "introduction": "Introduction", "bibliography": "Bibliography",
    "index": "Index",
}  # fmt: skip
CORE = Text(zh="核心技术要素", en="the chapter on the subject itself")
SYMBOLS = re.compile(
    r"符号|缩略语|符号(、代号)?和缩略语|(Symbols|Abbreviated terms)( and abbreviated terms)?"
)
CLASSES = re.compile(r"分类|分类和编码|系统构成|产品分类.*|Classification( and coding)?")
GENERAL = re.compile(
    r"总体(原则|要求|原则和要求|原则和/?或?总体要求)|基本(原则|要求)|总则|"
    r"General (principles|requirements)( and requirements)?"
)
SERIES = re.compile(r"第\d+部分")


def elements_are_there(outline: Outline) -> Iterator[Finding]:
    """Report elements that every document has, and that this one lacks."""
    present = {outline.part(p) for p in outline.draft.paragraphs if outline.role(p) != "blank"}
    first, last = outline.draft.paragraphs[0], outline.draft.paragraphs[-1]
    for part, row in REQUIRED:
        is_there = part in present or part in outline.titles
        if not is_there:
            at = last if part == "end" else first
            yield found(ELEMENT_MISSING, row, at, warns=part == "contents", element=NAMES[part])
    for number, row, both in FIRST_CHAPTERS:
        titles = both[outline.language]
        if outline.chapter(number) is None and outline.chapter_called(titles[0]) is None:
            yield found(ELEMENT_MISSING, row, first, element=titles[0])
    if not any(_is_core(chapter) for chapter in chapters(outline)):
        yield found(ELEMENT_MISSING, "EL-11", first, element=CORE)
    if _is_part(outline) and "introduction" not in outline.titles:
        at = outline.titles.get("foreword", first)
        yield found(ELEMENT_MISSING, "EL-04", at, element=NAMES["introduction"])


def _is_part(outline: Outline) -> bool:
    """Say whether this is one part of several."""
    return any(SERIES.search(p.text) for p in outline.playing("standard title"))


def chapters(outline: Outline) -> list[Heading]:
    """Give the chapters of the body."""
    return [h for h in outline.headings if not h.annex and h.depth == 1]


def _is_core(chapter: Heading) -> bool:
    title = chapter.title.strip()
    first = {one for _, _, both in FIRST_CHAPTERS for titles in both.values() for one in titles}
    others = (SYMBOLS, CLASSES, GENERAL)
    return title not in first and not any(other.fullmatch(title) for other in others)


def elements_stand_in_order(outline: Outline) -> Iterator[Finding]:
    """Report elements that stand after one that must follow them."""
    order = list(NAMES)
    reached: Part = "cover"
    seen: set[Part] = set()
    for paragraph in outline.draft.paragraphs:
        part = outline.part(paragraph)
        if part in seen and part == reached:
            continue
        if order.index(part) < order.index(reached) and part not in seen:
            row = ROW_OF_PART.get(part, "EL-02")
            yield found(
                ELEMENT_MISPLACED, row, paragraph, element=NAMES[part], other=NAMES[reached]
            )
        elif order.index(part) > order.index(reached):
            reached = part
        seen.add(part)
    yield from _chapters_in_order(outline)


def _chapters_in_order(outline: Outline) -> Iterator[Finding]:
    """Report symbols, classes and general requirements that stand behind the subject itself."""
    core: Heading | None = None
    for chapter in chapters(outline):
        title = chapter.title.strip()
        for sign, row in ((SYMBOLS, "EL-08"), (CLASSES, "EL-09"), (GENERAL, "EL-10")):
            if sign.fullmatch(title) and core is not None:
                yield found(
                    ELEMENT_MISPLACED, row, chapter.paragraph, warns=row == "EL-08",
                    element=f"“{title}”", other=f"“{core.title.strip()}”",
                )  # fmt: skip
        if core is None and int(chapter.number or 0) > 3 and _is_core(chapter):
            core = chapter


def elements_have_their_titles(outline: Outline) -> Iterator[Finding]:
    """Report 目录 in place of 目次, and chapters 1 to 3 under other titles."""
    contents = outline.titles.get("contents")
    if contents is not None and contents.key == "目录":
        yield found(
            TITLE_OF_ELEMENT, "EL-02", contents,
            element=NAMES["contents"], given="目录", expected="目次",
        )  # fmt: skip
    for number, row, both in FIRST_CHAPTERS:
        titles = both[outline.language]
        chapter = outline.chapter(number)
        if chapter is not None and chapter.title.strip() not in titles:
            yield found(
                TITLE_OF_ELEMENT, row, chapter.paragraph,
                element=Text(zh=f"第{number}章", en=f"clause {number}"),
                given=short(chapter.title), expected=titles[0],
            )  # fmt: skip


def elements_carry_no_number(outline: Outline) -> Iterator[Finding]:
    """Report numbers on foreword, introduction, bibliography and index, and in the foreword."""
    for part, title in outline.titles.items():
        name = NAMES[part].zh if outline.language == "zh" else ENGLISH.get(part, "")
        number = _number_before(title, name)
        if part in ROW_OF_PART and part != "annex" and number:
            yield found(
                NUMBER_ON_ELEMENT, ROW_OF_PART[part], title, element=NAMES[part], number=number
            )


def _number_before(title: Paragraph, name: str) -> str:
    key = title.key
    return key[: -len(name)] if name and key.endswith(name) else ""
