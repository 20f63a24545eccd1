"""A sheet for each group of data that may have any number of rows."""

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from guiju.backends.form import words
from guiju.backends.form.book import DEEP, GREY, LINE, LINE_HEIGHT, Book
from guiju.backends.form.inputs import (
    blank,
    put_quality,
    put_unit,
    put_value_rule,
    said_style,
    value_style,
    year_rule,
)
from guiju.declaration_form.form_plan import (
    FIRST_ROW,
    NAME_ROW,
    PATH_ROW,
    ROWS,
    ROWS_OFFERED,
    SAID,
    SIDE_COLUMNS,
    UNIT_ROW,
    said_of_datum,
)
from guiju.spreadsheet.writing import lines_needed
from guiju_runtime.data_model import Datum, Group

LAST_ROW = FIRST_ROW + ROWS_OFFERED - 1
HELP_ROW = NAME_ROW - 1
NARROW, USUAL, WIDE = 9.0, 18.0, 26.0
SAID_WIDTHS = {"source": WIDE, "year": NARROW + 2}
OTHER_WIDTH = NARROW + 4


def put_rows(book: Book, group: Group) -> str:
    """Write the sheet of ``group``; gives its name."""
    label = group.label.in_language(book.language) or group.path
    sheet = book.add_sheet(label, ROWS, group.path)
    data = [datum for datum in book.model.data if datum.group == group.path]
    sheet.set_row(PATH_ROW, None, None, {"hidden": True})
    put_numbers(book, sheet)
    helps = [words.help_of(datum, book.language) for datum in data]
    lines = [
        lines_needed(text, width_of(datum) * 1.17) for text, datum in zip(helps, data, strict=True)
    ]
    sheet.set_row(HELP_ROW, LINE_HEIGHT * 0.9 * max(lines, default=1) + 4)
    for column, datum in enumerate(data, 1):
        put_column(book, sheet, column, datum)
    asked = {*SAID, *(name for datum in data for name in said_of_datum(datum))}
    beside = [name for name in SIDE_COLUMNS if name in asked]
    for column, name in enumerate(beside, 1 + len(data)):
        put_said(book, sheet, column, name)
    sheet.set_row(NAME_ROW, 26)
    sheet.set_row(UNIT_ROW, 20)
    for row in range(FIRST_ROW, LAST_ROW + 1):
        sheet.set_row(row, 18)
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(NAME_ROW, UNIT_ROW)
    sheet.print_area(HELP_ROW, 0, LAST_ROW, len(data) + len(beside))
    return str(sheet.get_name())


def width_of(datum: Datum) -> float:
    """Give the width of a column [letters]."""
    longest = max((len(label.zh) * 2 for _, label in datum.options), default=0)
    head = 2 * len(datum.label.zh) + 4
    return min(34.0, max(USUAL, head, longest, WIDE if datum.kind == "text" else 0.0))


def head_style(book: Book) -> Format:
    """Give the look of a column's head."""
    return book.style(
        bold=True,
        font_color="#FFFFFF",
        bg_color=DEEP,
        border=1,
        border_color=LINE,
        align="center",
        text_wrap=True,
    )


def put_numbers(book: Book, sheet: Worksheet) -> None:
    """Number the rows."""
    sheet.set_column(0, 0, 7)
    sheet.write_string(NAME_ROW, 0, words.ROW_NUMBER.in_language(book.language), head_style(book))
    style = book.style(align="center", font_color=GREY, border=1, border_color=LINE)
    sheet.write_string(UNIT_ROW, 0, words.UNIT.in_language(book.language), style)
    for row in range(FIRST_ROW, LAST_ROW + 1):
        sheet.write_number(row, 0, row - FIRST_ROW + 1, style)


def put_column(book: Book, sheet: Worksheet, column: int, datum: Datum) -> None:
    """Write the column of one datum."""
    sheet.set_column(column, column, width_of(datum))
    sheet.write_string(PATH_ROW, column, datum.path)
    label = datum.label.in_language(book.language) or datum.path
    mark = words.mark_of(datum)
    sheet.write_string(NAME_ROW, column, f"{label} {mark}".rstrip(), head_style(book))
    help_style = book.style(text_wrap=True, font_color=GREY, font_size=9, valign="bottom")
    sheet.write_string(HELP_ROW, column, words.help_of(datum, book.language), help_style)
    put_unit(book, sheet, UNIT_ROW, column, datum.unit)
    put_open_cells(sheet, column, value_style(book, datum))
    put_value_rule(book, sheet, (FIRST_ROW, column, LAST_ROW, column), datum)


def put_said(book: Book, sheet: Worksheet, column: int, name: str) -> None:
    """Write the column of what is said of the numbers of a row."""
    sheet.set_column(column, column, SAID_WIDTHS.get(name, OTHER_WIDTH))
    sheet.write_string(PATH_ROW, column, name)
    sheet.write_string(
        NAME_ROW, column, words.SAID[name].in_language(book.language), head_style(book)
    )
    sheet.write_string(UNIT_ROW, column, "", book.style(border=1, border_color=LINE))
    area = (FIRST_ROW, column, LAST_ROW, column)
    put_open_cells(sheet, column, said_style(book, name))
    if name == "quality":
        put_quality(book, sheet, area)
    elif name == "year":
        sheet.data_validation(*area, year_rule(book))


def put_open_cells(sheet: Worksheet, column: int, style: Format) -> None:
    """Open the cells of a column."""
    for row in range(FIRST_ROW, LAST_ROW + 1):
        blank(sheet, row, column, style)
