"""Tables, figures and formulas: numbered, titled, mentioned before they stand (NB-07, TF)."""

import re
from collections.abc import Iterator
from typing import Final

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph, Table
from guiju.review.structure import Outline
from guiju.review.structure.signs import CAPTION, KINDS
from guiju.review.structure_codes import (
    CAPTION_MALFORMED,
    CAPTION_MISSING,
    CAPTION_OUT_OF_SERIES,
    CAPTION_PLACE,
    FORMULA_UNNUMBERED,
    NOT_MENTIONED,
)
from guiju_runtime.messages import Text

FORMULA_NUMBER = re.compile(r"[（(](?P<number>(?:[A-Z][.．])?\d+)[)）]\s*$")
NUMBER = r"(?:[A-Z]\.)?\d+"
MENTION = re.compile(
    rf"(?P<kind>[表图]|公式|式|(?:Table|Figure|Formula|Equation)s?\b)\s?[（(]?(?P<first>{NUMBER})[)）]?"
    rf"(?:\s?(?:～|~|至|—|-|to)\s?(?:[表图]|公式|式)?[（(]?(?P<last>{NUMBER})[)）]?)?"
)
LISTED = re.compile(rf"(?:、|和|或|及|,| and| or)\s?[（(]?(?P<number>{NUMBER})[)）]?")
CONTINUED = re.compile(r"[（(]?(?:续|continued)[)）]?")
TABLE = Text(zh="表", en="table")
FIGURE = Text(zh="图", en="figure")
WAYS: Final = {
    "table": Text(zh="在表的上方居中写“表1　标题”", en="write 表1　title above the table"),
    "figure": Text(zh="在图的下方居中写“图1　标题”", en="write 图1　title below the figure"),
    "above": Text(zh="把表题移到表的上方", en="move the title above the table"),
    "below": Text(zh="把图题移到图的下方", en="move the title below the figure"),
}
UNDER = Text(zh="下方", en="below")
OVER = Text(zh="上方", en="above")
REACH = 3
"""Paragraphs between a table and its title: 单位为, an empty one."""


def captions(outline: Outline) -> Iterator[tuple[str, str, Paragraph, re.Match[str]]]:
    """Give kind, number, paragraph and parts of each caption, continuations left out."""
    for paragraph in outline.playing("table title", "figure title"):
        match = CAPTION.fullmatch(paragraph.words.strip())
        if match is not None and not CONTINUED.match(match["title"]):
            kind = KINDS.get(match["kind"], match["kind"])
            yield kind, match["number"].replace("．", "."), paragraph, match


def formulas(outline: Outline) -> Iterator[tuple[str, Paragraph]]:
    """Give number and paragraph of each formula; a formula over several lines ends with it."""
    for paragraph in outline.playing("formula"):
        match = FORMULA_NUMBER.search(paragraph.text)
        yield (match["number"].replace("．", ".") if match else ""), paragraph


def captions_are_in_series(outline: Outline) -> Iterator[Finding]:
    """Report numbers of tables, figures and formulas that do not follow one another."""
    numbered = [(kind, number, paragraph) for kind, number, paragraph, _ in captions(outline)]
    numbered += [("公式", number, paragraph) for number, paragraph in formulas(outline) if number]
    counts: dict[tuple[str, str], int] = {}
    for kind, number, paragraph in numbered:
        annex = number[:2] if number[:1].isalpha() else ""
        part = outline.part(paragraph)
        home = outline.clauses[paragraph.place - 1][:1] + "." if part == "annex" else ""
        counts[kind, home] = counts.get((kind, home), 0) + 1
        expected = f"{home}{counts[kind, home]}"
        if number != expected or annex != home:
            yield found(
                CAPTION_OUT_OF_SERIES, "NB-07", paragraph,
                kind=_label(outline, kind, ""), number=number, expected=expected,
            )  # fmt: skip


def captions_are_well_formed(outline: Outline) -> Iterator[Finding]:
    """Report captions without a full-width space, without title, or with a mark at the end."""
    for kind, number, paragraph, match in captions(outline):
        title = match["title"].strip()
        gap_is_right = match["gap"] in ("　", "  ", " 　") or paragraph.label
        if not gap_is_right or not title or title.endswith(("。", "；", "：", "，", ".")):
            bare = title.rstrip("。；：，.") or "标题"
            yield found(
                CAPTION_MALFORMED, "NB-07", paragraph,
                given=short(paragraph.words), expected=f"{_label(outline, kind, number)}　{bare}",
            )  # fmt: skip
    for paragraph in outline.playing("table title"):
        parts = CAPTION.fullmatch(paragraph.words.strip())
        words = parts["title"].strip() if parts is not None else ""
        if parts is not None and CONTINUED.match(words) and not words.startswith("（续）"):
            yield found(
                CAPTION_MALFORMED, "FX-22", paragraph, warns=True,
                given=short(paragraph.words), expected=f"表{parts['number']}（续）",
            )  # fmt: skip


def near(outline: Outline, start: int, step: int, role: str) -> Paragraph | None:
    """Give the nearest paragraph of ``role`` from place ``start``, going by ``step``."""
    place = start
    for _ in range(REACH):
        if not 1 <= place <= len(outline.draft.paragraphs):
            return None
        paragraph = outline.draft.paragraphs[place - 1]
        if outline.role(paragraph) == role:
            return paragraph
        if outline.role(paragraph) not in ("blank", "unit of table", "note"):
            return None
        place += step
    return None


