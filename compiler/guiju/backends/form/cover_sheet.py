"""The first sheet: which standard, how to fill in, who declares."""

from xlsxwriter.worksheet import Worksheet

from guiju.backends.form import words
from guiju.backends.form.book import DEEP, GREY, LINE, LINE_HEIGHT, NEEDED, PALE, Book
from guiju.backends.form.inputs import blank, date_rule, open_style
from guiju.declaration_form.form_plan import (
    COVER,
    HEADER_PATHS,
    NAME_COLUMN,
    PATH_COLUMN,
    VALUE_COLUMN,
)
from guiju.spreadsheet.writing import lines_needed
from guiju_runtime.messages import Text

HELP_COLUMN = VALUE_COLUMN + 1
WIDTHS = (2, 2, 24, 44, 62)
NEEDED_HERE = ("declaration.company", "declaration.period.from", "declaration.period.to")


def put_cover(book: Book, sheets: list[tuple[str, Text]]) -> None:
    """Write the sheet that says what the form is."""
    sheet = book.add_sheet(words.COVER.in_language(book.language), COVER, "")
    for column, width in enumerate(WIDTHS):
        hidden = {"hidden": True} if column == PATH_COLUMN else {}
        sheet.set_column(column, column, width, None, hidden)
    row = put_identity(book, sheet)
    row = put_header(book, sheet, row + 1)
    row = put_how(book, sheet, row + 1)
    put_sheets(book, sheet, row + 1, sheets)
    sheet.activate()


def put_title(book: Book, sheet: Worksheet, row: int, text: Text) -> int:
    """Write the head of a part; gives the next row."""
    style = book.style(bold=True, font_size=11, font_color=DEEP, bottom=2, bottom_color=DEEP)
    sheet.set_row(row, 22)
    for column in range(NAME_COLUMN, HELP_COLUMN + 1):
        sheet.write_blank(row, column, None, style)
    sheet.write_string(row, NAME_COLUMN, text.in_language(book.language), style)
    return row + 1


def put_identity(book: Book, sheet: Worksheet) -> int:
    """Write title, number, status and digest of the standard."""
    language, standard = book.language, book.model.standard
    sheet.set_row(0, 10)
    sheet.set_row(1, 32)
    title = book.style(bold=True, font_size=18, font_color=DEEP)
    sheet.write_string(1, NAME_COLUMN, words.TITLE.in_language(language), title)
    lines = (
        (words.STANDARD, standard.title.in_language(language)),
        (
            words.VERSION,
            f"{standard.version}  ({standard.id})" if standard.version else standard.id,
        ),
        (words.STATUS, standard.status_words.in_language(language)),
        (words.DIGEST, standard.digest),
    )
    for row, (name, text) in enumerate(lines, 2):
        sheet.set_row(row, 18)
        sheet.write_string(
            row, NAME_COLUMN, name.in_language(language), book.style(font_color=GREY)
        )
        sheet.write_string(row, VALUE_COLUMN, text, book.style())
    return 2 + len(lines)


def put_header(book: Book, sheet: Worksheet, row: int) -> int:
    """Write the cells for company, site, region and period."""
    row = put_title(book, sheet, row, words.DECLARATION)
    name = book.style(border=1, border_color=LINE, bg_color=PALE, indent=1)
    note = book.style(font_color=GREY, indent=1)
    for path in HEADER_PATHS:
        sheet.set_row(row, 20)
        sheet.write_string(row, PATH_COLUMN, path)
        mark = " *" if path in NEEDED_HERE else ""
        sheet.write_string(
            row, NAME_COLUMN, words.HEADER[path].in_language(book.language) + mark, name
        )
        is_day = ".period." in path
        style = open_style(book, num_format="yyyy-mm-dd" if is_day else "@", align="left", indent=1)
        blank(sheet, row, VALUE_COLUMN, style)
        if is_day:
            sheet.data_validation(row, VALUE_COLUMN, row, VALUE_COLUMN, date_rule(book))
        if mark:
            highlight = book.workbook.add_format({"bg_color": NEEDED})
            rule = {"type": "blanks", "format": highlight}
            sheet.conditional_format(row, VALUE_COLUMN, row, VALUE_COLUMN, rule)
        help_words = words.HEADER_HELP[path].in_language(book.language)
        sheet.write_string(row, HELP_COLUMN, help_words, note)
        row += 1
    return row


def put_how(book: Book, sheet: Worksheet, row: int) -> int:
    """Write the instructions."""
    row = put_title(book, sheet, row, words.HOW)
    style = book.style(text_wrap=True, valign="top")
    width = sum(WIDTHS[NAME_COLUMN : HELP_COLUMN + 1])
    for number, line in enumerate(words.HOW_LINES, 1):
        text = f"{number}  {line.in_language(book.language)}"
        sheet.set_row(row, LINE_HEIGHT * lines_needed(text, width) + 3)
        sheet.merge_range(row, NAME_COLUMN, row, HELP_COLUMN, "", style)
        sheet.write_string(row, NAME_COLUMN, text, style)
        row += 1
    return row


def put_sheets(book: Book, sheet: Worksheet, row: int, sheets: list[tuple[str, Text]]) -> None:
    """List the sheets that follow, with links to them."""
    row = put_title(book, sheet, row, words.SHEETS)
    link = book.style(font_color=DEEP, underline=1)
    for name, text in sheets:
        target = name.replace("'", "''")
        sheet.set_row(row, 18)
        sheet.write_url(row, NAME_COLUMN, f"internal:'{target}'!A1", link, string=name)
        sheet.write_string(row, VALUE_COLUMN, text.in_language(book.language), book.style())
        row += 1
