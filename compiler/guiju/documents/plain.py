"""A document as plain text: for people who compare versions, and for golden tests."""

from collections.abc import Iterator

from guiju.documents import mathematics as m
from guiju.documents.cover_lines import cover_lines
from guiju.documents.model import (
    Block,
    Clause,
    Equation,
    Figure,
    InlineFormula,
    Inlines,
    ItemList,
    Note,
    Paragraph,
    Reference,
    Run,
    StandardDocument,
    Table,
    Term,
)
from guiju.documents.numbering import Numbers
from guiju.documents.printing import (
    ANNEX,
    BIBLIOGRAPHY,
    EMPTY_CELL,
    FOREWORD,
    FORMULA_NUMBER,
    INTRODUCTION,
    RAISED,
    WHERE,
    closing_mark,
    force_of,
    list_mark,
    note_labels,
    title_of,
)


def to_text(document: StandardDocument, numbers: Numbers) -> str:
    """Print ``document`` with its numbers, one line a paragraph."""
    return "\n".join(Text(document, numbers).lines()) + "\n"


class Text:
    """Prints one document."""

    def __init__(self, document: StandardDocument, numbers: Numbers) -> None:
        """Keep the document with its numbers."""
        self.document = document
        self.numbers = numbers
        self.language = document.language

    def lines(self) -> Iterator[str]:
        """Give every line."""
        yield from self.cover()
        yield from ("", FOREWORD.in_language(self.language), "")
        yield from self.blocks(self.document.foreword)
        if self.document.introduction:
            yield from ("", INTRODUCTION.in_language(self.language), "")
            yield from self.blocks(self.document.introduction)
        yield from ("", title_of(self.document))
        for clause in self.document.clauses:
            yield from self.clause(clause)
        for annex in self.document.annexes:
            label = ANNEX.in_language(self.language).format(self.numbers.numbers[annex.id])
            yield from ("", f"{label}{force_of(annex, self.language)}{annex.title}")
            yield from self.blocks(annex.content)
        if self.document.bibliography:
            yield from ("", BIBLIOGRAPHY.in_language(self.language))
            for place, entry in enumerate(self.document.bibliography, 1):
                yield f"[{place}] {self.words(entry)}"

    def cover(self) -> Iterator[str]:
        """Give the lines of the cover."""
        cover = self.document.cover
        filing = cover_lines(cover, self.document.language).filing
        lines = (
            f"ICS {cover.ics}", f"CCS {cover.ccs}", filing, cover.banner, cover.number,
            cover.replaces, title_of(self.document), "—".join(cover.title_en), cover.stage,
            cover.completed, cover.patents, cover.issued, cover.effective, cover.issuer,
        )  # fmt: skip
        yield from (line for line in lines if line)

    def clause(self, clause: Clause) -> Iterator[str]:
        """Give a clause with its number; one without a title goes on in its line."""
        number = self.numbers.numbers[clause.id]
        if clause.title:
            yield from ("", f"{number}　{clause.title}")
            yield from self.blocks(clause.content)
            return
        first, *rest = list(self.blocks(clause.content))
        yield f"{number}　{first}"
        yield from rest

    def blocks(self, content: tuple[Block, ...]) -> Iterator[str]:
        """Give blocks in order."""
        labels = note_labels(content, self.language)
        for place, block in enumerate(content):
            match block:
                case Clause():
                    yield from self.clause(block)
                case Note():
                    yield from self.running(block.words, labels[place])
                case _:
                    yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        """Give the lines of one block that is no clause and no note."""
        match block:
            case Paragraph():
                yield from self.running(block.words)
            case ItemList():
                yield from self.items(block)
            case Equation():
                yield from self.equation(block)
            case Table():
                yield from self.table(block)
            case Figure():
                yield f"{self.numbers.references[block.id]}　{block.title}"
            case Term():
                yield from self.term(block)

    def items(self, block: ItemList) -> Iterator[str]:
        """Give the items of a list, the inner ones set in."""
        for place, item in enumerate(block.items):
            yield from self.running(item.words, list_mark(block.kind, 0, place, self.language))
            for below, inner in enumerate(item.items):
                yield (
                    "  " + list_mark(block.kind, 1, below, self.language) + self.words(inner.words)
                )

    def term(self, term: Term) -> Iterator[str]:
        """Give a term with its definition and source."""
        yield f"{self.numbers.numbers[term.id]}　{term.zh}　{term.en}"
        yield from self.running(term.definition)
        if term.source:
            yield f"[{term.source}]"

    def equation(self, equation: Equation) -> Iterator[str]:
        """Give a formula with its number and 式中 list."""
        number = FORMULA_NUMBER.in_language(self.language).format(self.numbers.numbers[equation.id])
        yield f"    {formula_text(equation.formula)}    {number}"
        if equation.where:
            yield WHERE.in_language(self.language)
        for place, line in enumerate(equation.where, 1):
            mark = closing_mark(place == len(equation.where), self.language)
            yield f"  {formula_text(line.symbol)}——{self.words(line.words)}{mark}"

    def table(self, table: Table) -> Iterator[str]:
        """Give a table, its cells parted by bars."""
        yield f"{self.numbers.references[table.id]}　{table.title}"
        yield " | ".join(self.words(column.head) for column in table.columns)
        for row in table.rows:
            yield " | ".join(self.words(cell) or EMPTY_CELL for cell in row)
        for note in table.notes:
            yield self.words(note)

    def running(self, inlines: Inlines, label: str = "") -> Iterator[str]:
        """Print running words behind their label, a paragraph in one line."""
        yield label + self.words(inlines)

    def words(self, inlines: Inlines) -> str:
        """Print the letters of a line."""
        return words_of(inlines, self.numbers)


