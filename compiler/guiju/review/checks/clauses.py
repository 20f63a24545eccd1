"""Chapters and clauses: in series, not alone, titled alike, nothing hanging (NB-01, NB-02)."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from guiju.review.finding import Finding, found, short
from guiju.review.structure import Heading, Outline
from guiju.review.structure_codes import (
    CLAUSE_OUT_OF_SERIES,
    HANGING_PARAGRAPH,
    ONLY_CLAUSE,
    SOME_TITLED,
    TITLE_PUNCTUATED,
    TOO_DEEP,
)
from guiju_runtime.messages import Text

MARKS = ("。", "；", "：", "，", "、", ".", ";", ":", ",")
DEEPEST = 6
A_TITLE = Text(zh="有", en="a")
NO_TITLE = Text(zh="没有", en="no")
NONE = Text(zh="没有", en="none")
ONE = Text(zh="有", en="one")


def siblings(outline: Outline) -> dict[str, list[Heading]]:
    """Give the clauses under each clause, by its number; chapters stand under nothing."""
    by_parent: defaultdict[str, list[Heading]] = defaultdict(list)
    for heading in outline.headings:
        by_parent[heading.above].append(heading)
    return by_parent


def clauses_are_in_series(outline: Outline) -> Iterator[Finding]:
    """Report numbers that do not follow one another, and clauses below the fifth layer."""
    for above, beside in siblings(outline).items():
        before = f"{above}.0" if above else "0"
        for heading in beside:
            expected = _after(before)
            if heading.number != expected:
                yield found(
                    CLAUSE_OUT_OF_SERIES, "NB-01", heading.paragraph,
                    number=heading.number, before=before, expected=expected,
                )  # fmt: skip
            before = heading.number
    for heading in outline.headings:
        if heading.depth > DEEPEST:
            yield found(
                TOO_DEEP, "NB-01", heading.paragraph, warns=True,
                number=heading.number, depth=str(heading.depth - 1),
            )  # fmt: skip


def _after(number: str) -> str:
    above, _, last = number.rpartition(".")
    return f"{above}.{int(last) + 1}" if above else str(int(last) + 1)


def clauses_are_no_only_ones(outline: Outline) -> Iterator[Finding]:
    """Report a clause that is the only one in what it parts."""
    terms = {term.number for term in outline.terms}
    for above, beside in siblings(outline).items():
        if above and len(beside) == 1 and beside[0].number not in terms:
            yield found(
                ONLY_CLAUSE, "NB-01", beside[0].paragraph, number=beside[0].number, above=above
            )


def clauses_of_a_layer_all_have_titles(outline: Outline) -> Iterator[Finding]:
    """Report the first clause of a layer that has a title where the one before has none."""
    terms = {term.number for term in outline.terms}
    for beside in siblings(outline).values():
        plain = [heading for heading in beside if heading.number not in terms]
        for before, heading in pairwise(plain):
            if before.titled != heading.titled:
                yield found(
                    SOME_TITLED, "NB-01", heading.paragraph,
                    number=heading.number, is_titled=A_TITLE if heading.titled else NO_TITLE,
                    other=before.number, is_other=ONE if before.titled else NONE,
                )  # fmt: skip
                break


def titles_have_no_mark(outline: Outline) -> Iterator[Finding]:
    """Report titles of clauses that end with a mark."""
    terms = {term.number for term in outline.terms}
    for heading in outline.headings:
        title = heading.title.strip()
        if heading.titled and heading.number not in terms and title.endswith(MARKS):
            yield found(
                TITLE_PUNCTUATED, "NB-01", heading.paragraph, title=short(title), mark=title[-1]
            )


def no_paragraph_hangs(outline: Outline) -> Iterator[Finding]:
    """Report text between the title of a clause and the first clause in it."""
    terms = outline.chapter_called("术语", "定义", "Terms")
    parents = siblings(outline)
    for heading in outline.headings:
        below = parents.get(heading.number, [])
        if not below or heading is terms or not heading.titled:
            continue
        for paragraph in outline.draft.paragraphs[heading.place : below[0].place - 1]:
            if outline.role(paragraph) not in ("blank", "cell"):
                yield found(
                    HANGING_PARAGRAPH, "NB-02", paragraph,
                    number=heading.number, below=below[0].number,
                )  # fmt: skip
                break
