"""Read one value of a datum, or say what is wrong with it."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from guiju_runtime.codes import (
    AMBIGUOUS_DIGITS,
    NEGATIVE_AMOUNT,
    OTHER_DIMENSION,
    OTHER_SUBSTANCE,
    OUT_OF_RANGE,
    UNKNOWN_CHOICE,
    UNKNOWN_UNIT,
    WRONG_TYPE,
)
from guiju_runtime.data_model import Datum
from guiju_runtime.data_words import (
    described,
    did_you_mean,
    example_of,
    expected,
    listed,
    nearest,
    option_names,
    quoted,
)
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Code, Text, Value
from guiju_runtime.quantity import (
    NoNumberError,
    NotFiniteError,
    PartedDigitsError,
    Quantity,
    checked,
    figures_in,
    plain,
    quantity,
)
from guiju_runtime.units import (
    DifferentDimension,
    Unit,
    UnknownUnit,
    parse_unit,
    ratio_of,
    units_of,
)

Exact = Fraction | str | bool | int
"""A value before numbers are made: exact numbers in the declared unit, years as int."""

YES = ("yes", "true", "y", "是", "有")
NO = ("no", "false", "n", "否", "无")
"""What a truth may be called, in small letters."""
_DATE = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")
_YEAR = re.compile(r"([0-9]{4})(?:\.0*)? ?年?")
_FAR = 500
"""Powers of 2 up to which a ratio of units, times any plain figures, is a number of usual size."""


def read_value(datum: Datum, given: object, path: str) -> Exact | Finding:
    """Read what is ``given`` for ``datum`` at ``path``; numbers come in the declared unit."""
    value: Exact | Finding | None
    given = plain(given)
    if datum.kind == "number":
        value = _number(datum, given, path)
    elif datum.kind == "choice":
        value = _choice(datum, given, path)
    else:
        value = _READERS[datum.kind](given)
    return wrong_type(datum, given, path) if value is None else value


def plain_number(datum: Datum, text: str) -> tuple[int, int] | None:
    """Read a number in plain figures: numerator and denominator, in the declared unit.

    Returns:
        None for what is written in another way, or wrong.
    """
    figures = figures_in(text)
    if figures is None:
        return None
    numerator, denominator, unit = figures
    if not unit or unit == datum.unit:
        return numerator, denominator
    ratio = _terms_of_ratio(unit, datum.unit)
    return None if ratio is None else (numerator * ratio[0], denominator * ratio[1])


@lru_cache(maxsize=4096)
def _terms_of_ratio(typed: str, declared: str) -> tuple[int, int] | None:
    """Give ``ratio_of`` as two numbers, None if there is none or it is far from 1."""
    try:
        terms = ratio_of(typed, declared).as_integer_ratio()
    except (UnknownUnit, DifferentDimension):
        return None
    return terms if max(terms).bit_length() < _FAR else None


def wrong_type(datum: Datum, given: object, path: str) -> Finding:
    """Report that something else than a value of ``datum`` is given."""
    return finding(
        WRONG_TYPE,
        path,
        clause=datum.clause,
        label=datum.label,
        expected=expected(datum),
        given=described(given),
        example=example_of(datum),
    )


def _number(datum: Datum, given: object, path: str) -> Fraction | Finding | None:
    try:
        value = _in_declared_unit(datum, quantity(given), path)
    except NoNumberError:
        return None
    except NotFiniteError:
        return _bad_number(OUT_OF_RANGE, datum, given, path)
    except PartedDigitsError as error:
        words = [quoted(reading) for reading in error.readings]
        readings = Text(zh=" 或 ".join(words), en=" or ".join(words))
        return _bad_number(AMBIGUOUS_DIGITS, datum, given, path, readings=readings)
    if isinstance(value, Fraction) and datum.amount and value.numerator < 0:
        return _bad_number(NEGATIVE_AMOUNT, datum, given, path)
    return value


def _in_declared_unit(datum: Datum, given: Quantity, path: str) -> Fraction | Finding:
    if not given.unit or given.unit == datum.unit:
        return given.value
    try:
        ratio = ratio_of(given.unit, datum.unit)
    except UnknownUnit as error:
        near = listed(error.near) if error.near else _usual(parse_unit(datum.unit))
        return _bad_number(UNKNOWN_UNIT, datum, given.unit, path, units=near)
    except DifferentDimension as error:
        return _another_unit(datum, given.unit, error, path)
    return checked(given.value * ratio)


def _another_unit(datum: Datum, typed: str, error: DifferentDimension, path: str) -> Finding:
    """Report a unit of something else, or of another substance."""
    asked = datum.unit or "1"
    if error.unit.dimension != error.into.dimension:
        usual = _usual(error.into)
        return _bad_number(OTHER_DIMENSION, datum, typed, path, unit=asked, units=usual)
    return _bad_number(OTHER_SUBSTANCE, datum, typed, path, unit=asked)


def _usual(unit: Unit) -> Text:
    spellings = units_of(unit.dimension, unit.substance)
    return listed(tuple(dict.fromkeys((unit.text or "%", *spellings[:5]))))


def _bad_number(code: Code, datum: Datum, given: object, path: str, **values: Value) -> Finding:
    return finding(
        code,
        path,
        clause=datum.clause,
        severity="error",
        label=datum.label,
        given=quoted(given),
        **values,
    )


def year_in(given: object) -> int | None:
    """Read a year of four figures, or give None."""
    if isinstance(given, bool) or not isinstance(given, str | int | float | Decimal):
        return None
    found = _YEAR.fullmatch(_plain(str(given))) if _is_short(given) else None
    return int(found[1]) if found else None


def _iso_date(given: object) -> str | None:
    day = date_in(given)
    return day.isoformat() if day else None


def date_in(given: object) -> date | None:
    """Read a day written year first, or give None.

    A time without zone is the day it falls on; one with a zone is a day only where it is midnight
    there, for elsewhere the same moment may belong to another day.
    """
    given = plain(given)
    if isinstance(given, datetime) and not _is_a_day(given):
        return None
    if isinstance(given, date):
        return date(given.year, given.month, given.day)
    return _day_in(given) if isinstance(given, str) else None


@lru_cache(maxsize=1024)
def _day_in(given: str) -> date | None:
    """Read a day as it is written; those of periods come again and again."""
    found = _DATE.fullmatch(_plain(given))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _is_a_day(given: datetime) -> bool:
    """Tell whether a time stands for its day; a time that is none, as pandas has, does not."""
    return given == given and (given.tzinfo is None or given.time() == time.min)


def text_in(given: object) -> str | None:
    """Give a text, or the digits of a number, as written; None for anything else."""
    if isinstance(given, str):
        return given.strip()
    if isinstance(given, bool) or not isinstance(given, int | float | Decimal | date):
        return None
    return str(given) if _is_short(given) else None


def _yes_no(given: object) -> bool | None:
    if isinstance(given, bool):
        return given
    word = _plain(given).casefold() if isinstance(given, str) else ""
    return True if word in YES else False if word in NO else None


def _choice(datum: Datum, given: object, path: str) -> str | Finding | None:
    words = text_in(given)
    if words is None:
        return None
    name = option_in(datum, words)
    if name:
        return name
    known = _names_by_word(datum)
    near = nearest(words, known)
    return finding(
        UNKNOWN_CHOICE,
        path,
        clause=datum.clause,
        label=datum.label,
        given=quoted(words),
        near=did_you_mean(known[near] if near else None),
        options=option_names(datum),
    )


def option_in(datum: Datum, words: str) -> str | None:
    """Give the option that is called so, by its name or its label in either language."""
    if any(words == name for name, _ in datum.options):
        return words
    known = _names_by_word(datum)
    return known.get(words) or known.get(_plain(words).casefold())


def _names_by_word(datum: Datum) -> dict[str, str]:
    """Find an option by its label in either language, and before that by its name."""
    words = [(word, name) for name, label in datum.options for word in (label.zh, label.en)]
    names = [(name, name) for name, _ in datum.options]
    folded = [(_plain(word).casefold(), name) for word, name in words + names]
    return {word: name for word, name in (*folded, *words, *names) if word}


def _plain(words: str) -> str:
    return unicodedata.normalize("NFKC", words).strip()


def _is_short(given: object) -> bool:
    return not isinstance(given, int) or given.bit_length() < 1000


_READERS: dict[str, Callable[[object], Exact | None]] = {
    "year": year_in,
    "date": _iso_date,
    "text": text_in,
    "yes_no": _yes_no,
}
