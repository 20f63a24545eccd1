"""Where things stand in the Excel form: what its writer and its reader agree on.

The path of each datum stands in a hidden column or row beside its cell, so that a sheet whose rows
were moved is still read right; a hidden sheet says which standard the form was made for.
"""

from collections.abc import Sequence

from guiju_runtime.data_model import Datum

HIDDEN_SHEET = "_guiju"
MADE_FOR = ("standard", "digest")
FORM = "guiju-form-1"
"""In A1 of the hidden sheet; below it name and value of each of ``MADE_FOR``, then sheets."""

COVER, DATA, ROWS = "cover", "data", "rows"
"""What a sheet is; in the hidden sheet beside its name."""

PATH_COLUMN = 0
"""Of the cover and the data sheet: hidden."""

NAME_COLUMN = 2
VALUE_COLUMN = 3
UNIT_COLUMN = 4
SOURCE_COLUMN = 5
YEAR_COLUMN = 6
QUALITY_COLUMN = 7
MEASURED_COLUMNS = {"calibrated": 8, "class": 9, "count": 10, "spread": 11, "uncertainty": 12}
"""How values are measured: hidden where the standard asks it of none."""

PATH_ROW = 0
"""Of a sheet of rows: hidden, with the path of the datum in each column."""

NAME_ROW = 2
UNIT_ROW = 3
FIRST_ROW = 4
"""Of a sheet of rows: the first that is filled in."""

ROWS_OFFERED = 50

SAID = ("source", "year", "quality")
"""What may stand beside a value; in a sheet of rows for the numbers of the row."""
SIDE_COLUMNS = {
    **dict(zip(SAID, (SOURCE_COLUMN, YEAR_COLUMN, QUALITY_COLUMN), strict=True)),
    **MEASURED_COLUMNS,
}
"""Of the data sheet: the column of each word beside a value."""


def said_of_datum(datum: Datum | None) -> tuple[str, ...]:
    """Give what the form asks beside a value of ``datum``."""
    if datum is None or datum.kind != "number":
        return ()
    return SAID + (datum.measuring.said if datum.measuring is not None else ())


QUALITY_WORDS = {
    "primary": ("初级", "primary"),
    "site": ("现场", "site"),
    "secondary": ("次级", "secondary"),
}
YES_NO_WORDS = {"yes": ("是", "yes"), "no": ("否", "no")}
HEADER_PATHS = (
    "declaration.company",
    "declaration.site",
    "declaration.region",
    "declaration.period.from",
    "declaration.period.to",
)


def cell_name(row: int, column: int) -> str:
    """Name a cell as Excel does: ``(0, 0)`` is A1."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def name_by_word(words: dict[str, Sequence[str]]) -> dict[str, str]:
    """Turn names with their words into words with their name."""
    return {word: name for name, several in words.items() for word in (name, *several)}
