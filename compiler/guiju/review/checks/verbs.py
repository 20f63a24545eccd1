"""Verbs of provisions, and words that no standard has (MV, NR-05)."""

import re
from collections.abc import Iterator
from typing import Final

from guiju.review.checks.cover import stage_of
from guiju.review.finding import Finding, found
from guiju.review.structure import Outline
from guiju.review.wording_codes import (
    FORBIDDEN_VERB,
    LEFTOVER,
    LEGAL_CONTENT,
    MODAL_OUT_OF_PLACE,
    UNFINISHED,
    VAGUE_REFERENCE,
    VAGUE_WORD,
)
from guiju_runtime.messages import Text

SHALL = r"(?<![供相对响适反效感])应(?!用|力|急|付|收|答|变|激|聘|邀|届|运|对气候|对变化)"
SHOULD = r"(?<![适便事])宜(?!居|昌|春|宾|兴)"
MAY = r"(?<![许认])可(?=以|采用|使用|选择|按|由|将|不|根据|参照|参考|通过|包括|取)"
MODAL = re.compile(f"{SHALL}|{SHOULD}|{MAY}")
KINDS: Final = (
    ("MV-01", re.compile(SHALL)),
    ("MV-03", re.compile(SHOULD)),
    ("MV-04", re.compile(MAY)),
)
FORBIDDEN: Final = (
    (re.compile(r"必须|务必|须(?!知|根|臾)(?<!必须)(?<!无须)(?<!毋须)"), "应"),
    (re.compile(r"不得(?!不|已)|严禁|禁止|不准(?!确|许)|不允许"), "不应"),
    (re.compile(r"不可(?=采用|使用|以|将|按|用于)"), "不应"),
)
NEED = re.compile(
    r"(?<![按所无不必急亟供])需要?(?=对|将|按|提供|给出|注明|说明|进行|采用|使用|考虑)"
)
ACTS = "采用|使用|选用|选择|计入|扣除|代替|替代|省略|重复|按|以|用于|作为"
ABLE: Final = (
    (re.compile(rf"(?<![可只])不能(?={ACTS})"), "不应"),
    (
        re.compile(rf"(?<![可不只才功性节智动热电技职效产供储蓄耗用学势内核光风潜])能(?={ACTS})"),
        "可",
    ),
)
"""能 and 不能 before what a person does: permission or prohibition perhaps, and not ability."""
VAGUE = re.compile(r"适当|足够|尽量|尽可能|较[大小多少高低](?![于的值者])|等等|大约|必要时应|酌情")
LEGAL = re.compile(r"索赔|罚则|罚款|法律责任|违约|赔偿|追究.{0,4}责任|处罚")
UNDONE = re.compile(r"待定|待补充|待核|TBD|TO[D]O|××+|XXX+")
LEFT = re.compile(
    r"[点单]击(?:此处|这里)[^。]{0,20}|请在?此处?输入[^。]{0,10}|FORMTEXT|Q/LB\.\S*|"
    r"错误[!！]\s*(?:未定义书签|未找到引用源|未指定书签)[。.]?"
)
VAGUE_REFERENCES = re.compile(
    r"详见|参见|见(?:上文|下文|前文|后文)|见第\s?\d+\s?页|如(?:上|下)所述|参照上述"
)
ZONES: Final = {
    "foreword": Text(zh="前言", en="the foreword"),
    "introduction": Text(zh="引言", en="the introduction"),
    "scope": Text(zh="范围", en="the scope"),
    "note": Text(zh="注", en="a note"),
    "example": Text(zh="示例", en="an example"),
}


