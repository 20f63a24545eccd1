"""Values that may be missing, and comparisons of measured quantities.

A number without a value is ``nan``, any other value without one is INVALID, an absent value is
None. Arithmetic carries ``nan`` along; tests and look-ups stop at it.
"""

import math
from datetime import date
from typing import Any

from guiju_runtime.given import INVALID
from guiju_runtime.messages import Text

NAN = float("nan")
TOLERANCE = 1e-12
"""Two quantities that agree to twelve digits count as equal in a test."""


class NoValue(Exception):
    """Something that a formula reads has no value; a finding elsewhere says why."""


class Absent(Exception):
    """Something that a formula reads was not given."""


class NoRow(Exception):
    """A table has no row for its keys.

    Attributes:
        table: words for the table; ``keys`` as people write them.
    """

    def __init__(self, table: Text, keys: str) -> None:
        """Keep the table and the keys."""
        super().__init__(table, keys)
        self.table = table
        self.keys = keys


def here(value: Any) -> Any:
    """Give a value that was given.

    Raises:
        Absent: it was not.
    """
    if value is None:
        raise Absent
    return value


def known(value: Any) -> Any:
    """Give a value that is there and right.

    Raises:
        Absent: it was not given.
        NoValue: it is wrong, or a number that could not be calculated.
    """
    if value is None:
        raise Absent
    if value is INVALID or value != value:
        raise NoValue
    return value


def has_no_value(value: Any) -> bool:
    """Tell whether a value is wrong or could not be calculated; nan is not equal to itself."""
    return value is INVALID or bool(value != value)


def _slack(left: float, right: float) -> float:
    return TOLERANCE * max(abs(left), abs(right))


def at_most(left: float, right: float) -> bool:
    """Tell whether ``left`` <= ``right``."""
    try:
        if left <= right:
            return True
    except TypeError:
        pass  # one of them is absent or wrong, which is told below
    small, large = known(left), known(right)
    return bool(small <= large or small <= large + _slack(small, large))


def at_least(left: float, right: float) -> bool:
    """Tell whether ``left`` >= ``right``."""
    return at_most(right, left)


def less(left: float, right: float) -> bool:
    """Tell whether ``left`` < ``right``."""
    return not at_most(right, left)


def more(left: float, right: float) -> bool:
    """Tell whether ``left`` > ``right``."""
    return not at_most(left, right)


def equal(left: float, right: float, within: float = 0.0) -> bool:
    """Tell whether ``left`` = ``right``, give or take ``within``."""
    one, other = known(left), known(right)
    return bool(abs(one - other) <= known(within) + _slack(one, other))


def day_of(day: str) -> int:
    """Give the number of a day, counted from 0001-01-01 as 1."""
    return date.fromisoformat(known(day)).toordinal()


def in_range(value: float, low: float, high: float) -> bool:
    """Tell whether ``low`` <= ``value`` <= ``high``."""
    try:
        if low <= value <= high:
            return True
    except TypeError:
        pass  # one of them is absent or wrong, which is told below
    number, least, most = known(value), known(low), known(high)
    return bool(least <= number <= most) or (at_most(least, number) and at_most(number, most))


def raised(base: float, exponent: float) -> float:
    """Raise ``base``; a root of a negative number has no value."""
    if base != base or exponent != exponent:
        return NAN
    result = here(base) ** here(exponent)
    if isinstance(result, complex):
        raise ValueError(base)
    return float(result)


def rounded(value: float) -> float:
    """Round to a whole number, halves away from 0."""
    number: float = here(value)
    if number != number:
        return NAN
    return math.copysign(math.floor(abs(number) + 0.5), number)


def mean(values: list[float]) -> float:
    """Give the mean.

    Raises:
        Absent: there are no values.
    """
    return sum(_some(values)) / len(values)


def lowest(values: list[float]) -> float:
    """Give the least value.

    Raises:
        Absent: there are no values.
    """
    return NAN if _some_has_none(values) else float(min(values))


def highest(values: list[float]) -> float:
    """Give the greatest value.

    Raises:
        Absent: there are no values.
    """
    return NAN if _some_has_none(values) else float(max(values))


def _some(values: list[float]) -> list[float]:
    if not values:
        raise Absent
    return values


def _some_has_none(values: list[float]) -> bool:
    """Tell whether one of some values could not be calculated."""
    return any(here(value) != value for value in _some(values))


def no_case() -> float:
    """Stop where none of the cases of a formula holds."""
    raise ValueError("no case")
