"""Tables as calls of ``gbt.typ``."""

from guiju.backends.pdf.inlines import content, letters
from guiju.backends.pdf.quoting import array, call, quoted
from guiju.documents.column_widths import stays_whole
from guiju.documents.model import Inlines, Table
from guiju.documents.numbering import Numbers
from guiju.documents.printing import CONTINUED, EMPTY_CELL, TABLE, note_label
from guiju_runtime.messages import Language


def table(table: Table, numbers: Numbers, language: Language) -> str:
    """Write a table: title and unit above, head repeated on each page, notes within the frame."""
    number = TABLE.in_language(language).format(numbers.numbers[table.id])
    count = len(table.notes)
    notes = (
        f"({quoted(note_label(place, count, language))}, {content(words, numbers)})"
        for place, words in enumerate(table.notes, 1)
    )
    return call(
        "data-table",
        quoted(table.id),
        letters(f"{number}　{table.title}"),
        quoted(CONTINUED.in_language(language)),
        content(table.unit, numbers) if table.unit else "none",
        array(f"{column.share:g}fr" for column in table.columns),
        array(column.align for column in table.columns),
        array(content(column.head, numbers) for column in table.columns),
        array(cell(words, numbers) for row in table.rows for words in row),
        array(notes),
        "true" if stays_whole(table, numbers.references) else "false",
    )


def cell(words: Inlines, numbers: Numbers) -> str:
    """Write a cell; an empty one as a dash."""
    return content(words, numbers) if words else f"[{EMPTY_CELL}]"
