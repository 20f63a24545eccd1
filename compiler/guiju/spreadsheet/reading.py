"""Read the first sheet with words in it, cell by cell as text; nothing in the file is run."""

import io
from typing import Literal

from guiju.declaration_form.cell_marks import (
    LAST_COLUMN,
    LAST_ROW,
    Damaged,
    Marks,
    TooMany,
    marks_of,
)
from guiju.declaration_form.cells import printed
from guiju.declaration_form.form_plan import cell_name
from guiju.office_package import (
    CUT_OFF,
    NO_ZIP,
    Limits,
    Parts,
    Refusal,
    parts_with_entities,
    unpacked,
)
from guiju_runtime.messages import Text

Merged = Literal["filled", "refused"]
Rows = list[list[str]]
Range = tuple[tuple[int, int], tuple[int, int]]

LIMITS = Limits(
    file=16 * 1024 * 1024,
    inside=64 * 1024 * 1024,
    parts=500,
    old=Text(zh="它是旧版 .xls", en="it is an old .xls"),
)
NEEDED = ("[Content_Types].xml", "xl/workbook.xml")
NO_WORKBOOK = Text(zh="它不是 .xlsx 工作簿，或已损坏", en="it is no .xlsx workbook, or damaged")
TOO_LARGE = Text(
    zh=f"它大于 16 MB（解压后 64 MB），或多于 {LAST_ROW} 行、{LAST_COLUMN} 列",
    en=f"it holds over 16 MB (64 MB unpacked), {LAST_ROW} rows or {LAST_COLUMN} columns",
)
ENTITIES = Text(
    zh="它含有 DTD 或实体声明，工作簿中不用",
    en="it declares a DTD or entities, which no workbook has",
)
EMPTY = Text(zh="它的工作表都是空的", en="its sheets are empty")
MERGED = Text(
    zh="工作表“{sheet}”的单元格 {cells} 是合并的", en="cells {cells} of sheet “{sheet}” are merged"
)
ERROR = Text(
    zh="工作表“{sheet}”的单元格 {cells} 是错误值（#…）",
    en="cell {cells} of sheet “{sheet}” holds an error (#…)",
)


class Unreadable(ValueError):
    """A workbook that cannot be read as a table; ``reason`` says why."""

    def __init__(self, reason: Text) -> None:
        """Keep the reason."""
        super().__init__(reason.en)
        self.reason = reason


def rows_of(content: bytes, merged: Merged) -> Rows:
    """Give the cells of the first sheet that is not empty.

    Args:
        merged: what cells that are merged down a column mean: ``filled``, each of them has the
            words; ``refused``, the table is not read.

    Raises:
        Unreadable: it is no sound workbook, or a cell in it is no text.
    """
    marks = _marks(_parts(content))
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = [[printed(cell) for cell in row] for row in sheet.to_python(False)]
            if any(any(row) for row in rows):
                return _sound(name, rows, marks[name], sheet.merged_cell_ranges or [], merged)
    except (CalamineError, KeyError) as fault:
        raise Unreadable(NO_WORKBOOK) from fault
    raise Unreadable(EMPTY)


def _parts(content: bytes) -> Parts:
    parts = unpacked(content, LIMITS)
    if isinstance(parts, Refusal):
        known = parts.kind == "not-package" and parts.reason not in (NO_ZIP, CUT_OFF)
        reason = parts.reason if known else NO_WORKBOOK
        raise Unreadable(TOO_LARGE if parts.kind == "too-large" else reason)
    if any(part not in parts for part in NEEDED):
        raise Unreadable(NO_WORKBOOK)
    if parts_with_entities(parts):
        raise Unreadable(ENTITIES)
    return parts


def _marks(parts: Parts) -> dict[str, Marks]:
    try:
        return marks_of(parts)
    except TooMany as fault:
        raise Unreadable(TOO_LARGE) from fault
    except Damaged as fault:
        raise Unreadable(NO_WORKBOOK) from fault


def _sound(name: str, rows: Rows, marks: Marks, ranges: list[Range], merged: Merged) -> Rows:
    """Refuse errors, and merged cells or give each of them its words."""
    if marks.errors:
        raise Unreadable(_said(ERROR, name, min(marks.errors, key=lambda at: (len(at), at))))
    if ranges and merged == "refused":
        (top, left), (bottom, right) = min(ranges)
        cells = f"{cell_name(top, left)}:{cell_name(bottom, right)}"
        raise Unreadable(_said(MERGED, name, cells))
    if len(ranges) > LAST_ROW:
        raise Unreadable(TOO_LARGE)
    for (top, left), (bottom, right) in ranges:
        if left == right and top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]
    return rows


def _said(text: Text, sheet: str, cells: str) -> Text:
    return Text(
        zh=text.zh.format(sheet=sheet, cells=cells), en=text.en.format(sheet=sheet, cells=cells)
    )
