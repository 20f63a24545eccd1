"""Find in the XML of a workbook what its values do not show: formulas, and percent formats."""

import re
from xml.parsers import expat

from msgspec import Struct

from guiju.declaration_form.form_plan import cell_name
from guiju.office_package import Parts

LAST_ROW = 5_000
LAST_COLUMN = 200
MOST_ELEMENTS = 500_000
PERCENT_FORMATS = (9, 10)
ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
RELATIONS = "xl/_rels/workbook.xml.rels"


class Marks(Struct, frozen=True, kw_only=True):
    """What is special about the cells of a sheet, by address.

    Attributes:
        percent: cells that show their value times 100 with a percent sign.
        errors: cells that hold an error such as #DIV/0!.
    """

    formulas: frozenset[str]
    percent: frozenset[str]
    errors: frozenset[str]


class TooMany(ValueError):
    """A part has more elements than a form can have, or cells where a form has none."""


class Damaged(ValueError):
    """A part is no well-formed XML."""

    def __init__(self, part: str) -> None:
        """Keep the name of the part."""
        super().__init__(part)
        self.part = part


def marks_of(parts: Parts) -> dict[str, Marks]:
    """Give the marks of each worksheet by its name.

    Raises:
        Damaged: a part cannot be read.
        TooMany: a part holds more than a form.
    """
    percent = percent_styles(parts)
    targets = {found.get("Id"): found.get("Target", "") for _, found in tags(parts, RELATIONS)}
    sheets = {}
    for tag, found in tags(parts, "xl/workbook.xml"):
        if tag == "sheet":
            relation = next((value for key, value in found.items() if key.endswith(":id")), "")
            part = part_name(targets.get(relation, ""))
            sheets[found.get("name", "")] = sheet_marks(parts, part, percent)
    return sheets


def part_name(target: str) -> str:
    """Give the name of the part that a relation of the workbook leads to."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def percent_styles(parts: Parts) -> frozenset[str]:
    """Give the numbers of the cell styles that show percent."""
    formats: set[str] = {str(number) for number in PERCENT_FORMATS}
    styles: list[bool] = []
    inside = False
    for tag, found in tags(parts, "xl/styles.xml") if "xl/styles.xml" in parts else ():
        if tag == "numFmt" and "%" in re.sub(r'"[^"]*"|\\.', "", found.get("formatCode", "")):
            formats.add(found.get("numFmtId", ""))
        inside = tag == "cellXfs" or (inside and tag not in ("cellStyleXfs", "cellStyles", "dxfs"))
        if inside and tag == "xf":
            styles.append(found.get("numFmtId", "") in formats)
    return frozenset(str(at) for at, percent in enumerate(styles) if percent)


def sheet_marks(parts: Parts, part: str, percent: frozenset[str]) -> Marks:
    """Give the marks of one worksheet; a cell without an address follows the one before."""
    found: dict[str, set[str]] = {"formulas": set(), "percent": set(), "errors": set()}
    rows, row, column = 0, 0, 0
    for tag, given in tags(parts, part) if part in parts else ():
        if tag == "row":
            rows, row, column = rows + 1, row_number(given.get("r", str(row + 1))), 0
        elif tag == "c":
            row, column = place(given.get("r", ""), row, column)
            cell = cell_name(row - 1, column - 1)
            found["percent"] |= {cell} if given.get("s", "0") in percent else set()
            found["errors"] |= {cell} if given.get("t") == "e" else set()
        elif tag == "f":
            found["formulas"].add(cell_name(row - 1, column - 1))
        if rows > LAST_ROW or not (row <= LAST_ROW and column <= LAST_COLUMN):
            raise TooMany
    return Marks(**{name: frozenset(cells) for name, cells in found.items()})


def place(address: str, row: int, column: int) -> tuple[int, int]:
    """Give row and column of a cell, from 1; without an address it follows ``column``.

    Raises:
        TooMany: the address is none.
    """
    if not address:
        return row, column + 1
    found = ADDRESS.fullmatch(address)
    if found is None or not row_number(found[2]):
        raise TooMany
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return row_number(found[2]), column


def row_number(digits: str) -> int:
    """Read the number of a row.

    Raises:
        TooMany: it is none.
    """
    if digits.isdecimal() and len(digits) < 8 and int(digits):
        return int(digits)
    raise TooMany


def tags(parts: Parts, part: str) -> list[tuple[str, dict[str, str]]]:
    """Give the names and attributes of all elements of a part, without their prefixes."""
    found: list[tuple[str, dict[str, str]]] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if len(found) >= MOST_ELEMENTS:
            raise TooMany
        found.append((name.rpartition(":")[2], attributes))

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    try:
        parser.Parse(parts[part], True)
    except TooMany:
        raise
    except (expat.ExpatError, KeyError, ValueError) as error:
        raise Damaged(part) from error
    return found
