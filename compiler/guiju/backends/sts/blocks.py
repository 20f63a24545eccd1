"""Clauses and what stands in them, as elements of NISO STS."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from guiju.backends.sts.elements import Content, Element, element, id_of, math
from guiju.documents.model import (
    Annex,
    Block,
    Clause,
    Equation,
    Figure,
    InlineFormula,
    Inlines,
    ItemList,
    ListItem,
    Note,
    Paragraph,
    Reference,
    Run,
    Table,
    Term,
)
from guiju.documents.numbering import Numbers
from guiju.documents.printing import (
    ANNEX,
    EMPTY_CELL,
    FIGURE,
    FORMULA_NUMBER,
    TABLE,
    WHERE,
    closing_mark,
    force_of,
    list_mark,
    note_label,
    note_labels,
)
from guiju_runtime.messages import Language, Text

LIST_TYPES = {("letter", 0): "alpha-lower", ("letter", 1): "order"}
Sections = Mapping[str, str]
"""The kind of the first clauses by id: scope, norm-refs, terms."""


def figure_file(figure: Figure, language: Language) -> str:
    """Give the path of a drawing below the folder of the standard."""
    return f"figures/{figure.id}{'' if language == 'zh' else f'.{language}'}.svg"


class Blocks(Struct, frozen=True):
    """Writes the clauses of one document."""

    numbers: Numbers
    language: Language
    kinds: Mapping[str, str]
    sections: Sections

    def clause(self, clause: Clause) -> Element:
        """Write a clause with its label; one without a title is a 无标题条."""
        return element(
            "sec",
            element("label", self.numbers.numbers[clause.id]),
            element("title", clause.title) if clause.title else None,
            *self.content(clause.content, self.sections.get(clause.id, "")),
            id=id_of(clause.id),
            **({"sec_type": kind} if (kind := self.sections.get(clause.id)) else {}),
        )

    def annex(self, annex: Annex) -> Element:
        """Write an annex with its kind."""
        return element(
            "app",
            element(
                "label", ANNEX.in_language(self.language).format(self.numbers.numbers[annex.id])
            ),
            element("annex-type", force_of(annex, self.language)),
            element("title", annex.title),
            *self.content(annex.content, ""),
            id=id_of(annex.id),
            content_type="norm-annex" if annex.normative else "inform-annex",
        )

    def content(self, content: Sequence[Block], kind: str) -> Iterator[Element]:
        """Write blocks in order; notes to a term stand within it."""
        labels = note_labels(content, self.language)
        term: Element | None = None
        for place, block in enumerate(content):
            match block:
                case Note() if term is not None:
                    term.append(self.note(labels[place], block.words))
                case Note():
                    yield self.note(labels[place], block.words)
                case Term():
                    term = self.term(block)
                    yield term
                case Paragraph() if kind == "norm-refs" and place:
                    yield self.listed(block)
                case _:
                    yield from self.block(block)

    def block(self, block: Block) -> Iterator[Element]:
        """Write one block that is no note and no term."""
        match block:
            case Clause():
                yield self.clause(block)
            case Paragraph():
                yield element("p", *self.words(block.words))
            case ItemList():
                yield self.items(block.kind, block.items, 0)
            case Equation():
                yield from self.equation(block)
            case Table():
                yield self.table(block)
            case Figure():
                yield self.figure(block)

    def listed(self, entry: Paragraph) -> Element:
        """Write a document of clause 2 as a reference."""
        whole = "".join(one.text for one in entry.words if isinstance(one, Run))
        between = "　" if self.language == "zh" else ", "
        number, _, title = whole.partition(between)
        named = element("std", element("std-ref", number), between, element("title", title))
        return element("ref-list", element("ref", named), content_type="norm-refs")

    def note(self, label: str, words: Inlines) -> Element:
        """Write a note."""
        body = element("p", *self.words(words))
        return element("non-normative-note", element("label", label.strip()), body)

    def items(self, kind: str, items: Sequence[ListItem], layer: int) -> Element:
        """Write a list with the lists in it."""
        listed = [
            element(
                "list-item",
                element("label", list_mark(kind, layer, place, self.language)),
                element("p", *self.words(item.words)),
                self.items(kind, item.items, layer + 1) if item.items else None,
            )
            for place, item in enumerate(items)
        ]
        return element("list", *listed, list_type=LIST_TYPES.get((kind, layer), "bullet"))

    def equation(self, equation: Equation) -> Iterator[Element]:
        """Write a formula with its number, and 式中 as a list of definitions."""
        number = FORMULA_NUMBER.in_language(self.language)
        yield element(
            "disp-formula",
            element("label", number.format(self.numbers.numbers[equation.id])),
            math(equation.formula, "block"),
            id=id_of(equation.id),
        )
        if not equation.where:
            return
        yield element("p", WHERE.in_language(self.language))
        defined = []
        for place, line in enumerate(equation.where, 1):
            mark = closing_mark(place == len(equation.where), self.language)
            symbol = element("inline-formula", math(line.symbol, "inline"))
            meaning = element("def", element("p", *self.words(line.words), mark))
            defined.append(element("def-item", element("term", symbol), meaning))
        yield element("def-list", *defined, list_content="where")

    def table(self, table: Table) -> Element:
        """Write a table with its title, head, rows and notes."""
        unit = element("p", *self.words(table.unit), content_type="unit") if table.unit else None
        head = [
            element("th", *self.words(column.head), align=column.align) for column in table.columns
        ]
        rows = [
            element(
                "tr",
                *(
                    element("td", *(self.words(cell) or [EMPTY_CELL]), align=column.align)
                    for column, cell in zip(table.columns, row, strict=True)
                ),
            )
            for row in table.rows
        ]
        notes = [
            self.note(note_label(place, len(table.notes), self.language), note)
            for place, note in enumerate(table.notes, 1)
        ]
        return element(
            "table-wrap",
            element("label", self.label(TABLE, table.id)),
            element("caption", element("title", table.title), unit),
            element("table", element("thead", element("tr", *head)), element("tbody", *rows)),
            element("table-wrap-foot", *notes) if notes else None,
            id=id_of(table.id),
        )

    def figure(self, figure: Figure) -> Element:
        """Write a figure; its drawing lies beside the file."""
        return element(
            "fig",
            element("label", self.label(FIGURE, figure.id)),
            element("caption", element("title", figure.title)),
            element("graphic", xlink__href=figure_file(figure, self.language)),
            id=id_of(figure.id),
        )

    def label(self, words: Text, target: str) -> str:
        """Give 表1, 图1."""
        return words.in_language(self.language).format(self.numbers.numbers[target])

    def term(self, term: Term) -> Element:
        """Write a term in both languages with its definition and source."""
        own, other = ("zh", "en") if self.language == "zh" else ("en", "zh")
        names = {"zh": term.zh, "en": term.en}
        definition = element("tbx:definition", *self.words(term.definition))
        source = element("tbx:source", term.source) if term.source else None
        return element(
            "term-sec",
            element("label", self.numbers.numbers[term.id]),
            element(
                "tbx:termEntry",
                element("tbx:langSet", definition, source, tig(names[own]), xml__lang=own),
                element("tbx:langSet", tig(names[other]), xml__lang=other),
                id=f"{id_of(term.id)}-entry",
            ),
            id=id_of(term.id),
        )

    def words(self, inlines: Inlines) -> list[Content]:
        """Write words, formulas and references within a line."""
        return [self.inline(one) for one in inlines]

    def inline(self, one: Run | InlineFormula | Reference) -> Content:
        """Write one part of a line."""
        match one:
            case Run(script="sub"):
                return element("sub", one.text)
            case Run(script="super"):
                return element("sup", one.text)
            case Run(heavy=True):
                return element("bold", one.text)
            case Run():
                return one.text
            case InlineFormula():
                return element("inline-formula", math(one.formula, "inline"))
            case Reference():
                shown = self.numbers.references[one.target]
                kind = self.kinds.get(one.target, "sec")
                return element("xref", shown, rid=id_of(one.target), ref_type=kind)


def tig(term: str) -> Element:
    """Write one term; terms of standards are nouns."""
    return element("tbx:tig", element("tbx:term", term), element("tbx:partOfSpeech", value="noun"))
