"""Write the Excel form of a data model: one sheet of single data, one for each group of rows."""

from guiju.backends.form import words
from guiju.backends.form.book import Book
from guiju.backends.form.cover_sheet import put_cover
from guiju.backends.form.data_sheet import put_data
from guiju.backends.form.rows_sheet import put_rows
from guiju_runtime.data_model import DataModel
from guiju_runtime.messages import Language, Text


def to_workbook(model: DataModel, language: Language) -> bytes:
    """Give the form as an .xlsx; the same model gives the same bytes.

    Words of the standard are written as text whatever they begin with, never as formulas.
    """
    book = Book(model, language)
    sheets = sheets_of(model, language)
    put_cover(book, sheets)
    put_data(book)
    for group in model.groups:
        put_rows(book, group)
    return book.content()


def sheets_of(model: DataModel, language: Language) -> list[tuple[str, Text]]:
    """Foretell the names of the sheets after the cover, with a line on each."""
    trial = Book(model, language)
    wanted = [(words.DATA.in_language(language), words.DATA_SHEET)]
    wanted += [
        (group.label.in_language(language) or group.path, words.ROWS_SHEET)
        for group in model.groups
    ]
    trial.names.append(trial.free_name(words.COVER.in_language(language)))
    sheets = []
    for name, text in wanted:
        sheets.append((trial.free_name(name), text))
        trial.names.append(sheets[-1][0])
    return sheets
