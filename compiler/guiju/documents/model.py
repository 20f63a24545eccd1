"""A standard document between the checked standard and its writers.

Elements, clauses and what stands in them, close to NISO STS. Ids are stable names; printed numbers
are computed once, in ``numbering.py``, for every writer.
"""

from typing import Literal

from msgspec import Struct

from guiju.documents.mathematics import Formula, Symbol
from guiju_runtime.messages import Language

# ---- inside a paragraph -----------------------------------------------------------------------


class Run(Struct, frozen=True, kw_only=True):
    """Letters in one style; ``script`` is for CO₂ and m³, ``heavy`` for a label in 黑体."""

    text: str
    script: Literal["", "sub", "super"]
    heavy: bool


class InlineFormula(Struct, frozen=True, kw_only=True):
    """A formula within a line."""

    formula: Formula


class Reference(Struct, frozen=True, kw_only=True):
    """A live reference to a clause, table, figure, formula or annex by its id."""

    target: str


Inline = Run | InlineFormula | Reference
Inlines = tuple[Inline, ...]


# ---- blocks -----------------------------------------------------------------------------------


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph (段): first line indented by two characters."""

    words: Inlines


class ListItem(Struct, frozen=True, kw_only=True):
    """One item (项) with the list under it, if any."""

    words: Inlines
    items: "tuple[ListItem, ...]"


class ItemList(Struct, frozen=True, kw_only=True):
    """A list (列项), ``——`` or ``a)``; its lead-in is the paragraph before."""

    kind: Literal["dash", "letter"]
    items: tuple[ListItem, ...]


class Explained(Struct, frozen=True, kw_only=True):
    """One line of 式中: a symbol, its meaning with the unit, without the closing mark."""

    symbol: Symbol
    words: Inlines


class Equation(Struct, frozen=True, kw_only=True):
    """A numbered formula with its 式中 list, symbols in order of appearance.

    Attributes:
        meaning: the name of the value that it defines in the plan, or empty.
    """

    id: str
    formula: Formula
    where: tuple[Explained, ...]
    meaning: str


class Column(Struct, frozen=True, kw_only=True):
    """Head of a table column; ``share`` is its part of the text width."""

    head: Inlines
    share: float
    align: Literal["left", "center", "right"]


class Table(Struct, frozen=True, kw_only=True):
    """A table with its title above and its head repeated on each page.

    Attributes:
        unit: words like 单位为千克 above the right end, or none.
        rows: a cell for each column; an empty cell prints as ``—``.
        notes: text set below, inside the frame.
    """

    id: str
    title: str
    unit: Inlines
    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    notes: tuple[Inlines, ...]


class Figure(Struct, frozen=True, kw_only=True):
    """A figure with its title below; ``svg`` is the drawing."""

    id: str
    title: str
    svg: str


class Note(Struct, frozen=True, kw_only=True):
    """A note (注) to what stands before it; several in a row are numbered."""

    words: Inlines


class Term(Struct, frozen=True, kw_only=True):
    """A term entry: number, term in both languages, definition, source."""

    id: str
    zh: str
    en: str
    definition: Inlines
    source: str


class Clause(Struct, frozen=True, kw_only=True):
    """A clause (章, 条) with blocks and clauses in it; without a title a 无标题条.

    Attributes:
        id: stable name, kept over editions.
    """

    id: str
    title: str
    content: "tuple[Block, ...]"


Block = Paragraph | ItemList | Equation | Table | Figure | Note | Term | Clause


class Annex(Struct, frozen=True, kw_only=True):
    """An annex; its letter is its place among the annexes."""

    id: str
    title: str
    normative: bool
    content: tuple[Block, ...]


# ---- the whole ----------------------------------------------------------------------------------


class Cover(Struct, frozen=True, kw_only=True):
    """What the cover prints (GB/T 1.1—2020, 8.1); an empty text is not printed.

    Attributes:
        filing: number under which a sector or local standard is filed, or that it is to come.
        banner: 团体标准 and the like.
        title: two or three segments; the writer joins them by one full-width space.
        title_en: the same in English; the writer joins them by an em dash.
        stage: 征求意见稿 and the like, empty in a published standard.
        completed: day on which this draft was completed, ``YYYY-MM-DD``.
        patents: request for patents, printed on drafts.
        issued: date in digits, or ``××××-××-××``.
    """

    ics: str
    ccs: str
    filing: str
    banner: str
    number: str
    replaces: str
    title: tuple[str, ...]
    title_en: tuple[str, ...]
    stage: str
    completed: str
    patents: str
    issued: str
    effective: str
    issuer: str


class Identity(Struct, frozen=True, kw_only=True):
    """Which source the document came from; written into its properties and its last page."""

    id: str
    version: str
    status: str
    digest: str
    engine: str


class Paper(Struct, frozen=True, kw_only=True):
    """What goes with a standard and is none: a study report, an explanatory note.

    Attributes:
        lines: printed centred below the title.
        head: printed at the head of each page.
    """

    language: Language
    title: str
    lines: tuple[str, ...]
    head: str
    identity: Identity
    clauses: tuple[Clause, ...]


class StandardDocument(Struct, frozen=True, kw_only=True):
    """A whole standard document in one language.

    Attributes:
        foreword: paragraphs of 前言.
        introduction: paragraphs of 引言, empty if there is none.
        clauses: chapters 1, 2, 3 …
        bibliography: entries of 参考文献, numbered by the writer.
    """

    language: Language
    cover: Cover
    identity: Identity
    foreword: tuple[Block, ...]
    introduction: tuple[Block, ...]
    clauses: tuple[Clause, ...]
    annexes: tuple[Annex, ...]
    bibliography: tuple[Inlines, ...]
