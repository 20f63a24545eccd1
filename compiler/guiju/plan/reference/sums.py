"""Exact sums over one common denominator: many times faster than fraction by fraction."""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm


def total(values: Iterable[Fraction | int]) -> Fraction:
    """Add up ``values``."""
    return _over_one([value.as_integer_ratio() for value in values])


def size(values: Iterable[Fraction | int]) -> Fraction:
    """Add up the magnitudes of ``values``."""
    ratios = (value.as_integer_ratio() for value in values)
    return _over_one([(abs(above), below) for above, below in ratios])


def _over_one(ratios: list[tuple[int, int]]) -> Fraction:
    whole = lcm(*(below for _, below in ratios))
    return Fraction(sum(above * (whole // below) for above, below in ratios), whole)
