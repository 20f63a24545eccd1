"""Functions that give no ratio, to 50 digits."""

from collections.abc import Callable
from decimal import Context, Decimal, InvalidOperation, Overflow
from fractions import Fraction

DIGITS = Context(prec=60, Emax=10**6, Emin=-(10**6))
"""Ten digits more than are asked for."""


def _decimal(value: Fraction) -> Decimal:
    return DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def _function(function: Callable[[Decimal], Decimal]) -> Callable[[Fraction], Fraction]:
    def applied(value: Fraction) -> Fraction:
        try:
            result = function(_decimal(value))
        except (InvalidOperation, Overflow):
            raise ValueError(value) from None
        if not result.is_finite():
            raise ValueError(value)
        return Fraction(result)

    return applied


exponential = _function(DIGITS.exp)
logarithm = _function(DIGITS.ln)
square_root = _function(DIGITS.sqrt)


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Raise ``base``: exactly for a whole exponent, else to 50 digits.

    Raises:
        ZeroDivisionError: 0 to a negative exponent.
        ValueError: a root of a negative number, or a number that no float can hold.
    """
    if not base:
        if exponent < 0:
            raise ZeroDivisionError
        return Fraction(0 if exponent else 1)
    if exponent.denominator == 1 and abs(exponent) <= 10**4:
        return base**exponent.numerator
    if base < 0:
        raise ValueError(base)
    return exponential(logarithm(base) * exponent)
