"""Terms and abbreviations (NB-04, NB-05)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from guiju.review.checks.verbs import MODAL
from guiju.review.finding import Finding, found, short
from guiju.review.model import Paragraph
from guiju.review.structure import Outline, Term
from guiju.review.terms_codes import (
    ABBREVIATION_FORM,
    ABBREVIATION_ORDER,
    ABBREVIATION_UNUSED,
    DEFINITION_UNFIT,
    TERM_INCOMPLETE,
    TERM_UNUSED,
)
from guiju.review.wording_codes import WORDING_DIFFERS
from guiju_runtime.messages import Text

OPENING = re.compile(r"(?:是指|系指|指|是)")
SOURCE = re.compile(r"\[来源：[^\[\]]+\]")
ENTRY = re.compile(
    r"(?P<name>[A-Za-z0-9][\w.\-/+₂ ]*?)\s*(?P<colon>[：:]|——|\s{2,}|　)\s*(?P<zh>[^（(]+)"
    r"(?:[（(](?P<en>[^）)]+)[)）])?[。；]?"
)
BEGINS_ENTRY = re.compile(r"[A-Za-z0-9][\w.\-/+]{0,20}\s*(?:[：:　]|——|\s{2,})")
NAMES = frozenset({"Portland", "Bayer", "Söderberg", "Solvay", "Claus", "Haber", "Pidgeon"})
"""Names that English terms of the field begin with."""
ENGLISH = Text(zh="英文对应词", en="its English equivalent")
SMALL = Text(zh="小写的英文对应词", en="an English equivalent in small letters")
MODAL_IN_IT = Text(zh="含有能愿动词", en="has a modal verb")
BEGINS = Text(zh="以“是”“指”等开头", en="begins with 是 or 指")
REPEATS = Text(zh="重复了术语本身", en="repeats the term")
EMPTY = Text(zh="是空的", en="is empty")


def terms_are_in_both_languages(outline: Outline) -> Iterator[Finding]:
    """Report terms without an English equivalent, or with one in capitals; sources out of form."""
    for term in outline.terms:
        paragraph = outline.draft.paragraphs[term.name - 1]
        if not term.en:
            yield found(TERM_INCOMPLETE, "NB-04", paragraph, term=short(term.zh), missing=ENGLISH)
        elif _is_capital(term.en):
            yield found(TERM_INCOMPLETE, "NB-04", paragraph, term=short(term.zh), missing=SMALL)
    for paragraph in outline.playing("source"):
        if not SOURCE.fullmatch(paragraph.words.strip()):
            yield found(
                WORDING_DIFFERS, "FX-17", paragraph,
                expected="[来源：GB/T 24067—2024，3.1.1]",
            )  # fmt: skip


def _is_capital(english: str) -> bool:
    """Say whether a word begins with a capital that is no abbreviation's and no name's."""
    first = english.split()[0]
    return first not in NAMES and first[:1].isupper() and first[1:].islower() and len(first) > 1


def definitions_are_fit(outline: Outline) -> Iterator[Finding]:
    """Report definitions with modal verbs, that begin with 是指, or that repeat the term."""
    for term in outline.terms:
        if not term.definition:
            paragraph = outline.draft.paragraphs[term.name - 1]
            yield found(DEFINITION_UNFIT, "NB-04", paragraph, term=short(term.zh), reason=EMPTY)
            continue
        paragraph = outline.draft.paragraphs[term.definition[0] - 1]
        reason = _unfit(term, paragraph.text.strip())
        if reason is not None:
            yield found(DEFINITION_UNFIT, "NB-04", paragraph, term=short(term.zh), reason=reason)


def _unfit(term: Term, words: str) -> Text | None:
    if MODAL.search(words):
        return MODAL_IN_IT
    if OPENING.match(words):
        return BEGINS
    return REPEATS if term.zh and words.startswith(term.zh) else None


def terms_are_used(outline: Outline) -> Iterator[Finding]:
    """Report terms that occur nowhere but in their own entry."""
    parts = ("clauses", "annex", "introduction")
    paragraphs = outline.draft.paragraphs
    whole = "\n".join(p.text for p in paragraphs if outline.part(p) in parts)
    for term in outline.terms:
        names = [name for name in re.split(r"[；;\s　]+", term.zh) if name]
        own = "\n".join(paragraphs[place - 1].text for place in (term.name, *term.definition))
        if names and all(whole.count(name) <= own.count(name) for name in names):
            yield found(TERM_UNUSED, "NB-04", paragraphs[term.name - 1], term=short(term.zh))


def entries(outline: Outline) -> list[tuple[str, Paragraph, re.Match[str] | None]]:
    """Give the abbreviations of the chapter on them: name, paragraph, parts."""
    chapter = outline.chapter_called("缩略语", "符号和缩略语", "术语、定义和缩略语")
    if chapter is None:
        return []
    lines = []
    for paragraph in outline.inside(chapter.number):
        text = paragraph.text.strip()
        if BEGINS_ENTRY.match(text) and outline.role(paragraph) not in ("cell", "term"):
            match = ENTRY.fullmatch(text)
            lines.append((match["name"] if match else text, paragraph, match))
    return lines


def abbreviations_are_well_formed(outline: Outline) -> Iterator[Finding]:
    """Report entries that are numbered, or lack the Chinese or the English words."""
    for name, paragraph, match in entries(outline):
        is_right = match is not None and match["colon"] == "：" and match["en"]
        if not is_right or paragraph.label:
            yield found(ABBREVIATION_FORM, "NB-05", paragraph, given=short(name))


def abbreviations_are_in_order(outline: Outline) -> Iterator[Finding]:
    """Report entries out of the order of the alphabet, digits first."""
    for (before, _, _), (name, paragraph, _) in pairwise(entries(outline)):
        if name.lower() < before.lower():
            yield found(
                ABBREVIATION_ORDER, "NB-05", paragraph, given=short(name), other=short(before)
            )


def abbreviations_are_used(outline: Outline) -> Iterator[Finding]:
    """Report entries that occur nowhere else."""
    outside = ("cover", "contents")
    paragraphs = outline.draft.paragraphs
    whole = "\n".join(p.text for p in paragraphs if outline.part(p) not in outside)
    for name, paragraph, _ in entries(outline):
        pattern = re.compile(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])")
        if len(pattern.findall(whole)) <= len(pattern.findall(paragraph.text)):
            yield found(ABBREVIATION_UNUSED, "NB-05", paragraph, given=short(name))
