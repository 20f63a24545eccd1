"""Verbs of provisions in English drafts, and words that no standard has (MV, NR-05)."""

import re
from collections.abc import Iterator
from typing import Final

from guiju.review.checks.cover import lines_of
from guiju.review.checks.verbs import ZONES, left_over
from guiju.review.finding import Finding, found
from guiju.review.structure import Outline
from guiju.review.wording_codes import (
    FORBIDDEN_VERB,
    MODAL_OUT_OF_PLACE,
    UNFINISHED,
    VAGUE_REFERENCE,
)

VERBS = "be|have|cover|conform|comply|contain|give|include|meet|report|state|stay|use|agree|equal"
"""What follows the verb must, and not the must of a mash."""
FORBIDDEN: Final = (
    (re.compile(r"\b(?:must|may) not\b"), "shall not"),
    (re.compile(rf"\bmust\b(?= (?:{VERBS})\b)"), "shall"),
    (re.compile(r"\b(?:is|are) not allowed to\b"), "shall not"),
    (re.compile(r"\bought to\b"), "should"),
    (re.compile(r"\b(?:has|have) to\b"), "shall"),
)
KINDS: Final = (
    ("MV-01", re.compile(r"\bshall\b")),
    ("MV-03", re.compile(r"\bshould\b")),
)
STAGE = re.compile(r"\(?.*\bdraft\b.*\)?", re.IGNORECASE)
UNDONE = re.compile(r"to be (?:checked|completed|determined|added)|TBD|TO[D]O|××+|XXX+")
LEFT = re.compile(
    r"[Cc]lick (?:or tap )?here to enter[^.]{0,20}|FORMTEXT|"
    r"Error! (?:Bookmark not defined|Reference source not found)\.?"
)
VAGUE_REFERENCES = re.compile(
    r"\bsee (?:above|below|overleaf|page \d+)|as (?:stated|mentioned|described) (?:above|below)"
)


def english_verbs_are_those_of_the_directives(outline: Outline) -> Iterator[Finding]:
    """Report must, may not, has to and ought to in place of shall, shall not and should."""
    for paragraph in outline.within("clauses", "annex"):
        for sign, expected in FORBIDDEN:
            for match in sign.finditer(paragraph.text):
                yield found(
                    FORBIDDEN_VERB, "MV-01", paragraph, match.span(),
                    given=match[0], expected=expected,
                )  # fmt: skip


def english_provisions_stand_in_clauses(outline: Outline) -> Iterator[Finding]:
    """Report shall and should in foreword, introduction, scope, notes and examples."""
    in_scope = {p.place for p in outline.inside("1")} if outline.chapter("1") is not None else set()
    for paragraph in outline.draft.paragraphs:
        role, part = outline.role(paragraph), outline.part(paragraph)
        zone: str = role if role in ("note", "example") and part in ("clauses", "annex") else part
        zone = "scope" if paragraph.place in in_scope else zone
        if zone not in ZONES or role in ("part title", "cell"):
            continue
        for row, sign in KINDS:
            match = sign.search(paragraph.text)
            if match is not None:
                yield found(
                    MODAL_OUT_OF_PLACE, row, paragraph, match.span(),
                    zone=ZONES[zone], given=match[0],
                )  # fmt: skip


def nothing_in_english_is_unfinished(outline: Outline) -> Iterator[Finding]:
    """Report marks of unfinished text where the cover does not say that it is a draft."""
    if any(STAGE.fullmatch(line.words) for line in lines_of(outline)):
        return
    for paragraph in outline.within("cover", "foreword", "introduction", "clauses", "annex"):
        for match in UNDONE.finditer(paragraph.text):
            yield found(UNFINISHED, "MV", paragraph, match.span(), given=match[0])


def nothing_is_left_of_an_english_template(outline: Outline) -> Iterator[Finding]:
    """Report prompts of templates and fields that have lost what they refer to."""
    yield from left_over(outline, LEFT)


def english_references_name_a_clause(outline: Outline) -> Iterator[Finding]:
    """Report see above, see below and see page 3."""
    for paragraph in outline.within("clauses", "annex"):
        for match in VAGUE_REFERENCES.finditer(paragraph.text):
            yield found(VAGUE_REFERENCE, "NR-05", paragraph, match.span(), given=match[0])
