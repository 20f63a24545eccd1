"""Input cells: their look, their rules, their drop-downs."""

from datetime import date

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from guiju.backends.form.book import LINE, NEEDED, OPEN, Book
from guiju.backends.form.words import A_DATE, A_NUMBER, A_YEAR, IN_THE_LIST, NOT_BELOW_0, mark_of
from guiju.declaration_form.form_plan import QUALITY_WORDS, YES_NO_WORDS
from guiju_runtime.data_model import Datum
from guiju_runtime.units import parse_unit, units_of

MOST_UNITS = 12
FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2199, 12, 31)
LARGEST = 1e15
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def open_style(book: Book, **properties: object) -> Format:
    """Give the look of a cell to fill in."""
    return book.style(locked=False, bg_color=OPEN, border=1, border_color=LINE, **properties)


def value_style(book: Book, datum: Datum) -> Format:
    """Give the look of the value of ``datum``."""
    if datum.kind == "date":
        return open_style(book, num_format="yyyy-mm-dd", align="center")
    if datum.kind == "text":
        return open_style(book, num_format="@", text_wrap=True)
    return open_style(book, align="right" if datum.kind == "number" else "center")


def said_style(book: Book, name: str) -> Format:
    """Give the look of the cell beside a value that holds its ``source``, its ``year`` or more."""
    if name == "source":
        return open_style(book, num_format="@", text_wrap=True)
    if name == "calibrated":
        return open_style(book, num_format="yyyy-mm-dd", align="center")
    return open_style(book, align="center")


def put_value_rule(book: Book, sheet: Worksheet, area: Area, datum: Datum) -> None:
    """Let the cells of ``area`` take values of ``datum`` only, and show where one is needed."""
    rule = value_rule(book, datum)
    if rule:
        sheet.data_validation(*area, rule)
    if mark_of(datum) == "*" and not datum.group:
        highlight = book.workbook.add_format({"bg_color": NEEDED})
        sheet.conditional_format(*area, {"type": "blanks", "format": highlight})


def value_rule(book: Book, datum: Datum) -> dict[str, object] | None:
    """Give the rule of the value of ``datum``; texts have none."""
    language = book.language
    if datum.kind == "number":
        message = (NOT_BELOW_0 if datum.amount else A_NUMBER).in_language(language)
        least = 0.0 if datum.amount else -LARGEST
        return book.rule(
            message, validate="decimal", criteria="between", minimum=least, maximum=LARGEST
        )
    if datum.kind == "year":
        return year_rule(book)
    if datum.kind == "date":
        return date_rule(book)
    words = option_words(book, datum)
    return book.choice_rule(words, IN_THE_LIST.in_language(language), True) if words else None


def year_rule(book: Book) -> dict[str, object]:
    """Give the rule of a year."""
    message = A_YEAR.in_language(book.language)
    return book.rule(message, validate="integer", criteria="between", minimum=1950, maximum=2199)


def date_rule(book: Book) -> dict[str, object]:
    """Give the rule of a day."""
    message = A_DATE.in_language(book.language)
    return book.rule(
        message, validate="date", criteria="between", minimum=FIRST_DAY, maximum=LAST_DAY
    )


def option_words(book: Book, datum: Datum) -> list[str]:
    """Give the words to choose from: labels, or names where two labels are alike."""
    if datum.kind == "yes_no":
        return [words[book.language == "en"] for words in YES_NO_WORDS.values()]
    labels = [label.in_language(book.language) or name for name, label in datum.options]
    distinct = len(set(labels)) == len(labels)
    return labels if distinct else [name for name, _ in datum.options]


def units_for(unit: str) -> list[str]:
    """Give the declared unit and those that convert into it."""
    declared = parse_unit(unit)
    usual = units_of(declared.dimension, declared.substance)
    return list(dict.fromkeys((unit, *usual)))[:MOST_UNITS]


def put_unit(book: Book, sheet: Worksheet, row: int, column: int, unit: str) -> None:
    """Write the declared unit, open to a change where others convert into it."""
    units = units_for(unit) if unit else []
    if len(units) < 2:
        locked = book.style(align="center", border=1, border_color=LINE)
        sheet.write_string(row, column, unit, locked)
        return
    sheet.write_string(row, column, unit, open_style(book, align="center"))
    rule = book.choice_rule(units, IN_THE_LIST.in_language(book.language), True)
    sheet.data_validation(row, column, row, column, rule)


def put_quality(book: Book, sheet: Worksheet, area: Area) -> None:
    """Let the cells of ``area`` take a class of data."""
    words = [words[book.language == "en"] for words in QUALITY_WORDS.values()]
    sheet.data_validation(
        *area, book.choice_rule(words, IN_THE_LIST.in_language(book.language), True)
    )


def blank(sheet: Worksheet, row: int, column: int, style: Format) -> None:
    """Open one empty cell."""
    sheet.write_blank(row, column, None, style)
