"""Values that may be missing, and comparisons of measured quantities.

A number without a value is ``nan``, any other value without one is INVALID, an absent value is
None. Arithmetic carries ``nan`` along; tests and look-ups stop at it.
"""

import math
from collections.abc import Callable
from typing import TypeVar

from guiju_runtime.given import INVALID, Wrong

T = TypeVar("T")
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
        table: path of the table; ``keys`` as people write them.
    """

    def __init__(self, table: str, keys: str) -> None:
        """Keep the table and the keys."""
        super().__init__(table, keys)
        self.table = table
        self.keys = keys


def here(value: T | None) -> T:
    """Give a value that was given.

    Raises:
        Absent: it was not.
    """
    if value is None:
        raise Absent
    return value


def known(value: T | Wrong | None) -> T:
    """Give a value that is there and right.

    Raises:
        Absent: it was not given.
        NoValue: it is wrong, or a number that could not be calculated.
    """
    if value is None:
        raise Absent
    if value is INVALID or value != value:
        raise NoValue
    return value  # type: ignore[return-value]


def _slack(left: float, right: float) -> float:
    return TOLERANCE * max(abs(left), abs(right))


def at_most(left: float, right: float) -> bool:
    """Tell whether ``left`` <= ``right``."""
    return known(left) <= known(right) + _slack(left, right)


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
    return abs(known(left) - known(right)) <= known(within) + _slack(left, right)


def in_range(value: float, low: float, high: float) -> bool:
    """Tell whether ``low`` <= ``value`` <= ``high``."""
    return at_most(low, value) and at_most(value, high)


def power(base: float, exponent: float) -> float:
    """Raise ``base``; a root of a negative number has no value."""
    result = base**exponent
    if isinstance(result, complex):
        raise ValueError(base)
    return result


def rounded(value: float) -> float:
    """Round to a whole number, halves away from 0 as GB/T 8170 is commonly read."""
    return math.copysign(math.floor(abs(known(value)) + 0.5), value)


Tier = tuple[tuple[object, ...], Callable[[], T]]


def chosen(tiers: tuple[Tier[T], ...]) -> tuple[int, T]:
    """Give the first tier whose data are there and whose look-ups find a row, with its place.

    Raises:
        Absent: none is available.
    """
    for place, (needs, value) in enumerate(tiers):
        if any(need is None for need in needs):
            continue
        try:
            return place, value()
        except NoRow:
            continue
    raise Absent


def first(*tiers: Tier[T]) -> T:
    """Give the first available tier."""
    return chosen(tiers)[1]


def mean(values: list[float]) -> float:
    """Give the mean.

    Raises:
        Absent: there are no values.
    """
    return sum(values) / len(_some(values))


def lowest(values: list[float]) -> float:
    """Give the least value.

    Raises:
        Absent: there are no values.
    """
    return min(known(value) for value in _some(values))


def highest(values: list[float]) -> float:
    """Give the greatest value.

    Raises:
        Absent: there are no values.
    """
    return max(known(value) for value in _some(values))


def _some(values: list[float]) -> list[float]:
    if not values:
        raise Absent
    return values


def no_case() -> float:
    """Stop where none of the cases of a formula holds."""
    raise ValueError("no case")
