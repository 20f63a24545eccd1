"""Cells: filled, without full stops; no serial numbers (TF-01)."""

from collections.abc import Iterator

from guiju.review.checks.captions import tables_of_text
from guiju.review.finding import Finding, found, short
from guiju.review.structure import Outline
from guiju.review.wording_codes import CELL_EMPTY, CELL_STOP, SERIAL_COLUMN

FORM = 0.3
"""A table in which so many cells are empty is a form to fill in."""


def cells_are_filled(outline: Outline) -> Iterator[Finding]:
    """Report empty cells, forms left out."""
    for table, first, _ in tables_of_text(outline):
        empty = [
            (row, column)
            for row, cells in enumerate(table.rows, 1)
            for column, words in enumerate(cells, 1)
            if words is not None and not words.strip()
        ]
        cells = sum(len(row) for row in table.rows)
        is_form = len(empty) > max(1, FORM * cells)
        for row, column in empty if not is_form else ():
            yield found(CELL_EMPTY, "TF-01", first, row=str(row), column=str(column))


def cells_have_no_full_stop(outline: Outline) -> Iterator[Finding]:
    """Report cells whose words end with a full stop, notes left out."""
    for paragraph in outline.playing("cell"):
        words = paragraph.words.strip()
        is_note = words.startswith(("注", "示例")) or paragraph.label.startswith(("注", "示例"))
        in_text = paragraph.table is not None and outline.part(paragraph) in ("clauses", "annex")
        if in_text and words.endswith("。") and not is_note and words.count("。") == 1:
            last = len(paragraph.text.rstrip())
            yield found(CELL_STOP, "TF-01", paragraph, (last - 1, last), given=short(words))


def no_serial_column(outline: Outline) -> Iterator[Finding]:
    """Report a column of serial numbers."""
    for table, first, _ in tables_of_text(outline):
        heads = table.rows[0] if table.rows else ()
        if any(head is not None and "".join(head.split()) == "序号" for head in heads):
            yield found(SERIAL_COLUMN, "TF-01", first, warns=True)
