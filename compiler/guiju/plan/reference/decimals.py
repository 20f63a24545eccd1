"""Functions that give no ratio, to 50 digits."""

from collections.abc import Callable
from decimal import Context, Decimal, InvalidOperation, Overflow
from fractions import Fraction
from math import expm1, inf, log1p

from guiju.plan.reference.bounded import as_float, through

DIGITS = Context(prec=60, Emax=10**6, Emin=-(10**6))
"""Ten digits more than are asked for."""


def _decimal(value: Fraction) -> Decimal:
    return DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))


def _function(
    function: Callable[[Decimal], Decimal], spread: Callable[[float, float, float], float]
) -> Callable[[Fraction], Fraction]:
    """Give a function of fractions.

    Args:
        spread: what its result is off by, for a value, its result and the error of the value.
    """

    def applied(value: Fraction) -> Fraction:
        try:
            found = function(_decimal(value))
        except (InvalidOperation, Overflow):
            raise ValueError(value) from None
        if not found.is_finite():
            raise ValueError(value)
        result = Fraction(found)
        return through(
            value, result, lambda error: spread(as_float(value), as_float(result), error)
        )

    return applied


def _risen(result: float, exponent: float) -> float:
    """Give what ``result`` gains where its logarithm grows by ``exponent``."""
    return abs(result) * (expm1(exponent) if exponent < 700 else inf) if result else 0.0


exponential = _function(DIGITS.exp, lambda _, result, error: _risen(result, error))
logarithm = _function(
    DIGITS.ln, lambda value, _, error: -log1p(-error / value) if error < value else inf
)
square_root = _function(
    DIGITS.sqrt, lambda _, result, error: error / result if result else error**0.5
)


def power(base: Fraction, exponent: Fraction) -> Fraction:
    """Raise ``base``: exactly for a whole exponent, else to 50 digits.

    Raises:
        ZeroDivisionError: 0 to a negative exponent.
        ValueError: a root of a negative number, or a number that no float can hold.
    """
    if not base:
        if exponent < 0:
            raise ZeroDivisionError
        if not exponent:
            return Fraction(1)
        return through(base, Fraction(0), lambda error: error ** as_float(exponent))
    if exponent.denominator == 1 and abs(exponent) <= 10**4:
        result = base**exponent.numerator
        return through(base, result, lambda error: _of_power(base, exponent, result, error))
    if base < 0:
        raise ValueError(base)
    return exponential(logarithm(base) * exponent)


def _of_power(base: Fraction, exponent: Fraction, result: Fraction, error: float) -> float:
    """Give what a whole power is off by: nothing bounds it where 0 may be divided by."""
    part = error / abs(as_float(base))
    if exponent < 0 and part >= 1:
        return inf
    grown = log1p(part) if exponent > 0 else -log1p(-part)
    return _risen(as_float(result), grown * abs(as_float(exponent)))
