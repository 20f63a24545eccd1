"""Exact sums over one common denominator: many times faster than fraction by fraction."""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm

from guiju.plan.reference.bounded import Bounded, as_exact


def total(values: Iterable[Fraction | int]) -> Fraction:
    """Add up ``values``."""
    parts = list(values)
    if any(isinstance(value, Bounded) for value in parts):
        return as_exact(sum(parts, Fraction(0)))
    return _over_one([value.as_integer_ratio() for value in parts])


def size(values: Iterable[Fraction | int]) -> Fraction:
    """Add up the magnitudes of ``values``."""
    return total([abs(as_exact(value)) for value in values])


def _over_one(ratios: list[tuple[int, int]]) -> Fraction:
    whole = lcm(*(below for _, below in ratios))
    return Fraction(sum(above * (whole // below) for above, below in ratios), whole)
