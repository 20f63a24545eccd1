"""Tables: title above, unit at the right, heavy frame, head repeated on each page (TF-01)."""

from collections.abc import Iterator

from guiju.backends.docx.elements import Element, paragraph, word
from guiju.backends.docx.fields import field
from guiju.backends.docx.numbering_part import NOTE, NOTES, numbered
from guiju.backends.docx.writing import Writing
from guiju.documents.column_widths import stays_whole
from guiju.documents.model import Column, Inlines, Run, Table
from guiju.documents.printing import EMPTY_CELL, FIGURE, TABLE, on_one_line

LAST_ROWS = 3
"""Rows at the end of a table, its notes among them, of which none begins a page alone."""
HEAVY, THIN = 12, 4
"""Rules in eighths of a point: 1.5 pt and 0.5 pt."""


def caption(writing: Writing, target: str, title: str, kind: str) -> Element:
    """Write ``表1　title`` with the label counted by Word inside its bookmark."""
    words, style = (TABLE, "TableTitle") if kind == "table" else (FIGURE, "FigureTitle")
    annex, _, number = writing.numbers.numbers[target].rpartition(".")
    label = words.in_language(writing.language).format(f"{annex}." if annex else "")
    sequence = words.zh.format("") + annex
    counted = [writing.text(on_one_line(label)), *field(f"SEQ {sequence} \\* ARABIC", number)]
    content = [*writing.mark(target, counted), *writing.title(title)]
    return paragraph(f"Annex{style}" if annex else style, *content)


def table(writing: Writing, block: Table) -> Iterator[Element]:
    """Write a table with its title, its unit and its notes."""
    yield caption(writing, block.id, block.title, "table")
    if block.unit:
        yield paragraph("TableUnit", *writing.words(block.unit))
    widths = column_widths(block.columns, writing.width)
    grid = word("tblGrid", *(word("gridCol", w=width) for width in widths))
    rows = [head_row(writing, block.columns, widths)]
    rows += [body_row(writing, block.columns, row, widths) for row in block.rows]
    if block.notes:
        rows.append(note_row(writing, block.notes, widths))
    keep_together(rows, whole=stays_whole(block, writing.numbers.references))
    yield word("tbl", table_properties(sum(widths), block.title), grid, *rows)


def column_widths(columns: tuple[Column, ...], room: int) -> list[int]:
    """Part the text width by the shares of the columns; the last one takes the rest."""
    whole = sum(column.share for column in columns)
    full = round(room * min(1.0, whole)) if whole > 0.5 else room
    widths = [int(full * column.share / whole) for column in columns]
    return [*widths[:-1], full - sum(widths[:-1])]


def table_properties(width: int, title: str) -> Element:
    """Give frame, rules and width of a table, and its title for those who hear it read."""
    sides = (("top", HEAVY), ("left", HEAVY), ("bottom", HEAVY), ("right", HEAVY))
    rules = (*sides, ("insideH", THIN), ("insideV", THIN))
    borders = word("tblBorders", *(rule(side, weight) for side, weight in rules))
    return word(
        "tblPr",
        word("tblW", w=width, type="dxa"),
        word("jc", val="center"),
        borders,
        word("tblLayout", type="fixed"),
        word("tblCaption", val=title),
    )


def rule(side: str, weight: int) -> Element:
    """Give one rule of a frame."""
    return word(side, val="single", sz=weight, space=0, color="000000")


def head_row(writing: Writing, columns: tuple[Column, ...], widths: list[int]) -> Element:
    """Write the head, repeated on each page, with a heavy rule under it."""
    cells = (
        cell(writing, column.head, "center", width, (under_head(),))
        for column, width in zip(columns, widths, strict=True)
    )
    return word("tr", word("trPr", word("cantSplit"), word("tblHeader")), *cells)


def under_head() -> Element:
    """Give the heavy rule under the head."""
    return word("tcBorders", rule("bottom", HEAVY))


def body_row(
    writing: Writing, columns: tuple[Column, ...], row: tuple[Inlines, ...], widths: list[int]
) -> Element:
    """Write one row, which stays on one page."""
    cells = (
        cell(writing, words, column.align, width, ())
        for column, words, width in zip(columns, row, widths, strict=True)
    )
    return word("tr", word("trPr", word("cantSplit")), *cells)


def cell(
    writing: Writing, words: Inlines, align: str, width: int, borders: tuple[Element, ...]
) -> Element:
    """Write one cell; an empty one shows that nothing applies."""
    shown = words or (Run(text=EMPTY_CELL, script="", heavy=False),)
    properties = word(
        "tcPr", word("tcW", w=width, type="dxa"), *borders, word("vAlign", val="center")
    )
    layout = [word("jc", val=align), *writing.line_properties(shown)]
    content = paragraph("TableText", *writing.words(shown), properties=layout)
    return word("tc", properties, content)


def note_row(writing: Writing, notes: tuple[Inlines, ...], widths: list[int]) -> Element:
    """Write the notes in one cell across the table."""
    number = writing.lists.new(NOTES if len(notes) > 1 else NOTE)
    style = "TableNoteNumbered" if len(notes) > 1 else "TableNote"
    paragraphs = (
        paragraph(
            style,
            *writing.words(note),
            properties=[numbered(number, 0), *writing.line_properties(note)],
        )
        for note in notes
    )
    properties = word(
        "tcPr", word("tcW", w=sum(widths), type="dxa"), word("gridSpan", val=len(widths))
    )
    return word("tr", word("trPr", word("cantSplit")), word("tc", properties, *paragraphs))


def keep_together(rows: list[Element], *, whole: bool) -> None:
    """Keep head and first row, the last rows and the notes together; a short table whole."""
    together = rows[:-1] if whole else [*rows[:1], *rows[-LAST_ROWS:-1]]
    for row in together:
        for properties in row.xpath(".//w:pPr"):
            properties[0].addnext(word("keepNext"))
