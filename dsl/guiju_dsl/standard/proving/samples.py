"""One value of each stretch of the numbers: at every bound, between two, below and above all."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

Bound = Fraction | None
"""The end of a stretch; None where it has no end."""


def samples(bounds: Iterable[Fraction], low: Bound, high: Bound, *, whole: bool) -> list[Fraction]:
    """Give a value of each stretch that ``bounds`` cut out of ``low`` to ``high``."""
    ends = {end for end in (low, high) if end is not None}
    cuts = sorted({*bounds, *ends})
    found = _whole(cuts) if whole else _any(cuts)
    return [
        value
        for value in found
        if (low is None or value >= low) and (high is None or value <= high)
    ]


def _whole(cuts: list[Fraction]) -> list[Fraction]:
    near = {Fraction(floor(cut) + step) for cut in cuts for step in (-1, 0, 1, 2)}
    return sorted(near) or [Fraction(0)]


def _any(cuts: list[Fraction]) -> list[Fraction]:
    if not cuts:
        return [Fraction(0)]
    between = (simplest(low, high) for low, high in pairwise(cuts))
    first, last = cuts[0], cuts[-1]
    return [*_woven(cuts, between), Fraction(floor(last) + 1), Fraction(ceil(first) - 1)]


def _woven(cuts: list[Fraction], between: Iterator[Fraction]) -> Iterator[Fraction]:
    for cut in cuts:
        yield cut
        middle = next(between, None)
        if middle is not None:
            yield middle


def simplest(low: Fraction, high: Fraction) -> Fraction:
    """Give the number with the fewest decimals strictly between two."""
    step = Fraction(1)
    while True:
        value = (floor(low / step) + 1) * step
        if value < high:
            return value
        step /= 10
