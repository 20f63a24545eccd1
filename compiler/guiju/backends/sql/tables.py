"""Look up a row of a table."""

from guiju.backends.sql.book import Book, Used, Val
from guiju.backends.sql.text import all_of, first, number, when, words
from guiju_dsl.standard.expressions import Expression, OptionValue, TableLookup, kind_of
from guiju_dsl.standard.model import Table, TableRow
from guiju_runtime.calculation_codes import NO_FACTOR_ROW


def row_place(
    book: Book, node: TableLookup, keys: list[Val], called: str
) -> tuple[str, list[TableRow]]:
    """Give the column with the number of the row that fits, from 1, and the rows so numbered.

    The rows stand with the best first: a key before any, and the newest before older ones.
    """
    table = book.tables[node.table]
    rows = sorted(table.rows, key=lambda row: _rank(table, row), reverse=True)
    branches: list[tuple[str, str]] = []
    kept: list[TableRow] = []
    for row in rows:
        tests = [_fits(table, row, at, node.keys[at], keys[at]) for at in range(len(keys))]
        if "FALSE" in tests:
            continue
        kept.append(row)
        condition = all_of(*tests)
        if not condition:
            branches.append(("", str(len(kept))))
            break
        branches.append((condition, str(len(kept))))
    return _chosen(book, branches, called), kept


def _chosen(book: Book, branches: list[tuple[str, str]], called: str) -> str:
    if not branches:
        return ""
    if not branches[-1][0]:
        *tests, (_, last) = branches
        return book.put(called, when(*tests, otherwise=last)) if tests else last
    return book.put(called, when(*branches))


def looked_up(place: str, rows: list[TableRow]) -> Val:
    """Give the value of the row at ``place``."""
    no_row = words(NO_FACTOR_ROW.id)
    if not rows:
        return Val(sql="CAST(NULL AS DOUBLE)", fault=no_row, sure=True)
    if place.isdigit():
        return Val(sql=number(rows[0].value), sure=True, constant=rows[0].value)
    values = " ".join(f"WHEN {at} THEN {number(row.value)}" for at, row in enumerate(rows, 1))
    return Val(
        sql=f"CASE {place} {values} END",
        fault=when((f"{place} IS NULL", no_row)),
        sure=True,
    )


def _rank(table: Table, row: TableRow) -> tuple[tuple[int, int], ...]:
    ranks = []
    for written, dated in zip(row.keys, table.dated, strict=True):
        ranks.append((1, _moment(written) if dated else 0) if written else (0, 0))
    return tuple(ranks)


def _moment(written: str) -> int:
    """Give a year or a day as a whole number that grows with time, a year as its beginning."""
    year, *day = (int(part) for part in written.split("-"))
    month, number_of_day = day or (0, 0)
    return year * 10000 + month * 100 + number_of_day


def _fits(table: Table, row: TableRow, at: int, key: Expression, val: Val) -> str:
    """Tell whether a key of ``row`` fits: empty if it always does, FALSE if it never does."""
    written = row.keys[at]
    if not written:
        return ""
    if table.dated[at]:
        return _begun(_moment(written), key, val)
    if isinstance(key, OptionValue):
        return "" if key.name == written else "FALSE"
    return f"{val.sql} = {_key(key, written)}"


def _begun(begin: int, key: Expression, val: Val) -> str:
    if kind_of(key) in ("date", "text"):
        return f"CAST(REPLACE({val.sql}, '-', '') AS DOUBLE) >= {number(float(begin))}"
    if val.constant is not None:
        return "" if val.constant * 10000 >= begin else "FALSE"
    return f"{val.sql} >= {number(begin / 10000)}"


def _key(key: Expression, written: str) -> str:
    return number(float(written)) if kind_of(key) in ("number", "year") else words(written)


__all__ = ["Used", "first", "looked_up", "row_place"]
