"""Days as numbers."""

from datetime import date
from fractions import Fraction


def number_of(day: str) -> Fraction:
    """Give the number of a day, counted from 0001-01-01 as 1."""
    return Fraction(date.fromisoformat(day).toordinal())
