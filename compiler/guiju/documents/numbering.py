"""Printed numbers of clauses, tables, figures, formulas, annexes: once, for every writer."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.documents.model import (
    Annex,
    Clause,
    Equation,
    Figure,
    StandardDocument,
    Table,
    Term,
)

KIND_WORDS = {
    "zh": {"table": "表", "figure": "图", "annex": "附录"},
    "en": {"table": "Table ", "figure": "Figure ", "annex": "Annex "},
}


class Numbers(Struct, frozen=True, kw_only=True):
    """Printed numbers by id.

    Attributes:
        numbers: ``6.5.1``, ``A.2``, ``3`` — the bare number of every numbered thing.
        references: how running text names it: ``6.5.1``, ``表2``, ``公式（3）``, ``附录A``.
        within: id of the clause or annex that a table, figure or formula stands in, by its id.
    """

    numbers: dict[str, str]
    references: dict[str, str]
    within: dict[str, str]


class _Counter:
    """Counts through one document; private to ``number``."""

    def __init__(self, language: str) -> None:
        self.numbers: dict[str, str] = {}
        self.references: dict[str, str] = {}
        self.within: dict[str, str] = {}
        self.counts: dict[tuple[str, str], int] = {}
        self.words = KIND_WORDS[language]
        self.formula = "公式（{}）" if language == "zh" else "Formula ({})"

    def next(self, annex: str, kind: str) -> str:
        """Count one more of ``kind`` in the body (``annex`` empty) or an annex."""
        self.counts[annex, kind] = self.counts.get((annex, kind), 0) + 1
        number = str(self.counts[annex, kind])
        return f"{annex}.{number}" if annex else number

    def put(self, id: str, number: str, reference: str) -> None:
        """Keep both forms; an id stands for one thing only."""
        if id in self.numbers:
            raise ValueError(f"two things in the document have the id {id}")
        self.numbers[id] = number
        self.references[id] = reference

    def clauses(self, clauses: Iterator[Clause], above: str, annex: str) -> None:
        """Number sibling clauses under the number ``above``."""
        for place, clause in enumerate(clauses, 1):
            number = f"{above}.{place}" if above else str(place)
            self.put(clause.id, number, number)
            self.blocks(clause, number, annex)

    def blocks(self, around: Clause | Annex, above: str, annex: str) -> None:
        """Number what stands in one clause or annex."""
        content = around.content
        for block in content:
            if isinstance(block, Table | Figure | Equation):
                self.within[block.id] = around.id
            match block:
                case Table():
                    number = self.next(annex, "table")
                    self.put(block.id, number, self.words["table"] + number)
                case Figure():
                    number = self.next(annex, "figure")
                    self.put(block.id, number, self.words["figure"] + number)
                case Equation():
                    number = self.next(annex, "formula")
                    self.put(block.id, number, self.formula.format(number))
                case _:
                    pass
        terms = [block for block in content if isinstance(block, Term)]
        for place, term in enumerate(terms, 1):
            self.put(term.id, f"{above}.{place}", f"{above}.{place}")
        self.clauses((b for b in content if isinstance(b, Clause)), above, annex)

    def annexes(self, annexes: tuple[Annex, ...]) -> None:
        """Letter the annexes and number what is in them."""
        for place, annex in enumerate(annexes):
            letter = chr(ord("A") + place)
            self.put(annex.id, letter, self.words["annex"] + letter)
            self.blocks(annex, letter, letter)


def number(document: StandardDocument) -> Numbers:
    """Give the printed number of everything in ``document`` that has one."""
    counter = _Counter(document.language)
    counter.clauses(iter(document.clauses), "", "")
    counter.annexes(document.annexes)
    return Numbers(numbers=counter.numbers, references=counter.references, within=counter.within)
