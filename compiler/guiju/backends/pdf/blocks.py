"""Blocks of a clause as calls of ``gbt.typ``."""

from collections.abc import Sequence

from msgspec import Struct

from guiju.backends.pdf.inlines import content, letters
from guiju.backends.pdf.mathematics import head_and_terms, inline
from guiju.backends.pdf.quoting import call, quoted
from guiju.backends.pdf.tables import table
from guiju.documents.model import (
    Block,
    Clause,
    Equation,
    Explained,
    Figure,
    ItemList,
    ListItem,
    Note,
    Paragraph,
    Table,
    Term,
)
from guiju.documents.numbering import Numbers
from guiju.documents.printing import (
    FIGURE,
    SOURCE,
    WHERE,
    closing_mark,
    leads,
    list_mark,
    note_labels,
)
from guiju_runtime.messages import Language

# Left edge of the marks and width of their column by kind and layer (PG-16, PG-17), points.
LIST_PLACES = {
    "letter": ((21.0, 21.3), (42.3, 21.3), (63.6, 21.3)),
    "dash": ((19.9, 22.0), (41.9, 14.0), (55.9, 14.0)),
}


class Writer(Struct, frozen=True):
    """Writes blocks with the printed ``numbers`` in ``language``."""

    numbers: Numbers
    language: Language

    def blocks(self, blocks: Sequence[Block], level: int) -> str:
        """Write the blocks of one clause; its own clauses stand at heading ``level``."""
        labels = note_labels(blocks, self.language)
        return "\n".join(
            self.paragraph(block, leads(blocks, place))
            if isinstance(block, Paragraph)
            else self.block(block, labels.get(place, ""), level)
            for place, block in enumerate(blocks)
        )

    def paragraph(self, paragraph: Paragraph, onward: bool) -> str:
        """Write a paragraph; one that leads on stays on the page of what it leads to."""
        return f"#{'lead' if onward else 'par'}{content(paragraph.words, self.numbers)}\n"

    def block(self, block: Block, label: str, level: int) -> str:
        """Write one block; ``label`` stands before a note."""
        match block:
            case Paragraph():
                return self.paragraph(block, onward=False)
            case ItemList():
                return self.items(block.items, block.kind, 0)
            case Clause():
                return self.clause(block, level)
            case Term():
                return self.term(block)
            case Note():
                return self.note(block, label)
            case Equation() | Table() | Figure():
                return self.numbered(block)

    def numbered(self, block: Equation | Table | Figure) -> str:
        """Write what has a number of its own kind."""
        match block:
            case Equation():
                return self.equation(block)
            case Table():
                return table(block, self.numbers, self.language)
            case Figure():
                return self.figure(block)

    def clause(self, clause: Clause, level: int) -> str:
        """Write a clause; one without a title begins its paragraph with its number."""
        number = quoted(self.numbers.numbers[clause.id])
        if clause.title:
            head = call("clause", str(level), quoted(clause.id), number, letters(clause.title))
            return f"{head}\n{self.blocks(clause.content, level + 1)}"
        first, *rest = clause.content or (Paragraph(words=()),)
        words, others = (
            (first.words, rest) if isinstance(first, Paragraph) else ((), [first, *rest])
        )
        onward = "true" if clause.content and leads(clause.content, 0) else "false"
        head = call("untitled", quoted(clause.id), number, onward, content(words, self.numbers))
        return f"{head}\n{self.blocks(others, level + 1)}"

    def items(self, items: Sequence[ListItem], kind: str, layer: int) -> str:
        """Write the items of a list and, under each, its own."""
        left, hang = LIST_PLACES[kind][min(layer, 2)]
        return "".join(
            call(
                "items",
                f"{left}pt",
                f"{hang}pt",
                "true" if place + 2 == len(items) else "false",
                quoted(list_mark(kind, layer, place, self.language)),
                content(item.words, self.numbers),
            )
            + self.items(item.items, kind, layer + 1)
            for place, item in enumerate(items)
        )

    def note(self, note: Note, label: str) -> str:
        """Write a note behind its label."""
        return call("note", quoted(label), content(note.words, self.numbers))

    def term(self, term: Term) -> str:
        """Write a term entry: number, names in both languages, definition, source (NB-04)."""
        names = (term.zh, term.en) if self.language == "zh" else (term.en, term.zh)
        source = SOURCE.in_language(self.language).format(term.source) if term.source else ""
        return call(
            "term",
            quoted(term.id),
            quoted(self.numbers.numbers[term.id]),
            quoted("　".join(name for name in names if name)),
            content(term.definition, self.numbers),
            quoted(source),
        )

    def equation(self, equation: Equation) -> str:
        """Write a numbered formula and its 式中 list."""
        head, terms = head_and_terms(equation.formula)
        number = quoted(self.numbers.numbers[equation.id])
        followed = "true" if equation.where else "false"
        written = call("formula", quoted(equation.id), number, followed, head, *terms)
        if not equation.where:
            return written
        last = len(equation.where) - 1
        lines = (self.explained(one, at == last) for at, one in enumerate(equation.where))
        return written + call("where-list", quoted(WHERE.in_language(self.language)), *lines)

    def explained(self, explained: Explained, last: bool) -> str:
        """Write one line of 式中 as symbol and words."""
        words = content(explained.words, self.numbers)
        mark = quoted(closing_mark(last, self.language))
        return f"({inline(explained.symbol)}, {words} + {mark})"

    def figure(self, figure: Figure) -> str:
        """Write a figure with its title below."""
        number = FIGURE.in_language(self.language).format(self.numbers.numbers[figure.id])
        return call(
            "drawing", quoted(figure.id), quoted(f"{number}　{figure.title}"), quoted(figure.svg)
        )