def verbs_are_those_of_annex_c(outline: Outline) -> Iterator[Finding]:
    """Report 必须, 不得 and the like in place of 应 and 不应, 需 in place of 应 or 宜.

    能 and 不能 before what a person does are warned of: they may stand for 可 and 不应.
    """
    for paragraph in outline.draft.paragraphs:
        if outline.part(paragraph) not in ("clauses", "annex"):
            continue
        for sign, expected in FORBIDDEN:
            for match in sign.finditer(paragraph.text):
                yield found(
                    FORBIDDEN_VERB, "MV-01", paragraph, match.span(),
                    given=match[0], expected=expected,
                )  # fmt: skip
        for sign, expected in ABLE:
            for match in sign.finditer(paragraph.text):
                yield found(
                    FORBIDDEN_VERB, "MV-05", paragraph, match.span(), warns=True,
                    given=match[0], expected=expected,
                )  # fmt: skip
        for match in NEED.finditer(paragraph.text):
            yield found(
                FORBIDDEN_VERB, "MV-01", paragraph, match.span(), warns=True,
                given=match[0], expected="应”或“宜",
            )  # fmt: skip


def modal_verbs_stand_in_clauses(outline: Outline) -> Iterator[Finding]:
    """Report 应, 宜 and 可 in foreword, introduction, scope, notes and examples."""
    scope = outline.chapter("1")
    in_scope = {p.place for p in outline.inside("1")} if scope is not None else set()
    for paragraph in outline.draft.paragraphs:
        role, part = outline.role(paragraph), outline.part(paragraph)
        zone: str = role if role in ("note", "example") and part in ("clauses", "annex") else part
        zone = "scope" if paragraph.place in in_scope else zone
        if zone not in ZONES or role in ("part title", "cell"):
            continue
        for row, sign in KINDS:
            match = sign.search(paragraph.text)
            if match is not None and not (zone == "introduction" and row != "MV-01"):
                yield found(
                    MODAL_OUT_OF_PLACE, row, paragraph, match.span(),
                    zone=ZONES[zone], given=match[0],
                )  # fmt: skip


def _signs(
    outline: Outline, sign: re.Pattern[str], *parts: str
) -> Iterator[tuple[re.Match[str], int]]:
    for paragraph in outline.draft.paragraphs:
        if outline.part(paragraph) in parts:
            for match in sign.finditer(paragraph.text):
                yield match, paragraph.place


def no_word_is_vague(outline: Outline) -> Iterator[Finding]:
    """Report words whose fulfilment nobody can tell, in clauses."""
    definitions = {place for term in outline.terms for place in (term.name, *term.definition)}
    for match, place in _signs(outline, VAGUE, "clauses"):
        if place not in definitions:
            paragraph = outline.draft.paragraphs[place - 1]
            yield found(VAGUE_WORD, "MV", paragraph, match.span(), warns=True, given=match[0])


def no_law_is_laid_down(outline: Outline) -> Iterator[Finding]:
    """Report contractual and legal content."""
    for match, place in _signs(outline, LEGAL, "clauses", "annex"):
        paragraph = outline.draft.paragraphs[place - 1]
        yield found(LEGAL_CONTENT, "MV", paragraph, match.span(), given=match[0])


def nothing_is_unfinished(outline: Outline) -> Iterator[Finding]:
    """Report marks of unfinished text where the cover names no stage of a draft."""
    if stage_of(outline):
        return
    parts = ("cover", "foreword", "introduction", "clauses", "annex", "bibliography")
    for match, place in _signs(outline, UNDONE, *parts):
        paragraph = outline.draft.paragraphs[place - 1]
        yield found(UNFINISHED, "MV", paragraph, match.span(), given=match[0])


def nothing_is_left_of_a_template(outline: Outline) -> Iterator[Finding]:
    """Report prompts of templates and fields that have lost what they refer to."""
    yield from left_over(outline, LEFT)


def left_over(outline: Outline, sign: re.Pattern[str]) -> Iterator[Finding]:
    """Report each paragraph in which ``sign`` finds a prompt or the error of a field."""
    for paragraph in outline.draft.paragraphs:
        match = sign.search(paragraph.text)
        if match is not None:
            yield found(LEFTOVER, "MV", paragraph, match.span(), given=match[0])


def references_name_a_clause(outline: Outline) -> Iterator[Finding]:
    """Report 详见, 见上文 and 见第3页."""
    for match, place in _signs(outline, VAGUE_REFERENCES, "clauses", "annex"):
        paragraph = outline.draft.paragraphs[place - 1]
        yield found(VAGUE_REFERENCE, "NR-05", paragraph, match.span(), given=match[0])
