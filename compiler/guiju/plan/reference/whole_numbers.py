"""Round to whole numbers."""

from fractions import Fraction
from math import ceil

from guiju.plan.reference.bounded import as_float, through


def half_up(value: Fraction) -> Fraction:
    """Round to a whole number, halves away from 0."""
    whole = Fraction((abs(value) + Fraction(1, 2)).__floor__())
    result = whole if value >= 0 else -whole
    return through(value, result, lambda error: _stepped(value, result, error))


def _stepped(value: Fraction, result: Fraction, error: float) -> float:
    """Give what a rounded number is off by: whole steps, if it may be on another one."""
    to_step = 0.5 - abs(as_float(value - result))
    return 0.0 if error < to_step else ceil(error) + 1
