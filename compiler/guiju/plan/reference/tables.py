"""Look up a factor: the row that fits best."""

from datetime import date
from fractions import Fraction

from guiju.plan.reference.model import NoTableRow, Value
from guiju_dsl.standard.model import Table, TableRow


def row_for(table: Table, keys: tuple[Value, ...]) -> TableRow:
    """Give the row for ``keys``: exact before any, and the newest not after a year or date.

    Raises:
        NoTableRow: none fits.
    """
    fitting = [
        row for row in table.rows if all(_fits(table, row, at, key) for at, key in _at(keys))
    ]
    if not fitting:
        raise NoTableRow(table.path)
    return max(fitting, key=lambda row: tuple(_rank(table, row, at) for at, _ in _at(keys)))


def _at(keys: tuple[Value, ...]) -> list[tuple[int, Value]]:
    return list(enumerate(keys))


def _fits(table: Table, row: TableRow, at: int, key: Value) -> bool:
    written = row.keys[at]
    if not written:
        return True
    if table.dated[at]:
        return _begins(written) <= _moment(key)
    return written == str(key)


def _rank(table: Table, row: TableRow, at: int) -> tuple[int, Fraction]:
    """Rank a row that fits by one key: any value is worst, a later moment is better."""
    written = row.keys[at]
    if not written:
        return 0, Fraction(0)
    return 1, _begins(written) if table.dated[at] else Fraction(0)


def _begins(written: str) -> Fraction:
    return _moment(Fraction(written)) if "-" not in written else _moment(written)


def _moment(key: Value) -> Fraction:
    """Give a year or a date as a number that grows with time, a year as its beginning."""
    if isinstance(key, str) and "-" in key:
        day = date.fromisoformat(key)
        return Fraction(day.year) + Fraction(day.month, 100) + Fraction(day.day, 10000)
    return Fraction(key)
