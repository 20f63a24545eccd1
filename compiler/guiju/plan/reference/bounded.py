"""Exact numbers that carry how far floats may be from them: the rounding of every step so far.

A float is at most ``ROUNDING`` of its size from the number that a step should give, beside what
the numbers it is made from are off by. Followed through a whole plan, this proves which difference
from the exact result is rounding and which is a fault. Source: running error analysis, N. J.
Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, section 3.3.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import inf
from typing import Any

ROUNDING = 2.0**-52
"""Of the size of a number: what a step is off by, twice the most that one rounding changes."""


class Bounded(Fraction):
    """An exact number, and how far a calculation with floats may be from it.

    Attributes:
        error: in the unit of the number; ``inf`` where nothing bounds it.
    """

    __slots__ = ("error",)
    error: float

    @classmethod
    def of(cls, value: Fraction | int, error: float) -> "Bounded":
        """Give ``value`` with a bound of its error."""
        made = cls(value)
        made.error = error
        return made

    @classmethod
    def read(cls, above: int, below: int) -> "Bounded":
        """Give a number that was read: it is rounded once."""
        return cls.of(Fraction(above, below), 0.0).rounded()

    def rounded(self) -> "Bounded":
        """Add the rounding of one step."""
        self.error += ROUNDING * _size(self)
        return self

    def __add__(self, other: Any) -> Any:
        return _sum(self, other, Fraction.__add__)

    def __radd__(self, other: Any) -> Any:
        return _sum(self, other, Fraction.__add__)

    def __sub__(self, other: Any) -> Any:
        return _sum(self, other, Fraction.__sub__)

    def __rsub__(self, other: Any) -> Any:
        return _sum(Fraction(other), self, Fraction.__sub__)

    def __mul__(self, other: Any) -> Any:
        return _product(self, other)

    def __rmul__(self, other: Any) -> Any:
        return _product(self, other)

    def __truediv__(self, other: Any) -> Any:
        return _quotient(self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return _quotient(Fraction(other), self)

    def __neg__(self) -> Any:
        return Bounded.of(Fraction.__neg__(self), self.error)

    def __abs__(self) -> Any:
        return Bounded.of(Fraction.__abs__(self), self.error)


def as_exact(value: Any) -> Fraction:
    """Give a number as a fraction; one that is a fraction keeps what it carries."""
    return value if isinstance(value, Fraction) else Fraction(value)


def error_of(value: Fraction | int) -> float:
    """Give how far a float may be from a number; one that is written is rounded once."""
    return value.error if isinstance(value, Bounded) else ROUNDING * _size(value)


def through(value: Fraction, result: Fraction, spread: Callable[[float], float]) -> Fraction:
    """Give the result of a function of ``value``.

    Args:
        spread: gives how far the result is off for an error of ``value``.
    """
    if not isinstance(value, Bounded):
        return result
    return Bounded.of(result, spread(value.error) if value.error else 0.0).rounded()


def largest(values: Iterable[Fraction]) -> Fraction:
    """Give the largest of ``values``, which is off by what any of them that may be it is."""
    return _chosen(list(values), max)


def smallest(values: Iterable[Fraction]) -> Fraction:
    """Give the smallest of ``values``; as the largest."""
    return _chosen(list(values), min)


def _chosen(values: list[Fraction], choose: Callable[..., Any]) -> Fraction:
    found: Fraction = choose(values)
    if not any(isinstance(value, Bounded) for value in values):
        return found
    ranges = [(as_float(value - found), error_of(value)) for value in values]
    low = choose(off - error for off, error in ranges)
    high = choose(off + error for off, error in ranges)
    return Bounded.of(found, max(high, -low))


def _sum(left: Fraction, right: Any, add: Callable[[Fraction, Fraction], Fraction]) -> Bounded:
    """Add up or take off: rounded by the parts, as they may be added in another order."""
    error = error_of(left) + error_of(right) + ROUNDING * (_size(left) + _size(right))
    return Bounded.of(add(left, right), error)


def _product(left: Fraction, right: Any) -> Bounded:
    a, b = error_of(left), error_of(right)
    error = _times(_size(left), b) + _times(_size(right), a) + _times(a, b)
    return Bounded.of(Fraction.__mul__(left, right), error).rounded()


def _quotient(left: Fraction, right: Any) -> Bounded:
    """Divide: nothing bounds the result where the divisor may be 0."""
    result = Bounded.of(Fraction.__truediv__(left, right), inf)
    divisor = _size(right) - error_of(right)
    if divisor > 0:
        result.error = (error_of(left) + _times(_size(result), error_of(right))) / divisor
    return result.rounded()


def _size(value: Fraction | int) -> float:
    return abs(as_float(value))


def as_float(value: Fraction | int) -> float:
    """Give a number as the nearest float, ``inf`` or ``-inf`` where none can hold it."""
    above, below = value.as_integer_ratio()
    try:
        return above / below
    except OverflowError:
        return inf if above > 0 else -inf


def _times(left: float, right: float) -> float:
    """Multiply; nothing of what has no bound is nothing."""
    return left * right if left and right else 0.0
