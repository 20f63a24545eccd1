"""Annexes: heads in three lines, mentioned in order and by their force (NB-06, EL-13)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Annex, Outline
from guiju.review.structure_codes import (
    ANNEX_FORCE,
    ANNEX_HEAD,
    ANNEX_ORDER,
    ANNEX_UNMENTIONED,
    CLAUSE_OUT_OF_SERIES,
)
from guiju_runtime.messages import Text

MENTION = re.compile(r"(?:附录\s?|[Aa]nnex\s)(?P<letter>[A-Z])(?![A-Za-z])")
INSIDE = re.compile(
    r"(?:[表图]|公式（|式（|见|第|Table|Figure|Formula \(|[Cc]lause|see)\s?(?P<letter>[A-Z])\.\d"
)
FORCE = re.compile(r"[（(](规范性|资料性|normative|informative)[)）]")
FOLLOWED = re.compile(
    r"(?:(?:按|应符合|符合|应采用|采用|应填写|应按照|按照)附录\s?|"
    r"(?:in accordance with|conform to|comply with|as specified in) Annex )(?P<letter>[A-Z])"
)
WORDS = {
    "规范性": Text(zh="规范性的", en="normative"),
    "资料性": Text(zh="资料性的", en="informative"),
}


def heads_of_annexes_have_three_lines(outline: Outline) -> Iterator[Finding]:
    """Report heads of annexes without force, in the form of 2009, or out of series."""
    for place, annex in enumerate(outline.annexes):
        paragraph = outline.draft.paragraphs[annex.place - 1]
        if not FORCE.fullmatch(annex.force) or not annex.title:
            yield found(
                ANNEX_HEAD, "NB-06", paragraph,
                letter=annex.letter, given=short(paragraph.words) + _next_force(annex, paragraph),
            )  # fmt: skip
        expected = chr(ord("A") + place)
        word = "附录" if outline.language == "zh" else "Annex "
        if annex.letter != expected:
            yield found(
                CLAUSE_OUT_OF_SERIES, "NB-06", paragraph,
                number=f"{word}{annex.letter}", expected=f"{word}{expected}",
                before=f"{word}{chr(ord(expected) - 1)}" if place else "—",
            )  # fmt: skip


def _next_force(annex: Annex, paragraph: Paragraph) -> str:
    is_below = annex.force and annex.force not in paragraph.key
    return f" {annex.force}" if is_below else ""


def mentions(outline: Outline) -> Iterator[tuple[str, Paragraph]]:
    """Give the annexes that the body mentions, themselves or by what is in them, in order."""
    for paragraph in outline.draft.paragraphs:
        if outline.part(paragraph) != "clauses":
            continue
        both = (*MENTION.finditer(paragraph.text), *INSIDE.finditer(paragraph.text))
        for match in sorted(both, key=lambda match: match.start()):
            yield match["letter"], paragraph


def annexes_are_mentioned(outline: Outline) -> Iterator[Finding]:
    """Report annexes that no clause mentions."""
    mentioned = {letter for letter, _ in mentions(outline)}
    for annex in outline.annexes:
        if annex.letter not in mentioned and not _mentioned_in_annex(outline, annex.letter):
            paragraph = outline.draft.paragraphs[annex.place - 1]
            yield found(ANNEX_UNMENTIONED, "NB-06", paragraph, letter=annex.letter)


def _mentioned_in_annex(outline: Outline, letter: str) -> bool:
    return any(
        match["letter"] == letter
        for paragraph in outline.within("annex")
        if outline.clauses[paragraph.place - 1][:1] != letter
        for match in MENTION.finditer(paragraph.text)
    )


def annexes_stand_in_the_order_of_mention(outline: Outline) -> Iterator[Finding]:
    """Report annexes that the body mentions before those that stand before them."""
    order = list(dict.fromkeys(letter for letter, _ in mentions(outline)))
    by_letter = {annex.letter: annex for annex in outline.annexes}
    listed = [letter for letter in by_letter if letter in order]
    for before, letter in pairwise(listed):
        if order.index(letter) < order.index(before):
            paragraph = outline.draft.paragraphs[by_letter[letter].place - 1]
            yield found(ANNEX_ORDER, "EL-13", paragraph, letter=letter, other=before)


def annexes_are_mentioned_by_their_force(outline: Outline) -> Iterator[Finding]:
    """Report an informative annex that a clause says is followed."""
    forces = {annex.letter: annex.force.strip("（()）") for annex in outline.annexes}
    for paragraph in outline.within("clauses"):
        for match in FOLLOWED.finditer(paragraph.text):
            if forces.get(match["letter"], "").startswith(("资料性", "informative")):
                yield found(
                    ANNEX_FORCE, "NB-06", paragraph, match.span(), warns=True,
                    letter=match["letter"], given=WORDS["资料性"], words=match[0],
                )  # fmt: skip
