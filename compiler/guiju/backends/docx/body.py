"""Clauses, annexes and the blocks in them."""

from collections.abc import Iterator, Sequence

from guiju.backends.docx.elements import Element, paragraph, run, text_run, word
from guiju.backends.docx.equations import numbered_formula
from guiju.backends.docx.figures import figure
from guiju.backends.docx.numbering_part import ANNEX, CLAUSE, DASH, LETTER, NOTE, NOTES, numbered
from guiju.backends.docx.tables import table
from guiju.backends.docx.writing import Writing
from guiju.documents.model import (
    Annex,
    Block,
    Clause,
    Equation,
    Figure,
    Inlines,
    ItemList,
    ListItem,
    Note,
    Paragraph,
    Table,
    Term,
)
from guiju.documents.printing import SOURCE, force_of, leads, rows_of_notes

GAP = "　"
LIST_STYLES = {"dash": ("ListDash", "ListDot"), "letter": ("ListLetter", "ListNumber")}
DEEPEST = 5


def blocks(
    writing: Writing, content: Sequence[Block], depth: int, annex: bool
) -> Iterator[Element]:
    """Write ``content`` of a clause whose clauses are at ``depth``."""
    notes = note_numbers(writing, content)
    for place, block in enumerate(content):
        match block:
            case Clause():
                yield from clause(writing, block, depth, annex)
            case Note():
                yield note(writing, block.words, *notes[place])
            case Term():
                yield from term(writing, block, depth, annex)
            case Paragraph():
                yield body(writing, block.words, leads(content, place))
            case _:
                yield from simple_block(writing, block)


def simple_block(
    writing: Writing, block: ItemList | Equation | Table | Figure
) -> Iterator[Element]:
    """Write a list, a formula, a table or a figure."""
    match block:
        case ItemList():
            number = writing.lists.new(DASH if block.kind == "dash" else LETTER)
            yield from items(writing, block.items, LIST_STYLES[block.kind], number, 0)
        case Equation():
            yield from numbered_formula(writing, block)
        case Table():
            yield from table(writing, block)
        case Figure():
            yield from figure(writing, block)


def body(writing: Writing, words: Inlines, leads_on: bool = False) -> Element:
    """Write a 段, which stays with what it leads to."""
    properties = writing.line_properties(words)
    if leads_on:
        properties.append(word("keepNext"))
    return paragraph("Body", *writing.words(words), properties=properties)


def items(
    writing: Writing,
    listed: tuple[ListItem, ...],
    styles: tuple[str, str],
    number: int,
    layer: int,
) -> Iterator[Element]:
    """Write the items of a list and those under them, two layers at most."""
    for place, item in enumerate(listed, 2):
        onward = [word("keepNext")] if place == len(listed) else []  # the last is never alone
        properties = [numbered(number, layer), *writing.line_properties(item.words), *onward]
        yield paragraph(styles[layer], *writing.words(item.words), properties=properties)
        yield from items(writing, item.items, styles, number, min(layer + 1, 1))


def note_numbers(writing: Writing, content: Sequence[Block]) -> dict[int, tuple[str, int]]:
    """Give style and number of each note by its place; notes in a row count together."""
    found: dict[int, tuple[str, int]] = {}
    for row in rows_of_notes(content):
        several = len(row) > 1
        style = "NoteNumbered" if several else "Note"
        number = writing.lists.new(NOTES if several else NOTE)
        found |= dict.fromkeys(row, (style, number))
    return found


def note(writing: Writing, words: Inlines, style: str, number: int) -> Element:
    """Write a note, its label numbered by Word."""
    properties = [numbered(number, 0), *writing.line_properties(words)]
    return paragraph(style, *writing.words(words), properties=properties)


def term(writing: Writing, block: Term, depth: int, annex: bool) -> Iterator[Element]:
    """Write a term: number alone on its line, the term in both languages, definition, source."""
    first, second = (block.zh, block.en) if writing.language == "zh" else (block.en, block.zh)
    indent = GAP * 2 if writing.language == "zh" else ""
    title = [run(word("br")), text_run(f"{indent}{first}{GAP}{second}")]
    style = "AnnexTerm" if annex else "Term"
    yield paragraph(style, *writing.mark(block.id, title), properties=[counted(depth, annex)])
    yield body(writing, block.definition, leads_on=bool(block.source))
    if block.source:
        source = SOURCE.in_language(writing.language).format(block.source)
        yield paragraph("Body", writing.text(source))


def clause(writing: Writing, block: Clause, depth: int, annex: bool) -> Iterator[Element]:
    """Write a clause and all in it; without a title its first paragraph takes the number."""
    if depth > DEEPEST:
        raise ValueError(f"clause {block.id} is deeper than the five levels of clauses")
    content = block.content
    if block.title:
        yield heading(writing, block, depth, annex)
    else:
        onward = [word("keepNext")] if content and leads(content, 0) else []
        first, content = opening(content)
        style = f"AnnexUntitled{depth}" if annex else f"Untitled{depth}"
        words = [writing.text(GAP), *writing.words(first)]
        properties = [counted(depth, annex), *writing.line_properties(first), *onward]
        yield paragraph(style, *writing.mark(block.id, words), properties=properties)
    yield from blocks(writing, content, depth + 1, annex)


def counted(depth: int, annex: bool) -> Element:
    """Give the number of a clause without a title or of a term, which no level is bound to."""
    return numbered(ANNEX if annex else CLAUSE, depth)


def heading(writing: Writing, block: Clause, depth: int, annex: bool) -> Element:
    """Write the title of a clause behind the number that Word counts."""
    style = f"AnnexClause{depth}" if annex else (f"Clause{depth}" if depth else "Chapter")
    return paragraph(style, *writing.mark(block.id, writing.title(block.title)))


def opening(content: tuple[Block, ...]) -> tuple[Inlines, tuple[Block, ...]]:
    """Part the first paragraph from the rest."""
    if content and isinstance(content[0], Paragraph):
        return content[0].words, content[1:]
    return (), content


def annex(writing: Writing, block: Annex) -> Iterator[Element]:
    """Write an annex on a new page: 附录A, its force and its title in three lines."""
    force = force_of(block, writing.language)
    lines = [run(word("br")), text_run(force), run(word("br")), text_run(block.title)]
    yield paragraph("AnnexMark", *writing.mark(block.id, lines))
    yield from blocks(writing, block.content, 1, True)
