"""Read the columns of the data: what is given, what of it is right, and what is wrong with it."""

from guiju.backends.sql.book import Book
from guiju.backends.sql.columns import ROW
from guiju.backends.sql.text import all_of, name, only, when, words
from guiju_runtime.codes import (
    MISSING_DATUM,
    NEGATIVE_AMOUNT,
    NOT_UNIQUE,
    OUT_OF_RANGE,
    PERIOD_MISSING,
    PERIOD_REVERSED,
    UNKNOWN_CHOICE,
    WRONG_TYPE,
)
from guiju_runtime.data_model import Datum
from guiju_runtime.data_value import NO, YES
from guiju_runtime.measuring_codes import MEASURING_NOT_SHOWN

PERIOD = ("period_from", "period_to")
HEADER = (*PERIOD, "company", "site", "region")
"""Columns of a table beside the data, as ``guiju calc`` has them."""
SMALLEST, LARGEST = "1e-300", "1e300"


def given_column(path: str) -> str:
    """Name the column that holds a datum as it was given."""
    return name(f"{path} given")


def read_datum(book: Book, datum: Datum) -> tuple[str, str]:
    """Give the columns of a datum as read, NULL where it is absent or wrong, and of its fault."""
    given = given_column(datum.path)
    value, fault = READERS[datum.kind](book, datum, given)
    fault = book.put(f"{datum.path} wrong", fault) if fault else ""
    if fault:
        value = when((f"{fault} IS NULL", value))
    note = f"{datum.label.zh} {datum.label.en} [{datum.unit or datum.kind}]"
    return book.put(f"{datum.path} read", value, note), fault


def report_datum(book: Book, datum: Datum, fault: str) -> None:
    """Report what is wrong with a datum, or that it is missing where every declaration has it."""
    given = given_column(datum.path)
    book.find(fault or "NULL", datum.path, datum.group) if fault else None
    if datum.needed == "always" and datum.default is None:
        missing = when((f"{given} IS NULL", words(MISSING_DATUM.id)))
        book.find(missing, datum.path, datum.group)
    if datum.unique:
        _report_repeated(book, datum, fault)
    _report_measuring(book, datum, fault)


def _report_measuring(book: Book, datum: Datum, fault: str) -> None:
    """Report that nothing is said of how a value is measured: the table has no columns for it."""
    if datum.measuring is None or datum.quality == "secondary":
        return
    right = f"{fault} IS NULL" if fault else ""
    said = all_of(f"{given_column(datum.path)} IS NOT NULL", right)
    book.find(when((said, words(MEASURING_NOT_SHOWN.id))), datum.path, datum.group)


def _report_repeated(book: Book, datum: Datum, fault: str) -> None:
    """Report a value that an earlier row has too."""
    if not datum.group:
        return
    key, value = book.columns.key, given_column(datum.path)
    here = all_of(
        book.columns.is_group(datum.group),
        f"{value} IS NOT NULL",
        f"{fault} IS NULL" if fault else "",
    )
    place = when((here, key))
    over = f"OVER (PARTITION BY {ROW}, {value})"
    earliest = book.put(f"{datum.path} first used", f"MIN({place}) {over}")
    again = all_of(here, f"{key} > {earliest}")
    book.find(when((again, words(NOT_UNIQUE.id))), datum.path, datum.group)


def _number(book: Book, datum: Datum, given: str) -> tuple[str, str]:
    value = book.put(f"{datum.path} number", f"TRY_CAST({given} AS DOUBLE)")
    size = f"ABS({value})"
    branches = [
        (f"{value} IS NULL", words(WRONG_TYPE.id)),
        (f"NOT ({size} <= {LARGEST}) OR ({size} < {SMALLEST} AND {size} > 0e0)",
         words(OUT_OF_RANGE.id)),
    ]  # fmt: skip
    if datum.amount:
        branches.append((f"{value} < 0e0", words(NEGATIVE_AMOUNT.id)))
    return value, when((f"{given} IS NOT NULL", when(*branches)))