def words_of(inlines: Inlines, numbers: Numbers) -> str:
    """Print the letters of a line, references as running text names what they lead to."""
    return "".join(_inline(one, numbers) for one in inlines)


def _inline(one: Run | InlineFormula | Reference, numbers: Numbers) -> str:
    match one:
        case Reference():
            return numbers.references[one.target]
        case InlineFormula():
            return formula_text(one.formula)
        case Run():
            return one.text


def formula_text(formula: m.Formula) -> str:
    """Print a formula in one line."""
    match formula:
        case m.Symbol(base=base, index=index):
            return f"{base}_{{{index}}}" if index else base
        case m.Number(digits=digits, unit=unit):
            return digits + (unit if unit == "%" else f" {unit}" if unit else "")
        case m.Word(text=text):
            return in_one_size(text)
        case m.Negated(operand=inner):
            return f"−{formula_text(inner)}"
        case m.Operation(sign=sign, left=left, right=right):
            return f"{formula_text(left)}{sign}{formula_text(right)}"
        case m.Relation(sign=sign, left=left, right=right):
            return f"{formula_text(left)} {sign} {formula_text(right)}"
        case _:
            return structure_text(formula)


def structure_text(formula: m.Formula) -> str:
    """Print a formula that is one structure."""
    match formula:
        case m.Quotient(above=above, below=below):
            return f"[{formula_text(above)}]/[{formula_text(below)}]"
        case m.Power(base=base, exponent=exponent):
            return f"{formula_text(base)}^{formula_text(exponent)}"
        case m.Bracketed(inner=inner):
            return f"({formula_text(inner)})"
        case m.SumOver(index=index, term=term, bounds=None):
            return f"Σ_{index} {formula_text(term)}"
        case m.SumOver(index=index, term=term, bounds=(first, last)):
            limits = f"{index}={formula_text(first)}..{formula_text(last)}"
            return f"Σ_{{{limits}}} {formula_text(term)}"
        case m.Function(name=name, arguments=arguments):
            return f"{name}({', '.join(map(formula_text, arguments))})"
        case m.Cases(lines=lines):
            said = (f"{formula_text(c.value)}, {in_one_size(c.condition)}" for c in lines)
            return "{ " + "; ".join(said)
        case _:
            return ""


def in_one_size(words: str) -> str:
    """Write what is raised in brackets behind a sign: ``x^(n + 1)``."""
    return RAISED.sub(r"^(\1)", words)


def letters_of(block: Block) -> str:
    """Give the running text of a block, references and formulas left out."""
    match block:
        case Paragraph(words=words) | Note(words=words):
            return run_text(words)
        case ItemList(items=items):
            return "\n".join(run_text(one.words) for item in items for one in (item, *item.items))
        case Equation(where=where):
            return "\n".join(run_text(line.words) for line in where)
        case Table(rows=rows, columns=columns, notes=notes):
            cells = [cell for row in rows for cell in row]
            return "\n".join(map(run_text, [*(c.head for c in columns), *cells, *notes]))
        case Clause(title=title, content=content):
            return "\n".join([title, *map(letters_of, content)])
        case _:
            return ""


def run_text(inlines: Inlines) -> str:
    """Give the letters of the runs in a line."""
    return "".join(one.text for one in inlines if isinstance(one, Run))


__all__ = ["formula_text", "letters_of", "to_text", "words_of"]
