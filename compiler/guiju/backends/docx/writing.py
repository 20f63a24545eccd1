"""What every part of the writer needs to know, and words within a paragraph."""

from collections.abc import Iterator, Mapping

from docx.document import Document
from msgspec import Struct

from guiju.backends.docx.elements import Element, text_run, word
from guiju.backends.docx.fields import bookmarked, field
from guiju.backends.docx.house import House
from guiju.backends.docx.measures import LINE, TEXT_WIDTH
from guiju.backends.docx.numbering_part import Lists
from guiju.backends.docx.omml import equation, printed
from guiju.backends.docx.style_sheet import HEI, Spacing, spacing
from guiju.documents.inlines import plain
from guiju.documents.model import (
    Annex,
    Block,
    Clause,
    Equation,
    Figure,
    InlineFormula,
    Inlines,
    Reference,
    Run,
    StandardDocument,
    Table,
    Term,
)
from guiju.documents.numbering import Numbers
from guiju.documents.printing import on_one_line, sign_kept
from guiju_runtime.messages import Language

Numbered = Annex | Clause | Equation | Figure | Table | Term


class Writing(Struct, frozen=True, kw_only=True):
    """One document on its way into Word.

    Attributes:
        word: the file that the parts are put into.
        house: the template of an association, if one is given.
        bookmarks: bookmark of each id.
        kinds: the thing behind each id.
        pages: page of each id, as far as known.
    """

    document: StandardDocument
    numbers: Numbers
    word: Document
    house: House | None
    lists: Lists
    bookmarks: Mapping[str, str]
    kinds: Mapping[str, Numbered]
    pages: Mapping[str, int]

    @property
    def language(self) -> Language:
        """Give the language of the document."""
        return self.document.language

    @property
    def width(self) -> int:
        """Give the width of a line of text [twips]."""
        return self.house.width if self.house is not None else TEXT_WIDTH

    def style_name(self, style: str, ours: str) -> str:
        """Give the name that the file has for a style of ours."""
        return self.house.sheet.names[style] if self.house is not None else ours

    def words(self, inlines: Inlines) -> list[Element]:
        """Write words, formulas and references within a line."""
        return [element for inline in inlines for element in self.inline(inline)]

    def inline(self, inline: Run | InlineFormula | Reference) -> list[Element]:
        """Write one part of a line."""
        match inline:
            case Run():
                return [self.run(inline)]
            case InlineFormula():
                return [equation(printed(inline.formula))]
            case Reference():
                return self.reference(inline.target)

    def run(self, run: Run) -> Element:
        """Write letters in one style."""
        properties = []
        if run.heavy:
            properties.append(word("rFonts", hint="eastAsia", ascii=HEI, hAnsi=HEI, eastAsia=HEI))
        elif self.language == "zh" and not run.text.isascii():
            properties.append(word("rFonts", hint="eastAsia"))
        if run.script:
            properties.append(word("vertAlign", val=f"{run.script}script"))
        return text_run(sign_kept(run.text), properties)

    def line_properties(self, *lines: Inlines) -> list[Element]:
        """Give what a paragraph with a formula in it needs: lines that may outgrow the grid."""
        if not any(isinstance(inline, InlineFormula) for line in lines for inline in line):
            return []
        return [word("snapToGrid", val=0), spacing(Spacing(least=LINE))]

    def title(self, title: str) -> list[Element]:
        """Write a title behind its number, the digits in chemical formulas lowered."""
        return [self.text("　"), *map(self.run, plain(title))]

    def text(self, text: str) -> Element:
        """Write plain words."""
        return self.run(Run(text=text, script="", heavy=False))

    def mark(self, target: str, content: list[Element]) -> list[Element]:
        """Put the bookmark of ``target`` around ``content``."""
        return bookmarked(self.bookmarks[target], content)

    def reference(self, target: str) -> list[Element]:
        """Write a live reference: by number for clauses and annexes, by text for the others."""
        printed_words = on_one_line(self.numbers.references[target])
        if isinstance(self.kinds[target], Clause | Annex | Term):
            return field(f"REF {self.bookmarks[target]} \\r \\h", printed_words)
        before = ""
        if isinstance(self.kinds[target], Equation):
            opening = "（" if self.language == "zh" else "("
            before, _, bare = printed_words.partition(opening)
            printed_words = opening + bare
        shown = [self.text(before)] if before else []
        return [*shown, *field(f"REF {self.bookmarks[target]} \\h", printed_words)]


def things(document: StandardDocument) -> dict[str, Numbered]:
    """Give everything in ``document`` that has an id."""
    found: dict[str, Numbered] = {}
    parts: tuple[Clause | Annex, ...] = (*document.clauses, *document.annexes)
    for part in parts:
        found[part.id] = part
        found |= {thing.id: thing for thing in inside(part.content)}
    return found


def inside(content: tuple[Block, ...]) -> Iterator[Numbered]:
    """Give what has an id in ``content``, at any depth."""
    for block in content:
        if isinstance(block, Clause | Equation | Figure | Table | Term):
            yield block
        if isinstance(block, Clause):
            yield from inside(block.content)
