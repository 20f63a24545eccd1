"""How wide the columns of a table are: as its words need, so that it has the fewest lines.

Tables of a document with the same heads have the same columns. A column to be filled in keeps the
share of the width that it was given.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from guiju.documents.model import (
    Block,
    Clause,
    InlineFormula,
    Inlines,
    Reference,
    Run,
    StandardDocument,
    Table,
)
from guiju.documents.numbering import number
from guiju.documents.print_width import SMALL, text_width, width
from guiju.documents.printing import WHOLE_TABLE_LINES

PAGE = 51.0
"""Characters of 小五 across the text."""
PADDING = 1.4
"""Characters that the edges of a cell take."""
OWN_LINES = 0.15
"""Weight of the lines of a cell beside those of its row, so that no column waits for another."""
STEPS = (0.5, 1.5, 4.0, 10.0)
MOST_ROWS = 40
MOST_EXCHANGES = 12
WASTE = 1.08
"""Room that lines lose where they break."""
PIECE = re.compile(r"[\u2e80-\uffff]|(?:[^\s\u2e80-\uffff]|\u2009)+-?|\s+")
"""What cannot be broken: a Chinese character, a word, a number with its thin spaces."""

Family = tuple[str, ...]


class Cell(Struct, frozen=True):
    """Width of the words of a cell in one line, and of what cannot be broken [characters]."""

    whole: float
    least: float


def with_widths(document: StandardDocument) -> StandardDocument:
    """Give ``document`` with the shares of all columns as the words in them need."""
    annexed = (block for annex in document.annexes for block in annex.content)
    references = number(document).references
    families: dict[Family, list[Table]] = {}
    for table in _tables((*document.clauses, *annexed)):
        families.setdefault(_family(table), []).append(table)
    shares = {name: fitted(tables, references) for name, tables in families.items()}
    return replace(
        document,
        clauses=tuple(replace(c, content=_placed(c.content, shares)) for c in document.clauses),
        annexes=tuple(replace(a, content=_placed(a.content, shares)) for a in document.annexes),
    )


def fitted(tables: Sequence[Table], references: Mapping[str, str]) -> tuple[float, ...]:
    """Give the shares of the columns of tables with the same heads; their sum stays.

    Args:
        references: how the text names what is referred to, by its id.
    """
    columns = tables[0].columns
    whole = sum(column.share for column in columns)
    across = PAGE * min(1.0, whole)
    room = across - PADDING * len(columns)
    wanted = [max(0.0, column.share / whole * across - PADDING) for column in columns]
    rows = [[_cell(column.head, references) for column in columns]]
    rows += [[_cell(words, references) for words in row] for table in tables for row in table.rows]
    rows = rows[:: max(1, len(rows) // MOST_ROWS)]
    empty = [all(not row[at].whole for row in rows[1:]) for at in range(len(columns))]
    least = [
        wanted[at] if empty[at] else max(2.0, *(row[at].least for row in rows))
        for at in range(len(columns))
    ]
    if sum(least) > room:
        found = [own * room / sum(least) for own in least]
    else:
        found = exchanged(rows, spread(widened(rows, least, room), wanted, room), least)
    edged = [own + PADDING for own in found]
    return tuple(own / sum(edged) * whole for own in edged)


def printed_lines(table: Table, references: Mapping[str, str]) -> int:
    """Give the lines that the rows, the head and the notes of ``table`` take."""
    whole = sum(column.share for column in table.columns)
    across = PAGE * min(1.0, whole)
    rooms = [max(2.0, column.share / whole * across - PADDING) for column in table.columns]
    rows = ([column.head for column in table.columns], *table.rows)
    found = [[_cell(words, references) for words in row] for row in rows]
    notes = (ceil(_cell(note, references).whole * WASTE / across) for note in table.notes)
    lines = (max(lines_of([row], at, wide)[0] for at, wide in enumerate(rooms)) for row in found)
    return sum(lines) + sum(notes)


def stays_whole(table: Table, references: Mapping[str, str]) -> bool:
    """Say whether ``table`` is short enough to stay on one page."""
    return printed_lines(table, references) <= WHOLE_TABLE_LINES


def widened(rows: Sequence[Sequence[Cell]], least: Sequence[float], room: float) -> list[float]:
    """Widen, as long as there is room, the column that saves the most lines for its width."""
    found = list(least)
    lines = [lines_of(rows, at, wide) for at, wide in enumerate(found)]
    while True:
        best: tuple[float, int, float] = (0.0, 0, 0.0)
        for at, wide in enumerate(found):
            beside = [*lines[:at], *lines[at + 1 :]] or [[1] * len(rows)]
            others = [max(row) for row in zip(*beside, strict=True)]
            before = height(others, lines[at])
            for step in STEPS:
                if sum(found) + step > room:
                    break
                saved = before - height(others, lines_of(rows, at, wide + step))
                best = max(best, (saved / step, at, step))
        gain, at, step = best
        if not gain:
            return found
        found[at] += step
        lines[at] = lines_of(rows, at, found[at])


def exchanged(
    rows: Sequence[Sequence[Cell]], given: Sequence[float], least: Sequence[float]
) -> list[float]:
    """Move width from one column to another, as long as the table loses lines by it."""
    found = list(given)
    lines = [lines_of(rows, at, wide) for at, wide in enumerate(found)]
    for _ in range(MOST_EXCHANGES):
        best: tuple[float, int, int, float] = (0.0, 0, 0, 0.0)
        for giver, taker in permutations(range(len(found)), 2):
            beside = [own for at, own in enumerate(lines) if at not in (giver, taker)]
            others = [max(row) for row in zip(*beside, [1] * len(rows), strict=True)]
            before = tallness(others, lines[giver], lines[taker])
            for step in STEPS:
                if found[giver] - step < least[giver]:
                    break
                less = lines_of(rows, giver, found[giver] - step)
                more = lines_of(rows, taker, found[taker] + step)
                best = max(best, (before - tallness(others, less, more), giver, taker, step))
        gain, giver, taker, step = best
        if gain < OWN_LINES:
            break
        found[giver], found[taker] = found[giver] - step, found[taker] + step
        lines[giver] = lines_of(rows, giver, found[giver])
        lines[taker] = lines_of(rows, taker, found[taker])
    return found


def tallness(others: Sequence[int], one: Sequence[int], two: Sequence[int]) -> float:
    """Give the lines of all rows of which two columns change, and a part of their own."""
    return sum(map(max, others, one, two)) + OWN_LINES * (sum(one) + sum(two))


def lines_of(rows: Sequence[Sequence[Cell]], at: int, wide: float) -> list[int]:
    """Give the lines of each cell of a column as wide as that."""
    cells = (row[at] for row in rows)
    return [1 if cell.whole <= wide else ceil(cell.whole * WASTE / wide) for cell in cells]


def height(others: Sequence[int], own: Sequence[int]) -> float:
    """Give the lines of all rows whose other cells have ``others``, and a part of its own."""
    return sum(map(max, others, own)) + OWN_LINES * sum(own)


def spread(found: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Part what room is left among the columns that are narrower than was wanted of them."""
    spare = room - sum(found)
    lack = [max(0.0, want - own) for own, want in zip(found, wanted, strict=True)]
    if not sum(lack):
        lack = list(found)
    return [own + spare * one / sum(lack) for own, one in zip(found, lack, strict=True)]


