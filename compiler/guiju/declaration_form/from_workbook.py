"""Read a filled Excel form: the same mapping as its YAML would give."""

import io

from guiju.declaration_form.cell_marks import (
    LAST_COLUMN,
    LAST_ROW,
    Damaged,
    Marks,
    TooMany,
    marks_of,
)
from guiju.declaration_form.cells import Cell, Sheet, read_cell, said_of
from guiju.declaration_form.codes import NOT_A_FORM
from guiju.declaration_form.form_plan import (
    COVER,
    DATA,
    FIRST_ROW,
    FORM,
    HEADER_PATHS,
    HIDDEN_SHEET,
    MADE_FOR,
    PATH_COLUMN,
    PATH_ROW,
    ROWS,
    SIDE_COLUMNS,
    UNIT_COLUMN,
    UNIT_ROW,
    VALUE_COLUMN,
    said_of_datum,
)
from guiju.declaration_form.package_checks import damaged, parts_of, too_large
from guiju.declaration_form.tree import placed
from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text

HIDDEN = Text(zh=f"隐藏工作表 {HIDDEN_SHEET}", en=f"the hidden sheet {HIDDEN_SHEET}")
Result = tuple[dict[str, object] | None, tuple[Finding, ...]]


def from_workbook(name: str, content: bytes, model: DataModel) -> Result:
    """Read the form called ``name``, made for the standard of ``model`` or for another.

    Values come as texts with their unit; what they mean is read like the rest of declarations.

    Returns:
        ``{standard, digest, declaration, data}``, absent where a finding is an error; findings.
    """
    parts, findings = parts_of(name, content)
    if not parts:
        return None, findings
    try:
        marks = marks_of(parts)
    except TooMany:
        return None, (cells_too_many(name),)
    except Damaged as error:
        return None, (damaged(name, error.part),)
    return from_sheets(name, content, marks, model)


def cells_too_many(name: str) -> Finding:
    """Report cells further down or out than a form has."""
    place = Text(zh="工作表", en="a sheet")
    limit = Text(
        zh=f"{LAST_ROW} 行或 {LAST_COLUMN} 列", en=f"{LAST_ROW} rows or {LAST_COLUMN} columns"
    )
    return too_large(name, place, limit)


def from_sheets(name: str, content: bytes, marks: dict[str, Marks], model: DataModel) -> Result:
    """Read the cells of a package that is a sound workbook."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        if HIDDEN_SHEET not in book.sheet_names:
            return None, (not_a_form(name, HIDDEN, model),)
        hidden = texts(book.get_sheet_by_name(HIDDEN_SHEET).to_python(skip_empty_area=False))
        if not hidden or hidden[0][0] != FORM:
            return None, (not_a_form(name, HIDDEN, model),)
        wanted = [row[0] for row in hidden[1 + len(MADE_FOR) :] if row[0]]
        lost = [sheet for sheet in wanted if sheet not in book.sheet_names]
        if lost:
            missing = Text(zh=f"工作表“{lost[0]}”", en=f"sheet “{lost[0]}”")
            return None, (not_a_form(name, missing, model),)
        cells = {
            sheet: book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            for sheet in wanted
        }
    except CalamineError:
        return None, (damaged(name, "xl/workbook.xml"),)
    form = Form(model)
    for sheet, role, group in ((row[0], row[1], row[2]) for row in hidden[1 + len(MADE_FOR) :]):
        if sheet:
            form.take(Sheet(name=sheet, cells=cells[sheet], marks=marks[sheet]), role, group)
    made_for = {row[0]: row[1] for row in hidden[1 : 1 + len(MADE_FOR)]}
    if form.findings:
        return None, tuple(form.findings)
    return {**made_for, "declaration": form.header, "data": form.data}, ()


def not_a_form(name: str, missing: Text, model: DataModel) -> Finding:
    """Report a workbook that no form became."""
    return finding(NOT_A_FORM, "", name=name, missing=missing, standard=model.standard.id)


def texts(rows: list[list[Cell]]) -> list[tuple[str, str, str]]:
    """Give the first three cells of each row as text."""
    return [
        (str(first), str(second), str(third))
        for first, second, third in ((*row, "", "", "")[:3] for row in rows)
    ]


class Form:
    """The declaration while its sheets are read."""

    def __init__(self, model: DataModel) -> None:
        """Begin with nothing."""
        self.known: dict[str, Datum] = {datum.path: datum for datum in model.data}
        self.header: dict[str, object] = {}
        self.data: dict[str, object] = {}
        self.findings: list[Finding] = []

    def take(self, sheet: Sheet, role: str, group: str) -> None:
        """Read one sheet."""
        if role == COVER:
            self.take_header(sheet)
        elif role == DATA:
            self.take_data(sheet)
        elif role == ROWS:
            self.take_rows(sheet, group)

    def take_header(self, sheet: Sheet) -> None:
        """Read who declares, where and for when."""
        for row in range(len(sheet.cells)):
            path = sheet.text(row, PATH_COLUMN)
            if path in HEADER_PATHS:
                given = read_cell(sheet, row, VALUE_COLUMN, None, path, "")
                self.keep(self.header, path.removeprefix("declaration."), given)

    def take_data(self, sheet: Sheet) -> None:
        """Read the data that are given once."""
        for row in range(len(sheet.cells)):
            path = sheet.text(row, PATH_COLUMN)
            if path:
                unit = sheet.text(row, UNIT_COLUMN)
                given = read_cell(sheet, row, VALUE_COLUMN, self.known.get(path), path, unit)
                self.keep(self.data, path, given, self.said(sheet, row, SIDE_COLUMNS))

    def take_rows(self, sheet: Sheet, group: str) -> None:
        """Read the rows of a group; empty rows between them do not count."""
        paths = {
            column: sheet.text(PATH_ROW, column) for column in range(sheet.width) if sheet.width
        }
        side = {path: column for column, path in paths.items() if path in SIDE_COLUMNS}
        rows: list[object] = []
        for at in range(FIRST_ROW, len(sheet.cells)):
            row: dict[str, object] = {}
            said = self.said(sheet, at, side)
            for column, path in paths.items():
                if path.startswith(f"{group}."):
                    datum = self.known.get(path)
                    place = f"{group}[{len(rows) + 1}]{path[len(group) :]}"
                    unit = sheet.text(UNIT_ROW, column)
                    given = read_cell(sheet, at, column, datum, place, unit)
                    about = {n: word for n, word in said.items() if n in said_of_datum(datum)}
                    self.keep(row, path[len(group) + 1 :], given, about)
            if row:
                rows.append(row)
        if rows:
            placed(self.data, group, rows)

    def said(self, sheet: Sheet, row: int, columns: dict[str, int]) -> dict[str, str]:
        """Read what is said of a value."""
        found = {name: said_of(sheet, row, column, name) for name, column in columns.items()}
        self.findings += [given for given in found.values() if isinstance(given, Finding)]
        return {name: given for name, given in found.items() if isinstance(given, str) and given}

    def keep(
        self,
        tree: dict[str, object],
        path: str,
        given: str | Finding | None,
        said: dict[str, str] | None = None,
    ) -> None:
        """Put a value that is given into ``tree``, or its fault among the findings."""
        if isinstance(given, Finding):
            self.findings.append(given)
        elif given is not None:
            placed(tree, path, {"value": given, **said} if said else given)
