"""Round effects so that what is printed adds up to the last digit."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction

LEAST_DIGITS = 3
SIGNIFICANT = 6


def digits_for(*values: Fraction) -> int:
    """Give how many decimals to print: three, or six figures of the largest value."""
    most = max((abs(value) for value in values), default=Fraction(0))
    digits = LEAST_DIGITS
    while most and most * 10**digits < 10 ** (SIGNIFICANT - 1) and digits < 12:
        digits += 1
    return digits


def rounded(value: Fraction, digits: int) -> Decimal:
    """Round an exact value to decimals, halves to the even digit."""
    whole = round(value * 10**digits)
    with localcontext() as context:
        context.prec = 60
        context.rounding = ROUND_HALF_EVEN
        return Decimal(whole).scaleb(-digits)


def adding_up(start: Fraction, effects: Sequence[Fraction], digits: int) -> list[Decimal]:
    """Give effects as differences of the rounded running values.

    Their sum is the difference of the rounded first and last value, digit for digit.
    """
    running, before = start, rounded(start, digits)
    found = []
    for effect in effects:
        running += effect
        after = rounded(running, digits)
        found.append(after - before)
        before = after
    return found
