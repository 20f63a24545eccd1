"""A paper as an Excel sheet, for tables that people fill in: 征求意见汇总处理表."""

from collections.abc import Iterator

from guiju.documents.model import Block, Clause, Inlines, ItemList, Note, Paper, Paragraph, Table
from guiju.documents.numbering import Numbers, number
from guiju.documents.papers import as_document
from guiju.documents.plain import words_of
from guiju.documents.printing import TABLE
from guiju.spreadsheet.writing import Grid, Line, to_xlsx

SHEET_WIDTH = 130.0
"""Letters across a sheet that prints on A4 lying."""


def write_paper(paper: Paper) -> bytes:
    """Write the title, the clauses and the tables of ``paper`` below one another."""
    document = as_document(paper)
    numbers = number(document)
    lines: list[Line | Grid] = [Line(words=paper.title, look="title")]
    lines += [Line(words=line, look="centred") for line in paper.lines]
    for clause in document.clauses:
        lines += _clause(clause, numbers, paper)
    return to_xlsx(paper.title, lines, paper.language)


def _clause(clause: Clause, numbers: Numbers, paper: Paper) -> Iterator[Line | Grid]:
    if clause.title:
        yield Line(words=f"{numbers.numbers[clause.id]}　{clause.title}", look="heading")
    for block in clause.content:
        yield from _block(block, numbers, paper)


def _block(block: Block, numbers: Numbers, paper: Paper) -> Iterator[Line | Grid]:
    """Write one block; formulas and figures have no place on a sheet and no paper of words has any.

    Raises:
        ValueError: a block of such a kind.
    """
    match block:
        case Clause():
            yield from _clause(block, numbers, paper)
        case Paragraph() | Note():
            yield Line(words=words_of(block.words, numbers), look="text")
        case ItemList():
            for item in block.items:
                yield Line(words=f"——{words_of(item.words, numbers)}", look="text")
        case Table():
            label = TABLE.in_language(paper.language).format(numbers.numbers[block.id])
            yield Line(words=f"{label}　{block.title}", look="centred")
            yield _grid(block, numbers)
        case _:
            raise ValueError(f"{type(block).__name__} cannot stand on a sheet")


def _grid(table: Table, numbers: Numbers) -> Grid:
    def cells(row: tuple[Inlines, ...]) -> tuple[str, ...]:
        return tuple(words_of(cell, numbers) for cell in row)

    whole = sum(column.share for column in table.columns)
    return Grid(
        heads=cells(tuple(column.head for column in table.columns)),
        rows=tuple(map(cells, table.rows)),
        widths=tuple(SHEET_WIDTH * column.share / whole for column in table.columns),
    )
