"""Days as numbers, so that they can be compared and proved like numbers."""

from datetime import date
from fractions import Fraction

from guiju_dsl.standard.expressions import DateValue, DayOf, Expression, Number
from guiju_runtime.units import PLAIN_NUMBER


def day_of(value: Expression) -> Expression:
    """Give the number of a day, counted from 0001-01-01 as 1; a constant for a day written out."""
    if isinstance(value, DateValue):
        number = Fraction(date.fromisoformat(value.text).toordinal())
        return Number(value=number, written=value.text, unit=PLAIN_NUMBER)
    return DayOf(operand=value)
