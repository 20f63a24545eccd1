"""Read single cells of a form as the texts that a person would have typed into YAML."""

import datetime
import re
from decimal import Decimal

from msgspec import Struct

from guiju.declaration_form.cell_marks import Marks
from guiju.declaration_form.codes import FORMULA_IN_CELL, NO_NUMBER_IN_CELL
from guiju.declaration_form.form_plan import QUALITY_WORDS, YES_NO_WORDS, cell_name, name_by_word
from guiju_runtime.data_model import Datum
from guiju_runtime.data_words import described
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text, Value, same_words

Cell = (
    int
    | float
    | str
    | bool
    | datetime.time
    | datetime.date
    | datetime.datetime
    | datetime.timedelta
)
AN_ERROR = Text(zh="错误值（#…）", en="an error (#…)")
PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
SIDE_LABELS = {
    "source": Text(zh="来源", en="source"),
    "year": Text(zh="年份", en="year"),
    "quality": Text(zh="数据等级", en="class of data"),
    "calibrated": Text(zh="校准日期", en="date of calibration"),
    "class": Text(zh="仪表等级", en="class of the meter"),
    "count": Text(zh="样本个数", en="number of samples"),
    "spread": Text(zh="样本标准偏差", en="standard deviation of the samples"),
    "uncertainty": Text(zh="不确定度", en="uncertainty"),
}


class Sheet(Struct, frozen=True, kw_only=True):
    """The cells of a worksheet, row by row, with their marks."""

    name: str
    cells: list[list[Cell]]
    marks: Marks

    @property
    def width(self) -> int:
        """Give the number of columns."""
        return max(map(len, self.cells), default=0)

    def value(self, row: int, column: int) -> Cell:
        """Give what stands in a cell, an empty text beyond the last."""
        cells = self.cells[row] if row < len(self.cells) else []
        return cells[column] if column < len(cells) else ""

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell."""
        return printed(self.value(row, column))


def read_cell(
    sheet: Sheet, row: int, column: int, datum: Datum | None, path: str, unit: str
) -> str | Finding | None:
    """Give the value in a cell, None if it is empty, or what is wrong with it."""
    address = cell_name(row, column)
    label: Value = datum.label if datum else same_words(path)
    if address in sheet.marks.formulas:
        return formula(sheet, address, label, path)
    given = sheet.value(row, column)
    if address in sheet.marks.errors:
        return no_number(sheet, address, label, path, AN_ERROR)
    if printed(given) == "":
        return None
    if datum is not None and datum.kind == "number":
        return number_in(sheet, address, given, label, path, unit)
    words = printed(given)
    if datum is not None and datum.kind == "choice":
        options = {name: (label.zh, label.en) for name, label in datum.options}
        return name_by_word({name: [w for w in two if w] for name, two in options.items()}).get(
            words, words
        )
    if datum is not None and datum.kind == "yes_no":
        return name_by_word(dict(YES_NO_WORDS)).get(words, words)
    return words


def number_in(
    sheet: Sheet, address: str, given: Cell, label: Value, path: str, unit: str
) -> str | Finding:
    """Give a number with its unit; 2 % is what a cell shows that holds 0.02 as per cent."""
    words = printed(given)
    numeric = isinstance(given, int | float) and not isinstance(given, bool)
    if not numeric and not PLAIN_NUMBER.fullmatch(words):
        return no_number(sheet, address, label, path, described(words))
    if numeric and address in sheet.marks.percent:
        return f"{decimal_text(Decimal(words) * 100)} %"
    return f"{words} {unit}".rstrip()


def said_of(sheet: Sheet, row: int, column: int, name: str) -> str | Finding:
    """Give what a cell says of a value: its source, its year, its class."""
    address = cell_name(row, column)
    if address in sheet.marks.formulas:
        return formula(sheet, address, SIDE_LABELS[name], "")
    words = sheet.text(row, column)
    return name_by_word(dict(QUALITY_WORDS)).get(words, words) if name == "quality" else words


def formula(sheet: Sheet, address: str, label: Value, path: str) -> Finding:
    """Report a formula where a value should stand."""
    return finding(FORMULA_IN_CELL, path, sheet=sheet.name, cell=address, label=label)


def no_number(sheet: Sheet, address: str, label: Value, path: str, given: Text) -> Finding:
    """Report what stands where a number should."""
    return finding(
        NO_NUMBER_IN_CELL, path, sheet=sheet.name, cell=address, label=label, given=given
    )


def printed(given: Cell) -> str:
    """Give what a cell holds as text: numbers shortest, days as 2025-12-31."""
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, float | int):
        return decimal_text(Decimal(repr(given)))
    if isinstance(given, datetime.datetime) and given.time() == datetime.time():
        return given.date().isoformat()
    if isinstance(given, str):
        return given.strip()
    return str(given)


def decimal_text(value: Decimal) -> str:
    """Write a number without needless zeros, nor an exponent where it stays short."""
    if not value.is_finite():
        return str(value)
    plain = f"{value.normalize():f}"
    return plain if len(plain) <= 24 else str(value.normalize())
