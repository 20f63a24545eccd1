"""Fill in a form as a person would, find its cells, and change what is inside its package."""

import io
import zipfile
from collections.abc import Mapping
from functools import cache

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from guiju.backends.form import to_workbook
from guiju.declaration_form.form_plan import (
    FIRST_ROW,
    PATH_COLUMN,
    PATH_ROW,
    QUALITY_COLUMN,
    SOURCE_COLUMN,
    UNIT_COLUMN,
    UNIT_ROW,
    VALUE_COLUMN,
    YEAR_COLUMN,
)
from guiju_runtime.messages import Language
from tests.forms.plant_data import PLANT

COLUMNS = {
    "value": VALUE_COLUMN,
    "unit": UNIT_COLUMN,
    "source": SOURCE_COLUMN,
    "year": YEAR_COLUMN,
    "quality": QUALITY_COLUMN,
}
SHEETS = {"zh": ("填表说明", "数据", "电力来源"), "en": ("Read me", "Data", "Electricity supply")}


@cache
def form(language: Language) -> bytes:
    """Give the empty form of the plant, written once in a process of tests."""
    return to_workbook(PLANT, language)


def filled(
    cells: Mapping[str, object],
    rows: tuple[Mapping[str, object], ...] = (),
    units: Mapping[str, str] | None = None,
    language: Language = "zh",
) -> bytes:
    """Fill in a form.

    Args:
        cells: what to write by path, or by path and column: ``refining.alumina/unit``.
        rows: what to write in each row of the supplies, by path or by ``source`` and the like.
        units: what to choose in the unit row of the supplies, by path.
    """
    book = load_workbook(io.BytesIO(form(language)))
    cover, data, supply = (book[name] for name in SHEETS[language])
    for place, value in cells.items():
        path, _, column = place.partition("/")
        sheet = cover if path.startswith("declaration.") else data
        at = COLUMNS[column or "value"] + 1
        sheet.cell(row_of(sheet, path), at).value = value  # type: ignore[assignment]  # any kind
    for number, row in enumerate(rows):
        for path, value in row.items():
            cell = supply.cell(FIRST_ROW + number + 1, column_of(supply, path))
            cell.value = value  # type: ignore[assignment]  # any kind of value, as people type
    for path, unit in (units or {}).items():
        supply.cell(UNIT_ROW + 1, column_of(supply, path)).value = unit
    return saved(book)


def saved(book: object) -> bytes:
    """Give the bytes of a workbook of openpyxl."""
    buffer = io.BytesIO()
    book.save(buffer)  # type: ignore[attr-defined]  # a Workbook, whose type is not exported
    return buffer.getvalue()


def row_of(sheet: Worksheet, path: str) -> int:
    """Give the row in which ``path`` stands, counted from 1."""
    cells = sheet.iter_rows(min_col=PATH_COLUMN + 1, max_col=PATH_COLUMN + 1)
    return next(cell.row for (cell,) in cells if cell.value == path)


def column_of(sheet: Worksheet, path: str) -> int:
    """Give the column in which ``path`` stands, counted from 1."""
    cells = next(sheet.iter_rows(min_row=PATH_ROW + 1, max_row=PATH_ROW + 1))
    return next(cell.column for cell in cells if cell.value == path)


def repacked(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Replace or add parts of a package."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            new.writestr(name, part)
    return buffer.getvalue()


def part(content: bytes, name: str) -> bytes:
    """Read one part of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)