def _cell(words: Inlines, references: Mapping[str, str]) -> Cell:
    whole, least, piece = 0.0, 0.0, 0.0
    for text, wide in _pieces(words, references):
        whole += wide
        piece = 0.0 if text.isspace() else wide if text >= "\u2e80" else piece + wide
        least = max(least, piece)
    return Cell(whole, least)


def _pieces(words: Inlines, references: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Give what of a line cannot be broken, with its width; a formula stands for a letter."""
    for inline in words:
        match inline:
            case Run(text=text, script=script):
                size = SMALL if script else 1.0
                yield from ((one, text_width(one) * size) for one in PIECE.findall(text))
            case InlineFormula(formula=formula):
                yield "x", width(formula)
            case Reference(target=target):
                yield "x", text_width(references[target])


def _family(table: Table) -> Family:
    """Name the tables that have the same columns: by their heads, formulas left out."""
    heads = (
        "".join(one.text for one in column.head if isinstance(one, Run)) for column in table.columns
    )
    whole = sum(column.share for column in table.columns)
    return (*heads, f"{whole:.3f}")


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Clause):
            yield from _tables(block.content)


def _placed(
    blocks: tuple[Block, ...], shares: dict[Family, tuple[float, ...]]
) -> tuple[Block, ...]:
    return tuple(_with_shares(block, shares) for block in blocks)


def _with_shares(block: Block, shares: dict[Family, tuple[float, ...]]) -> Block:
    match block:
        case Clause():
            return replace(block, content=_placed(block.content, shares))
        case Table():
            pairs = zip(block.columns, shares[_family(block)], strict=True)
            columns = tuple(replace(column, share=share) for column, share in pairs)
            return replace(block, columns=columns)
        case _:
            return block
