"""What the parts of a draft are to one another."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from guiju.review.model import Draft, Paragraph
from guiju_runtime.messages import Language

Part = Literal[
    "cover", "contents", "foreword", "introduction", "clauses", "annex", "bibliography", "index",
    "end",
]  # fmt: skip
Role = Literal[
    "blank", "cell", "picture", "part title", "contents line", "standard title", "chapter",
    "clause", "untitled", "term", "annex mark", "table title", "figure title", "unit of table",
    "note",
    "example", "letter item", "dash item", "formula", "where", "where item", "source", "end line",
    "body",
]  # fmt: skip


class Heading(Struct, frozen=True, kw_only=True):
    """A clause: its number, its title or the first words of one without a title.

    Attributes:
        number: ``5.2`` or ``A.1``.
        titled: it has a title; else the words are those of a 无标题条.
        annex: letter of the annex that it is in, or empty.
        counted: Word counts the number.
    """

    number: str
    title: str
    paragraph: Paragraph
    titled: bool
    annex: str
    counted: bool

    @property
    def depth(self) -> int:
        """Give 1 for a chapter or the first layer of an annex."""
        return self.number.count(".") + (0 if self.annex else 1)

    @property
    def above(self) -> str:
        """Give the number of the clause that it is in, empty for a chapter."""
        return self.number.rpartition(".")[0]

    @property
    def place(self) -> int:
        """Give the place of its paragraph."""
        return self.paragraph.place


class Annex(Struct, frozen=True, kw_only=True):
    """The head of an annex, its lines as printed."""

    letter: str
    force: str
    title: str
    place: int


class Term(Struct, frozen=True, kw_only=True):
    """A term entry.

    Attributes:
        name: place of the paragraph that gives the term.
        definition: places of the paragraphs that define it.
    """

    number: str
    zh: str
    en: str
    name: int
    definition: tuple[int, ...]


class Outline(Struct, frozen=True, kw_only=True):
    """A draft with the part, the role and the clause of each paragraph.

    Attributes:
        language: the signs are those of both; some checks are for one.
        parts, roles, clauses: by place, from 0; a clause is the number printed last.
        titles: the paragraph that heads each part.
    """

    draft: Draft
    language: Language
    parts: tuple[Part, ...]
    roles: tuple[Role, ...]
    clauses: tuple[str, ...]
    titles: dict[Part, Paragraph]
    headings: tuple[Heading, ...]
    annexes: tuple[Annex, ...]
    terms: tuple[Term, ...]

    def role(self, paragraph: Paragraph) -> Role:
        """Give what a paragraph is."""
        return self.roles[paragraph.place - 1]

    def part(self, paragraph: Paragraph) -> Part:
        """Give the part that a paragraph is in."""
        return self.parts[paragraph.place - 1]

    def within(self, *parts: Part) -> Iterator[Paragraph]:
        """Give the paragraphs of parts that have words, without the title."""
        for paragraph in self.draft.paragraphs:
            if self.part(paragraph) in parts and self.role(paragraph) not in (
                "blank",
                "part title",
            ):
                yield paragraph

    def playing(self, *roles: Role) -> Iterator[Paragraph]:
        """Give the paragraphs that have one of ``roles``."""
        for paragraph in self.draft.paragraphs:
            if self.role(paragraph) in roles:
                yield paragraph

    def chapter(self, number: str) -> Heading | None:
        """Give a chapter by its number."""
        return next((h for h in self.headings if not h.annex and h.number == number), None)

    def inside(self, number: str) -> Iterator[Paragraph]:
        """Give the paragraphs under a clause, and under the clauses in it, its heading left out."""
        heads = {h.place for h in self.headings if h.number == number}
        for paragraph in self.draft.paragraphs:
            clause = self.clauses[paragraph.place - 1]
            is_inside = clause == number or clause.startswith(f"{number}.")
            if is_inside and paragraph.place not in heads and self.role(paragraph) != "blank":
                yield paragraph

    def chapter_called(self, *beginnings: str) -> Heading | None:
        """Give the first chapter whose title begins with one of ``beginnings``."""
        chapters = (h for h in self.headings if h.depth == 1 and not h.annex)
        return next((h for h in chapters if h.title.startswith(beginnings)), None)
