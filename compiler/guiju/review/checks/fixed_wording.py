"""Wording that GB/T 1.1 lays down: foreword, lead-ins of clauses 1 to 4, own name (FX)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Outline
from guiju.review.wording_codes import (
    CHANGE_VERB,
    FOREWORD_ORDER,
    SELF_REFERENCE,
    WORDING_DIFFERS,
    WORDING_MISSING,
)
from guiju_runtime.messages import Text

FOREWORD: Final = Text(zh="前言", en="the foreword")
GIVEN = "本文件按照GB/T1.1—2020《标准化工作导则第1部分：标准化文件的结构和起草规则》的规定起草。"
FX_01 = "本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。"
FX_02 = "请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。"
FX_05 = "本文件代替×××，与×××相比，除结构调整和编辑性改动外，主要技术变化如下："
FX_07 = "本文件是××××《……》的第×部分。"
FX_09 = (
    "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，"
    "仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。"
)
FX_10 = "本文件没有规范性引用文件。"
FX_11 = "下列术语和定义适用于本文件。"
FX_14 = "本文件没有需要界定的术语和定义。"
FX_19 = "本文件适用于……。"
PATTERNS: Final[tuple[tuple[str, str, str, str], ...]] = (
    # row, what a paragraph begins like, what it must be (without spaces), what to show
    ("FX-01", r"本(文件|标准|部分)按照?.*1\.1", re.escape(GIVEN), FX_01),
    ("FX-07", r"本(文件|标准|部分)[是为].*第.{1,3}部分",
     r"本文件是.+《.+》的第\d+部分。(.+已经发布了以下部分：)?", FX_07),
    ("FX-05", r"本(文件|标准|部分)代替",
     r"本文件代替.+，与.+相比，除结构调整和编辑性改动外，主要技术变化如下：", FX_05),
    ("FX-02", r"请注意.*专利", re.escape(FX_02), FX_02),
    ("FX-03", r"本(文件|标准|部分)由.*(提出|归口)",
     r"本文件由.+(提出|归口|提出并归口)。(本文件由.+归口。)?", "本文件由×××提出并归口。"),
    ("FX-04", r"本?(文件|标准|部分)?(主要)?(起草单位|起草人)",
     r"本文件(主要)?(起草单位|主要起草人)：[^，,；;]+。", "本文件起草单位：甲、乙。"),
    ("FX-08", r"本(文件|标准|部分)(为首次|及其所代替)",
     r"本文件为首次发布。|本文件及其所代替文件的历次版本发布情况为：", "本文件为首次发布。"),
)  # fmt: skip
"""In the order of the foreword (FW-ORD)."""
NEEDED: Final = (
    ("FX-01", r"本文件按照", FX_01),
    ("FX-02", r"请注意.*专利", FX_02),
    ("FX-03", r"本(文件|标准|部分)由.*提出", "本文件由×××提出。"),
    ("FX-03", r"本(文件|标准|部分)由.*归口", "本文件由×××归口。"),
    ("FX-04", r".*起草单位", "本文件起草单位：×××。"),
    ("FX-04", r".*起草人", "本文件主要起草人：×××。"),
    ("FX-08", r"本(文件|标准|部分)(为首次发布|及其所代替)", "本文件为首次发布。"),
)
SELF = re.compile(r"(?<![《“])本(?:标准(?!化|准)|规范(?!性)|部分(?=[规适代按由与的]))")
CHANGES = re.compile(r"(增加|更改|删除)了?")


def key(paragraph: Paragraph) -> str:
    """Give the words without spaces."""
    return paragraph.key


def fixed_wording_is_there(outline: Outline) -> Iterator[Finding]:
    """Report fixed wording that is missing or differs in foreword and chapters 1 to 4."""
    yield from _foreword(outline)
    yield from _first_lines(outline)


def _foreword(outline: Outline) -> Iterator[Finding]:
    title = outline.titles.get("foreword")
    if title is None:
        return
    paragraphs = list(outline.within("foreword"))
    for paragraph in paragraphs:
        for row, begins, whole, shown in PATTERNS:
            if re.match(begins, key(paragraph)) and not re.fullmatch(whole, key(paragraph)):
                yield found(WORDING_DIFFERS, row, paragraph, expected=shown)
                break
    for row, begins, shown in NEEDED:
        if not any(re.match(begins, key(paragraph)) for paragraph in paragraphs):
            yield found(WORDING_MISSING, row, title, where=FOREWORD, expected=shown)
    yield from _if_it_replaces(outline, title, paragraphs)


def _if_it_replaces(
    outline: Outline, title: Paragraph, paragraphs: list[Paragraph]
) -> Iterator[Finding]:
    """Report a cover that names a replaced document of which the foreword says nothing."""
    replaced = any(p.key.startswith("代替") for p in outline.within("cover"))
    if replaced and not any(re.match(r"本(文件|标准)代替", key(p)) for p in paragraphs):
        yield found(WORDING_MISSING, "FX-05", title, where=FOREWORD, expected=FX_05)


FIRST_LINES: Final = (
    # title of the chapter, row, what its first paragraphs must be, what to show
    ("范围", "FX-18", r"本文件(规定|确立|描述|提供|给出|界定)了.+", "本文件规定了……"),
    ("规范性引用文件", "FX-09", re.escape(FX_09), FX_09),
    (
        "术语",
        "FX-11",
        r"(.+界定的(以及下列)?|下列)术语(、定义和缩略语|和定义)适用于本文件。",
        FX_11,
    ),
    ("符号", "FX-15", r"下列符号(和缩略语)?适用于本文件。", "下列符号适用于本文件。"),
    ("缩略语", "FX-15", r"下列缩略语适用于本文件。", "下列缩略语适用于本文件。"),
)
EMPTY: Final = {"FX-09": FX_10, "FX-11": FX_14}
ROW_WHEN_EMPTY: Final = {"FX-09": "FX-10", "FX-11": "FX-14"}


def _first_lines(outline: Outline) -> Iterator[Finding]:
    for beginning, row, whole, shown in FIRST_LINES:
        chapter = outline.chapter_called(beginning)
        if chapter is None:
            continue
        lines = list(outline.inside(chapter.number))
        empty = EMPTY.get(row, "")
        if not lines:
            shown, row = (empty, ROW_WHEN_EMPTY[row]) if empty else (shown, row)
            where = Text(zh=f"第{chapter.number}章", en=f"clause {chapter.number}")
            yield found(WORDING_MISSING, row, chapter.paragraph, where=where, expected=shown)
        elif len(lines) == 1 and empty and key(lines[0]).startswith("本文件没有"):
            if key(lines[0]) != empty:
                yield found(WORDING_DIFFERS, ROW_WHEN_EMPTY[row], lines[0], expected=empty)
        elif not re.fullmatch(whole, key(lines[0])):
            yield found(WORDING_DIFFERS, _row_of(row, key(lines[0])), lines[0], expected=shown)
        if beginning == "范围" and not any("本文件适用于" in key(line) for line in lines):
            where = Text(zh="范围", en="the scope")
            yield found(WORDING_MISSING, "FX-19", chapter.paragraph, where=where, expected=FX_19)


def _row_of(row: str, words: str) -> str:
    """Give the row that the wrong lead-in of clause 3 comes nearest to."""
    if row != "FX-11" or "界定" not in words:
        return row
    return "FX-13" if "下列" in words else "FX-12"


def the_foreword_is_in_order(outline: Outline) -> Iterator[Finding]:
    """Report paragraphs of the foreword in another order than that of GB/T 1.1."""
    placed = []
    for paragraph in outline.within("foreword"):
        for place, (_, begins, _, _) in enumerate(PATTERNS):
            if re.match(begins, key(paragraph)):
                placed.append((place, paragraph))
                break
    for (before, first), (after, paragraph) in pairwise(placed):
        if after < before:
            yield found(
                FOREWORD_ORDER, "FW-ORD", paragraph,
                given=short(paragraph.words, 12), other=short(first.words, 12),
            )  # fmt: skip


def technical_changes_have_their_verb(outline: Outline) -> Iterator[Finding]:
    """Report changes in the foreword that begin neither with 增加 nor with 更改 or 删除."""
    is_listing = False
    for paragraph in outline.within("foreword"):
        if outline.role(paragraph) in ("letter item", "dash item"):
            bare = re.sub(r"^(?:[a-z]+[)）]|——)\s*", "", paragraph.text.strip())
            is_open = bare.startswith("（待补充）")
            if is_listing and not CHANGES.match(bare) and not is_open:
                yield found(CHANGE_VERB, "FX-06", paragraph)
        else:
            is_listing = "主要技术变化" in paragraph.text


def the_text_calls_itself_this_document(outline: Outline) -> Iterator[Finding]:
    """Report 本标准 and the like, the habit of 2009."""
    parts = ("foreword", "introduction", "clauses", "annex")
    for paragraph in outline.draft.paragraphs:
        if outline.part(paragraph) in parts:
            for match in SELF.finditer(paragraph.text):
                yield found(SELF_REFERENCE, "FX-24", paragraph, match.span(), given=match[0])