def tables_of_text(outline: Outline) -> Iterator[tuple[Table, Paragraph, int]]:
    """Give the tables of clauses and annexes with their first paragraph and the place behind."""
    last: dict[int, int] = {}
    for paragraph in outline.draft.paragraphs:
        if paragraph.table is not None:
            last[paragraph.table] = paragraph.place
    for place, table in enumerate(outline.draft.tables):
        if table.first and place in last:
            first = outline.draft.paragraphs[table.first - 1]
            is_frame_of_formula = len(table.rows) == 1 and any(
                one.formulas for one in outline.draft.paragraphs[table.first - 1 : last[place]]
            )
            if outline.part(first) in ("clauses", "annex") and not is_frame_of_formula:
                yield table, first, last[place] + 1


def tables_and_figures_have_titles(outline: Outline) -> Iterator[Finding]:
    """Report tables and figures without a title near them."""
    for table, first, behind in tables_of_text(outline):
        above = near(outline, table.before, -1, "table title")
        below = near(outline, behind, 1, "table title")
        if above is None and below is None:
            yield found(CAPTION_MISSING, "TF-01", first, kind=TABLE, way=WAYS["table"])
    for picture in _pictures(outline):
        around = [near(outline, picture.place + step, step, "figure title") for step in (1, -1)]
        if around == [None, None]:
            yield found(CAPTION_MISSING, "TF-02", picture, kind=FIGURE, way=WAYS["figure"])


def _pictures(outline: Outline) -> Iterator[Paragraph]:
    """Give the pictures of clauses and annexes, the last of several in a row."""
    for picture in outline.playing("picture"):
        following = outline.draft.paragraphs[picture.place : picture.place + 1]
        in_row = bool(following) and outline.role(following[0]) == "picture"
        if outline.part(picture) in ("clauses", "annex") and not in_row:
            yield picture


def captions_stand_on_their_side(outline: Outline) -> Iterator[Finding]:
    """Report titles below tables, and above figures."""
    for table, _, behind in tables_of_text(outline):
        below = near(outline, behind, 1, "table title")
        if near(outline, table.before, -1, "table title") is None and below is not None:
            yield found(
                CAPTION_PLACE, "TF-01", below,
                caption=short(below.words), kind=TABLE, side=UNDER, way=WAYS["above"],
            )  # fmt: skip
    for picture in _pictures(outline):
        above = near(outline, picture.place - 1, -1, "figure title")
        if near(outline, picture.place + 1, 1, "figure title") is None and above is not None:
            yield found(
                CAPTION_PLACE, "TF-02", above,
                caption=short(above.words), kind=FIGURE, side=OVER, way=WAYS["below"],
            )  # fmt: skip


def formulas_have_numbers(outline: Outline) -> Iterator[Finding]:
    """Report formulas on a line of their own that have no number, the lines of one taken whole."""
    for number, paragraph in formulas(outline):
        following = outline.draft.paragraphs[paragraph.place : paragraph.place + 1]
        goes_on = bool(following) and outline.role(following[0]) == "formula"
        if not number and not goes_on:
            yield found(FORMULA_UNNUMBERED, "TF-03", paragraph)


def things_are_mentioned_before(outline: Outline) -> Iterator[Finding]:
    """Report tables, figures and formulas that no words before them mention."""
    first: dict[str, int] = {}
    for paragraph in outline.draft.paragraphs:
        is_title = outline.role(paragraph) in ("table title", "figure title", "formula")
        if outline.part(paragraph) in ("clauses", "annex") and not is_title:
            for thing in mentioned(paragraph.text):
                first.setdefault(thing, paragraph.place)
    things = [(f"{kind}{number}", paragraph) for kind, number, paragraph, _ in captions(outline)]
    things += [(f"公式（{number}）", one) for number, one in formulas(outline) if number]
    for thing, paragraph in things:
        if first.get(thing, paragraph.place) >= paragraph.place:
            kind = thing.rstrip("（）().ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
            shown = _label(outline, kind, thing[len(kind) :])
            yield found(NOT_MENTIONED, "NB-07", paragraph, thing=shown)


def mentioned(text: str) -> Iterator[str]:
    """Name the tables, figures and formulas that a text mentions: 表1, 图A.1, 公式（2）."""
    for match in MENTION.finditer(text):
        kind = match["kind"]
        for number in _from_to(match["first"], match["last"]):
            yield _named(kind, number)
        end = match.end()
        while (listed := LISTED.match(text, end)) is not None:
            yield _named(kind, listed["number"])
            end = listed.end()


def _named(kind: str, number: str) -> str:
    own = KINDS.get(kind.rstrip("s"), kind)
    return f"{own}{number}" if own in "表图" else f"公式（{number}）"


def _label(outline: Outline, kind: str, number: str) -> str:
    """Name a table, figure or formula in the language of the draft."""
    if outline.language == "zh":
        return f"{kind}{number}"
    words = {"表": "Table", "图": "Figure", "公式": "Formula"}
    return f"{words[kind]} {number.replace('（', '(').replace('）', ')')}".rstrip()


def _from_to(first: str, last: str | None) -> list[str]:
    if not last:
        return [first]
    head, low, high = first[:-len(first.rpartition(".")[2])], *(
        int(one.rpartition(".")[2]) for one in (first, last)
    )  # fmt: skip
    return [f"{head}{number}" for number in range(low, min(high, low + 500) + 1)] or [first, last]
