"""How old the rows of tables are that took part, and which of them is the oldest.

A dated row is a number on the tape: its year and, behind the point, its place among all rows. So
the least of them is the oldest row, and rounds to its year.
"""

from collections.abc import Mapping

from guiju.tape.lowering import Lowering
from guiju.tape.tables import of_row
from guiju_dsl.standard.model import Table, TableRow

PLACES = 2**20
"""Places behind the point, of which rows take less than half: they keep their years in rounding."""


def oldest_row(lowering: Lowering) -> int:
    """Give the oldest row used, or the year in which the period ends where none is older."""
    builder, year = lowering.builder, lowering.measures["year"].value
    numbers = _numbered(lowering.tables)
    oldest = year
    for path, found, evaluated in lowering.used:
        row = of_row(builder, found, numbers[path])
        known = builder.inverse(builder.compared("same", row, builder.zero))
        used = builder.where(builder.both(evaluated, known), row, year)
        group = builder.nodes[used].group
        if group:
            some = builder.inverse(builder.compared("same", builder.count(group), builder.zero))
            used = builder.where(some, builder.gathered("least", used, group), year)
        oldest = builder.applied("min", oldest, used)
    return oldest


def _numbered(tables: Mapping[str, Table]) -> dict[str, tuple[float, ...]]:
    """Give the number of each row of each table, 0 for one without a year."""
    place = 0
    numbers: dict[str, tuple[float, ...]] = {}
    for path in sorted(tables):
        of_table = []
        for row in tables[path].rows:
            place += 1
            of_table.append(int(row.year) + place / PLACES if row.year.isdigit() else 0.0)
        numbers[path] = tuple(of_table)
    return numbers


def row_numbered(tables: Mapping[str, Table], number: float) -> tuple[Table, TableRow] | None:
    """Give the row that has a number on the tape; None for a bare year."""
    place = round(number % 1 * PLACES)
    for path in sorted(tables) if place else ():
        rows = tables[path].rows
        if place <= len(rows):
            return tables[path], rows[place - 1]
        place -= len(rows)
    return None
