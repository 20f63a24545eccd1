"""The pass from a ``Draft`` to its ``Outline``: parts, clauses, and what each paragraph is."""

import re
from typing import Final

from guiju.review.model import Draft, Paragraph
from guiju.review.structure.language import is_chinese
from guiju.review.structure.model import Annex, Heading, Outline, Part
from guiju.review.structure.numbers import Numbering
from guiju.review.structure.roles import roles_of
from guiju.review.structure.signs import (
    ANNEX,
    is_blank,
    is_contents_line,
    is_end_line,
    looks_like_contents,
)
from guiju.review.structure.terms import terms_of

TITLES: Final[tuple[tuple[re.Pattern[str], Part], ...]] = (
    (re.compile(r"目[次录]|(?:Tableof)?[Cc]ontents"), "contents"),
    (re.compile(r"[\d.]*(?:前言|Foreword)"), "foreword"),
    (re.compile(r"[\d.]*(?:引言|Introduction)"), "introduction"),
    (re.compile(r"(?:附录[A-Z])?[\d.]*(?:参考文献|Bibliography)"), "bibliography"),
    (re.compile(r"[\d.]*(?:索引|Index)"), "index"),
)
FRONT: Final = ("cover", "contents", "foreword", "introduction")
ORDER: Final = (*FRONT, "clauses", "annex", "bibliography", "index", "end")
FORCE_LINE = re.compile(r"[（(](规范性|资料性|normative|informative)(附录)?[)）]")


class Walk:
    """Goes through a draft once, and keeps where it is."""

    def __init__(self, draft: Draft) -> None:
        """Begin on the cover."""
        self.draft = draft
        self.part: Part = "cover"
        self.numbering = Numbering()
        self.titles: dict[Part, Paragraph] = {}
        self.parts: list[Part] = []
        self.clauses: list[str] = []
        self.headings: list[Heading] = []
        self.annexes: list[Annex] = []

    def step(self, paragraph: Paragraph) -> None:
        """Find the part and the clause of one more paragraph."""
        if paragraph.at == "text" and not is_blank(paragraph):
            self.open(paragraph)
        self.parts.append(self.part)
        self.clauses.append(self.numbering.current if self.part in ("clauses", "annex") else "")

    def open(self, paragraph: Paragraph) -> None:
        """Open the part or the clause that a paragraph is the title of."""
        if is_contents_line(paragraph):
            if self.part == "cover":
                self.part = "contents"
            return
        if self.part == "contents" and looks_like_contents(paragraph):
            return
        title = next((part for sign, part in TITLES if sign.fullmatch(paragraph.key)), None)
        if title is not None and self.may_open(title):
            self.begin(title, paragraph)
        elif not self.annex(paragraph):
            self.clause(paragraph)

    def may_open(self, part: Part) -> bool:
        """Say whether a part may begin here: one before clause 1 only there, once each."""
        return part not in self.titles and (part in FRONT) == (self.part in FRONT)

    def begin(self, part: Part, paragraph: Paragraph) -> None:
        """Go on to ``part``."""
        self.part = part
        self.titles[part] = paragraph

    def annex(self, paragraph: Paragraph) -> bool:
        """Open an annex, if the paragraph heads one."""
        match = ANNEX.fullmatch(paragraph.key)
        if match is None or self.part in FRONT:
            return False
        is_counted = "".join(paragraph.label.split()).startswith(("附录", "Annex"))
        lines = [line.strip() for line in paragraph.words.split("\n") if line.strip()]
        if not (is_counted or match["force"] or not match["title"] or len(lines) > 1):
            return False
        force, title = match["force"] or "", match["title"]
        following = self.draft.paragraphs[paragraph.place : paragraph.place + 2]
        for next_line in following if not title else ():
            if not force and FORCE_LINE.fullmatch(next_line.key):
                force = next_line.key
            elif not title:
                title = next_line.key
        letter = match["letter"]
        self.annexes.append(Annex(letter=letter, force=force, title=title, place=paragraph.place))
        self.begin("annex", paragraph)
        self.numbering.annex(letter)
        return True

    def clause(self, paragraph: Paragraph) -> None:
        """Open a chapter or a clause, if the paragraph heads one."""
        if self.part not in (*FRONT, "clauses", "annex"):
            return
        heading = self.numbering.heading(paragraph, in_front=self.part in FRONT)
        if heading is None:
            return
        if self.part in FRONT:
            self.begin("clauses", paragraph)
        self.headings.append(heading)


def outline_of(draft: Draft) -> Outline:
    """Find elements, clauses and roles in a draft."""
    walk = Walk(draft)
    for paragraph in draft.paragraphs:
        walk.step(paragraph)
    parts = with_end(draft, walk.parts)
    heads = {heading.place: heading for heading in walk.headings}
    roles = roles_of(draft, parts, heads, walk.titles)
    terms = tuple(terms_of(draft, walk.headings, walk.clauses, roles))
    for term in terms:
        roles[term.name - 1] = "term"
    return Outline(
        draft=draft,
        language="zh" if is_chinese(draft) else "en",
        parts=tuple(parts),
        roles=tuple(roles),
        clauses=tuple(walk.clauses),
        titles=walk.titles,
        headings=tuple(walk.headings),
        annexes=tuple(walk.annexes),
        terms=terms,
    )


def with_end(draft: Draft, parts: list[Part]) -> list[Part]:
    """Set the end line, and what little stands behind it, apart."""
    ends = [
        paragraph.place
        for paragraph in draft.paragraphs[-6:]
        if paragraph.at != "cell" and parts[paragraph.place - 1] not in FRONT
        and is_end_line(paragraph)
    ]  # fmt: skip
    if not ends:
        return parts
    first = ends[0] - 1
    return [*parts[:first], *(["end"] * (len(parts) - first))]  # type: ignore[list-item]  # "end" is a Part
