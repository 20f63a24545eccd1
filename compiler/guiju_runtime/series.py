"""Bounds of a series: how many rows the rule makes."""

import math

MOST_ROWS = 1000
"""A series longer than this is a mistake in the data."""
NEARLY_WHOLE = 1e-9
"""What a bound may be from a whole number and still be it: floats round."""


def whole_numbers(low: float, high: float) -> range | None:
    """Give the whole numbers from ``low`` to ``high``; None if they cannot be counted."""
    first, last = _whole(low), _whole(high)
    if first is None or last is None or last - first >= MOST_ROWS:
        return None
    return range(first, last + 1)


def _whole(bound: float) -> int | None:
    if not math.isfinite(bound):
        return None
    nearest = round(bound)
    return nearest if abs(bound - nearest) <= NEARLY_WHOLE else None