def _year(book: Book, datum: Datum, given: str) -> tuple[str, str]:
    value = book.put(f"{datum.path} number", f"FLOOR(TRY_CAST({given} AS DOUBLE))")
    right = f"{value} >= 1000e0 AND {value} <= 9999e0"
    wrong = f"{given} IS NOT NULL AND NOT COALESCE({right}, FALSE)"
    return value, when((wrong, words(WRONG_TYPE.id)))


def _choice(book: Book, datum: Datum, given: str) -> tuple[str, str]:
    """Read an option by its name or label."""
    text = book.put(f"{datum.path} text", f"LOWER(TRIM({given}))")
    known: dict[str, str] = {}
    for option, label in datum.options:
        known |= {label.zh.lower(): option, label.en.lower(): option}
    known |= {option.lower(): option for option, _ in datum.options}
    branches = [
        (f"{text} IN ({', '.join(words(w) for w, of in known.items() if of == option and w)})",
         words(option))
        for option, _ in datum.options
    ]  # fmt: skip
    value = book.put(f"{datum.path} option", when(*branches))
    wrong = f"{given} IS NOT NULL AND {value} IS NULL"
    return value, when((wrong, words(UNKNOWN_CHOICE.id)))


def _yes_no(book: Book, datum: Datum, given: str) -> tuple[str, str]:
    text = book.put(f"{datum.path} text", f"LOWER(TRIM(CAST({given} AS STRING)))")
    yes, no = (f"{text} IN ({', '.join(map(words, known))})" for known in (YES, NO))
    value = book.put(f"{datum.path} answer", when((yes, "TRUE"), (no, "FALSE")))
    return value, when((f"{given} IS NOT NULL AND {value} IS NULL", words(WRONG_TYPE.id)))


def _date(book: Book, datum: Datum, given: str) -> tuple[str, str]:
    value = f"CAST(TRY_CAST({given} AS DATE) AS STRING)"
    day = book.put(f"{datum.path} day", value)
    return day, when((f"{given} IS NOT NULL AND {day} IS NULL", words(WRONG_TYPE.id)))


def _text(_book: Book, _datum: Datum, given: str) -> tuple[str, str]:
    return f"TRIM(CAST({given} AS STRING))", ""


READERS = {
    "number": _number,
    "year": _year,
    "choice": _choice,
    "yes_no": _yes_no,
    "date": _date,
    "text": _text,
}


def read_period(book: Book) -> tuple[str, str]:
    """Give the year in which the period ends, and its months; report what is wrong with it."""
    days = []
    for bound in ("from", "to"):
        given = name(f"period_{bound} given")
        day = book.put(f"period_{bound}", f"TRY_CAST({given} AS DATE)", "reporting period")
        missing = (f"{given} IS NULL", words(PERIOD_MISSING.id))
        wrong = (f"{day} IS NULL", words(WRONG_TYPE.id))
        book.find(when(missing, wrong), f"declaration.period.{bound}")
        days.append(day)
    begin, end = days
    reversed_ = book.put("period reversed", f"COALESCE({end} < {begin}, FALSE)")
    book.find(when((reversed_, words(PERIOD_REVERSED.id))), "declaration.period")
    year = when((f"NOT {reversed_}", f"CAST(YEAR({end}) AS DOUBLE)"))
    months = only(f"NOT {reversed_}", f"({_months(end, '0e0')} - ({_months(begin, '1e0')}))")
    return (
        book.put("year", year, "year in which the period ends"),
        book.put("period", months, "length of the period [month]"),
    )


def _months(day: str, less: str) -> str:
    """Count months up to the end of ``day``, or of the day before; days as a part of theirs."""
    month = f"12e0 * YEAR({day}) + MONTH({day})"
    return f"{month} + (DAY({day}) - {less}) / DAY(LAST_DAY({day}))"
