"""Read exact numbers and quantities as people and programs write them."""

import math
import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from types import NoneType
from typing import Any, NamedTuple, cast

SMALLEST_EXPONENT = -300
LARGEST_EXPONENT = 300

_WIDE = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0x2212: "-", 0xA0: " "}
)
_DIGITS = "[0-9]+(?:_[0-9]+)*"
_NUMBER = rf"[+-]?(?:{_DIGITS}(?:\.(?:{_DIGITS})?)?|\.{_DIGITS})(?:[eE][+-]?[0-9]+)?"
_QUANTITY = re.compile(rf"\s*({_NUMBER})\s*(.*?)\s*", re.DOTALL)
_PARTED = re.compile(r"\s*([+-]?[0-9.]+(?:[,'][0-9]+| [0-9]{3}(?![0-9]))+)(.*)", re.DOTALL)
_NOT_FINITE = re.compile(r"\s*[+-]?\.?(?:nan|inf|infinity)\s*", re.IGNORECASE)
_USUAL = re.compile(
    r"([+-]?[0-9]{1,40})(?:\.([0-9]{1,40}))? ?((?:1/)?[^\W\d_eE]\S{0,80}|[%‰°]\S{0,80})?"
)
"""Figures, perhaps a decimal point, perhaps a unit: what can be read in one way only."""
_MOST_FIGURES = 40
_LONGEST = 1000
_OWN = frozenset({str, int, float, bool, Decimal, Fraction, date, datetime, dict, list, NoneType})
_TIMES = frozenset("mM")
"""NumPy's letters for lengths and points of time."""
_SMALLEST = Fraction(10) ** SMALLEST_EXPONENT
_TOO_LARGE = 10 ** (LARGEST_EXPONENT + 1)
_SURELY = 990
"""Powers of 2 up to which a float surely holds a number, and down to the inverse of which."""


class NoNumberError(ValueError):
    """What is given does not begin with a number."""


class NotFiniteError(ValueError):
    """The number is no number, infinite, or of a size that floats do not hold."""


class PartedDigitsError(ValueError):
    """A separator among the digits can be read in two ways.

    Attributes:
        readings: ways to write what may have been meant.
    """

    def __init__(self, readings: tuple[str, ...]) -> None:
        """Keep the ways to write it."""
        super().__init__(*readings)
        self.readings = readings


class Quantity(NamedTuple):
    """A number with the unit that was written behind it, or none."""

    value: Fraction
    unit: str


def plain(given: object) -> object:
    """Give the Python value of a scalar of NumPy or Arrow; anything else as it is."""
    if type(given) in _OWN or getattr(given, "ndim", 0) != 0:
        return given
    for name in ("item", "as_py"):
        turned = getattr(given, name, None)
        if callable(turned):
            return _no_count_of_time(given, cast(object, turned()))
    return given


def _no_count_of_time(given: object, turned: object) -> object:
    """Give a time finer than Python's as one of its own: NumPy turns it into a number."""
    kind = str(getattr(getattr(given, "dtype", None), "kind", ""))
    if not isinstance(turned, int) or kind not in _TIMES:
        return turned
    coarser = cast(object, cast(Any, given).astype(f"{kind}8[us]").item())
    return given if isinstance(coarser, int) else coarser


def quantity(given: object) -> Quantity:
    """Read a number of any type, or a text of a number and perhaps a unit, exactly.

    A float counts as its shortest decimal text.

    Raises:
        NoNumberError: there is no number.
        NotFiniteError: nan, infinite, or a size beyond 1e±300.
        PartedDigitsError: a comma, an apostrophe or a space among the digits.
    """
    if isinstance(given, str):
        text = given if given.isascii() else given.translate(_WIDE)
        usual = _USUAL.fullmatch(text)
        return _from_figures(*usual.groups("")) if usual else _from_text(text)
    number = plain(given)
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal | Fraction):
        raise NoNumberError
    return Quantity(value=_exact(number), unit="")


def figures_in(text: str) -> tuple[int, int, str] | None:
    """Read what is written in plain figures: numerator, denominator and unit, as they stand.

    Returns:
        None for what is written in another way, which may still be a number: with a sign, with an
        exponent, with no space before the unit, with figures in two parts.
    """
    digits, _, unit = text.partition(" ")
    part = ""
    if not digits.isdigit():
        whole, _, part = digits.partition(".")
        digits = whole + part
    if not (digits.isdigit() and digits.isascii()) or len(digits) > _MOST_FIGURES:
        return None
    if unit and not (unit[0].isalpha() or unit.startswith(("%", "1/"))):
        return None
    return int(digits), 10 ** len(part), unit


def _from_figures(whole: str, part: str, unit: str) -> Quantity:
    if not part:
        return Quantity(Fraction(int(whole)), unit)
    return Quantity(Fraction(int(whole + part), 10 ** len(part)), unit)


def _exact(given: int | float | Decimal | Fraction) -> Fraction:
    if isinstance(given, float):
        if not math.isfinite(given):
            raise NotFiniteError
        text = float.__repr__(given)  # a subclass may write itself otherwise
        usual = _USUAL.fullmatch(text)
        return _from_figures(*usual.groups("")).value if usual else decimal_text(text)
    if isinstance(given, Decimal):
        return _in_range(given)
    return checked(Fraction(given))


def _from_text(text: str) -> Quantity:
    if _NOT_FINITE.fullmatch(text):
        raise NotFiniteError
    parted = _PARTED.fullmatch(text)
    if parted:
        raise PartedDigitsError(_readings(parted[1], parted[2]))
    found = _QUANTITY.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        raise NoNumberError
    return Quantity(value=decimal_text(found[1]), unit=found[2])


def decimal_text(text: str) -> Fraction:
    """Read the text of a decimal number exactly.

    Raises:
        NotFiniteError: its size is beyond 1e±300.
    """
    try:
        return _in_range(Decimal(text))
    except InvalidOperation:
        raise NotFiniteError from None


def _in_range(value: Decimal) -> Fraction:
    if not value.is_finite():
        raise NotFiniteError
    if value and not SMALLEST_EXPONENT <= value.adjusted() <= LARGEST_EXPONENT:
        raise NotFiniteError
    return Fraction(value) if value else Fraction(0)


def checked(value: Fraction) -> Fraction:
    """Give ``value`` if a float can hold its size.

    Raises:
        NotFiniteError: its size is beyond 1e±300.
    """
    size = value.numerator.bit_length() - value.denominator.bit_length()
    if -_SURELY < size < _SURELY:
        return value
    if not _SMALLEST <= abs(value) < _TOO_LARGE:
        raise NotFiniteError
    return value


def _readings(digits: str, rest: str) -> tuple[str, ...]:
    if "." in digits:
        return (digits.replace(".", "").replace(",", ".") + rest,)
    parts = re.split("[,' ]", digits)
    joined = "".join(parts) + rest
    if len(parts) == 2 and "," in digits and not rest.startswith("."):
        return (joined, ".".join(parts) + rest)
    return (joined,)
