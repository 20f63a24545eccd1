"""Written numbers, exactly."""

from fractions import Fraction
from functools import lru_cache


@lru_cache(maxsize=4096)
def exactly(written: str) -> Fraction:
    """Give a written number."""
    return Fraction(written)
