"""A Word file as a reviewer sees it: paragraphs with number, type and place; tables; sections."""

from itertools import accumulate
from typing import Literal

from msgspec import Struct

from guiju_dsl.source import SourceText

Place = Literal["text", "cell", "frame"]


class Look(Struct, frozen=True, kw_only=True):
    """What style, list and paragraph together come to; what is not said is None or empty.

    Attributes:
        face, latin: fonts of Chinese and of Latin letters.
        size: half-points.
        align: ``left``, ``center``, ``right``, ``both`` or ``distribute``.
        left, hanging, first: twips; ``characters`` the first line's in hundredths of one.
        new_page: the paragraph begins a page.
    """

    face: str
    latin: str
    size: int | None
    align: str
    left: int
    hanging: int
    first: int
    characters: int
    new_page: bool


class Paragraph(Struct, frozen=True, kw_only=True):
    r"""One paragraph of the text, of a cell or of a frame.

    Attributes:
        place: from 1, in the order of the file.
        label: the number or mark that Word counts, such as ``5.2`` or ``a)``; else empty.
        text: the words behind it, line breaks as ``\n``; formulas as their letters.
        style: name of the style.
        fields: instructions of the fields in it.
        formulas: letters of each formula.
        table: which table it stands in, from 0.
        section: which section, from 0.
        ruled: it has a rule above or below, or a drawn line.
        after_page_break: a page break stands right before it, or at its beginning.
    """

    place: int
    label: str
    text: str
    style: str
    look: Look
    at: Place
    fields: tuple[str, ...]
    formulas: tuple[str, ...]
    pictures: int
    table: int | None
    section: int
    outline: int | None
    ruled: bool
    after_page_break: bool

    @property
    def words(self) -> str:
        """Give label and text as a reader sees them."""
        return self.label + self.text

    @property
    def key(self) -> str:
        """Give the words without any space."""
        return "".join(self.words.split())


class Table(Struct, frozen=True, kw_only=True):
    """A table of the text.

    Attributes:
        before: place of the last paragraph before it.
        rows: texts of the cells, None where a cell goes on from the one above.
        first: place of its first paragraph, or 0.
        head_repeats: its first row comes again on each page.
    """

    before: int
    first: int
    rows: tuple[tuple[str | None, ...], ...]
    head_repeats: bool


class Furniture(Struct, frozen=True, kw_only=True):
    """A header or footer: which pages it is on, its words, fields and look."""

    kind: Literal["header", "footer"]
    pages: str
    text: str
    fields: tuple[str, ...]
    look: Look | None


class Section(Struct, frozen=True, kw_only=True):
    """Page of a section in twips, the kind and start of its page numbers, its furniture."""

    page: tuple[int, int]
    margins: dict[str, int]
    number_format: str
    number_start: int | None
    furniture: tuple[Furniture, ...]


class Draft(Struct, frozen=True, kw_only=True):
    """A whole Word file.

    Attributes:
        footnotes: text and look of each footnote.
        tracked: it holds changes that nobody has accepted or refused.
        even_and_odd: even and odd pages have furniture of their own.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[tuple[str, Look], ...]
    tracked: bool
    even_and_odd: bool

    def source(self) -> SourceText:
        """Give its words, a line a paragraph: line n is paragraph n."""
        lines = (one_line(paragraph.words) for paragraph in self.paragraphs)
        return SourceText(name=self.name, text="\n".join(lines))

    def starts(self) -> tuple[int, ...]:
        """Give where each paragraph begins in ``source``."""
        lengths = (len(paragraph.words) + 1 for paragraph in self.paragraphs)
        return tuple(accumulate(lengths, initial=0))


def one_line(words: str) -> str:
    """Put a paragraph on one line, letter for letter."""
    return "".join(letter if letter.isprintable() else " " for letter in words)
