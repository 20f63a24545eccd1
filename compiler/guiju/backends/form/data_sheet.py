"""The sheet of data that are given once, one line each, under their processes."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from guiju.backends.form import words
from guiju.backends.form.book import DEEP, GREY, LINE, LINE_HEIGHT, PALE, Book
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
    DATA,
    MEASURED_COLUMNS,
    NAME_COLUMN,
    PATH_COLUMN,
    QUALITY_COLUMN,
    SIDE_COLUMNS,
    SOURCE_COLUMN,
    UNIT_COLUMN,
    VALUE_COLUMN,
    YEAR_COLUMN,
    said_of_datum,
)
from guiju.spreadsheet.writing import lines_needed
from guiju_runtime.data_model import DataModel, Datum, Section

MARK_COLUMN = NAME_COLUMN - 1
HELP_COLUMN = max(MEASURED_COLUMNS.values()) + 1
WIDTHS = (2, 6, 30, 18, 13, 24, 8, 10, 12, 10, 10, 12, 12, 44)
HEAD_ROW = 1
SMALL_LETTERS = 1.17
"""So many more of the small letters of the help fit a column."""


def put_data(book: Book) -> str:
    """Write the sheet; gives its name."""
    sheet = book.add_sheet(words.DATA.in_language(book.language), DATA, "")
    single = [datum for datum in book.model.data if not datum.group]
    asked = {SIDE_COLUMNS[name] for datum in single for name in said_of_datum(datum)}
    unasked = set(MEASURED_COLUMNS.values()) - asked | {PATH_COLUMN}
    for column, width in enumerate(WIDTHS):
        hidden = {"hidden": True} if column in unasked else {}
        sheet.set_column(column, column, width, None, hidden)
    put_head(book, sheet)
    row = HEAD_ROW + 1
    for section, data in sections(book.model):
        row = put_section(book, sheet, row, section)
        for datum in data:
            put_datum(book, sheet, row, datum)
            row += 1
    sheet.freeze_panes(HEAD_ROW + 1, VALUE_COLUMN)
    sheet.repeat_rows(HEAD_ROW)
    sheet.print_area(0, MARK_COLUMN, max(row - 1, HEAD_ROW), HELP_COLUMN)
    return str(sheet.get_name())


def sections(model: DataModel) -> Iterator[tuple[Section | None, list[Datum]]]:
    """Give each section with the data given once in it; last those of no section."""
    rest = [datum for datum in model.data if not datum.group]
    paths = {section.path for section in model.sections}
    for section in model.sections:
        inside = [datum for datum in rest if home_of(datum, paths) == section.path]
        if inside:
            yield section, inside
    lost = [datum for datum in rest if home_of(datum, paths) is None]
    if lost:
        yield None, lost


def home_of(datum: Datum, paths: set[str]) -> str | None:
    """Give the path of the section that ``datum`` belongs to: the nearest above it."""
    above = datum.path
    while above:
        above = above.rpartition(".")[0]
        if above in paths:
            return above
    return None


def put_head(book: Book, sheet: Worksheet) -> None:
    """Write the heads of the columns."""
    sheet.set_row(0, 6)
    sheet.set_row(HEAD_ROW, 26)
    for column, head in enumerate(words.COLUMNS, MARK_COLUMN):
        align = "left" if column in (NAME_COLUMN, SOURCE_COLUMN, HELP_COLUMN) else "center"
        style = book.style(
            bold=True, font_color="#FFFFFF", bg_color=DEEP, border=1, border_color=DEEP, align=align
        )
        sheet.write_string(HEAD_ROW, column, head.in_language(book.language), style)


def put_section(book: Book, sheet: Worksheet, row: int, section: Section | None) -> int:
    """Write the name of a process and its stage; gives the next row."""
    style = book.style(bold=True, font_size=11, font_color=DEEP, bg_color=PALE)
    stage_style = book.style(font_color=GREY, bg_color=PALE, align="right")
    label = section.label.in_language(book.language) if section else ""
    stage = section.stage.in_language(book.language) if section else ""
    sheet.set_row(row, 22)
    for column in range(MARK_COLUMN, HELP_COLUMN + 1):
        sheet.write_blank(row, column, None, style)
    sheet.write_string(row, MARK_COLUMN, label, style)
    sheet.write_string(row, HELP_COLUMN, stage, stage_style)
    return row + 1


def put_datum(book: Book, sheet: Worksheet, row: int, datum: Datum) -> None:
    """Write the line of one datum."""
    frame = {"border": 1, "border_color": LINE}
    label = datum.label.in_language(book.language) or datum.path
    help_words = words.help_of(datum, book.language)
    lines = max(
        lines_needed(help_words, WIDTHS[HELP_COLUMN] * SMALL_LETTERS),
        lines_needed(label, WIDTHS[NAME_COLUMN]),
    )
    sheet.set_row(row, LINE_HEIGHT * lines + 5)
    sheet.write_string(row, PATH_COLUMN, datum.path)
    mark = book.style(align="center", font_color="#B03A2E", bold=True, **frame)
    sheet.write_string(row, MARK_COLUMN, words.mark_of(datum), mark)
    indent = 2 if datum.path.count(".") > 1 else 1
    name_style = book.style(text_wrap=True, indent=indent, **frame)
    sheet.write_string(row, NAME_COLUMN, label, name_style)
    blank(sheet, row, VALUE_COLUMN, value_style(book, datum))
    put_value_rule(book, sheet, (row, VALUE_COLUMN, row, VALUE_COLUMN), datum)
    put_unit(book, sheet, row, UNIT_COLUMN, datum.unit)
    put_side_cells(book, sheet, row, datum)
    help_style = book.style(text_wrap=True, font_color=GREY, font_size=9, **frame)
    sheet.write_string(row, HELP_COLUMN, help_words, help_style)


def put_side_cells(book: Book, sheet: Worksheet, row: int, datum: Datum) -> None:
    """Open the cells beside a number: its source, its year and more; other data need none."""
    asked = said_of_datum(datum)
    locked = book.style(border=1, border_color=LINE)
    for name, column in SIDE_COLUMNS.items():
        blank(sheet, row, column, said_style(book, name) if name in asked else locked)
    if not asked:
        return
    sheet.data_validation(row, YEAR_COLUMN, row, YEAR_COLUMN, year_rule(book))
    put_quality(book, sheet, (row, QUALITY_COLUMN, row, QUALITY_COLUMN))
